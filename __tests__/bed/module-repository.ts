import { chmod, copyFile, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { processes } from '../../src/adapters/machine/process.ts'
import { Failure } from '../../src/base/errors.ts'
import { environment } from './tools.ts'

const { run } = processes()

/** One commit and its annotated tag. */
export interface Version {
  /** As in `v1.0.0`; later ones stand later in the history. */
  readonly tag: string
  /** Author, committer and tagger date, ISO 8601 in UTC. */
  readonly date: string
  readonly message: string
  /** Folders whose files are laid over each other, the last on top. Nothing of the version before stays. */
  readonly layers: readonly string[]
  /** Changes made on top of the layers: a path and what becomes of its content. */
  readonly edits?: Readonly<Record<string, (content: string) => string>>
}

/** A module as the Go module proxy serves it. */
export interface Module {
  readonly path: string
  readonly version: string
  /** Its `h1:` hash, as a go.sum has it: what we look at is what we once looked at. */
  readonly sum: string
}

/** What `go mod download` left on disk. */
export interface Downloaded extends Module {
  /** A read-only folder of the module cache. */
  readonly dir: string
  /** The time of the commit, ISO 8601 in UTC. */
  readonly date: string
}

/**
 * Makes `folder` a git repository with one commit and one annotated tag a version, on branch `main`. The commit hashes
 * follow from the versions alone: author, dates and line endings are fixed and nobody's git configuration is read, so
 * they are the same on every machine. Returns the commit hashes, oldest first. What lay in `folder` is gone.
 */
export async function makeRepository(folder: string, versions: readonly Version[]): Promise<readonly string[]> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await git(folder, ['init', '--quiet', '--initial-branch=main', '--object-format=sha1', '--template='])
  for (const [name, value] of SETTINGS) await git(folder, ['config', name, value])
  const commits: string[] = []
  for (const version of versions) commits.push(await commitVersion(folder, version))
  return commits
}

/** Adds one version to a repository that `makeRepository` made; returns the commit's hash. */
export async function commitVersion(folder: string, version: Version): Promise<string> {
  for (const name of await readdir(folder))
    if (name !== '.git') await rm(join(folder, name), { recursive: true, force: true })
  for (const layer of version.layers) await lay(layer, folder)
  for (const [path, edit] of Object.entries(version.edits ?? {})) {
    const before = await readFile(join(folder, path), 'utf8')
    await writeFile(join(folder, path), edit(before))
  }
  // --force: a module's own .gitignore may name files that its release holds.
  await git(folder, ['add', '--all', '--force', '.'], version.date)
  await git(folder, ['commit', '--quiet', '--no-verify', '--allow-empty', '--message', version.message], version.date)
  await git(folder, ['tag', '--annotate', '--message', version.tag, version.tag], version.date)
  return (await git(folder, ['rev-parse', 'HEAD'])).trim()
}

/**
 * Fetches a module through the Go command, which checks it against the checksum database, and then against the hash
 * that we carry. The environment says which proxy and module cache.
 */
export async function downloadModule({ path, version, sum }: Module): Promise<Downloaded> {
  const env = { ...environment(), GOWORK: 'off', GOFLAGS: '-mod=mod' }
  // Outside of any module: no go.mod may replace what is asked for.
  const { stdout } = await run(['go', 'mod', 'download', '-json', `${path}@${version}`], { cwd: tmpdir(), env })
  const said = JSON.parse(stdout) as { readonly Dir: string; readonly Sum: string; readonly Info: string }
  if (said.Sum !== sum)
    throw new Failure('verification', `${path}@${version} has the hash ${said.Sum}, expected ${sum}`, {
      hint: 'Clear the module cache and try again; if it stays, somebody changed a published module.'
    })
  const info = JSON.parse(await readFile(said.Info, 'utf8')) as { readonly Time: string }
  return { path, version, sum, dir: said.Dir, date: info.Time }
}

/** The version of a downloaded module, as a commit of its own. */
export const moduleVersion = ({ path, version, dir, date }: Downloaded): Version => ({
  tag: version,
  date,
  message: `${path} ${version}, as the Go module proxy has it`,
  layers: [dir]
})

/** Written into the repository, so that later commands on any machine see the same files as the commit has. */
const SETTINGS = [
  ['core.autocrlf', 'false'],
  ['core.eol', 'lf'],
  ['core.fileMode', process.platform === 'win32' ? 'false' : 'true'],
  ['core.attributesFile', '/dev/null'],
  ['core.excludesFile', '/dev/null'],
  ['commit.gpgSign', 'false'],
  ['tag.gpgSign', 'false']
] as const

/** Runs git with no configuration but the repository's own. */
async function git(cwd: string, args: readonly string[], date = '1970-01-01T00:00:00Z'): Promise<string> {
  const person = (role: string) => ({
    [`GIT_${role}_NAME`]: 'Slipway examples',
    [`GIT_${role}_EMAIL`]: 'examples@slipway.invalid',
    [`GIT_${role}_DATE`]: date
  })
  const env = {
    ...Object.fromEntries(Object.entries(environment()).filter(([name]) => !name.startsWith('GIT_'))),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    // GIT_CEILING_DIRECTORIES: a folder inside another checkout must never write to that one.
    GIT_CEILING_DIRECTORIES: dirname(cwd),
    LC_ALL: 'C',
    TZ: 'UTC',
    ...person('AUTHOR'),
    ...person('COMMITTER')
  }
  return (await run(['git', ...args], { cwd, env })).stdout
}

/** Copies a tree without its modes but the executable bit: the module cache is read-only. */
async function lay(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await lay(source, target)
    else if (entry.isSymbolicLink()) await cp(source, target, { verbatimSymlinks: true })
    else {
      const executable = ((await stat(source)).mode & 0o100) !== 0
      await rm(target, { force: true })
      await copyFile(source, target)
      await chmod(target, executable ? 0o755 : 0o644)
    }
  }
}
