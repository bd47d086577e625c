import { Failure } from '../base/errors.ts'

/** What was written and is not to be seen, however often it was asked for: `asked` says what came when, a line each. */
export const makeUnseenFailure = (what: string, asked: readonly string[], hint: string): Failure =>
  new Failure('host', `${what}. Asked ${asked.length} times:\n${asked.join('\n')}`, { code: 'not-seen', hint })

/** A release that was published and is not shown, or not whole. */
export const makeUnseenReleaseFailure = (tag: string, asked: readonly string[]): Failure =>
  makeUnseenFailure(
    `${tag} was published, and not all of it is to be seen yet`,
    asked,
    'Nothing was taken back. Run again in some minutes: the next run looks again.'
  )
