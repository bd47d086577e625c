import { delimiter, join, relative, resolve } from 'node:path'
import type { Module } from '../go/inspect/build-info.ts'
import { LIMITS } from '../base/limits.ts'
import type { Files } from '../model/ports/files.ts'
import type { Exec } from '../model/ports/processes.ts'
import { findLicences } from './licences.ts'

/** What the licence files of a module, or of our own repository, grant. */
export interface Licensed {
  /** SPDX ids of the licences whose text stands there, word for word; their order and number say nothing of a choice. */
  readonly ids: readonly string[]
  /** What stands there and is none of those, or why nothing does: one sentence. */
  readonly unknown?: string
}

export type LicencesOf = (module: Module) => Promise<Licensed>

export interface ModuleFolders {
  readonly files: Files
  readonly run: Exec
  /** The go command. */
  readonly go: string
  readonly env: Readonly<Record<string, string>>
  /** Absolute folder of our own module, and of the repository that holds it. */
  readonly folder: string
  readonly root: string
  readonly vendored: boolean
}

/**
 * The licences of modules that were linked in, each read once: from `vendor/`, from the module cache, whose content
 * go.sum vouches for, or from a folder of the repository. A module that is not in the cache any more is fetched again.
 */
export function makeModuleLicences(folders: ModuleFolders, signal: AbortSignal): LicencesOf {
  const known = new Map<string, Promise<Licensed>>()
  return (module) => {
    const { path, version } = folders.vendored ? module : (module.replace ?? module)
    const key = `${path}@${version}`
    const reading = known.get(key) ?? readModuleLicences(folders, module, signal)
    known.set(key, reading)
    return reading
  }
}

async function readModuleLicences(folders: ModuleFolders, module: Module, signal: AbortSignal): Promise<Licensed> {
  const { files, run, go, env, folder, root, vendored } = folders
  const used = module.replace ?? module
  if (vendored) return await readLicencesAt(files, join(folder, 'vendor', ...module.path.split('/')))
  if (used.version === '' || used.version === '(devel)') {
    const place = resolve(folder, used.path)
    const outside = relative(root, place).split(/[/\\]/)[0] === '..'
    return outside
      ? { ids: [], unknown: 'it is a folder outside of the repository' }
      : await readLicencesAt(files, place)
  }
  const place = join(locateModuleCache(env), `${escapeModulePath(used.path)}@${escapeModulePath(used.version)}`)
  if ((await files.names(place)) === undefined)
    await run([go, 'mod', 'download', `${used.path}@${used.version}`], { cwd: folder, env, signal })
  return await readLicencesAt(files, place)
}

/** Where go keeps modules, by the environment alone: no settings file is read (GOENV=off). */
function locateModuleCache(env: Readonly<Record<string, string | undefined>>): string {
  const { GOMODCACHE = '', GOPATH = '', HOME = '', USERPROFILE = '' } = env
  if (GOMODCACHE !== '') return GOMODCACHE
  const first = GOPATH.split(delimiter)[0] ?? ''
  return join(first === '' ? join(HOME || USERPROFILE, 'go') : first, 'pkg', 'mod')
}

/** A module's path or version as the module cache writes it: `!b` for `B` (golang.org/x/mod/module, EscapePath). */
const escapeModulePath = (text: string): string => text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)

const LICENCE_FILE = /^((un)?licen[cs]e|copying)([.-][\w.-]+)?(?<!\.go)$/i
/** Whether a file at the top of a folder is one whose text grants something, by its name. */
export const isLicenceFile = (name: string): boolean => LICENCE_FILE.test(name)

/** A licence is a few pages; what is longer is no licence text alone. */
const LONGEST = LIMITS.licence.most
/** A file may say whose it is and since when, and name its licence, before anything in it counts as something else. */
const NAMES = 40

/** What the licence files at the top of a folder grant. */
export async function readLicencesAt(files: Files, folder: string): Promise<Licensed> {
  const names = ((await files.names(folder)) ?? []).filter(isLicenceFile)
  const texts = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readBeginning(files, join(folder, name)) }))
  )
  return joinLicences(texts)
}

/** As much of a file as counts: what a module calls its licence may be of any size. */
async function readBeginning(files: Files, path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of files.stream(path)) {
    pieces.push(piece)
    size += piece.length
    if (size >= LONGEST) break
  }
  return Buffer.concat(pieces).subarray(0, LONGEST)
}

/** The same of files that were read already; of others than licence files nothing is said. */
export function joinLicences(all: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Licensed {
  const files = all.filter(({ name }) => isLicenceFile(name))
  if (files.length === 0) return { ids: [], unknown: 'there is no licence file' }
  const read = files.map(({ name, bytes }) => ({
    name,
    ...findLicences(Buffer.from(bytes.subarray(0, LONGEST)).toString('utf8'))
  }))
  const ids = [...new Set(read.flatMap(({ ids }) => ids))]
  const unknown = read.flatMap(({ name, ids, rest }) =>
    ids.length === 0
      ? [`${name} is no licence text that is known here`]
      : rest > NAMES
        ? [`${name} holds ${rest} words beside ${ids.join(' and ')}`]
        : []
  )
  return { ids, ...(unknown.length && { unknown: unknown.join('; ') }) }
}
