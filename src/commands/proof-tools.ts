import { join } from 'node:path'
import { readConfig } from '../config/parse.ts'
import { pickVariables } from '../go/environment.ts'
import { Failure } from '../base/errors.ts'
import { callOnce } from '../base/once.ts'
import type { Scope } from '../base/scope.ts'
import { putMade } from '../source/overlay.ts'
import { chooseExpectedSigner } from '../config/expected-signer.ts'
import { formatTarget } from '../go/target.ts'
import type { Given, InputName } from '../config/inputs.ts'
import { takeWork } from '../model/planned.ts'
import type { Signer } from '../model/ports/signer.ts'
import type { ProofTools } from '../pipeline/stages/prove/prove.ts'
import { readCrdsAt } from '../facts/crd-files.ts'
import { listMinorsBefore } from '../facts/version.ts'
import {
  openFolderFiles,
  obtainBaseline,
  type BaselineTools,
  type Compiled
} from '../pipeline/stages/prove/baseline.ts'
import type { VerifyList } from '../pipeline/stages/prove/released-baseline.ts'
import { checkOutCommit, type CheckOut } from '../source/second-checkout.ts'
import { buildTarget } from '../pipeline/stages/build.ts'
import { preparePlan, type Job, type Prepared } from './prepare-plan.ts'

interface ProofJob extends Job {
  readonly signer: () => Promise<Signer>
  /** What has to be gone when the run ends. */
  readonly scope: Scope
}

/** As many minors before the baseline's are looked at for what they stored. */
const EARLIER = 12

/** The candidate and the baseline as the proof gets them. */
export function makeProofTools(job: ProofJob): Pick<ProofTools, 'candidate' | 'baseline' | 'suites'> {
  const { context, facts, plan, project, sources, folder, out, files, ledger, env, scope } = job
  const tools: BaselineTools = {
    files,
    unpack: context.unpack,
    ledger,
    out,
    checkOut: makeCheckOut(job),
    releases: openReleases(job),
    verifier: makeBaselineVerifier(job),
    compile: (checkout, { tag, version }, into, signal) =>
      compileVersion(job, join(checkout, facts.moduleDir), version, into, signal).catch((error: unknown) => {
        signal.throwIfAborted()
        throw explainBaseline(error, tag, 'built')
      }),
    complete: (checkout, { tag, version }, signal) =>
      completeVersion(job, checkout, version).catch((error: unknown) => {
        signal.throwIfAborted()
        throw explainBaseline(error, tag, 'prepared')
      }),
    scope
  }
  // The go command of a suite sees no overlay.
  const candidate = callOnce(async () => {
    if (!job.prepared || job.prepared.made.files.length === 0) return folder
    const { path } = scope.use(await files.scratch('candidate'))
    const root = join(path, 'source')
    await makeCheckOut(job)(facts.commit, root, context.signal)
    await putMade(files, root, job.prepared.made)
    return join(root, facts.moduleDir)
  })
  const crdsAt = (commit: string) =>
    readCrdsAt({ run: context.query, env: context.gitEnv(folder) }, { ...facts, commit }, project)
  return {
    suites: {
      processes: context.processes,
      // Where another user can pass, for programs may be one; and out of the folder that they must not see.
      files: context.scratchFiles,
      loopback: context.loopback,
      sandboxes: {
        ...context.sandboxes,
        open: (given) => context.sandboxes.open({ ...given, hides: [...given.hides, out, facts.root] })
      },
      toolchain: context.toolchain,
      env,
      sources,
      baselineCrds: () => ('skip' in plan.baseline ? Promise.resolve([]) : crdsAt(plan.baseline.commit)),
      earlierCrds: async () => {
        if ('skip' in plan.baseline) return []
        const found = []
        for (const tag of listMinorsBefore(plan.baseline.version, facts.moduleDir, Object.keys(facts.tagCommits)).slice(
          0,
          EARLIER
        )) {
          const commit = facts.tagCommits[tag]
          if (commit !== undefined) found.push({ tag, files: await crdsAt(commit) })
        }
        return found
      }
    },
    candidate: (programs) => ({
      name: plan.tag ?? plan.version,
      version: plan.version,
      origin: `compiled from commit ${plan.commit.slice(0, 12)}${plan.dirtyDigest ? ' with local changes' : ''}`,
      programs: Object.fromEntries(Object.entries(programs).map(([name, path]) => [name, join(out, path)])),
      ...openFolderFiles(
        files,
        () => Promise.resolve(folder),
        () => Promise.resolve(facts.root)
      ),
      source: () => candidate()
    }),
    async baseline(signal) {
      if ('skip' in plan.baseline) throw new Error('a plan without a baseline was asked for one')
      const names = plan.builds.filter(({ target }) => target === plan.host).flatMap(({ binaries }) => binaries)
      return await obtainBaseline(
        { plan, tools, signal },
        plan.baseline,
        names.map(({ name }) => name)
      )
    }
  }
}

const explainBaseline = (error: unknown, tag: string, what: string): unknown =>
  error instanceof Failure
    ? new Failure(error, `the baseline ${tag} cannot be ${what}: ${error.message}`, {
        hint: [error.hint, 'Another one: --baseline TAG; none: --baseline none.'].filter(Boolean).join(' '),
        cause: error.cause
      })
    : error

/** Second checkouts of the repository that is built. */
export const makeCheckOut =
  ({ context, facts, folder, files }: Pick<Job, 'context' | 'facts' | 'folder' | 'files'>): CheckOut =>
  (commit, to, signal) =>
    checkOutCommit(
      { run: context.processes.run, env: context.gitEnv(folder), files, root: facts.root, signal },
      commit,
      to
    )

function openReleases({ context, config, plan, files }: ProofJob): BaselineTools['releases'] {
  const from = 'skip' in plan.baseline ? undefined : plan.baseline.from
  return from === undefined ? undefined : () => context.publisher(from, config.token, files)
}

/** Who was named, else the key that signs this release. A signature made elsewhere says nothing about who may sign. */
function makeBaselineVerifier({ context, config, plan, files, signer }: ProofJob): BaselineTools['verifier'] {
  const named = chooseExpectedSigner(config, context.cwd)
  if (named)
    return async (): Promise<VerifyList> => {
      const proves = await context.verifier(named, files, config['trusted-root'])
      return (path, bundle) => proves(path, bundle)
    }
  const own = takeWork(plan.signing)
  if (own?.mode !== 'key') return undefined
  return async (): Promise<VerifyList> => {
    const ours = await signer()
    return (path, bundle, signal) => ours.verify(path, bundle, signal)
  }
}

/** A checkout of the baseline, planned by its own settings and its own Go for this machine; its steps have run. */
async function prepareVersion(
  { context, read, plan: candidate, out, files, ledger, env: base }: ProofJob,
  folder: string,
  version: string
): Promise<Prepared> {
  const own: Partial<Record<InputName, Given | undefined>> = {
    targets: { text: formatTarget(candidate.host), from: 'this machine' },
    version: { text: version, from: 'the tag' },
    main: read('main')
  }
  const { config, project } = await readConfig(context.files(folder), folder, (name) => own[name])
  const mode = { mode: 'build' as const, why: 'the baseline' }
  const temporary = base['GOTMPDIR'] ?? ''
  return await preparePlan(context, { mode, config, project, folder, out, temporary, keep: true }, files, ledger)
}

/** Puts what the steps of a version make into a checkout of it: the go command of a suite sees no overlay. */
async function completeVersion(job: ProofJob, checkout: string, version: string): Promise<void> {
  const { context, facts, files } = job
  const folder = join(checkout, facts.moduleDir)
  const { project } = await readConfig(context.files(folder), folder, () => undefined)
  if (project.steps.length === 0) return
  const { prepared } = await prepareVersion(job, folder, version)
  if (prepared) await putMade(files, checkout, prepared.made)
}

/** What the pipeline does with a version, as far as the programs of this machine. */
async function compileVersion(
  job: ProofJob,
  folder: string,
  version: string,
  into: string,
  signal: AbortSignal
): Promise<Compiled> {
  const { context, out, files, env: base } = job
  const prepared = await prepareVersion(job, folder, version)
  const { facts, go, plan, tracked } = prepared
  // What the candidate is compiled into serves its baseline.
  const env = { ...prepared.env, ...pickVariables(base, ['GOCACHE']) }
  const traces = context.traces(facts.root, tracked, go)
  const place = join(out, into)
  const built = []
  for (const build of plan.builds) {
    const overlay = prepared.prepared && { overlay: prepared.prepared.overlay }
    const tools = { run: context.processes.run, files, go, env, folder, out: place, traces, ...overlay }
    built.push(...(await buildTarget({ plan, tools, signal }, build)))
  }
  const programs = built.map(
    ({ name, path, sha256, size }) => [name, { path: `${into}/${path}`, sha256, size }] as const
  )
  return { programs: Object.fromEntries(programs), go: go.version }
}
