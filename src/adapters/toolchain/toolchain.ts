import { join } from 'node:path'
import pLimit from 'p-limit'
import { Failure } from '../../base/errors.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Tool } from '../../model/nouns.ts'
import type { Limit } from '../../base/parallel.ts'
import type { ToolCache } from '../../model/ports/caches.ts'
import type { Toolchain, ToolName } from '../../model/ports/toolchain.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Processes } from '../../model/ports/processes.ts'
import type { FileSystem } from '../machine/disk.ts'
import { downloadFile, type Fetch } from './download.ts'
import { openEntries, type Got, type ToolWay } from './entries.ts'
import { findGo } from './go.ts'
import type { Env } from './go-env.ts'
import { askVersion, describeFitting, fits, findOnPath } from './machine.ts'
import { DEFAULT_GO } from './pins.ts'
import { translateToGo, formatProgramName, type MachinePlatform } from './platform.ts'
import { makeSharing } from './shared.ts'
import { findWantedTool, type WantedTool } from './wanted.ts'

export interface ToolchainParts {
  readonly processes: Processes
  readonly files: Files
  readonly fs: FileSystem
  readonly cache: ToolCache
  readonly fetch: Fetch
  /** The caller's environment; nothing else is read. */
  readonly env: Env
  readonly platform: MachinePlatform
  /** Says what is being done right now, for a line of progress. */
  readonly note: (text: string) => void
  /** What may be run of PATH; left out: whatever fits. */
  readonly pathTools?: () => PathTools
}

/** What counts for programs of PATH at this moment of a run. */
export interface PathTools {
  /** Whether a tool could take a secret: then a program counts only when it is named. */
  readonly holdsSecret: boolean
  /** SHA-256 of programs, by the tool's name. */
  readonly named: Readonly<Record<string, string>>
}

/** A tool when it is here already, on PATH or in the tool cache: nothing is fetched or built. */
export type PresentTool = (
  name: ToolName | 'go',
  version: string | undefined,
  signal: AbortSignal
) => Promise<Tool | undefined>

/** More than any single program here: cosign for Windows is 199 MB. */
const FILE_LIMIT = LIMITS.tool.most

/**
 * Tools from PATH, by pinned download, or built from modules; the last two through the tool cache. `lookUp` says which
 * tools there are, `goSums` what DEFAULT_GO's toolchain modules are (as GO_SUMS does).
 */
export function toolchain(
  parts: ToolchainParts,
  lookUp: typeof findWantedTool = findWantedTool,
  goSums?: Readonly<Record<string, string>>
): Toolchain & { readonly present: PresentTool } {
  const gos = makeSharing<Tool>()
  const tools = makeSharing<Tool>()
  const kept = openEntries(parts)
  // Each takes every core, and a Kubernetes up to 3.1 GiB: two at a time would be no faster.
  const compiling = pLimit(1)
  const go: Toolchain['go'] = (version, signal) =>
    gos(version, signal, (inner) => findGo(version, parts, inner, goSums))

  const obtain = async (wanted: WantedTool, signal: AbortSignal): Promise<Tool> => {
    const machine = await findOnMachine(wanted, parts, signal)
    if (typeof machine !== 'string') return machine
    const reasons = [machine]
    const ways = [makeDownloadWay(wanted, parts), makeModuleWay(wanted, parts, go, compiling)].filter(
      (way) => way !== undefined
    )
    // Beside a secret, what a job before may have left as built from modules comes after the pinned download.
    const early = parts.pathTools?.().holdsSecret ? ways.slice(0, 1) : ways
    for (const way of early) {
      const found = await kept.find(way, signal)
      if (found !== undefined) return makeTool(wanted, found, parts.platform)
    }
    for (const way of ways) {
      try {
        return makeTool(wanted, await kept.make(way, signal), parts.platform)
      } catch (cause) {
        signal.throwIfAborted()
        // Only what the network or the machine refuses is a reason to go on; what came and was wrong stops the run.
        if (!(cause instanceof Failure) || cause.kind !== 'environment') throw cause
        reasons.push(cause.message)
        parts.note(cause.message)
      }
    }
    const { os, arch } = translateToGo(parts.platform)
    if (ways.length === 0) reasons.push(`nothing is pinned for ${os}/${arch}`)
    throw new Failure('environment', `${wanted.name} ${wanted.version} cannot be had: ${reasons.join('; ')}`, {
      code: 'tool-unavailable',
      hint: wanted.fitting
        ? `Put ${wanted.name} ${describeFitting(wanted.fitting)} on PATH, or let the network reach one of these.`
        : 'Let the network reach the module proxy.'
    })
  }

  const present: PresentTool = async (name, version, signal) => {
    if (name === 'go') return await findGoHere(version ?? DEFAULT_GO, parts, signal)
    const wanted = lookUp(name, version, translateToGo(parts.platform))
    const machine = await findOnMachine(wanted, parts, signal)
    if (typeof machine !== 'string') return machine
    for (const way of [makeDownloadWay(wanted, parts), makeModuleWay(wanted, parts, go, compiling)]) {
      const found = way && (await kept.find(way, signal))
      if (found !== undefined) return makeTool(wanted, found, parts.platform)
    }
    return undefined
  }

  return {
    go,
    present,
    tool: async (name, version, signal) => {
      const wanted = lookUp(name, version, translateToGo(parts.platform))
      return tools(`${name} ${wanted.version}`, signal, (inner) => obtain(wanted, inner))
    }
  }
}

/** With GOPROXY=off the go command and our own download find what lies here, and nothing else. */
async function findGoHere(version: string, parts: ToolchainParts, signal: AbortSignal): Promise<Tool | undefined> {
  try {
    return await findGo(version, { ...parts, env: { ...parts.env, GOPROXY: 'off' } }, signal)
  } catch (cause) {
    if (cause instanceof Failure && cause.kind === 'environment') return undefined
    throw cause
  }
}

function makeDownloadWay(
  { name, version, says, download: pin }: WantedTool,
  parts: ToolchainParts
): ToolWay | undefined {
  if (pin === undefined) return undefined
  const { url, sha256 } = pin
  return {
    entry: { name: `slipway-${name}-release`, version: dropLeadingV(version), arch: parts.platform.arch },
    recipe: `download ${sha256}`,
    sha256,
    says: { [name]: says },
    make: async (out, _scratch, signal) => {
      parts.note(`downloading ${name} ${version}`)
      const path = join(out, formatProgramName(name, parts.platform))
      await downloadFile({ url, sha256, limit: FILE_LIMIT, mode: 0o755 }, path, parts, signal)
      return { source: 'download', vouched: `${url} with the pinned sha256 ${sha256}`, links: {} }
    }
  }
}

function makeModuleWay(
  { module }: WantedTool,
  parts: ToolchainParts,
  go: Toolchain['go'],
  compiling: Limit
): ToolWay | undefined {
  if (module === undefined) return undefined
  const { recipe, cachedAs } = module
  return {
    entry: { name: cachedAs, version: dropLeadingV(recipe.pin.version), arch: parts.platform.arch },
    recipe: recipe.digest,
    says: recipe.says,
    make: (out, scratch, signal) =>
      compiling(async () => {
        signal.throwIfAborted()
        const compiler = await go(DEFAULT_GO, signal)
        return { source: 'module', ...(await recipe.build(compiler, scratch, out, parts, signal)) }
      })
  }
}

const dropLeadingV = (version: string): string => version.replace(/^v/, '')

const makeTool = (
  { name, says }: WantedTool,
  { folder, source, vouched, files }: Got,
  platform: MachinePlatform
): Tool => {
  const file = formatProgramName(name, platform)
  const sha256 = files[file]
  return {
    name,
    version: says,
    path: join(folder, file),
    source,
    vouched,
    ...(sha256 !== undefined && { sha256 })
  }
}

/** The tool on PATH, or why it is not taken. */
async function findOnMachine(
  { name, fitting }: WantedTool,
  { processes, files, env, platform, pathTools }: ToolchainParts,
  signal: AbortSignal
): Promise<Tool | string> {
  if (fitting === undefined || name === 'apidiff' || name === 'govulncheck')
    return 'one on PATH would not say which version it is'
  const path = await findOnPath(name, env, platform)
  if (path === undefined) return 'not on PATH'
  const { holdsSecret, named } = pathTools?.() ?? { holdsSecret: false, named: {} }
  const expected = Object.hasOwn(named, name) ? named[name] : undefined
  // Before it is run to say its version.
  const sha256 = holdsSecret || expected !== undefined ? (await files.digest(path))?.sha256 : undefined
  if (expected !== undefined && sha256 !== expected)
    throw new Failure('verification', `${path} has sha256 ${sha256 ?? '-'}, and path-tools names ${expected}`, {
      hint: `Find out who changed it. Without ${name} in path-tools, Slipway takes the pinned one.`
    })
  if (holdsSecret && expected === undefined)
    return `${path} is not named with its SHA-256 (path-tools: ${name}=${sha256 ?? '-'}), which counts beside a secret`
  try {
    const version = await askVersion(processes.run, name, path, env, signal)
    if (!fits(version, fitting)) return `on PATH as ${version}, not ${describeFitting(fitting)}`
    const checked = expected === undefined ? 'no digest checked' : `with the sha256 ${expected} that path-tools names`
    const vouched = `on PATH, says it is ${version} (${describeFitting(fitting)} wanted); ${checked}`
    return { name, version, path, source: 'machine', vouched, ...(expected !== undefined && { sha256: expected }) }
  } catch (cause) {
    signal.throwIfAborted()
    if (!(cause instanceof Failure)) throw cause
    return `on PATH, but ${cause.message}`
  }
}
