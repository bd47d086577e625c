import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { KEPT, makeCacheKeys, type CacheKey, type CachingJob, type KeptKind } from '../../../plan/cache-policy.ts'
import { hashBytes } from '../../../base/digest.ts'
import type { Caches, ToolCache } from '../../../model/ports/caches.ts'
import type { Host } from '../../../model/ports/host.ts'
import { listCompiledTools } from './contents.ts'
import { listFilesBelow, locateGoCaches, takeOverFiles, isPresent } from './folders.ts'
import { formatNote, type Noted } from './noted.ts'
import type { service as Service } from './service.ts'

type Env = Readonly<Record<string, string | undefined>>

export interface CachingParts {
  readonly env: Env
  readonly host: Pick<Host, 'info'>
  /** `linux` as Node says it, and the processor. */
  readonly machine: { readonly os: string; readonly arch: string }
  /** The tool cache and its folder. */
  readonly tools: ToolCache
  readonly toolRoot: string
  /** Hands a text on to the post step. */
  readonly note: (text: string) => void
  /** Loaded when it is needed: it brings a client of a cloud's storage along. */
  readonly load: () => Promise<typeof Service>
}

/** Where the entries of the cache service are packed from and unpacked to: the same path in every job of a runner. */
export const locateStagingFolder = (env: Env): string => join(env['RUNNER_TEMP'] ?? '', 'slipway-cache')

/** More than this is more than a step may wait for; in milliseconds. */
const PATIENCE_MS = 120_000

/**
 * The cache service of GitHub behind the Action. Entries are unpacked into a folder of ours, and only what is missing is
 * taken from there: tools are hashed against their records again, steps against theirs, modules against go.sum.
 */
export function openActionCaches(parts: CachingParts): Caches {
  const { env, host, machine, note } = parts
  const began = Date.now()
  let open: Omit<Noted, 'whole' | 'tools'> | undefined

  return {
    async restore(work, caching) {
      if (caching.skip !== undefined) return host.info(`cache: not used, ${caching.skip}`)
      try {
        const service = env['RUNNER_TEMP'] ? await parts.load() : undefined
        if (!service?.available()) return host.info('cache: not used, this runner has no cache service')
        const keys = makeCacheKeys(work, readCachingJob(env, machine))
        const go = locateGoCaches(env, machine.os)
        const places = { modules: go.modules, build: go.build, tools: parts.toolRoot, steps: work.out }
        // A runner that kept its output folder has newer steps than the service.
        const kinds =
          (await isPresent(join(work.out, 'steps'))) || Number(readCachingJob(env, machine).attempt) < 2 ? FIRST : KEPT
        const found: Partial<Record<KeptKind, string>> = {}
        await mkdir(locateStagingFolder(env), { recursive: true })
        await Promise.all(
          kinds.map(async (kind) => {
            const key = await waitAtMost(PATIENCE_MS, fetched(service, kind, keys[kind]))
            if (key !== undefined) found[kind] = key
          })
        )
        for (const kind of kinds) if (found[kind] !== undefined) await take(kind, places)
        const came = kinds.filter((kind) => found[kind] !== undefined)
        host.info(`cache: ${came.length ? `${came.join(', ')} of earlier runs` : 'nothing of earlier runs'}`)
        open = { began, save: caching.save, keys, found, places, goSum: join(work.folder, 'go.sum') }
      } catch (error) {
        host.info(`cache: not used, ${describeCacheError(error)}`)
      }
    },

    keep({ whole, tools }) {
      if (open && open.save !== 'none')
        note(formatNote({ ...open, whole, tools: listCompiledTools(tools, parts.toolRoot) }))
      return Promise.resolve()
    }
  }

  async function fetched(
    service: typeof Service,
    kind: KeptKind,
    { key, prefixes }: CacheKey
  ): Promise<string | undefined> {
    const folder = join(locateStagingFolder(env), kind)
    await rm(folder, { recursive: true, force: true })
    return await service.restore(folder, key, prefixes)
  }

  async function take(kind: KeptKind, places: Noted['places']): Promise<void> {
    const from = join(locateStagingFolder(env), kind)
    if (kind === 'tools') await takeTools(from, parts.tools)
    // What this run does not touch is seen by its age, and not kept again.
    else await takeOverFiles(from, places[kind], kind === 'build' ? new Date(began - 2 * 60 * 60 * 1000) : undefined)
    await rm(from, { recursive: true, force: true })
  }
}

const FIRST = KEPT.filter((kind) => kind !== 'steps')

/** Whoever uses them hashes them first. */
async function takeTools(from: string, cache: ToolCache): Promise<void> {
  const names = new Set((await listFilesBelow(from)).map((file) => file.split('/').slice(0, 3).join('/')))
  for (const entry of names) {
    const [name, version, arch] = entry.split('/')
    if (!name?.startsWith('slipway-') || !version || !arch) continue
    if ((await cache.find(name, version, arch)) === undefined) await cache.add(join(from, entry), name, version, arch)
  }
}

const readCachingJob = (env: Env, { os, arch }: CachingParts['machine']): CachingJob => ({
  machine: `${os}-${arch}`,
  run: env['GITHUB_RUN_ID'] ?? '0',
  attempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
  job: hashBytes([env['GITHUB_WORKFLOW'], env['GITHUB_JOB'], env['INPUT_MODULE']].join('\0'))
})

const describeCacheError = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function waitAtMost<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((wake) => (timer = setTimeout(wake, milliseconds, undefined)))
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
