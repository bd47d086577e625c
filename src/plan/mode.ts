import type { Command } from '../config/commands.ts'
import type { Event } from '../facts/event.ts'

export type Mode = 'build' | 'gate' | 'release'

const GATED: { readonly [kind in Event['kind']]?: string } = {
  'pull-request': 'a pull request is gated',
  'merge-queue': 'a merge queue is gated'
}

/** What a run does, and why. */
export interface ChosenMode {
  readonly mode: Mode
  readonly why: string
}

/** Which command `auto` means, and why. */
export function chooseMode(command: Command, event: Event): ChosenMode {
  if (command === 'build' || command === 'gate') return { mode: command, why: `the command ${command}` }
  if (command === 'release') return { mode: command, why: 'the command release' }
  return event.kind === 'tag'
    ? { mode: 'release', why: 'a tag started this run' }
    : { mode: 'gate', why: GATED[event.kind] ?? 'no tag started this run' }
}
