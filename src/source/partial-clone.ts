import { Failure } from '../base/errors.ts'
import { askGit, type Checkout } from './checkout.ts'

/** Fetches what a partial clone lacks of a commit, all at once. Another clone has all of it. */
export async function completeObjects(checkout: Checkout, commit: string): Promise<void> {
  const remote = await findPromisor(checkout)
  if (remote === undefined) return
  const missing = await listMissing(checkout, commit)
  if (missing.length === 0) return
  try {
    // As git itself fetches what it lacks (promisor-remote.c).
    await askGit(
      checkout,
      [
        ...['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', '--quiet', '--no-tags', '--no-write-fetch-head'],
        ...['--recurse-submodules=no', '--filter=blob:none', '--stdin', remote]
      ],
      missing.map((object) => `${object}\n`).join('')
    )
  } catch (cause) {
    checkout.signal?.throwIfAborted()
    if (!(cause instanceof Failure) || cause.kind !== 'command') throw cause
    throw makeLackFailure(commit, missing.length, cause)
  }
  const left = await listMissing(checkout, commit)
  if (left.length > 0) throw makeLackFailure(commit, left.length, undefined)
}

const makeLackFailure = (commit: string, count: number, cause: Failure | undefined): Failure =>
  new Failure(
    'environment',
    `this clone is partial: it lacks ${count} files of commit ${commit.slice(0, 7)}, and its remote does not give them`,
    {
      hint: 'Complete it: git fetch --refetch --no-filter (actions/checkout: without filter).',
      ...(cause && { cause: cause.cause })
    }
  )

/** The remote that promised what is not here. */
async function findPromisor(checkout: Checkout): Promise<string | undefined> {
  const said = await askGit(checkout, ['config', '--get-regexp', String.raw`^remote\..*\.promisor$`]).catch(
    (error: unknown) => {
      checkout.signal?.throwIfAborted()
      // No such setting is an answer too, by exit status 1.
      if (error instanceof Failure && error.kind === 'command') return ''
      throw error
    }
  )
  return /^remote\.(.+)\.promisor true$/m.exec(said)?.[1]
}

const listMissing = async (checkout: Checkout, commit: string): Promise<readonly string[]> => {
  const args = ['rev-list', '--objects', '--no-object-names', '--no-walk', '--missing=print', commit]
  return (await askGit(checkout, args))
    .split('\n')
    .filter((line) => line.startsWith('?'))
    .map((line) => line.slice(1))
}
