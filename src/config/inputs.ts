import type { Door, Input } from './input.ts'
import { BUILD, SHARDS } from './inputs/build.ts'
import { EVIDENCE, EXPECTED_SIGNER } from './inputs/evidence.ts'
import { PROOF } from './inputs/proof.ts'
import { PUBLICATION } from './inputs/publication.ts'
import { REST } from './inputs/rest.ts'

/** The one list of inputs: flags, action.yml, slipway.yaml, its schema and the README's tables come from it. */
export const INPUTS = {
  ...BUILD,
  ...PROOF,
  ...EVIDENCE,
  ...PUBLICATION,
  ...SHARDS,
  ...EXPECTED_SIGNER,
  ...REST
} as const satisfies Record<string, Input<unknown>>

export type InputName = keyof typeof INPUTS

/**
 * Inputs of the Action that GitLab's component does not have: its jobs say the command (and publish what they built) and
 * their `cache:`, and GitLab brings the token.
 */
const ACTION_ONLY: readonly string[] = [
  ...['command', 'token', 'comment', 'cache', 'matrix', 'shard', 'shards', 'verdicts'],
  ...['from', 'tag', 'finish', 'which', 'why', 'undo', 'trust', 'of', 'extra-files']
]

/** Where an input may be given, with the component. */
export const listInputPlaces = (name: string, { doors }: Input<unknown>): readonly (Door | 'component')[] => [
  ...doors,
  ...(doors.includes('action') && !ACTION_ONLY.includes(name) ? ['component' as const] : [])
]

/** Every input, parsed. */
export type Config = { readonly [K in InputName]: ReturnType<(typeof INPUTS)[K]['parse']> }

/** A value and where it came from, such as `--targets` or `slipway.yaml`. */
export interface Given {
  readonly text: string
  readonly from: string
}
