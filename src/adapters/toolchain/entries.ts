import { join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import type { ToolCache } from '../../model/ports/caches.ts'
import type { ToolName } from '../../model/ports/toolchain.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Processes } from '../../model/ports/processes.ts'
import type { FileSystem } from '../machine/disk.ts'
import type { Env } from './go-env.ts'
import { findKept, keep, type Entry, type Made } from './kept.ts'
import { ask, type Talking } from './machine.ts'
import { program, type Platform } from './platform.ts'
import { sharing } from './shared.ts'

/** One way to get tools that end in an entry of the tool cache. */
export interface Way {
  readonly entry: Entry
  /** Changes when what is made changes. */
  readonly recipe: string
  /** What the one file of the entry has to be, where a pin says so. */
  readonly sha256?: string
  /** Every program of the entry, and the version that it says it is. */
  readonly says: Readonly<Partial<Record<ToolName, string>>>
  /** Puts the programs, without their links, into the folder `out`; `scratch` is for all else and is gone afterwards. */
  make(out: string, scratch: string, signal: AbortSignal): Promise<Omit<Made, 'files' | 'recipe'>>
}

/** An entry that may be used. */
export interface Got {
  readonly folder: string
  readonly source: Made['source']
  readonly vouched: string
  /** sha256 by name, as they were seen in this run. */
  readonly files: Made['files']
}

export interface Entries {
  /** The entry as it lies in the cache, checked again; undefined when it does not. */
  find(way: Way, signal: AbortSignal): Promise<Got | undefined>
  /** The entry, made when it is not there: one process makes it, others wait for it. */
  make(way: Way, signal: AbortSignal): Promise<Got>
}

interface Parts {
  readonly processes: Processes
  readonly files: Files
  readonly fs: FileSystem
  readonly cache: ToolCache
  readonly env: Env
  readonly platform: Platform
  readonly note: (text: string) => void
}

class Absent extends Error {}

/** The tool cache as seen by one toolchain: each entry is checked once, and made once. */
export function entries(parts: Parts): Entries {
  const { cache, files, fs } = parts
  const found = sharing<Got>()
  const made = sharing<Got>()
  const keyOf = ({ entry: { name, version } }: Way): string => `${name} ${version}`

  const look = async ({ entry, recipe, sha256 }: Way): Promise<Got | undefined> => {
    const kept = await findKept(entry, recipe, sha256, parts)
    return kept && { ...kept, vouched: `${kept.vouched}; digest checked again in the tool cache` }
  }

  const check = async (way: Way, out: string, signal: AbortSignal): Promise<void> => {
    for (const [name, version] of Object.entries(way.says) as [Talking, string][]) {
      const said = await ask(parts.processes.run, name, join(out, program(name, parts.platform)), parts.env, signal)
      if (said !== version)
        throw new Failure('verification', `the new ${name} says it is ${said}, not ${version}`, {
          hint: 'It is not used and not kept: this is a mistake in what Slipway pins, so report it.'
        })
    }
  }

  const make = async (way: Way, signal: AbortSignal): Promise<Got> => {
    const { entry, recipe } = way
    await using scratch = await files.scratch(entry.name)
    const out = join(scratch.path, 'out')
    await fs.mkdir(out)
    const how = await way.make(out, scratch.path, signal)
    for (const [link, target] of Object.entries(how.links)) await fs.symlink(target, join(out, link))
    await check(way, out, signal)
    const kept = await keep(out, entry, { ...how, recipe }, parts)
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
