import type { Exec } from '../../model/ports/processes.ts'
import { callProgram } from '../programs/call.ts'
import type { Version } from '../programs/version.ts'
import { parseHelp, type Flag } from './flags.ts'
import type { SemverStep } from './step.ts'

/** All that can be typed for one program: each command's path (`''` for the program itself) with its flags. */
export type Commands = ReadonlyMap<string, readonly Flag[]>

/** More commands than these are not asked for their help. */
const COMMANDS = 300
const DEPTH = 4
const SECONDS = 10

/** Commands that every cobra program has, whatever its version. */
const COMMON = ['help', 'completion', 'h']

/** Asks a program for its help, and the commands that it names for theirs; undefined when it has none to read. */
export async function readCommands(
  run: Exec,
  path: string,
  folder: string,
  signal: AbortSignal
): Promise<Commands | undefined> {
  const found = new Map<string, readonly Flag[]>()
  const ask = async (command: readonly string[]): Promise<void> => {
    const where = { cwd: folder, home: folder, within: SECONDS }
    const { stdout, stderr, status } = await callProgram(run, [path, ...command, '--help'], where, signal)
    const { flags, commands } = parseHelp(`${stdout}\n${stderr}`)
    // What does not know a command shows an error, or the help of what stands above it.
    if (command.length > 0 && status !== 0 && flags.length === 0) return
    found.set(command.join(' '), flags)
    if (command.length >= DEPTH) return
    for (const name of commands)
      if (found.size < COMMANDS && !(COMMON.includes(name) || (command.length > 0 && command.at(-1) === name)))
        await ask([...command, name])
  }
  await ask([])
  return found.size === 1 && found.get('')?.length === 0 ? undefined : found
}

/** A change of what can be typed. */
export interface SurfaceChange {
  /** As a person accepts it in slipway.yaml: `--listen`, `get rollouts --watch`, `get`. */
  readonly name: string
  readonly what: string
  readonly needs: SemverStep
}

/** What changed between two versions of a program. A version's own number inside a default is no change. */
export function compareCommands(old: Commands, fresh: Commands, from: Version, to: Version): readonly SurfaceChange[] {
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((command): readonly SurfaceChange[] => {
    const [before, after] = [old.get(command), fresh.get(command)]
    if (before && !after)
      return isBelowGone(command, old, fresh) ? [] : [{ name: command, what: 'the command is gone', needs: 'major' }]
    if (!before && after)
      return isBelowGone(command, fresh, old) ? [] : [{ name: command, what: 'a new command', needs: 'minor' }]
    const names = [...new Set([...(before ?? []), ...(after ?? [])].map(({ name }) => name))]
    return names.flatMap((name): readonly SurfaceChange[] => {
      const [was, is] = [before, after].map((flags) => flags?.find((flag) => flag.name === name))
      const whole = [command, name].filter(Boolean).join(' ')
      if (was && !is) return [{ name: whole, what: 'the flag is gone', needs: 'major' }]
      if (is && !was) return [{ name: whole, what: 'a new flag', needs: 'minor' }]
      if (!was || !is) return []
      const neutral = (text: string | undefined, { version }: Version): string =>
        (text ?? '').replaceAll(version, '{version}')
      if (isSwitch(was) !== isSwitch(is) || (isKnownType(was.value) && isKnownType(is.value) && was.value !== is.value))
        return [
          {
            name: whole,
            what: `it took ${was.value || 'no value'} and takes ${is.value || 'no value'}`,
            needs: 'major'
          }
        ]
      if (neutral(was.default, from) !== neutral(is.default, to))
        return [
          {
            name: whole,
            what: `its default was ${was.default ?? 'none'} and is ${is.default ?? 'none'}`,
            needs: 'major'
          }
        ]
      return []
    })
  })
}

/** A command whose parent is gone, or new, too: one change, not many. */
const isBelowGone = (command: string, has: Commands, lacks: Commands): boolean => {
  const parent = command.split(' ').slice(0, -1).join(' ')
  return parent !== '' && has.has(parent) && !lacks.has(parent)
}

const isSwitch = ({ value }: Flag): boolean => value === ''

/** Types as Go's flag packages name them; other words are the author's own and may change. */
const isKnownType = (value: string): boolean =>
  /^(u?int(8|16|32|64)?|float(32|64)?|string|duration|bool|count|ip|ints|strings|stringArray|stringSlice|stringToString|uints|durations|bools)$/.test(
    value
  )
