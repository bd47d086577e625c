import { resolve } from 'node:path'
import type { Config } from '../config/inputs.ts'
import { readConfig } from '../config/parse.ts'
import type { Code } from '../base/error-codes.ts'
import { EXIT, Failure } from '../base/errors.ts'
import { printJson } from '../base/json.ts'
import { gatherFacts } from '../facts/git.ts'
import { chooseGo } from '../go/go-mod.ts'
import { ledger } from '../steps/ledger.ts'
import type { Tool } from '../model/nouns.ts'
import { type Plan } from '../plan/plan.ts'
import { chooseMode } from '../plan/mode.ts'
import { takeWork } from '../model/planned.ts'
import { type Mode } from '../plan/mode.ts'
import type { ToolName } from '../model/ports/toolchain.ts'
import { findClusterProvider } from '../model/cluster-providers.ts'
import { findSuite } from '../suites/suites.ts'
import { describeIsolation } from '../report/isolation-text.ts'
import { alignColumns } from '../base/text.ts'
import { openKey, preflightMeans, preflightPublication, type Upcoming } from './preflight.ts'
import { preparePlan } from './prepare-plan.ts'
import { refuseOperands, type CommandRequest, type Context } from './context.ts'

/** One thing that a release from here needs. */
export interface Examined {
  readonly subject: string
  /** later: Slipway fetches it by itself when it is needed. */
  readonly state: 'good' | 'missing' | 'later'
  readonly seen: string
  /** For what is missing: whose move it is, which code a run would end with, and what to do. */
  readonly move?: 'yours' | 'the machine’s' | 'a tool’s' | 'the platform’s'
  readonly code?: Code
  readonly next?: string
}

const MOVES = {
  input: 'yours',
  environment: 'the machine’s',
  command: 'a tool’s',
  verification: 'yours',
  host: 'the platform’s'
} as const

/**
 * doctor: what a release from here needs, what of it is missing, and whose move it is. Reads only, and fetches nothing.
 * Resolves with the exit status that a release would stop with.
 */
export async function runDoctor(request: CommandRequest, context: Context): Promise<number> {
  refuseOperands(request)
  const { read } = request
  const examined: Examined[] = []
  let status = 0
  /** What a look found, or undefined once its failure is written down. */
  const look = async <T>(subject: string, work: () => Promise<T>, say: (found: T) => string) => {
    try {
      const found = await work()
      examined.push({ subject, state: 'good', seen: say(found) })
      return found
    } catch (error) {
      context.signal.throwIfAborted()
      if (!(error instanceof Failure)) throw error
      status ||= EXIT[error.kind]
      const { kind, code, message, hint } = error
      examined.push({ subject, state: 'missing', seen: message, move: MOVES[kind], code, ...(hint && { next: hint }) })
      return undefined
    }
  }
  const tool = async (name: ToolName | 'go', version: string | undefined): Promise<Tool | undefined> => {
    const found = await context.present(name, version)
    const shown = version === undefined || name === 'go' ? name : `${name} of ${version}`
    examined.push(
      found
        ? { subject: 'tool', state: 'good', seen: `${shown}: ${found.version}, ${found.vouched}` }
        : { subject: 'tool', state: 'later', seen: `${shown}${name === 'go' ? ` ${version ?? ''}` : ''}: not here yet` }
    )
    return found
  }

  const json = read('json')?.text === 'true'
  const folder = resolve(context.cwd, read('module')?.text ?? '.')
  const env = context.gitEnv(folder)
  await look(
    'git',
    () => context.query(['git', '--version'], { env }),
    ({ stdout }) => stdout.trim()
  )
  const asked = await look(
    'configuration',
    () => readConfig(context.files(folder), folder, read),
    () => 'inputs and slipway.yaml can be read'
  )
  const facts = await look(
    'repository',
    () => gatherFacts({ run: context.query, files: context.files(folder), env }, folder),
    (facts) => `${facts.module} at ${facts.commit.slice(0, 7)}, ${facts.tags.join(', ') || 'no tag'}`
  )
  if (asked && facts) {
    const { config, project } = asked
    const go = await look(
      'go version',
      () =>
        Promise.resolve(
          chooseGo({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version'])
        ),
      ({ version, why }) => `${version} (${why})`
    )
    // Without its Go nothing can be asked about the programs.
    if (go && (await tool('go', go.version))) {
      const out = resolve(context.cwd, config.out)
      const files = context.files(out)
      await using temporary = await context.scratchFiles.scratch('go')
      const planFor = async (mode: { mode: Mode; why: string }): Promise<Plan> =>
        (
          await preparePlan(
            context,
            { mode, config, project, folder, out, temporary: temporary.path, keep: false },
            files,
            ledger(files, out)
          )
        ).plan
      const wanted = chooseMode('auto', context.surroundings.event).mode
      const gated = wanted === 'gate' && context.surroundings.event.kind !== 'local'
      const say = ({ name, version, archives }: Plan): string => `${name} ${version}, ${archives.length} targets`
      const release = gated
        ? undefined
        : await look('release', () => planFor({ mode: 'release', why: 'doctor asks' }), say)
      const plan = release ?? (await look('gate', () => planFor({ mode: 'gate', why: 'doctor asks' }), say))
      if (plan) await examinePlan(plan, config)
    }
  }
  if (json) context.print(printJson({ status, examined }, 2))
  else context.print(formatExamined(examined))
  return status

  async function examinePlan(plan: Plan, config: Config): Promise<void> {
    const trials = 'work' in plan.trials ? plan.trials.work : []
    if (plan.isolation) examined.push({ subject: 'isolation', state: 'good', seen: describeIsolation(plan.isolation) })
    const maker = plan.cluster && findClusterProvider(plan.cluster.provider).tool
    const minors = maker?.perKubernetes ? Object.keys(plan.cluster?.releases ?? {}) : [undefined]
    if (maker) for (const minor of minors) await tool(maker.name, minor)
    for (const name of new Set(trials.flatMap(({ suite }) => findSuite(suite).tools ?? []))) await tool(name, undefined)
    if ('work' in plan.vulnerabilities) await tool('govulncheck', undefined)
    const publication = takeWork(plan.publication)
    const place =
      publication &&
      (await look(
        'publication',
        async () => {
          const publisher = await context.publisher(publication.to, read('token')?.text ?? '', context.scratchFiles)
          return { publisher, ...(await preflightPublication(plan, publication, publisher, context.signal)) }
        },
        ({ told }) =>
          [
            `${publication.tag} may be published to ${publication.to}${publication.draft ? ', as a draft' : ''}`,
            ...told
          ].join('; ')
      ))
    const signing = takeWork(plan.signing)
    if (!signing) return
    const cosign = await tool('cosign', undefined)
    const run: Upcoming = { context, config, plan, files: context.scratchFiles, publisher: place?.publisher }
    await look(
      'signature',
      async () => {
        await preflightMeans(run)
        return cosign ? (await openKey(run, place?.published !== undefined)).told : []
      },
      (said) => [`${signing.mode} (${signing.why})`, ...said].join('; ')
    )
  }
}

const MARKS = { good: '✓', missing: '✗', later: '…' } as const

function formatExamined(examined: readonly Examined[]): string {
  const rows = examined.map(({ subject, state, seen }) => [MARKS[state], subject, seen.replaceAll('\n', '; ')])
  const lines = alignColumns(rows).flatMap((line, i) => {
    const { move, code, next } = examined[i] ?? {}
    return move ? [line, `   ${move} move (${code ?? ''})${next ? `: ${next}` : ''}`] : [line]
  })
  const missing = examined.filter(({ state }) => state === 'missing').length
  return [
    ...lines,
    '',
    missing === 0
      ? 'nothing is missing; what is marked … is fetched when it is needed'
      : `${missing} ${missing === 1 ? 'thing is' : 'things are'} missing`
  ].join('\n')
}
