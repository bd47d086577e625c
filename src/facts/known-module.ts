import { dirname, join } from 'node:path'
import type { Files } from '../model/ports/files.ts'
import type { Query } from '../model/ports/processes.ts'

/** What a first slipway.yaml is written from, beside another program's configuration. */
export interface KnownModule {
  /** As go.mod has it. */
  readonly module: string
  /** Its folder below the root of the repository, '' for the root itself. */
  readonly folder: string
  /** OWNER/NAME that the clone came from; '' where git does not say. */
  readonly repository: string
  /** What git holds or would add, relative to the module's folder; without those of modules inside. */
  readonly files: readonly string[]
  /** Its main packages, `.` or `./cmd/x`, sorted. */
  readonly mains: readonly string[]
  /** Folders below it that are modules of their own. */
  readonly inner: readonly string[]
}

interface Sources {
  readonly run: Query
  readonly files: Files
  /** For git. */
  readonly env: Readonly<Record<string, string>>
}

/** The root of the repository around a folder, and its files; the folder itself where there is no repository. */
export interface Place {
  readonly root: string
  /** The folder itself below the root, '' for the root. */
  readonly prefix: string
  /** Relative to the root. */
  readonly files: readonly string[]
  readonly remote: string
}

export async function findPlace({ run, files, env }: Sources, folder: string): Promise<Place> {
  const ask = async (...args: readonly string[]): Promise<string> =>
    await run(['git', '-C', folder, ...args], { env })
      .then(({ stdout }) => stdout)
      .catch(() => '')
  const listAll = async (): Promise<string> => {
    const args = ['ls-files', '-z', '--full-name', '--cached', '--others', '--exclude-standard', ':(top)']
    return (await run(['git', '-C', folder, ...args], { env })).stdout
  }
  const [root = '', prefix = ''] = (await ask('rev-parse', '--show-toplevel', '--show-prefix')).split('\n')
  if (root === '') return { root: folder, prefix: '', files: await files.list(folder), remote: '' }
  const [list, remote] = await Promise.all([
    // What git does not list is not taken for a repository without files.
    listAll(),
    ask('config', '--get', 'remote.origin.url')
  ])
  return {
    root,
    prefix: prefix.replace(/\/$/, ''),
    files: [...new Set(list.split('\0').filter(Boolean))].sort(),
    remote: remote.trim()
  }
}

export async function lookAtModule(files: Files, module: string, place: Place): Promise<KnownModule> {
  const { prefix } = place
  const below = prefix === '' ? place.files : place.files.flatMap((path) => cutPrefix(path, `${prefix}/`))
  const inner = below.filter((path) => path.endsWith('/go.mod')).map((path) => path.slice(0, -'/go.mod'.length))
  const own = below.filter((path) => !inner.some((folder) => path.startsWith(`${folder}/`)))
  const mains = await findMainFolders(files, join(place.root, prefix), own)
  return { module, folder: prefix, repository: nameRepository(place.remote), files: own, mains, inner }
}

const cutPrefix = (path: string, prefix: string): readonly string[] =>
  path.startsWith(prefix) ? [path.slice(prefix.length)] : []

/** OWNER/NAME of an address of git: https://host/owner/name.git, git@host:owner/name. */
const nameRepository = (remote: string): string =>
  /^(?:\w+:\/\/[^/]+\/|[^/:]+:)(.+?)(?:\.git)?\/?$/.exec(remote)?.[1] ?? ''

/** Folders that the go command looks into, with a Go file that is built and says `package main`. */
async function findMainFolders(files: Files, root: string, paths: readonly string[]): Promise<readonly string[]> {
  const sources = paths.filter(
    (path) => /\.go$/.test(path) && !/_test\.go$|(^|\/)(testdata|vendor|[._][^/]*)(\/|$)/.test(path)
  )
  const folders = new Map<string, readonly string[]>()
  for (const path of sources) folders.set(dirname(path), [...(folders.get(dirname(path)) ?? []), path])
  const mains: string[] = []
  for (const [folder, inside] of folders) {
    const name = await readPackageName(files, root, inside)
    if (name === 'main') mains.push(folder === '.' ? '.' : `./${folder}`)
  }
  return mains.sort()
}

/** The package of the first file that belongs to it: scripts beside it are left out of every build. */
async function readPackageName(files: Files, root: string, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const bytes = await files.read(join(root, path)).catch(() => undefined)
    const text = Buffer.from(bytes ?? []).toString('utf8')
    if (/^\/\/(go:build|\s*\+build)\s+ignore\b/m.test(text)) continue
    const [, name] = /^package\s+(\w+)/m.exec(text.replace(/\/\*[^]*?\*\//g, '')) ?? []
    if (name !== undefined) return name
  }
  return undefined
}
