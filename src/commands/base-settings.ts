import { join, relative, resolve } from 'node:path'
import { Failure } from '../base/errors.ts'
import type { Finding } from '../base/finding.ts'
import { isWithin } from '../base/paths.ts'
import { parseSettings, PROJECT_FILE, type ReadSettings } from '../config/parse.ts'
import { JUDGING_FILES, listWeakenings, type Weakening } from '../config/weaker.ts'
import type { Given, InputName } from '../config/inputs.ts'
import type { Facts } from '../model/nouns.ts'
import type { Files } from '../model/ports/files.ts'
import type { Query } from '../model/ports/processes.ts'
import type { Event } from '../facts/event.ts'
import { readCommitted, readEntry, readParents } from '../facts/git.ts'

/** What is known of a change before it is judged. */
export interface Change {
  readonly event: Event
  /** The commit that the run was started for, where the platform says it. */
  readonly startedFor: string | undefined
  readonly facts: Pick<Facts, 'root' | 'moduleDir' | 'commit'>
  /** Of the work tree. */
  readonly settings: ReadSettings
  readonly cwd: string
  /** The inputs of the step: they win over the settings of both commits. */
  readonly read: (name: InputName) => Given | undefined
}

/** For git, and for the work tree. */
interface Repository {
  readonly run: Query
  readonly env: Readonly<Record<string, string>>
  readonly files: Files
}

const ALL = 'all'

/**
 * Holds the settings of a change against those of its base, as git has them. Throws ('verification') for what the change
 * takes away and the caller does not accept. Gives what a person should know that stops nothing.
 */
export async function judgeByBase(repository: Repository, change: Change): Promise<readonly string[]> {
  const { facts, settings, read, event } = change
  if (event.kind !== 'pull-request' && event.kind !== 'merge-queue') return []
  const accepted = settings.config['accept-weaker']
  if (accepted.includes(ALL)) return ['accept-weaker is all: the settings are not compared with those of its base']
  const commit = await findBase(repository, change)
  const path = [facts.moduleDir, PROJECT_FILE].filter(Boolean).join('/')
  const file = await readCommitted(repository, facts.root, commit, path)
  const base = await parseSettings(file, `${path} of the base ${commit.slice(0, 7)}`, read)
  const weaker = [...listWeakenings(base, settings), ...(await listChangedFiles(repository, commit, change))]
  const refused = weaker.filter(({ setting }) => !accepted.includes(setting))
  if (refused.length > 0)
    throw new Failure(
      'verification',
      [
        `this change takes away from what judges it in ${path}; its base is commit ${commit.slice(0, 7)}:`,
        ...refused.map(({ says }) => `  ${says}`)
      ].join('\n'),
      {
        code: 'weaker-gate',
        hint: `Take that out of the change, or bring the change up to date with its base. Whoever accepts it says so where the change cannot: accept-weaker: ${[...new Set(refused.map(({ setting }) => setting))].join(',')} as an input of the step, from a variable of the project.`,
        findings: refused.map((each): Finding => {
          const line = settings.findLine(each.path)
          return {
            ...{ rule: 'slipway', severity: 'error', file: path, message: `${each.says}: weaker than in the base` },
            ...(line !== undefined && { line })
          }
        })
      }
    )
  return weaker.map(({ says }) => `weaker than its base, and accepted: ${says}`)
}

/** The commit whose settings count. Throws where it is not known or not here: unknown settings cannot be compared. */
async function findBase(repository: Repository, { event, startedFor, facts }: Change): Promise<string> {
  const hint = 'Without a comparison, say so as an input of the step: accept-weaker: all.'
  if (event.base === undefined)
    throw new Failure('environment', 'the platform does not say which commit this change is made against', {
      code: 'no-base',
      hint
    })
  const isMerge = event.base.isMerged && startedFor === facts.commit
  const [onto, merged] = (isMerge ? await readParents(repository, facts.root, facts.commit) : undefined) ?? []
  // The branch may have gone on since the platform noted where it was.
  const commit = onto !== undefined && merged !== undefined ? onto : event.base.commit
  if ((await readParents(repository, facts.root, commit)) !== undefined) return commit
  throw new Failure('environment', `commit ${commit}, the base of this change, is not in this clone`, {
    code: 'no-base',
    hint: `Fetch the whole history (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0). ${hint}`
  })
}

/** Files that judge, such as the key of the expected signer, and are not as the base has them. */
async function listChangedFiles(repository: Repository, commit: string, change: Change): Promise<readonly Weakening[]> {
  const { facts, settings, cwd } = change
  const found: Weakening[] = []
  for (const setting of JUDGING_FILES) {
    const value = settings.config[setting]
    // A key service, or a variable.
    if (value === '' || /^[a-z0-9+]+:\/\//.test(value)) continue
    const places = await listPlaces(repository, facts.root, [
      join(facts.root, facts.moduleDir, value),
      resolve(cwd, value)
    ])
    for (const path of places) {
      const [before, after] = [
        await readEntry(repository, facts.root, commit, path),
        await readEntry(repository, facts.root, facts.commit, path)
      ]
      if (before !== after)
        found.push({ setting, path: [setting], says: `${setting}: ${path} has other bytes than in the base` })
    }
  }
  return found
}

/** Paths below the root, with those that links lead to. */
async function listPlaces({ files }: Repository, root: string, paths: readonly string[]): Promise<readonly string[]> {
  const real = (path: string): Promise<string> => files.real(path).then((found) => found ?? path)
  const roots = [root, await real(root)]
  const all = [...paths, ...(await Promise.all(paths.map(real)))]
  const below = roots.flatMap((from) => all.filter((path) => isWithin(from, path)).map((path) => relative(from, path)))
  return [...new Set(below.filter((path) => path !== '').map((path) => path.replaceAll('\\', '/')))]
}
