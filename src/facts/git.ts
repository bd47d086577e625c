import { join, relative } from 'node:path'
import pLimit from 'p-limit'
import { Failure } from '../base/errors.ts'
import { parseGoMod } from '../go/go-mod.ts'
import { hashBytes } from '../base/digest.ts'
import type { Facts } from '../model/nouns.ts'
import type { Files } from '../model/ports/files.ts'
import type { Query } from '../model/ports/processes.ts'
import { settleInOrder } from '../base/parallel.ts'
import { quote } from '../base/text.ts'

interface GitSources {
  readonly run: Query
  readonly files: Files
  /** For git: PATH, HOME and what else it may see. */
  readonly env: Readonly<Record<string, string>>
}

/** Asks git and go.mod; reads only. `folder` is the absolute path of the module. */
export async function gatherFacts({ run, files, env }: GitSources, folder: string): Promise<Facts> {
  const goModPath = join(folder, 'go.mod')
  const goMod = await files.read(goModPath)
  if (!goMod)
    throw new Failure('input', `there is no go.mod in ${folder}`, {
      code: 'no-go-mod',
      hint: 'Run in the folder of the module, or name it: --module DIR.'
    })
  const mod = parseGoMod(Buffer.from(goMod).toString('utf8'), goModPath)

  const git = async (...args: string[]): Promise<string> =>
    (await run(['git', '-C', folder, ...args], { env })).stdout.replace(/\n$/, '')
  // What git does not say is not taken for "nothing": a tree that it cannot compare is not a clean one.
  const says = (what: string, ...args: string[]): Promise<string> => git(...args).catch(explainGitRefusal(what, folder))
  const [place, time, refs, merged, status, remote, vendored] = await settleInOrder([
    git('rev-parse', '--show-toplevel', '--show-prefix', '--is-shallow-repository', 'HEAD').catch(
      explainNoRepository(folder)
    ),
    says('when HEAD was committed', 'show', '-s', '--format=%ct', 'HEAD'),
    says(
      'which tags there are',
      ...['for-each-ref', 'refs/tags', '--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)']
    ),
    says('which tags lie behind HEAD', 'for-each-ref', 'refs/tags', '--merged=HEAD', '--format=%(refname:strip=2)'),
    says('what differs from HEAD', 'status', '--porcelain=v1', '-z', '--untracked-files=all'),
    // No such setting is an answer too, by exit status 1.
    git('config', '--get', 'remote.origin.url').catch(() => undefined),
    files.digest(join(folder, 'vendor', 'modules.txt')).then((digest) => digest !== undefined)
  ])
  const [root = folder, prefix = '', shallow, commit = ''] = place.split('\n')
  const tags = refs
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\0'))
    .map(([name = '', object, peeled]) => ({ name, commit: peeled || object }))
  if (!/^[0-9a-f]{40,64}$/.test(commit))
    throw new Failure('input', `git does not say the commit of ${folder} in the way that is known`, {
      code: 'not-a-repository',
      hint: 'Folders whose names hold a line break cannot be released from.'
    })
  if (!/^\d{1,12}$/.test(time))
    throw new Failure('input', `git says that HEAD of ${folder} was committed at ${quote(time)}`, {
      hint: '`git show -s --format=%ct HEAD` should print one number.'
    })
  const dirty = parseStatusPaths(status)
  return {
    root,
    moduleDir: prefix.replace(/\/$/, ''),
    module: mod.module,
    goLine: mod.go,
    toolchainLine: mod.toolchain,
    vendored,
    commit,
    committedAt: new Date(Number(time) * 1000).toISOString().replace('.000Z', 'Z'),
    tags: tags.filter((tag) => tag.commit === commit).map((tag) => tag.name),
    allTags: tags.map((tag) => tag.name),
    tagCommits: Object.fromEntries(tags.map((tag) => [tag.name, tag.commit ?? ''])),
    mergedTags: merged.split('\n').filter(Boolean),
    dirty,
    dirtyDigest: dirty.length ? await digestDirt(files, root, status, dirty) : '',
    shallow: shallow === 'true',
    remote: remote && stripCredentials(remote)
  }
}

/** The mode of a submodule, and of a link, in git's trees. */
export const SUBMODULE = '160000'
export const LINK = '120000'

/** A file that git holds, as its index has it. */
export interface Tracked {
  /** Relative to the repository's root. */
  readonly path: string
  /** Six octal digits. */
  readonly mode: string
  /** Names its bytes; of a submodule, its commit. */
  readonly object: string
}

/** Every file that git holds; a submodule is one file. */
export async function listTracked(
  { run, env }: Pick<GitSources, 'run' | 'env'>,
  root: string
): Promise<readonly Tracked[]> {
  const { stdout } = await run(['git', '-C', root, 'ls-files', '-z', '--stage'], { env }).catch(
    explainGitRefusal('which files it holds', root)
  )
  return stdout
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [mode = '', object = ''] = line.split(' ', 2)
      return { mode, object, path: line.slice(line.indexOf('\t') + 1) }
    })
}

/** What a commit has at a path below `root`: mode, kind and object, or undefined. */
export async function readEntry(
  { run, env }: Pick<GitSources, 'run' | 'env'>,
  root: string,
  commit: string,
  path: string
): Promise<string | undefined> {
  const { stdout } = await run(['git', '-C', root, 'ls-tree', '-z', '--full-tree', commit, '--', path], { env }).catch(
    explainGitRefusal(`what ${path} is in ${commit}`, root)
  )
  return stdout.split('\0').filter(Boolean)[0]?.split('\t')[0]
}

/** The text of a file of a commit; undefined where the commit has nothing there. */
export async function readCommitted(
  { run, env }: Pick<GitSources, 'run' | 'env'>,
  root: string,
  commit: string,
  path: string
): Promise<string | undefined> {
  const entry = await readEntry({ run, env }, root, commit, path)
  if (entry === undefined) return undefined
  const [, object] = /^100(?:644|755) blob ([0-9a-f]+)$/.exec(entry) ?? []
  if (object === undefined)
    throw new Failure('input', `${path} is no file in commit ${commit}: git has it as ${quote(entry)}`, {
      hint: 'Make it a file there: a link or a folder is not read.'
    })
  const { stdout } = await run(['git', '-C', root, 'cat-file', 'blob', object], { env }).catch(
    explainGitRefusal(`what is in ${path} of ${commit}`, root)
  )
  return stdout
}

/** The commits that a commit was made of; undefined where it is not in this clone. */
export async function readParents(
  { run, env }: Pick<GitSources, 'run' | 'env'>,
  root: string,
  commit: string
): Promise<readonly string[] | undefined> {
  const said = await run(['git', '-C', root, 'cat-file', 'commit', commit], { env }).catch(() => undefined)
  // Its own text: where a clone ends, git log shows no parents.
  return said?.stdout
    .slice(0, said.stdout.indexOf('\n\n'))
    .split('\n')
    .filter((line) => line.startsWith('parent '))
    .map((line) => line.slice('parent '.length))
}

/** Every file of a commit; a submodule is one file. */
export async function listCommitted(
  { run, env }: Pick<GitSources, 'run' | 'env'>,
  root: string,
  commit: string
): Promise<readonly Tracked[]> {
  const trusted = ['-C', root, '-c', `safe.directory=${root}`]
  const { stdout } = await run(['git', ...trusted, 'ls-tree', '-r', '-z', '--full-tree', commit], { env }).catch(
    explainGitRefusal(`which files commit ${commit.slice(0, 7)} holds`, root)
  )
  return stdout
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [mode = '', , object = ''] = line.slice(0, line.indexOf('\t')).split(' ')
      return { mode, object, path: line.slice(line.indexOf('\t') + 1) }
    })
}

/**
 * A digest of the names that git ignores, an ignored folder as one: while it stays, no other file of a folder that git
 * knows can have come into a build. What lies in `out`, our own absolute folder, does not count.
 */
export async function digestIgnored(
  { run, env }: Pick<GitSources, 'run' | 'env'>,
  root: string,
  out: string
): Promise<string> {
  const list = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory']
  const { stdout } = await run(['git', '-C', root, ...list], { env })
  const own = `${relative(root, out).replaceAll('\\', '/')}/`
  const names = stdout.split('\0').filter((name) => !name.startsWith(own))
  return hashBytes(names.join('\0'))
}

const explainNoRepository =
  (folder: string) =>
  (cause: unknown): never => {
    const said =
      cause instanceof Failure && cause.kind === 'command' && typeof cause.cause === 'string' ? cause.cause : ''
    if (cause instanceof Failure && cause.kind !== 'command') throw cause
    if (/ambiguous argument 'HEAD'|unknown revision/.test(said))
      throw new Failure('input', `${folder} is a git repository without a commit`, {
        code: 'not-a-repository',
        hint: 'Commit first.',
        cause
      })
    throw new Failure('input', `${folder} is not in a git repository that git accepts`, {
      code: 'not-a-repository',
      hint: /dubious ownership/.test(said)
        ? `Its owner is another user: git config --global --add safe.directory ${/at '([^']+)'/.exec(said)?.[1] ?? folder}`
        : 'Slipway builds commits: run it in a clone.',
      cause
    })
  }

export const explainGitRefusal =
  (what: string, folder: string) =>
  (cause: unknown): never => {
    if (!(cause instanceof Failure) || cause.kind !== 'command') throw cause
    const said = typeof cause.cause === 'string' ? (cause.cause.trim().split('\n').at(-1) ?? '') : ''
    throw new Failure('command', `git cannot say ${what} in ${folder}: ${said || cause.message}`, {
      hint: '`git status` and `git fsck` tell more: this clone is damaged, or parts of it are missing.',
      cause
    })
  }

/** The paths of `git status --porcelain -z`: renames, staged or not, have a second path, which is gone. */
function parseStatusPaths(status: string): readonly string[] {
  const parts = status.split('\0')
  const found: string[] = []
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? ''
    if (part.length < 4) continue
    found.push(part.slice(3))
    if (/[RC]/.test(part.slice(0, 2))) i++
  }
  return found
}

async function digestDirt(files: Files, root: string, status: string, dirty: readonly string[]): Promise<string> {
  const limit = pLimit(AT_ONCE)
  const digests = await Promise.all(dirty.map((path) => limit(() => describeDirt(files, join(root, path)))))
  return hashBytes(status + digests.join(' '))
}

/** Files that are open at once, of how many a process may have. */
const AT_ONCE = 32

/** What lies at a path: what cannot be read stops the run, since its bytes may decide what is built. */
async function describeDirt(files: Files, path: string): Promise<string> {
  // What is in a submodule, or in another repository, is looked at where a build takes something of it.
  if ((await files.names(path)) !== undefined) return 'a folder'
  const link = await files.link(path)
  if (link !== undefined) return `to ${link}`
  return (await files.digest(path))?.sha256 ?? '-'
}

const stripCredentials = (url: string): string => url.replace(/^([a-z+]+:\/\/)[^/]*@/i, '$1')
