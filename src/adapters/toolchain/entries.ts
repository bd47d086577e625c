import { join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import type { ToolCache } from '../../model/ports/caches.ts'
import type { ToolName } from '../../model/ports/toolchain.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Processes } from '../../model/ports/processes.ts'
import type { FileSystem } from '../machine/disk.ts'
import type { Env } from './go-env.ts'
import { findKept, keepTools, type KeptEntry, type ToolRecord } from './kept.ts'
import { askVersion, type Talking } from './machine.ts'
import { formatProgramName, type MachinePlatform } from './platform.ts'
import { makeSharing } from './shared.ts'

/** One way to get tools that end in an entry of the tool cache. */
export interface ToolWay {
  readonly entry: KeptEntry
  /** Changes when what is made changes. */
  readonly recipe: string
  /** What the one file of the entry has to be, where a pin says so. */
  readonly sha256?: string
  /** Every program of the entry, and the version that it says it is. */
  readonly says: Readonly<Partial<Record<ToolName, string>>>
  /** Puts the programs, without their links, into the folder `out`; `scratch` is for all else and is gone afterwards. */
  make(out: string, scratch: string, signal: AbortSignal): Promise<Omit<ToolRecord, 'files' | 'recipe'>>
}

/** An entry that may be used. */
export interface Got {
  readonly folder: string
  readonly source: ToolRecord['source']
  readonly vouched: string
  /** sha256 by name, as they were seen in this run. */
  readonly files: ToolRecord['files']
}

export interface Entries {
  /** The entry as it lies in the cache, checked again; undefined when it does not. */
  find(way: ToolWay, signal: AbortSignal): Promise<Got | undefined>
  /** The entry, made when it is not there: one process makes it, others wait for it. */
  make(way: ToolWay, signal: AbortSignal): Promise<Got>
}

interface EntriesParts {
  readonly processes: Processes
  readonly files: Files
  readonly fs: FileSystem
  readonly cache: ToolCache
  readonly env: Env
  readonly platform: MachinePlatform
  readonly note: (text: string) => void
}

class Absent extends Error {}

/** The tool cache as seen by one toolchain: each entry is checked once, and made once. */
export function openEntries(parts: EntriesParts): Entries {
  const { cache, files, fs } = parts
  const found = makeSharing<Got>()
  const made = makeSharing<Got>()
  const keyOf = ({ entry: { name, version } }: ToolWay): string => `${name} ${version}`

  const look = async ({ entry, recipe, sha256 }: ToolWay): Promise<Got | undefined> => {
    const kept = await findKept(entry, recipe, sha256, parts)
    return kept && { ...kept, vouched: `${kept.vouched}; digest checked again in the tool cache` }
  }

  const check = async (way: ToolWay, out: string, signal: AbortSignal): Promise<void> => {
    for (const [name, version] of Object.entries(way.says) as [Talking, string][]) {
      const said = await askVersion(
        parts.processes.run,
        name,
        join(out, formatProgramName(name, parts.platform)),
        parts.env,
        signal
      )
      if (said !== version)
        throw new Failure('verification', `the new ${name} says it is ${said}, not ${version}`, {
          hint: 'It is not used and not kept: this is a mistake in what Slipway pins, so report it.'
        })
    }
  }

  const make = async (way: ToolWay, signal: AbortSignal): Promise<Got> => {
    const { entry, recipe } = way
    await using scratch = await files.scratch(entry.name)
    const out = join(scratch.path, 'out')
    await fs.mkdir(out)
    const how = await way.make(out, scratch.path, signal)
    for (const [link, target] of Object.entries(how.links)) await fs.symlink(target, join(out, link))
    await check(way, out, signal)
    const kept = await keepTools(out, entry, { ...how, recipe }, parts)
    return { ...kept, source: how.source, vouched: how.vouched }
  }

  return {
    find: async (way, signal) => {
      const present = async (): Promise<Got> => {
        const got = await look(way)
        if (got === undefined) throw new Absent()
        return got
      }
      return found(keyOf(way), signal, present).catch((cause: unknown) => {
        if (cause instanceof Absent) return undefined
        throw cause
      })
    },
    make: (way, signal) =>
      made(keyOf(way), signal, (inner) => {
        const { name, version, arch } = way.entry
        return cache.exclusive(name, version, arch, inner, async () => (await look(way)) ?? make(way, inner))
      })
  }
}
