/** What Slipway takes over of a setting, and one sentence for each thing that it leaves behind. */
export interface Taken<T> {
  readonly value: T
  readonly left: readonly string[]
}

/** One item of a setting: taken over, or left behind with a sentence. */
export type Choice<T> = { readonly take: T } | { readonly leave: string }

export function sortChoices<T>(choices: readonly Choice<T>[]): Taken<readonly T[]> {
  return {
    value: choices.flatMap((choice) => ('take' in choice ? [choice.take] : [])),
    left: choices.flatMap((choice) => ('leave' in choice ? [choice.leave] : []))
  }
}
