import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptKind } from '../../../plan/cache-policy.ts'
import { hashBytes } from '../../../base/digest.ts'
import type { Host } from '../../../model/ports/host.ts'
import { locateStagingFolder } from './caching.ts'
import { listToolFiles, listFinishedSteps, listUsedModules, listUsedPackages } from './contents.ts'
import { stageFiles } from './folders.ts'
import { readNote, type Noted } from './noted.ts'
import type { service as Service } from './service.ts'

export interface KeepingParts {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly host: Pick<Host, 'info'>
  readonly load: () => Promise<typeof Service>
}

/**
 * The post step: hands what the main step used or made to the cache service, where the service does not have it. Never
 * fails.
 */
export async function keepNoted(text: string, { env, host, load }: KeepingParts): Promise<void> {
  try {
    const noted = readNote(text)
    if (!noted) return
    for (const { kind, key, from, files } of await listWantedEntries(noted)) {
      const folder = join(locateStagingFolder(env), kind)
      await rm(folder, { recursive: true, force: true })
      await stageFiles(from, folder, files)
      const saved = await (await load()).save(folder, key)
      host.info(`cache: ${saved ? '' : 'not kept: '}${kind}, ${files.length} files`)
      await rm(folder, { recursive: true, force: true })
    }
  } catch (error) {
    host.info(`cache: not kept: ${error instanceof Error ? error.message : String(error)}`)
  }
}

interface CacheEntry {
  readonly kind: KeptKind
  readonly key: string
  readonly from: string
  readonly files: readonly string[]
}

/**
 * What is worth an entry: of a run that did its work, what it compiled and what it was compiled from; of one that broke
 * off, the steps that it finished, for its next attempt; of both, tools that took minutes.
 */
async function listWantedEntries(noted: Noted): Promise<readonly CacheEntry[]> {
  const { began, found, goSum, keys, places, save, tools, whole } = noted
  const toolsKey = `${keys.tools.key}${hashBytes(tools.join('\n')).slice(0, 16)}`
  const entries: readonly CacheEntry[] = [
    ...(whole
      ? [
          entry('modules', keys.modules.key, await listUsedModules(places.modules, goSum)),
          entry('build', keys.build.key, await listUsedPackages(places.build, began))
        ]
      : [entry('steps', keys.steps.key, await listFinishedSteps(places.steps))]),
    entry('tools', toolsKey, (await Promise.all(tools.map((tool) => listToolFiles(places.tools, tool)))).flat())
  ]
  return entries.filter(({ kind, key, files }) => {
    if (files.length === 0 || found[kind] === key) return false
    return save === 'all' || kind === 'steps' || found[kind] === undefined
  })

  function entry(kind: KeptKind, key: string, files: readonly string[]): CacheEntry {
    return { kind, key, from: places[kind], files }
  }
}
