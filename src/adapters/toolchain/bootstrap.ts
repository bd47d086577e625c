import { basename, dirname, join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Tool } from '../../model/nouns.ts'
import type { ToolCache } from '../../model/ports/caches.ts'
import type { Files } from '../../model/ports/files.ts'
import type { FileSystem } from '../machine/disk.ts'
import { computeHash1 } from './dirhash.ts'
import { downloadFile, type Fetch } from './download.ts'
import type { Env } from './go-env.ts'
import { DEFAULT_GO, GO_ORIGIN, GO_SUMS } from './pins.ts'
import { translateToGo, formatProgramName, type MachinePlatform } from './platform.ts'
import { hashToolchain } from './tree.ts'
import { hashZip, unpackZip } from './zip.ts'

export interface Bootstrapping {
  readonly files: Files
  readonly fs: FileSystem
  readonly cache: ToolCache
  readonly fetch: Fetch
  readonly env: Env
  readonly platform: MachinePlatform
  readonly note: (text: string) => void
}

const CACHED = 'slipway-go'
/** Twice and more what go1.26.8 needs: 72 MB, 12 000 files, 215 MB. */
const ZIP_LIMIT = LIMITS.toolchain.most
const UNPACKED = { files: LIMITS['toolchain files'].most, bytes: LIMITS['toolchain unpacked'].most }

/** Where a module zip may be fetched from. */
export interface ProxyPlace {
  /** Without credentials. */
  readonly url: string
  readonly authorization?: string
}

/**
 * The places that GOPROXY names, in order; where it names none, those that the go command takes. `direct` means Go's own
 * origin for toolchain modules. Nothing after `off`. A `file:` proxy is passed over.
 */
export function listProxyPlaces(env: Env): readonly ProxyPlace[] {
  const named = (env['GOPROXY'] ?? '').split(/[,|]/).map((part) => part.trim())
  const listed = named.filter((part) => part !== '')
  const usable = listed.includes('off') ? listed.slice(0, listed.indexOf('off')) : listed
  return (listed.length === 0 ? ['https://proxy.golang.org', 'direct'] : usable).flatMap((part) => {
    if (part === 'direct') return [{ url: GO_ORIGIN }]
    if (!/^https?:\/\//.test(part) || !URL.canParse(part)) return []
    const url = new URL(part)
    const { username, password } = url
    url.username = ''
    url.password = ''
    const place = { url: url.href.replace(/\/+$/, '') }
    if (username === '') return [place]
    const secret = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
    return [{ ...place, authorization: `Basic ${secret}` }]
  })
}

/**
 * DEFAULT_GO by its toolchain module, checked against our pinned sum before it is unpacked; `why` says why the machine's
 * is not taken.
 */
export async function bootstrapGo(
  by: Bootstrapping,
  signal: AbortSignal,
  sums = GO_SUMS,
  why = 'there is no go on PATH'
): Promise<Tool> {
  const target = translateToGo(by.platform)
  const platform = `${target.os}-${target.arch}`
  const sum = sums[platform]
  if (sum === undefined) {
    throw new Failure('environment', `${why}, and there is no pinned Go for ${target.os}/${target.arch}`, {
      hint: `Install Go (https://go.dev/dl/), and name it where the run holds a secret; there is a pinned one for ${Object.keys(sums).join(', ')}.`
    })
  }
  const version = DEFAULT_GO.slice('go'.length)
  const arch = by.platform.arch
  const module = `golang.org/toolchain@v0.0.1-${DEFAULT_GO}.${platform}`
  const kept = (): Promise<string | undefined> => findTree(`${module}/`, sum, by)
  const folder =
    (await kept()) ??
    (await by.cache.exclusive(CACHED, version, arch, signal, async () => {
      const other = await kept()
      if (other !== undefined) return other
      await using scratch = await by.files.scratch('go')
      const zip = join(scratch.path, 'go.zip')
      await fetchZip(module, zip, why, by, signal)
      by.note(`checking ${module}`)
      const seen = computeHash1(await hashZip(zip, UNPACKED, signal))
      if (seen !== sum) {
        throw new Failure('verification', `${module} has the sum ${seen}, not the pinned ${sum}`, {
          hint: 'The place that served it serves something else than was published. Do not use it.'
        })
      }
      const tree = join(scratch.path, 'go')
      by.note(`unpacking ${module}`)
      await unpackZip(zip, tree, { prefix: `${module}/`, mode: choosePermissions, limits: UNPACKED }, by.fs, signal)
      await restoreGoMods(tree, by)
      return await by.cache.add(tree, CACHED, version, arch)
    }))
  return {
    name: 'go',
    version: DEFAULT_GO,
    path: join(folder, 'bin', formatProgramName('go', by.platform)),
    source: 'module',
    vouched: `toolchain module ${module} with the pinned sum ${sum}`
  }
}

/** The cached tree, when it still has the sum; else it is removed. */
async function findTree(
  prefix: string,
  sum: string,
  { cache, platform, note }: Bootstrapping
): Promise<string | undefined> {
  const version = DEFAULT_GO.slice('go'.length)
  const folder = await cache.find(CACHED, version, platform.arch)
  if (folder === undefined) return undefined
  if (computeHash1(await hashToolchain(folder, prefix)) === sum) return folder
  note(`warning: ${DEFAULT_GO} in the tool cache was changed; it is removed and made anew`)
  await cache.remove(CACHED, version, platform.arch)
  return undefined
}

/** Module zips hold no go.mod but their own, so toolchains carry theirs as _go.mod; the go command does the same. */
async function restoreGoMods(tree: string, { files, fs }: Bootstrapping): Promise<void> {
  for (const name of await files.list(tree)) {
    if (basename(name) === '_go.mod') await fs.cp(join(tree, name), join(tree, dirname(name), 'go.mod'))
  }
}

/** Module zips carry no permissions; these are the files that the go command itself makes executable. */
const choosePermissions = (name: string): number =>
  name.startsWith('bin/') || name.startsWith('pkg/tool/') || /^lib\/.*go_.+_.+_exec$/.test(name) ? 0o755 : 0o644

async function fetchZip(
  module: string,
  path: string,
  passed: string,
  by: Bootstrapping,
  signal: AbortSignal
): Promise<void> {
  const file = `${module.replace('@', '/@v/')}.zip`
  const reasons: Failure[] = []
  for (const { url, authorization } of listProxyPlaces(by.env)) {
    by.note(`downloading ${module} (70 MB)`)
    const { origin } = new URL(url)
    const what = {
      url: `${url}/${file}`,
      limit: ZIP_LIMIT,
      plain: [origin],
      ...(authorization && { authorization })
    }
    try {
      return await downloadFile(what, path, by, signal)
    } catch (cause) {
      if (!(cause instanceof Failure) || cause.kind !== 'environment') throw cause
      reasons.push(cause)
    }
  }
  const why = reasons.map(({ message }) => message).join('; ')
  throw new Failure('environment', `${passed}, and ${module} cannot be had: ${why || 'GOPROXY allows no place'}`, {
    code: 'tool-unavailable',
    hint: 'Install Go, or let GOPROXY name a module proxy that can be reached.',
    cause: reasons.at(-1)
  })
}
