import { join } from 'node:path'
import { CHECKSUMS, MANIFEST } from '../model/release-chains.ts'
import { Failure } from '../base/errors.ts'
import type { Recipe } from '../evidence/provenance.ts'
import { parseTargets } from '../go/target-list.ts'
import { formatTarget, formatTargetName } from '../go/target.ts'
import type { Given, InputName } from '../config/inputs.ts'
import { keepMade } from '../config/programs.ts'
import type { Host } from '../model/ports/host.ts'
import { findReleaseDifference } from '../verify/difference.ts'
import { SLIPWAY } from '../config/slipway-version.ts'
import { describeSample, sampleTargets } from '../model/sample.ts'
import { checkOutCommit } from '../source/second-checkout.ts'
import { parseDescribed } from '../verify/described.ts'
import type { ManifestFile } from '../verify/verify.ts'
import type { ReleaseFiles } from '../verify/release-files.ts'
import { runPipelineCommand } from './pipeline.ts'
import type { Again, Context } from './context.ts'

/** A release whose signatures hold: its files, and how they were made by its signed provenance. */
export interface Rebuildable {
  readonly found: ReleaseFiles
  readonly recipe: Recipe
  /** 40 hex digits. */
  readonly commit: string
  /** Where its repository can be cloned from, as the caller named it; undefined where only this folder is one. */
  readonly repository: string | undefined
  /** What its signed manifest says of its files. */
  readonly described: readonly ManifestFile[]
}

/** A file that was made again; `difference` is undefined when it came out the same. */
export interface RebuiltFile {
  readonly name: string
  readonly difference: string | undefined
}

/**
 * Builds a release again from a clone of its commit, with an empty build cache, and compares every reproducible file of
 * `many` targets, which the commit's digest chooses, with the published one. Throws a 'verification' Failure that names each difference.
 */
export async function rebuildRelease(
  context: Context,
  { found, recipe, commit, repository, described }: Rebuildable,
  many: number
): Promise<readonly RebuiltFile[]> {
  const { host, scratchFiles: files } = context
  if (/^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(recipe.moduleDir))
    throw new Failure(
      'verification',
      `the provenance says that ${recipe.moduleDir} was built, outside of its repository`
    )
  const shipped = recipe.targets.filter((target) => found.names.some((name) => isOf(described, name, target, PACKED)))
  const targets = sampleTargets(shipped, many, commit, (target) => target)
  if (targets.length === 0)
    throw new Failure('input', `${found.where} has no archive that its provenance says was built`, {
      hint: 'Verify it without --rebuild: there is nothing that could be built again.'
    })
  await using scratch = await files.scratch('rebuild')
  const [source, out, published] = ['source', 'out', 'published'].map((name) => join(scratch.path, name)) as [
    string,
    string,
    string
  ]
  const cloned = await cloneAt(context, source, recipe, commit, repository)
  const says: Partial<Record<InputName, string>> = {
    module: recipe.moduleDir === '' ? '.' : recipe.moduleDir,
    out,
    targets: targets.join(','),
    main: recipe.mains.map((main) => deriveMainFolder(main, recipe.module)).join(','),
    version: recipe.version,
    'go-version': recipe.go,
    // It is empty already.
    'build-cache': 'shared',
    sbom: found.names.some((name) => name.endsWith('.spdx.json')) ? 'both' : 'cyclonedx'
  }
  const read = (name: InputName): Given | undefined => {
    const text = says[name]
    return text === undefined ? undefined : { text, from: 'the provenance' }
  }
  host.info(
    `  building ${describeSample(targets.length, shipped.length)}, again from commit ${commit}, with an empty build cache`
  )
  await runPipelineCommand(
    { command: 'build', operands: [], read },
    {
      ...context,
      cwd: source,
      host: quietenHost(host),
      print: () => undefined,
      surroundings: { ...context.surroundings, event: { kind: 'local' } },
      again: rememberPrograms(recipe, targets),
      buildEnv: (folder) => ({ ...context.buildEnv(folder), GOCACHE: join(scratch.path, 'cache') })
    }
  ).catch((error: unknown) => {
    throw cloned ? explainFreshClone(error, commit) : error
  })
  const made = describeMade(await files.read(join(out, MANIFEST)))
  const all = [...new Set([...found.names, ...made.map(({ name }) => name)])].sort()
  // What is packed first: what differs in it shows in its SBOMs and in checksums.txt, too.
  const names = [PACKED, SBOM].flatMap((kinds) =>
    all.filter((name) => targets.some((target) => isOf([...described, ...made], name, target, kinds)))
  )
  if (targets.length === shipped.length)
    names.push(...all.filter((name) => isWhole([...described, ...made], name)), CHECKSUMS)
  const compared: RebuiltFile[] = []
  for (const name of names) {
    const path = found.pathOf?.(name) ?? join(published, name)
    if (!found.pathOf && found.names.includes(name)) await files.write(path, found.open(name))
    const pair = { name, published: path, rebuilt: join(out, name) }
    const difference = await findReleaseDifference(files, context.unpack, pair)
    host.info(`  ${difference === undefined ? `${name}: rebuilt, the same bytes` : `${name} differs: ${difference}`}`)
    compared.push({ name, difference })
  }
  refuseDifferent(found, recipe, compared)
  return compared
}

/** The programs of a release with what its provenance says of them, for some of its targets. */
function rememberPrograms({ programs, variables, module }: Recipe, targets: readonly string[]): Again {
  const made = programs
    .filter(({ target }) => targets.includes(target))
    .map(({ target, main, name }) => ({ target, name, main: deriveMainFolder(main, module) }))
  const findImportPath = (main: string): string => (main === '.' ? module : `${module}/${main.slice(2)}`)
  return { variables, keep: (builds) => keepMade(builds, made, findImportPath) }
}

function refuseDifferent(found: ReleaseFiles, { slipway }: Recipe, compared: readonly RebuiltFile[]): void {
  const wrong = compared.filter(({ difference }) => difference !== undefined)
  if (wrong.length === 0) return
  throw new Failure(
    'verification',
    `${found.where} is not what its source gives: ${wrong.map(({ name, difference }) => `${name}: ${difference}`).join('; ')}`,
    {
      hint:
        slipway === SLIPWAY
          ? 'It was signed by the expected signer, and not made of its commit alone: ask its publisher how.'
          : `It was made by Slipway ${slipway}, and this is ${SLIPWAY}: compare with the same one before you ask its publisher.`
    }
  )
}

/** What a rebuild says of the files that it made. */
function describeMade(manifest: Uint8Array | undefined): readonly ManifestFile[] {
  const described = parseDescribed(manifest)
  if (!described) throw new Error('a build without a manifest')
  return described.map(({ name, kind = '', target }) => ({ name, kind, target: target && formatTarget(target) }))
}

interface Kinds {
  readonly kinds: readonly string[]
  /** Of names in the usual way. */
  readonly endings: readonly string[]
}
const PACKED: Kinds = { kinds: ['archive', 'program'], endings: ['.tar.gz', '.zip'] }
const SBOM: Kinds = { kinds: ['sbom'], endings: ['.cdx.json', '.spdx.json'] }
/** Reproducible files that are of no target. */
const WHOLE = ['source', 'file', 'list']

const isWhole = (described: readonly ManifestFile[], name: string): boolean =>
  described.some((file) => file.name === name && WHOLE.includes(file.kind))

/** Whether a file of a release is of a target, and of a kind: as a manifest says, else by its name. */
function isOf(described: readonly ManifestFile[], name: string, target: string, { kinds, endings }: Kinds): boolean {
  const said = described.find((file) => file.name === name)
  if (said) return kinds.includes(said.kind) && said.target === target
  const [parsed] = parseTargets([target])
  return parsed !== undefined && endings.some((ending) => name.endsWith(`_${formatTargetName(parsed)}${ending}`))
}

/** `./cmd/tool` for the import path of a main package. */
function deriveMainFolder(main: string, module: string): string {
  if (main === module) return '.'
  if (main.startsWith(`${module}/`)) return `.${main.slice(module.length)}`
  throw new Failure(
    'verification',
    `the provenance says that ${main} was built, which is not of the module ${module}`,
    { hint: 'Do not use the release: its provenance does not fit it.' }
  )
}

/**
 * A clone in which the tag means the commit: of the repository that we are in, when it holds the commit, else of the one
 * that the caller named, and then this resolves with true. What a commit holds is its hash's business, wherever it came from.
 */
async function cloneAt(
  context: Context,
  to: string,
  { tag }: Recipe,
  commit: string,
  repository: string | undefined
): Promise<boolean> {
  if (!/^[0-9a-f]{40,64}$/.test(commit))
    throw new Failure('verification', 'the provenance names no commit that could be built again', {
      hint: 'Verify it without --rebuild, or ask its publisher for a release that was made of a commit.'
    })
  const { cwd, query, processes, scratchFiles: files, signal } = context
  const [env, local] = [context.buildEnv(cwd), context.gitEnv(cwd)]
  const git = (...args: readonly string[]) => processes.run(['git', ...args], { env, signal })
  const root = await query(['git', '-C', cwd, 'rev-parse', '--show-toplevel'], { env: local }).then(
    ({ stdout }) => stdout.trim(),
    () => undefined
  )
  const here =
    root !== undefined &&
    (await query(['git', '-C', root, 'cat-file', '-e', `${commit}^{commit}`], { env: local }).then(
      () => true,
      () => false
    ))
  const from = here ? root : repository
  if (from === undefined)
    throw new Failure('input', `commit ${commit} is not in a repository that is known here`, {
      hint: 'Run in a clone that holds it, or give the URL of the page of the release.'
    })
  if (!here) await git('clone', '--quiet', '--no-checkout', '--', from, `${to}.git`)
  const first = { run: processes.run, env: here ? local : env, files, root: here ? from : `${to}.git`, signal }
  await checkOutCommit(first, commit, to)
  // The go command stamps the tag that it finds here; which one it is, the provenance says.
  if (tag !== '') await git('-C', to, 'update-ref', `refs/tags/${tag}`, commit)
  return !here
}

/**
 * A clone that goes away has no submodules, and of Git LFS the pointers alone: whoever has them in a clone of their own can
 * build there.
 */
export const explainFreshClone = (error: unknown, commit: string): unknown =>
  error instanceof Failure && error.code === 'changed-source'
    ? new Failure(error, `commit ${commit.slice(0, 7)} cannot be built from a fresh clone: ${error.message}`, {
        hint: `A clone has no submodules and no files of Git LFS by itself. Make one that has: git clone --recurse-submodules URL, git checkout ${commit.slice(0, 12)}, git submodule update --init --recursive, git lfs pull; and run slipway verify --rebuild in it.`,
        cause: error.cause
      })
    : error

/** The second build shows its progress and hands nothing on. */
const quietenHost = (host: Host): Host => ({
  ...host,
  info: () => undefined,
  section: () => undefined,
  keepIn: () => undefined,
  finding: () => Promise.resolve(),
  output: () => Promise.resolve(),
  summary: () => Promise.resolve()
})
