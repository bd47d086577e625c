import { join, relative, resolve } from 'node:path'
import { chooseCaching } from '../plan/cache-policy.ts'
import { readConfig } from '../config/parse.ts'
import { Failure } from '../base/errors.ts'
import { listFailureFindings } from '../model/places.ts'
import { INPUTS, type Config } from '../config/inputs.ts'
import { printJson } from '../base/json.ts'
import { Scope } from '../base/scope.ts'
import { ledger as openLedger } from '../steps/ledger.ts'
import type { Plan } from '../plan/plan.ts'
import { chooseMode, type Mode } from '../plan/mode.ts'
import { formatPlanTable } from '../report/plan-table.ts'
import { formatJobMatrix, selectShard, takeShards, writeShard } from '../pipeline/shards.ts'
import { formatStep, runsProgram } from '../model/preparation.ts'
import { mapMade } from '../pipeline/stages/prepare/by-programs.ts'
import { isWithin } from '../base/paths.ts'
import { formatCount } from '../base/text.ts'
import { describeReporter } from '../model/reported.ts'
import { readVerdicts } from '../pipeline/stages/prove/reported.ts'
import { refuseHeldFolder } from '../facts/output-folder.ts'
import type { Event } from '../facts/event.ts'
import { preparePlan, type Job, type Known } from './prepare-plan.ts'
import { foreseeRelease } from './preflight.ts'
import { runPlan } from './run-plan.ts'
import { refuseOperands, type CommandRequest, type Context } from './context.ts'

/**
 * plan, build, gate, release and auto: facts, then the plan, then the work, unless only the plan was asked for. What
 * fails is shown on the lines of the user's files that it names.
 */
export async function runPipelineCommand(request: CommandRequest, context: Context): Promise<void> {
  const folder = resolve(context.cwd, request.read('module')?.text ?? '.')
  try {
    await runPipeline(request, folder, context)
  } catch (error) {
    for (const finding of listFailureFindings(error, relative(context.cwd, folder))) await context.host.finding(finding)
    throw error
  }
}

async function runPipeline(request: CommandRequest, folder: string, context: Context): Promise<void> {
  refuseOperands(request)
  const { command, read } = request
  const asked = parseFolder(read('out')?.text.trim() || INPUTS.out.default)
  // Told with all other mistakes.
  if (asked === undefined) return void (await readConfig(context.files(folder), folder, read))
  const out = resolve(context.cwd, asked)
  // Before anything is read or written there.
  await context.refuseForeignPath(out)
  await refuseHeldFolder({ run: context.query, env: context.gitEnv(folder), files: context.files(out) }, folder, out)
  if (command !== 'plan' && read('dry-run')?.text !== 'true') context.host.keepIn(out)
  const settings = await readConfig(context.files(folder), folder, read)
  const { config, project } = settings
  const mode = chooseMode(command, context.surroundings.event)
  const dry = command === 'plan' || config['dry-run']
  refuseMisplaced(config, mode.mode, dry)
  refuseLent(config, read, context.surroundings.event)

  const files = context.ownFiles(out)
  await using _claim = dry ? undefined : await context.claim(out)
  // Git must see a folder that ignores itself before it is asked whether the tree is clean.
  if (!dry && !(await files.read(join(out, '.gitignore')))) await files.write(join(out, '.gitignore'), '*\n')
  const ledger = openLedger(files, out)
  await using temporary = await context.scratchFiles.scratch('go')
  const caches = dry ? undefined : context.caches
  let whole = false
  await using scope = new Scope()
  // Also of a run that failed: its next attempt goes on from there.
  scope.defer(async () => caches?.keep({ whole, tools: context.usedTools() }))
  const { event, startedFor } = context.surroundings
  const known = async (work: Known): Promise<void> => {
    const isOwn = startedFor === undefined || startedFor === work.commit
    await caches?.restore({ ...work, folder, out }, chooseCaching(mode.mode, event, config.cache === 'auto', isOwn))
  }
  const prepared = await preparePlan(
    context,
    { mode, config, project, folder, out, temporary: temporary.path, keep: !dry, known, settled: { settings, read } },
    files,
    ledger
  )
  refuseSharedPrograms(config, prepared.plan)
  if (dry) {
    await showPlan(context, config, prepared.plan)
    for (const line of await foreseeRelease({ context, config, plan: prepared.plan, files })) context.host.warn(line)
    return
  }
  if (config.shards) {
    const count = await takeShards(
      {
        files,
        unpack: context.unpack,
        folder,
        ...(prepared.prepared && { made: mapMade(prepared.plan.moduleDir, [prepared.prepared.made]) })
      },
      resolve(context.cwd, config.shards),
      out,
      prepared.plan
    )
    context.host.info(`${count} shards of this plan are here: what they built is taken over`)
  }
  const planned = config.verdicts ? await takeVerdicts(context, config, prepared.plan, out) : prepared.plan
  const job: Job = { ...prepared, plan: planned, context, config, project, read, folder, out, files, ledger }
  if (!config.shard) {
    await runPlan(job)
    whole = true
    return
  }
  const part = selectShard(prepared.plan, config.shard)
  await runPlan({ ...job, plan: part })
  const shard = await writeShard(files, out, prepared.plan, config.shard, ledger.places(['build', 'package']))
  context.host.info(`shard: ${shard}`)
}

/** The plan with what another job proved of it, which lies outside of what this job makes. */
async function takeVerdicts(context: Context, config: Config, plan: Plan, out: string): Promise<Plan> {
  const from = resolve(context.cwd, config.verdicts)
  if (isWithin(out, from) || isWithin(from, out))
    throw new Failure('input', `verdicts is ${from}, which is in the output folder or holds it`, {
      hint: 'Hand verdicts.json over in a folder of its own: this job makes everything else anew.'
    })
  const reported = await readVerdicts(context.files(from), from, plan, context.invocation)
  const count = formatCount(reported.verdicts.length, 'verdict')
  context.host.info(
    `${count} of ${describeReporter(reported.by)} are here: what they are about is compiled again and compared`
  )
  return { ...plan, reported }
}

/** Undefined for what is no path. */
function parseFolder(text: string): string | undefined {
  try {
    return INPUTS.out.parse(text)
  } catch {
    return undefined
  }
}

/** The Action has every input for every command: a part of a build must never be taken for a release. */
function refuseMisplaced({ shard, shards, matrix, verdicts }: Config, mode: Mode, dry: boolean): void {
  if (verdicts && mode !== 'release')
    throw new Failure('input', `verdicts is given, and this is no release but a ${mode}`, {
      hint: 'The job that proves is a gate, and the one that releases takes its verdicts.'
    })
  if (verdicts && shards)
    throw new Failure('input', 'verdicts and shards are both given', {
      hint: 'A job that takes verdicts compiles itself what it compares. Leave shards out.'
    })
  if (shard && mode !== 'build')
    throw new Failure('input', `shard is given, and this is no build but a ${mode}`, {
      hint: 'command: build makes a shard; a release takes all of them: shards: DIR.'
    })
  if (matrix && !dry) throw new Failure('input', 'matrix is given, and this is no plan', { hint: 'command: plan' })
}

/** A machine of a fan-out builds for its own targets, and a step may need the program of another one's. */
function refuseSharedPrograms({ shard, shards, matrix }: Config, { prepared }: Plan): void {
  const step = prepared?.steps.find(runsProgram)
  if (!(shard || shards || matrix) || !step) return
  throw new Failure('input', `the step ${formatStep(step)} runs a program that this build shares among machines`, {
    hint: 'Build on one machine: leave shard, shards and matrix out. Or make those files with `go run`, which needs no built program: run: [go, run, ./cmd/tool, …].'
  })
}

/** Whose code is gated may not choose that it runs on a cluster that this machine can log in to. */
function refuseLent({ cluster }: Config, read: CommandRequest['read'], { untrusted }: Event): void {
  if (cluster !== 'kubeconfig' || read('cluster') || untrusted === undefined) return
  throw new Failure('input', `slipway.yaml asks for the cluster of a kubeconfig, and this run is for ${untrusted}`, {
    code: 'untrusted-run',
    hint: 'Whoever wants that says it where the change cannot: cluster: kubeconfig in the workflow, or --cluster.'
  })
}

/** The plan, or the job matrix that was asked for. */
async function showPlan(context: Context, config: Config, plan: Plan): Promise<void> {
  if (!config.matrix) return context.print(config.json ? printJson(plan, 2) : formatPlanTable(plan))
  const jobs = formatJobMatrix(config.matrix.platform, plan, config.matrix.machines)
  context.print(jobs)
  await context.host.output('matrix', jobs)
}
