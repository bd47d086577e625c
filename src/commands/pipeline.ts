import { availableParallelism } from 'node:os'
import { join, relative, resolve } from 'node:path'
import pLimit from 'p-limit'
import { cachingOf } from '../caching.ts'
import { changesSince } from '../changes.ts'
import { readConfig } from '../config.ts'
import { Failure } from '../errors.ts'
import { findingsOf } from '../findings.ts'
import { verifyModules } from '../go/modules.ts'
import { INPUTS, type Command, type Config, type Given, type InputName } from '../inputs.ts'
import { ledger as openLedger, watched, type Ledger } from '../ledger.ts'
import { chooseMode, type Plan } from '../plan.ts'
import type { Mode } from '../plan/around.ts'
import type { Files, Signer } from '../ports.ts'
import type { Project } from '../project.ts'
import { run, type Outcome } from '../release.ts'
import { planTable } from '../report/plan-table.ts'
import { overall, writeReport } from '../report/report.ts'
import { summary } from '../report/summary.ts'
import { matrix, shardOf, takeShards, writeShard } from '../shards.ts'
import { once } from '../stages/baseline.ts'
import { lintSmi } from '../stages/lint.ts'
import { publicKeyOf } from '../stages/sign.ts'
import { timeline as watch } from '../timeline.ts'
import { foresee } from './foresight.ts'
import { prepare, type Known, type Prepared } from './preparation.ts'
import { versionTools } from './versions.ts'
import type { World } from './world.ts'

export interface PipelineRequest {
  readonly command: Command
  readonly operands: readonly string[]
  readonly read: (name: InputName) => Given | undefined
}

/**
 * plan, build, gate, release and auto: facts, then the plan, then the work, unless only the plan was asked for. What
 * fails is shown on the lines of the user's files that it names.
 */
export async function pipelineCommand(request: PipelineRequest, world: World): Promise<void> {
  const folder = resolve(world.cwd, request.read('module')?.text ?? '.')
  try {
    await pipeline(request, folder, world)
  } catch (error) {
    for (const finding of findingsOf(error, relative(world.cwd, folder))) await world.host.finding(finding)
    throw error
  }
}

async function pipeline({ command, operands, read }: PipelineRequest, folder: string, world: World): Promise<void> {
  if (operands.length) throw new Failure('input', `${command} takes flags only, not ${operands.join(' ')}`)
  if (command !== 'plan' && read('dry-run')?.text !== 'true')
    world.host.keepIn(resolve(world.cwd, read('out')?.text ?? INPUTS.out.default))
  const { config, project } = await readConfig(world.files(folder), folder, read)
  const mode = chooseMode(command, world.surroundings.event)
  const dry = command === 'plan' || config['dry-run']
  refuseMisplaced(config, mode.mode, dry)

  const out = resolve(world.cwd, config.out)
  const files = world.files(out)
  await using _claim = dry ? undefined : await world.claim(out)
  // Git must see a folder that ignores itself before it is asked whether the tree is clean.
  if (!dry && !(await files.read(join(out, '.gitignore')))) await files.write(join(out, '.gitignore'), '*\n')
  const ledger = openLedger(files, out)
  await using temporary = await world.scratchFiles.scratch('go')
  const caches = dry ? undefined : world.caches
  let whole = false
  await using stack = new AsyncDisposableStack()
  // Also of a run that failed: its next attempt goes on from there.
  stack.defer(async () => caches?.keep({ whole, tools: world.usedTools() }))
  const caching = cachingOf(mode.mode, world.surroundings.event, config.cache === 'auto')
  const known = async (work: Known): Promise<void> => caches?.restore({ ...work, folder, out }, caching)
  const prepared = await prepare(
    world,
    { mode, config, project, folder, out, temporary: temporary.path, keep: !dry, known },
    files,
    ledger
  )
  if (dry) return await show(world, config, prepared.plan)
  if (config.shards) {
    const count = await takeShards(files, resolve(world.cwd, config.shards), out, prepared.plan)
    world.host.info(`${count} shards of this plan are here: what they built is taken over`)
  }
  if (!config.shard) {
    await carryOut(world, config, project, read, prepared, folder, out, files, ledger)
    whole = true
    return
  }
  const { ledger: own, steps } = watched(ledger, ['build', 'package'])
  const part = shardOf(prepared.plan, config.shard)
  await carryOut(world, config, project, read, { ...prepared, plan: part }, folder, out, files, own)
  const programs = part.builds.flatMap(({ binaries }) => binaries.map(({ path }) => path))
  const packed = part.archives.flatMap(({ name, binaries }) => [name, ...binaries.map(({ sbom }) => sbom)])
  const there = await Promise.all(
    [...steps, ...programs, ...packed].map(async (path) => ((await files.digest(join(out, path))) ? [path] : []))
  )
  world.host.info(`shard: ${await writeShard(files, out, prepared.plan, config.shard, there.flat())}`)
}

/** The Action has every input for every command: a part of a build must never be taken for a release. */
function refuseMisplaced({ shard, matrix }: Config, mode: Mode, dry: boolean): void {
  if (shard && mode !== 'build')
    throw new Failure('input', `shard is given, and this is no build but a ${mode}`, {
      hint: 'command: build makes a shard; a release takes all of them: shards: DIR.'
    })
  if (matrix && !dry) throw new Failure('input', 'matrix is given, and this is no plan', { hint: 'command: plan' })
}

/** The plan, or the job matrix that was asked for. */
async function show(world: World, config: Config, plan: Plan): Promise<void> {
  if (!config.matrix) return world.print(config.json ? JSON.stringify(plan, null, 2) : planTable(plan))
  const jobs = matrix(config.matrix.platform, plan, config.matrix.machines)
  world.print(jobs)
  await world.host.output('matrix', jobs)
}

async function carryOut(
  world: World,
  config: Config,
  project: Project,
  read: PipelineRequest['read'],
  { facts, go, env, plan, sources, speaks }: Prepared,
  folder: string,
  out: string,
  files: Files,
  ledger: Ledger
): Promise<void> {
  const { host } = world
  host.section('plan', planTable({ ...plan, notes: [] }))
  for (const note of plan.notes) host.warn(note)
  if (plan.mode !== 'build')
    await lintSmi({ sources, speaks, sets: config['smi-set'], moduleDir: facts.moduleDir }, host)
  host.info('')
  const timeline = watch(host, () => performance.now())
  const signing = 'work' in plan.signing ? plan.signing.work[0] : undefined
  if (signing) await world.refuseUnreadableKey(signing, files)
  const publication = 'work' in plan.publication ? plan.publication.work[0] : undefined
  const publisher = publication && (await world.publisher(publication.to, config.token, files))
  if (publisher && publication)
    for (const line of await foresee(plan, publication, publisher, world.signal)) host.info(`  ${line}`)
  const fingerprint = await world.fingerprint(signing)
  const report = async (outcome: Outcome): Promise<void> => {
    const story = {
      ...outcome,
      plan,
      spans: timeline.spans,
      tools: world.usedTools(),
      verification: outcome.signed
        ? ['sha256sum -c checksums.txt', world.verifyCommand(outcome.signed.identity, signing?.trustedRoot)]
        : ['sha256sum -c checksums.txt'],
      url: outcome.published?.url
    }
    const markdown = summary(story)
    await writeReport(files, ledger, out, story, markdown)
    await host.summary(markdown)
  }
  const signer = once(async (): Promise<Signer> =>
    world.signer(signing, files, await publicKeyOf(ledger, signing, fingerprint))
  )
  await using stack = new AsyncDisposableStack()
  const outcome = await run(
    plan,
    {
      ...versionTools({
        ...{ world, config, read, facts, plan, project, sources },
        ...{ folder, out, files, ledger, env, signer, stack }
      }),
      run: world.processes.run,
      files,
      deflate: world.deflate,
      go,
      env,
      folder,
      root: facts.root,
      out,
      traces: world.traces(facts.root, go),
      ledger,
      timeline,
      clusters: world.clusters(files, out, plan.cluster),
      proving: pLimit(world.clustersAtOnce(plan.cluster)),
      signer,
      fingerprint,
      publisher,
      unpack: world.unpack,
      witness: {
        invocation: world.invocation,
        repository: facts.remote,
        tools: () => world.usedTools(),
        now: () => new Date()
      },
      changes: async (since) =>
        since === undefined ? undefined : await changesSince({ run: world.query, env }, folder, since),
      warn: (line) => host.warn(line),
      finding: (finding) => host.finding(finding),
      // Each go build waits for git and for its own loading now and then: one more than cores keeps them busy.
      compiling: pLimit(availableParallelism() + 1),
      packing: pLimit(availableParallelism()),
      verifyModules: (signal) =>
        plan.vendored ? Promise.resolve() : verifyModules(world.processes.run, go.path, folder, env, signal),
      report
    },
    world.signal
  )
  await handOn(world, config, plan, outcome, out)
}

/** The step's outputs, and the last words to a person. */
async function handOn(
  { host, print, verifyCommand }: World,
  config: Config,
  plan: Plan,
  outcome: Outcome,
  out: string
): Promise<void> {
  const artifacts = outcome.artifacts.map(({ name, kind, target, size, sha256 }) => ({
    name,
    kind,
    target: target ?? null,
    size,
    sha256
  }))
  const outputs = {
    version: plan.version,
    tag: plan.mode === 'release' ? (plan.tag ?? '') : '',
    'release-url': outcome.published?.url ?? '',
    artifacts: JSON.stringify(artifacts),
    checksums: join(out, 'checksums.txt'),
    manifest: join(out, 'manifest.json'),
    compatibility: overall(plan.trials, outcome),
    matrix: ''
  }
  for (const [name, value] of Object.entries(outputs)) await host.output(name, value)
  for (const name of outcome.foreign) host.warn(`${name} is in the release and was not made by this run; it is kept`)
  host.info('')
  host.info(
    outcome.published
      ? `released ${plan.tag}: ${outcome.published.url}`
      : `${plan.mode} of ${plan.version} done: ${out}`
  )
  host.info(
    outcome.signed
      ? `verify it:\n  sha256sum -c checksums.txt\n  ${verifyCommand(outcome.signed.identity, 'work' in plan.signing ? plan.signing.work[0]?.trustedRoot : undefined)}`
      : 'verify it:\n  sha256sum -c checksums.txt   (not signed)'
  )
  if (config.json) print(JSON.stringify({ ...outputs, artifacts }))
}
