import type { Document } from 'yaml'
import { Failure } from './errors.ts'
import { LIMITS } from './limits.ts'
import type { Json } from './json.ts'

/** etcd takes no object above 1.5 MB. */
const LONGEST = LIMITS.yaml.most
/** More mistakes of one file are only counted. */
const MISTAKES = 20
/** As much is shown of what the reader says of one. */
const SHOWN = 300

/**
 * How every YAML file is read. Warnings of the library would go to standard error as they are, with the file's own text
 * in them.
 */
export const YAML = { prettyErrors: false, logLevel: 'error' } as const

/** What `parse` makes of a text. Throws an 'input' Failure for one that is too long, or nested too deep to be read. */
export function readYaml<T>(source: string, path: string, parse: (source: string) => T): T {
  if (source.length > LONGEST)
    throw new Failure(
      'input',
      `${path} is ${source.length} characters long, and no YAML file that is read is longer than ${LONGEST}`,
      { hint: 'Split it, or look whether this is the file that was meant.' }
    )
  try {
    return parse(source)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new Failure('input', `${path} is nested too deep to be read`, {
      hint: 'Look whether this is the file that was meant.',
      cause
    })
  }
}

/** A line for each mistake that the reader found, `at` gives its place. */
export function listMistakes(
  errors: readonly { readonly message: string; readonly pos: readonly [number, number] }[],
  at: (offset: number) => string
): string {
  const shown = errors
    .slice(0, MISTAKES)
    .map(({ message, pos }) => `${at(pos[0])}: ${message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message}`)
  const more = errors.length - shown.length
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}

/** The value of a document without mistakes. Throws an 'input' Failure for aliases that grow, lead nowhere or in a circle. */
export function readYamlValue(document: Document, path: string, aliases: number): Json {
  try {
    const value = document.toJS({ maxAliasCount: aliases }) as Json | undefined
    // What holds itself, or is nested deeper than anybody writes, ends here and not in the middle of the work.
    JSON.stringify(value)
    return value ?? null
  } catch (cause) {
    throw new Failure(
      'input',
      `${path} cannot be read: ${(cause as Error).message.split('\n', 1)[0]?.slice(0, SHOWN)}`,
      {
        hint: 'Write it without aliases.',
        cause
      }
    )
  }
}
