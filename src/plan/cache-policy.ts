import { hashBytes } from '../base/digest.ts'
import { canonicalize } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import type { Mode } from './mode.ts'
import type { CachedWork, Caching } from '../model/ports/caches.ts'
import type { Event } from '../facts/event.ts'

/** Changes when what lies in a cache, or how it is laid out, changes. */
const LAYOUT = 'slipway-1'

/** What is kept with a cache service, each under a key of its own. */
export const KEPT = ['modules', 'build', 'tools', 'steps'] as const
export type KeptKind = (typeof KEPT)[number]

/** An exact key, and what other keys may begin with, the best first. */
export interface CacheKey {
  readonly key: string
  readonly prefixes: readonly string[]
}

/** The job that asks. */
export interface CachingJob {
  /** Its kind of machine, such as `linux-x64`. */
  readonly machine: string
  /** The workflow run, which of its attempts this is, and the job's name. */
  readonly run: string
  readonly attempt: string
  readonly job: string
}

/**
 * What a run may have of a cache service. What is made for people comes from no cache: whoever can write to the scope of
 * the default branch (pull_request_target, workflow_run) could write any file of this machine by it, since its archives
 * are unpacked wherever they say. Code of somebody else leaves nothing behind, and a pull request, whose entries nobody
 * else can read, does not crowd out what is there. `isOwn`: what is built is the commit that the run was started for; a
 * run that checked out another one has the scope of the first, and nobody knows who wrote the second.
 */
export function chooseCaching(mode: Mode, event: Event, wanted: boolean, isOwn: boolean): Caching {
  if (!wanted) return { skip: 'cache: off', save: 'none' }
  if (mode !== 'gate') return { skip: `what a ${mode} makes comes from no cache`, save: 'none' }
  if (event.kind === 'tag') return { skip: 'a tag started this run: its files come from no cache', save: 'none' }
  if (event.untrusted !== undefined) return { save: 'none' }
  if (event.kind === 'pull-request') return { save: 'first' }
  if (!isOwn) return { save: 'none' }
  return { save: event.kind === 'merge-queue' ? 'first' : 'all' }
}

/**
 * The keys of a run's caches on one kind of machine. Modules follow from go.sum; compiled packages from Go,
 * what is built and the commit, and those of another commit save most of the work. Tools are told apart when they are
 * there. Steps belong to one job of one workflow run: they are for its next attempt.
 */
export function makeCacheKeys(
  { commit, go, module, recipe, sums }: CachedWork,
  { attempt, job, machine, run }: CachingJob
): Readonly<Record<KeptKind, CacheKey>> {
  const of = (kind: KeptKind, ...parts: readonly string[]): string =>
    [LAYOUT, kind, machine, shortenDigest(module), ...parts].join('-')
  const built = [go, shortenDigest(recipe)]
  const steps = of('steps', run, shortenDigest(job))
  const tools = `${[LAYOUT, 'tools', machine].join('-')}-`
  return {
    modules: { key: of('modules', shortenDigest(sums)), prefixes: [`${of('modules')}-`] },
    build: {
      key: of('build', ...built, shortenDigest(sums), commit),
      prefixes: [`${of('build', ...built, shortenDigest(sums))}-`, `${of('build', ...built)}-`, `${of('build', go)}-`]
    },
    tools: { key: tools, prefixes: [tools] },
    steps: { key: `${steps}-${attempt}`, prefixes: [`${steps}-`] }
  }
}

const shortenDigest = (value: Json): string => hashBytes(canonicalize(value)).slice(0, 16)
