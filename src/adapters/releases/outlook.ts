import type { Foresight } from '../../model/ports/publisher.ts'

/** What is seen of a release before anything is compiled. */
export interface Outlook {
  /** Where the release of this tag is published already, or undefined. */
  readonly published: string | undefined
  /** What a person should know, a sentence each. */
  readonly known: readonly string[]
  /** What could not be seen from here. */
  readonly unseen: readonly string[]
}

/** What a publisher says of an outlook. */
export const summarizeOutlook = ({ published, known, unseen }: Outlook): Foresight => ({
  published,
  told: [...known, ...unseen.map((line) => `not seen from here: ${line}`)]
})
