import { join } from 'node:path'
import { BUNDLE, CHECKSUMS } from '../../../model/release-chains.ts'
import { Failure } from '../../../base/errors.ts'
import { formatTarget, targetName } from '../../../go/target.ts'
import type { Ledger, MadeFile } from '../../../steps/ledger.ts'
import { LIMITS } from '../../../base/limits.ts'
import type { Json } from '../../../base/json.ts'
import type { Scope } from '../../../base/scope.ts'
import { parseChecksums } from '../../../package/checksums.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { BaselinePlan } from '../../../plan/baseline.ts'
import type { Published, Releases } from '../../../model/ports/publisher.ts'
import type { Unpack } from '../../../model/ports/archive.ts'
import type { Files } from '../../../model/ports/files.ts'
import type { Exec } from '../../../model/ports/processes.ts'
import type { Version } from '../../../suites/programs/version.ts'
import { insideOf } from '../../../facts/work-tree.ts'

/** Rejects unless the expected signer's bundle proves the file. */
export type Proves = (path: string, bundle: string, signal: AbortSignal) => Promise<void>

export interface BaselineTools {
  readonly run: Exec
  readonly files: Files
  readonly unpack: Unpack
  readonly ledger: Ledger
  /** Absolute output folder. */
  readonly out: string
  /** For git. */
  readonly env: Readonly<Record<string, string>>
  /** Absolute root of the work tree. */
  readonly root: string
  /** Where releases can be read; undefined where nobody said where. */
  readonly releases: (() => Promise<Releases>) | undefined
  /** Who must have signed; undefined when nobody said: then no release is run, however it came here. */
  readonly proves: (() => Promise<Proves>) | undefined
  /** Compiles the programs of a checkout for this machine into a folder below `out`; their paths there, by name. */
  readonly compile: (checkout: string, baseline: BaselinePlan, into: string, signal: AbortSignal) => Promise<Compiled>
  /** Keeps what has to be removed at the end of the run. */
  readonly scope: Scope
}

export interface Compiled {
  readonly programs: Programs
  readonly go: string
}

/** Paths relative to the output folder, by the program's name. */
type Programs = Readonly<Record<string, { readonly path: string; readonly sha256: string; readonly size: number }>>

interface Obtained {
  readonly programs: Programs
  readonly origin: string
  /** The signed list that the programs' archive stood in, and its bundle, relative to the output folder. */
  readonly list?: Readonly<Record<'sums' | 'bundle', MadeFile>>
}

/**
 * The baseline's programs for this machine: from its release, when one can be read and its signature and digests hold,
 * else compiled from its tag. What cannot be verified is not run; a signature or a digest that is wrong stops the run
 * ('verification'), since somebody changed what was released. What an earlier run kept counts for the same signer only, and
 * its signed list is verified again.
 */
export async function obtainBaseline(
  tools: BaselineTools,
  plan: Plan,
  baseline: BaselinePlan,
  names: readonly string[],
  signal: AbortSignal
): Promise<{ readonly version: Version; readonly reused: boolean }> {
  const { ledger, out, scope } = tools
  const input = {
    tag: baseline.tag,
    commit: baseline.commit,
    from: baseline.from,
    signer: baseline.signer,
    target: formatTarget(plan.host),
    names
  }
  const source = once(() => checkout(tools, baseline, scope, signal))
  const folder = async (): Promise<string> => join(await source(), plan.moduleDir)
  const { value, reused } = await ledger.once('baseline', input, async () => {
    const why: string[] = []
    const made =
      (await fromRelease(tools, plan, baseline, names, why, signal)) ??
      (await fromSource(tools, plan, baseline, await source(), why, signal))
    return {
      value: made as unknown as Json,
      files: [...Object.values(made.programs), ...Object.values(made.list ?? {})]
    }
  })
  const { programs, origin, list } = value as unknown as Obtained
  if (reused && list) {
    // A key service may have another key under the same name by now.
    const proves = await tools.proves?.()
    await proves?.(join(out, list.sums.path), join(out, list.bundle.path), signal)
  }
  return {
    reused,
    version: {
      name: baseline.tag,
      version: baseline.version,
      origin,
      programs: Object.fromEntries(Object.entries(programs).map(([name, { path }]) => [name, join(out, path)])),
      ...folderFiles(tools.files, folder, source),
      source: folder
    }
  }
}

async function fromRelease(
  tools: BaselineTools,
  plan: Plan,
  baseline: BaselinePlan,
  names: readonly string[],
  why: string[],
  signal: AbortSignal
): Promise<Obtained | undefined> {
  const { releases, proves, files, unpack } = tools
  if (!releases || baseline.from === undefined) return no(why, 'nobody said where its release is')
  if (!proves) return no(why, 'nobody said who must have signed its release')
  let published: Published | undefined
  try {
    published = await (await releases()).find(baseline.tag, signal)
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof Failure) || error.kind === 'verification') throw error
    return no(why, `its release cannot be read: ${error.message}`)
  }
  if (!published) return no(why, `${baseline.from} has no release of it`)
  if (published.yanked !== undefined) return no(why, `its release was taken back: ${published.yanked}`)
  const there = published.files.map(({ name }) => name)
  const absent = [CHECKSUMS, BUNDLE].filter((name) => !there.includes(name))
  if (absent.length) return no(why, `its release is not one that can be verified: it has no ${absent.join(' and no ')}`)
  await using scratch = await files.scratch('baseline')
  const fetch = async (name: string): Promise<string> => {
    const path = join(scratch.path, name)
    await files.write(path, published.download(name))
    return path
  }
  const [sums, bundle] = [await fetch(CHECKSUMS), await fetch(BUNDLE)]
  await (
    await proves()
  )(sums, bundle, signal)
  const listed = parseChecksums((await files.read(sums)) ?? new Uint8Array())
  const ending = new RegExp(`_${escaped(baseline.version)}_${escaped(targetName(plan.host))}\\.(tar\\.gz|zip)$`)
  const archives = listed.filter(({ name }) => ending.test(name))
  const archive = archives.find(({ name }) => name.startsWith(`${plan.name}_`)) ?? archives[0]
  if (!archive) return no(why, `its release has no archive for ${formatTarget(plan.host)}`)
  if (!there.includes(archive.name))
    throw new Failure(
      'verification',
      `the release ${baseline.tag} has no ${archive.name}, which its signed list names`,
      {
        hint: `Somebody took it away: ${published.url}. Build the tag instead with --to none, or --baseline none.`
      }
    )
  const path = await fetch(archive.name)
  const digest = await files.digest(path)
  if (digest?.sha256 !== archive.sha256)
    throw new Failure(
      'verification',
      `${archive.name} of the release ${baseline.tag} is sha256 ${digest?.sha256 ?? '-'}, and its signed list says ${archive.sha256}`,
      { hint: `It is not run. Somebody changed it after it was signed: ${published.url}` }
    )
  const suffix = plan.host.os === 'windows' ? '.exe' : ''
  const place = `baseline/${baseline.version}-release`
  const wanted = names.map((name) => name + suffix)
  const got: string[] = []
  for await (const { name, bytes } of unpack(path, LIMITS.program.most)) {
    if (!bytes || !wanted.includes(name)) continue
    await files.write(join(tools.out, place, name), bytes, 0o755)
    got.push(name)
  }
  // A trial would find the others missing; the tag has all that there was.
  const lacking = names.filter((name) => !got.includes(name + suffix))
  if (lacking.length) return no(why, `${archive.name} has no ${lacking.join(' and no ')}`)
  const kept = async (from: string, name: string): Promise<MadeFile> => {
    await files.copy(from, join(tools.out, place, name))
    const { sha256, size } = (await files.digest(from)) ?? { sha256: '', size: 0 }
    return { path: `${place}/${name}`, sha256, size }
  }
  const list = { sums: await kept(sums, CHECKSUMS), bundle: await kept(bundle, BUNDLE) }
  const programs: Record<string, Programs[string]> = {}
  for (const file of got) {
    const whole = await files.digest(join(tools.out, place, file))
    if (whole)
      programs[suffix && file.endsWith(suffix) ? file.slice(0, -suffix.length) : file] = {
        path: `${place}/${file}`,
        ...whole
      }
  }
  return {
    programs,
    list,
    origin: `${archive.name} of its release (${published.url}): the expected signer signed ${CHECKSUMS}, and sha256 ${archive.sha256} is in it`
  }
}

async function fromSource(
  tools: BaselineTools,
  plan: Plan,
  baseline: BaselinePlan,
  checkout: string,
  why: readonly string[],
  signal: AbortSignal
): Promise<Obtained> {
  const made = await tools.compile(checkout, baseline, `baseline/${baseline.version}-source`, signal)
  const reasons = why.length ? ` (${why.join('; ')})` : ''
  return {
    programs: made.programs,
    origin: `compiled with ${made.go} for ${formatTarget(plan.host)} from commit ${baseline.commit.slice(0, 12)}${reasons}`
  }
}

const no = (why: string[], reason: string): undefined => void why.push(reason)

/** A clone of its own, so that the user's repository gets no worktree and no lock of ours, whatever ends this run. */
async function checkout(
  { run, files, env, root }: BaselineTools,
  { tag, commit }: BaselinePlan,
  scope: Scope,
  signal: AbortSignal
): Promise<string> {
  const { path } = scope.use(await files.scratch('checkout'))
  const clone = join(path, 'source')
  try {
    await run(['git', 'clone', '--quiet', '--shared', '--no-checkout', root, clone], { env, signal })
    await run(['git', '-C', clone, '-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--detach', commit], {
      env,
      signal
    })
  } catch (cause) {
    signal.throwIfAborted()
    if (!(cause instanceof Failure) || cause.kind !== 'command') throw cause
    throw new Failure(
      'input',
      `the baseline ${tag} (${commit.slice(0, 7)}) cannot be checked out: ${String(cause.cause).trim()}`,
      {
        hint: 'Is its commit in this clone? Fetch all of it (actions/checkout: fetch-depth: 0), or --baseline none.',
        cause
      }
    )
  }
  return clone
}

/** Files of a folder that holds one version of the module, in the work tree below `root`; nothing outside of that. */
export const folderFiles = (
  files: Files,
  folder: () => Promise<string>,
  root: () => Promise<string> = folder
): Pick<Version, 'file' | 'list'> => ({
  async file(path) {
    const whole = join(await folder(), path)
    await insideOf(files, await root(), whole, path)
    return await files.read(whole)
  },
  async list(path) {
    const whole = join(await folder(), path)
    await insideOf(files, await root(), whole, path)
    if (await files.digest(whole).catch(() => undefined)) return [path]
    return (await files.list(whole)).map((name) => `${path.replace(/\/$/, '')}/${name}`)
  }
})

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Does the work when it is first asked for, and once. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= work())
}
