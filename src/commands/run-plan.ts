import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { listChangesSince } from '../facts/git-log.ts'
import { COMPARE, listStatements } from '../model/verification-commands.ts'
import { printJson } from '../base/json.ts'
import { Scope } from '../base/scope.ts'
import { verifyModules } from '../go/modules.ts'
import { makeModuleLicences } from '../licences/module-licences.ts'
import { takeWork } from '../model/planned.ts'
import type { Identity } from '../model/nouns.ts'
import type { Signer } from '../model/ports/signer.ts'
import type { Outcome } from '../pipeline/tools.ts'
import { release } from '../pipeline/release.ts'
import { formatPlanTable } from '../report/plan-table.ts'
import { judgeAllTrials, writeReport } from '../report/report.ts'
import { composeSummary } from '../report/summary.ts'
import { callOnce } from '../base/once.ts'
import { lintSmi } from '../pipeline/stages/lint.ts'
import { writeVerdicts } from '../pipeline/stages/prove/reported.ts'
import { lookUpPublicKey } from '../pipeline/stages/sign/bundles.ts'
import { timeline as watch } from '../steps/timeline.ts'
import { preflightRun } from './preflight.ts'
import { describeKept } from './show-release.ts'
import type { Job } from './prepare-plan.ts'
import { makeCheckOut, makeProofTools } from './proof-tools.ts'

/** Carries out a plan: with the tools that it wants, and with outputs, a summary and last words to a person. */
export async function runPlan(job: Job): Promise<void> {
  const { context, config, facts, go, plan, sources, speaks, folder, out, files, ledger } = job
  const { host } = context
  host.section('plan', formatPlanTable({ ...plan, notes: [] }))
  for (const note of plan.notes) host.warn(note)
  if (plan.mode !== 'build')
    await lintSmi({ sources, speaks, sets: config['smi-set'], moduleDir: facts.moduleDir }, host)
  host.info('')
  const timeline = watch(host, () => performance.now())
  const signing = takeWork(plan.signing)
  const publication = takeWork(plan.publication)
  const publisher = publication && (await context.publisher(publication.to, config.token, files))
  const { told, publicKey } = await preflightRun({ ...job, publisher })
  for (const line of told) host.info(`  ${line}`)
  const fingerprint = await context.fingerprint(signing)
  const report = async (outcome: Outcome): Promise<void> => {
    const story = {
      ...outcome,
      plan,
      spans: timeline.spans,
      tools: context.usedTools(),
      verification: listVerification(job, outcome),
      url: outcome.published?.url
    }
    const markdown = composeSummary(story)
    await writeReport(files, ledger, out, story, markdown)
    await host.summary(markdown)
  }
  const signer = callOnce(async (): Promise<Signer> =>
    context.signer(signing, files, publicKey ?? (await lookUpPublicKey(ledger, signing, fingerprint)))
  )
  await using scope = new Scope()
  // Of this run alone, in the output folder: what a killed run left of it, the next one removes.
  await using cache = plan.buildCache.kind === 'own' ? await files.scratch('build-cache') : undefined
  const env = cache ? { ...job.env, GOCACHE: cache.path } : job.env
  const outcome = await release({
    plan,
    tools: {
      ...makeProofTools({ ...job, env, signer, scope }),
      run: context.processes.run,
      files,
      deflate: context.deflate,
      licences: makeModuleLicences(
        { files, run: context.processes.run, go: go.path, env, folder, root: facts.root, vendored: plan.vendored },
        context.signal
      ),
      go,
      env,
      folder,
      root: facts.root,
      exported: job.exported,
      checkOut: makeCheckOut(job),
      out,
      traces: context.traces(facts.root, job.tracked, go),
      ...describeSteps(job),
      ledger,
      timeline,
      clusters: context.clusters(files, out, plan.cluster),
      proving: pLimit(context.clustersAtOnce(plan.cluster)),
      signer,
      fingerprint,
      publisher,
      unpack: context.unpack,
      thisRun: {
        invocation: context.invocation,
        repository: findPublishingRepository(publication?.to, context) ?? facts.remote,
        tools: () => context.usedTools(),
        now: context.now
      },
      changes: async (since) =>
        since === undefined
          ? undefined
          : await listChangesSince({ run: context.query, env: context.gitEnv(folder) }, folder, since),
      async verification(names) {
        if (!signing || signing.mode === 'rehearsal') return [COMPARE]
        // Which key it is stands in no line.
        const identity = signing.mode === 'key' ? { publicKey: '' } : await (await signer()).identity(context.signal)
        return formatDownloading(job, identity, names)
      },
      warn: (line) => host.warn(line),
      finding: (finding) => host.finding(finding),
      // Each go build waits for git and for its own loading now and then: one more than cores keeps them busy.
      compiling: pLimit(availableParallelism() + 1),
      packing: pLimit(availableParallelism()),
      verifyModules: (signal) =>
        plan.vendored ? Promise.resolve() : verifyModules(context.processes.run, go.path, folder, env, signal),
      report
    },
    signal: context.signal
  })
  if (plan.mode === 'gate') {
    const path = await writeVerdicts(files, out, plan, outcome.verdicts, context.invocation)
    host.info(`verdicts for a job that releases: ${path}`)
  }
  await handOnOutcome(job, outcome)
}

/** How steps run, and what the go command is told of the files that they made; nothing where there are none. */
const describeSteps = ({ prepared, files, ledger, out }: Job) =>
  prepared && {
    overlay: prepared.overlay,
    steps: {
      ...{ tools: prepared.tools, source: prepared.source, made: prepared.made },
      place: { files, ledger, out, keep: true, temporary: out }
    }
  }

/** The repository of a platform that is to have the release: it is asked whether the tag means this commit there. */
const findPublishingRepository = (to: string | undefined, context: Job['context']): string | undefined =>
  to === undefined ? undefined : context.repositoryOf(to)?.url

/** The commands by which a downloader checks what came of it. */
const listVerification = (job: Job, { signed, artifacts, published }: Outcome): readonly string[] =>
  signed
    ? formatDownloading(
        job,
        signed.identity,
        artifacts.map(({ name }) => name),
        published && /^https?:/.test(published.url) ? published.url : undefined
      )
    : [COMPARE]

const formatDownloading = (
  { context, plan }: Job,
  identity: Identity,
  names: readonly string[],
  page?: string
): readonly string[] => [
  COMPARE,
  ...context.downloaderLines(identity, {
    statements: listStatements(names),
    trustedRoot: takeWork(plan.signing)?.trustedRoot,
    ...(page === undefined ? {} : { release: page })
  })
]

/** The step's outputs, and the last words to a person. */
async function handOnOutcome(job: Job, outcome: Outcome): Promise<void> {
  const { context, config, plan, out } = job
  const { host, print } = context
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
    'release-state': outcome.published ? 'published' : outcome.kept === undefined ? '' : 'draft',
    'draft-url': outcome.kept ?? '',
    artifacts: JSON.stringify(artifacts),
    checksums: join(out, 'checksums.txt'),
    manifest: join(out, 'manifest.json'),
    compatibility: judgeAllTrials(plan.trials, outcome),
    matrix: ''
  }
  for (const [name, value] of Object.entries(outputs)) await host.output(name, value)
  const where = outcome.kept === undefined ? 'release' : 'draft'
  for (const name of outcome.foreign) host.warn(`${name} is in the ${where} and was not made by this run; it is kept`)
  host.info('')
  host.info(
    outcome.published
      ? `released ${plan.tag}: ${outcome.published.url}`
      : outcome.kept !== undefined
        ? describeKept(plan.tag ?? '', outcome.kept)
        : `${plan.mode} of ${plan.version} done: ${out}`
  )
  const unsigned = outcome.signed ? '' : '   (not signed)'
  host.info(['verify it:', ...listVerification(job, outcome)].join('\n  ') + unsigned)
  if (config.json) print(printJson({ ...outputs, artifacts }))
}
