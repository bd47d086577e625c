import type { Query } from '../model/ports/processes.ts'

/** A commit since the release before. */
export interface LoggedCommit {
  readonly commit: string
  /** As its author, or the repository's .mailmap, writes the name; '' for none. */
  readonly author: string
  /** Its whole message. */
  readonly message: string
}

/**
 * The commits since a tag, the newest first, merges left out; in a subdirectory those that touch it. Undefined where
 * this clone does not hold that history.
 */
export async function listChangesSince(
  { run, env }: { readonly run: Query; readonly env: Readonly<Record<string, string>> },
  folder: string,
  since: string
): Promise<readonly LoggedCommit[] | undefined> {
  const git = async (...args: string[]): Promise<string> => (await run(['git', '-C', folder, ...args], { env })).stdout
  try {
    // Where the history is cut off, all that is left would look new.
    await git('merge-base', `refs/tags/${since}`, 'HEAD')
    const range = `refs/tags/${since}..HEAD`
    return parseLog(
      await git('log', '--no-merges', '--no-show-signature', '-z', '--format=%H%n%aN%n%B', range, '--', '.')
    )
  } catch {
    return undefined
  }
}

const parseLog = (text: string): readonly LoggedCommit[] =>
  text
    .split('\0')
    .filter(Boolean)
    .map((entry) => {
      const [commit = '', author = ''] = entry.split('\n', 2)
      return { commit, author, message: entry.slice(commit.length + author.length + 2) }
    })
