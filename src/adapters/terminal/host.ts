import { styleText } from 'node:util'
import type { Files } from '../../model/ports/files.ts'
import type { Host } from '../../model/ports/host.ts'
import { formatLine, PLAIN } from './line.ts'
import { makeHarmless } from './printable.ts'
import { listSecretForms } from './secret.ts'
import type { terminal } from './progress.ts'

/** What a host of the command line is made of. */
export interface HostParts {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stream: NodeJS.WriteStream
  readonly files: (root: string) => Files
  readonly fetch: () => typeof fetch
  /** How work in progress is redrawn, where it can be. */
  readonly drawing: typeof terminal | undefined
}

/** A host that the command line talks to. */
export interface CommandLineHost {
  /** The platform whose jobs it is for; left out: any other place. */
  readonly platform?: string
  readonly open: (parts: HostParts) => Host
}

/** Whether the work in progress can be redrawn there. */
export const canRedraw = (stream: NodeJS.WriteStream): boolean => stream.isTTY && process.env['TERM'] !== 'dumb'

/**
 * A terminal or a pipe: on a terminal the work in progress is redrawn at the bottom by `drawing`, else each line is
 * printed once.
 */
export function local(stream: NodeJS.WriteStream, drawing?: typeof terminal): Host {
  const live = canRedraw(stream) ? drawing?.(stream) : undefined
  const look = live?.look ?? (() => PLAIN)
  const secrets = new Set<string>()
  // Harmless here too: the command line may run as a step of a job.
  const clean = (text: string): string =>
    [...secrets].reduce((shown, secret) => shown.replaceAll(secret, '***'), makeHarmless(text))
  const print = (text: string): void => (live ? live.print(text) : void stream.write(`${text}\n`))
  const word = (colour: 'red' | 'yellow', text: string): string =>
    look().colours ? styleText([colour, 'bold'], text, { validateStream: false }) : text
  return {
    name: 'local',
    info: (line) => print(clean(line)),
    warn: (line) => print(`${word('yellow', 'warning:')} ${clean(line)}`),
    error: (line) => print(`${word('red', 'error:')} ${clean(line)}`),
    async finding({ rule, severity, file, line, column, message }) {
      const place = [file, line, column].filter((part) => part !== undefined).join(':')
      const head = word(severity === 'error' ? 'red' : 'yellow', `${severity}:`)
      print(`${clean(place)}: ${head} ${clean(`${message} (${rule})`)}`)
    },
    keepIn: () => {},
    section: (_, text) => print(clean(text)),
    quote: (title, text) => print(`${clean(title)}\n${clean(text).trimEnd().replace(/^/gm, '  | ')}`),
    // Only GitHub's runner masks what others print; here what we print is looked through.
    // What is shorter cannot be told from ordinary words.
    mask: (secret) => listSecretForms(secret).forEach((form) => form.length > 5 && secrets.add(form)),
    output: async () => {},
    summary: async () => {},
    progress(stage, item) {
      const names = [clean(stage), clean(item)] as const
      const entry = live?.begin(...names)
      return {
        note: (text) => entry?.note(clean(text)),
        end(outcome, note) {
          entry?.end()
          print(formatLine(...names, outcome, clean(note ?? ''), look()))
        }
      }
    }
  }
}
