import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { openPlainToolCache, locateToolCache } from '../../src/adapters/toolchain/cache.ts'
import { bootstrap } from '../../src/adapters/toolchain/go.ts'
import { toolchain } from '../../src/adapters/toolchain/toolchain.ts'
import type { Tool } from '../../src/model/nouns.ts'
import type { ToolCache } from '../../src/model/ports/caches.ts'
import type { Toolchain } from '../../src/model/ports/toolchain.ts'

/** This process's environment without the holes that TypeScript sees in it. */
export const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))

export const toolCacheFolder = (): string => locateToolCache(process.env, process.platform)

export const toolCache = (): ToolCache => openPlainToolCache(toolCacheFolder(), fs)

const makeParts = (note: (text: string) => void) => ({
  processes: processes(),
  files: disk(tmpdir()),
  fs,
  cache: toolCache(),
  fetch: globalThis.fetch,
  env: process.env,
  platform: { os: process.platform, arch: process.arch },
  note
})

/** The tools as a release gets them, so that the scripts run the same cosign. */
export const realTools = (note: (text: string) => void): Toolchain => toolchain(makeParts(note))

/** The Go that a run takes beside a secret where nobody named the machine's. */
export const pinnedGo = (note: (text: string) => void, signal: AbortSignal): Promise<Tool> =>
  bootstrap(makeParts(note), signal)
