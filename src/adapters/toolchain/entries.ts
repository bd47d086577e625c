import { join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import type { ToolCache } from '../../model/ports/caches.ts'
import type { ToolName } from '../../model/ports/toolchain.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Processes } from '../../model/ports/processes.ts'
import type { FileSystem } from '../machine/disk.ts'
import type { Env } from './go-env.ts'
import { findKept, keepTool, type KeptContent, type KeptEntry, type ToolRecord } from './kept.ts'
import { askVersion, type Talking } from './machine.ts'
import { formatProgramName, type MachinePlatform } from './platform.ts'
import { makeSharing } from './shared.ts'

/** One way to get a program that ends in an entry of the tool cache. */
export interface ToolWay extends KeptContent {
  readonly entry: KeptEntry
  readonly source: ToolRecord['source']
  /** The tools that the program is, and the version that each says it is. */
  readonly says: Readonly<Partial<Record<ToolName, string>>>
  /** What vouches for the program as it lies in the cache; `told` is what its record says, which this run did not check. */
  readonly vouch: (told: string) => string
  /** Puts the program, without its links, into the folder `out`; `scratch` is for all else and is gone afterwards. */
  make(out: string, scratch: string, signal: AbortSignal): Promise<string>
}

/** An entry that may be used. */
export interface Got {
  readonly folder: string
  readonly source: ToolRecord['source']
  readonly vouched: string
  /** Of the program, as it was seen in this run. */
  readonly sha256: string
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

  const look = async (way: ToolWay): Promise<Got | undefined> => {
    const kept = await findKept(way.entry, way, parts)
    if (kept === undefined) return undefined
    return { folder: kept.folder, source: way.source, sha256: kept.sha256, vouched: way.vouch(kept.told ?? 'nothing') }
  }

  const refuseOther = (way: ToolWay, sha256: string): void => {
    if (way.sha256 === undefined || way.sha256 === sha256) return
    throw new Failure('verification', `the new ${way.program} has sha256 ${sha256}, and ${way.sha256} is pinned`, {
      hint: 'It was not run and is not kept. Another Go, module or flag made it, or somebody changed it: report it.'
    })
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
    const { entry, recipe, program, links, source } = way
    await using scratch = await files.scratch(entry.name)
    const out = join(scratch.path, 'out')
    await fs.mkdir(out)
    const vouched = await way.make(out, scratch.path, signal)
    const sha256 = (await files.digest(join(out, program)))?.sha256 ?? ''
    refuseOther(way, sha256)
    for (const link of links) await fs.symlink(program, join(out, link))
    await check(way, out, signal)
    const record = {
      ...{ source, recipe, vouched, files: { [program]: sha256 } },
      links: Object.fromEntries(links.map((link) => [link, program]))
    }
    return { folder: await keepTool(out, entry, record, parts), source, vouched, sha256 }
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
