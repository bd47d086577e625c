import type { Weaker } from '../model/weaker.ts'
import type { Command } from './commands.ts'

/** Where an input may be given: a flag, a `with:` line of the Action, a line of slipway.yaml. */
export type Door = 'flag' | 'action' | 'file'

export interface Input<T> {
  readonly description: string
  /** As the user would write it; '' means not given. */
  readonly default: string
  /** What the Action's default is, where an expression of GitHub's serves better. */
  readonly actionDefault?: string
  readonly commands: readonly Command[]
  readonly doors: readonly Door[]
  /** What stands behind the flag in the help; none for a switch. */
  readonly value?: string
  /** Variable of the environment that says it on the command line where no flag does. */
  readonly variable?: string
  /** Where slipway.yaml says it with another key and other words: what each of them means. */
  readonly inFile?: { readonly key: string; readonly values: Readonly<Record<string, string>> }
  /** What a flag means behind which no value stands. */
  readonly alone?: string
  /** Throws an Error whose message follows the input's name. */
  readonly parse: ((text: string) => T) & { readonly options?: readonly string[] }
  /** For one that judges: whether its second value takes something away from its first. Left out: it judges nothing. */
  readonly weaker?: Weaker
  /**
   * A regular expression (RE2, whole value) for platforms that put values into other text: what `parse` takes, and never
   * a character that a shell or YAML gives a meaning. Left out: `options`, else `PLAIN`.
   */
  readonly pattern?: string
}
