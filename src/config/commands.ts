export const COMMANDS = [
  'auto',
  'plan',
  'build',
  'gate',
  'release',
  'publish',
  'verify',
  'yank',
  'crds',
  'schema',
  'doctor',
  'init'
] as const
export type Command = (typeof COMMANDS)[number]

/** Commands that look at a source tree; `auto` becomes one of them. */
export const PIPELINE = ['auto', 'plan', 'build', 'gate', 'release'] as const satisfies readonly Command[]
/** What a step of the Action does: the rest is for a person at a terminal. */
export const STEPS = [...PIPELINE, 'publish', 'verify', 'yank'] as const satisfies readonly Command[]
/** Commands that look at a source tree, and the one that says what they would lack. */
export const LOOKING = [...PIPELINE, 'doctor'] as const satisfies readonly Command[]
export const PROVING = ['auto', 'plan', 'gate', 'release', 'doctor'] as const satisfies readonly Command[]
export const PUBLISHING = ['auto', 'plan', 'release', 'doctor'] as const satisfies readonly Command[]

/** Commands that have to know where releases live. */
export const RELEASES = [
  'auto',
  'plan',
  'release',
  'publish',
  'verify',
  'yank',
  'doctor'
] as const satisfies readonly Command[]
