import { createHash } from 'node:crypto'
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
import { bootstrap, findGo } from './go.ts'
import type { Env } from './go-env.ts'
import { askVersion, describeFitting, fits, findOnPath } from './machine.ts'
import type { ToolRecipe } from './module-build.ts'
import { checkNaming, type PathTools } from './named.ts'
import { DEFAULT_GO, GO_SUMS } from './pins.ts'
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
  const secretly = (): string => (parts.pathTools?.().holdsSecret ? ' beside a secret' : '')
  const go: Toolchain['go'] = (version, signal) =>
    gos(`${version}${secretly()}`, signal, (inner) => findGo(version, parts, inner, goSums))
  const target = translateToGo(parts.platform)
  const { os, arch } = target
  // Whichever Go is on PATH: the digest that is pinned is one of what our own Go makes.
  const pinnedGo = (signal: AbortSignal): Promise<Tool> =>
    (goSums ?? GO_SUMS)[`${os}-${arch}`] === undefined
      ? go(DEFAULT_GO, signal)
      : gos('pinned', signal, (inner) => bootstrap(parts, inner, goSums))

  /** The ways that count at this moment, and why others do not. */
  const listWays = (wanted: WantedTool): { readonly ways: readonly ToolWay[]; readonly reasons: readonly string[] } => {
    const compile = { go, pinnedGo, compiling }
    const all = [makeDownloadWay(wanted, parts), makeModuleWay(wanted, parts, compile)].filter(
      (way) => way !== undefined
    )
    const ways = secretly() ? all.filter(({ sha256 }) => sha256 !== undefined) : all
    if (all.length === 0) return { ways, reasons: [`nothing is pinned for ${os}/${arch}`] }
    const unpinned = `no digest of what its module makes is pinned for ${os}/${arch}, which counts beside a secret`
    return { ways, reasons: ways.length < all.length ? [unpinned] : [] }
  }

  const findHere = async (ways: readonly ToolWay[], signal: AbortSignal): Promise<Got | undefined> => {
    for (const way of ways) {
      const found = await kept.find(way, signal)
      if (found !== undefined) return found
    }
    return undefined
  }

  const obtain = async (wanted: WantedTool, signal: AbortSignal): Promise<Tool> => {
    const machine = await findOnMachine(wanted, parts, signal)
    if (typeof machine !== 'string') return machine
    const { ways, reasons: passed } = listWays(wanted)
    const reasons = [machine, ...passed]
    const here = await findHere(ways, signal)
    if (here !== undefined) return makeTool(wanted, here, parts.platform)
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
    throw new Failure('environment', `${wanted.name} ${wanted.version} cannot be had: ${reasons.join('; ')}`, {
      code: 'tool-unavailable',
      hint: adviseOn(wanted, passed.length > 0 && ways.length === 0)
    })
  }

  const present: PresentTool = async (name, version, signal) => {
    if (name === 'go') return await findGoHere(version ?? DEFAULT_GO, parts, signal)
    const wanted = lookUp(name, version, target)
    const machine = await findOnMachine(wanted, parts, signal)
    if (typeof machine !== 'string') return machine
    const found = await findHere(listWays(wanted).ways, signal)
    return found && makeTool(wanted, found, parts.platform)
  }

  return {
    go,
    present,
    tool: async (name, version, signal) => {
      const wanted = lookUp(name, version, target)
      return tools(`${name} ${wanted.version}${secretly()}`, signal, (inner) => obtain(wanted, inner))
    }
  }
}

/** What to do where a tool cannot be had; `unpinned`: a build of its module would do, were there no secret. */
function adviseOn({ name, fitting }: WantedTool, unpinned: boolean): string {
  const onPath = `Put ${name} ${fitting ? describeFitting(fitting) : ''} on PATH`
  if (unpinned && fitting)
    return `${onPath} and name it with its SHA-256 (path-tools), or run this in a job without secrets.`
  if (unpinned) return 'Run this in a job without secrets, or on a platform that docs/tools.md lists a digest for.'
  return fitting ? `${onPath}, or let the network reach one of these.` : 'Let the network reach the module proxy.'
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
  const program = formatProgramName(name, parts.platform)
  const vouched = `${url} with the pinned sha256 ${sha256}`
  return {
    entry: { name: `slipway-${name}-release`, version: dropLeadingV(version), arch: parts.platform.arch },
    source: 'download',
    ...{ program, links: [], recipe: `download ${sha256}`, sha256 },
    says: { [name]: says },
    vouch: () => `${vouched}; digest checked again in the tool cache`,
    make: async (out, _scratch, signal) => {
      parts.note(`downloading ${name} ${version}`)
      await downloadFile({ url, sha256, limit: FILE_LIMIT, mode: 0o755 }, join(out, program), parts, signal)
      return vouched
    }
  }
}

interface Compile {
  readonly go: Toolchain['go']
  readonly pinnedGo: (signal: AbortSignal) => Promise<Tool>
  readonly compiling: Limit
}

function makeModuleWay(
  { module }: WantedTool,
  parts: ToolchainParts,
  { go, pinnedGo, compiling }: Compile
): ToolWay | undefined {
  if (module === undefined) return undefined
  const { recipe, cachedAs } = module
  const { os, arch } = translateToGo(parts.platform)
  const sha256 = recipe.built[`${os}/${arch}`]
  const { path, version, sum } = recipe.pin
  return {
    entry: { name: cachedAs, version: nameBuild(recipe), arch: parts.platform.arch },
    source: 'module',
    program: formatProgramName(recipe.program, parts.platform),
    ...{ links: recipe.links, recipe: recipe.digest, says: recipe.says },
    ...(sha256 !== undefined && { sha256 }),
    vouch: (told) =>
      sha256 === undefined
        ? `from the tool cache, where its record says: ${told}; nothing pinned vouches for its bytes`
        : `sha256 ${sha256} checked in the tool cache: pinned as what ${DEFAULT_GO} builds from ${path}@${version} (${sum})`,
    make: (out, scratch, signal) =>
      compiling(async () => {
        signal.throwIfAborted()
        const compiler = await (sha256 === undefined ? go(DEFAULT_GO, signal) : pinnedGo(signal))
        const vouched = await recipe.build(compiler, scratch, out, parts, signal)
        return sha256 === undefined ? vouched : `${vouched}; the program has the pinned sha256 ${sha256}`
      })
  }
}

/** Builds of two recipes lie beside each other: two releases of Slipway on a machine do not build in turn. */
function nameBuild({ pin, digest }: ToolRecipe): string {
  const version = dropLeadingV(pin.version)
  const recipe = createHash('sha256').update(digest).digest('hex').slice(0, 12)
  return `${version}${version.includes('-') ? '.' : '-'}r${recipe}`
}

const dropLeadingV = (version: string): string => version.replace(/^v/, '')

const makeTool = (
  { name, says }: WantedTool,
  { folder, source, vouched, sha256 }: Got,
  platform: MachinePlatform
): Tool => ({
  ...{ name, version: says, source, vouched, sha256 },
  path: join(folder, formatProgramName(name, platform))
})

/** The tool on PATH, or why it is not taken. */
async function findOnMachine(
  { name, fitting }: WantedTool,
  parts: ToolchainParts,
  signal: AbortSignal
): Promise<Tool | string> {
  if (fitting === undefined || name === 'apidiff' || name === 'govulncheck')
    return 'one on PATH would not say which version it is'
  const path = await findOnPath(name, parts.env, parts.platform)
  if (path === undefined) return 'not on PATH'
  const naming = await checkNaming(name, path, parts)
  if ('passed' in naming) return naming.passed
  const { sha256 } = naming
  try {
    const version = await askVersion(parts.processes.run, name, path, parts.env, signal)
    if (!fits(version, fitting)) return `on PATH as ${version}, not ${describeFitting(fitting)}`
    const checked = sha256 === undefined ? 'no digest checked' : `with the sha256 ${sha256} that path-tools names`
    const vouched = `on PATH, says it is ${version} (${describeFitting(fitting)} wanted); ${checked}`
    return { name, version, path, source: 'machine', vouched, ...(sha256 !== undefined && { sha256 }) }
  } catch (cause) {
    signal.throwIfAborted()
    if (!(cause instanceof Failure)) throw cause
    return `on PATH, but ${cause.message}`
  }
}
