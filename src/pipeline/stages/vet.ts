import { join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import type { Finding } from '../../base/finding.ts'
import { readFields, readObjectsAt, readTextAt } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { Limit } from '../../base/parallel.ts'
import { formatCount } from '../../base/text.ts'
import { listToolFindings } from '../../model/places.ts'
import type { Plan } from '../../plan/plan.ts'
import type { VetPlan } from '../../plan/vet.ts'
import { stage, type Frame } from '../../steps/stage.ts'
import type { Run } from '../run.ts'
import { putMade } from '../../source/overlay.ts'
import type { CheckOut } from '../../source/second-checkout.ts'
import type { Builds, BuildTools } from './build.ts'
import type { Steps } from './prepare/by-programs.ts'

type GoTools = Pick<BuildTools, 'run' | 'go' | 'env' | 'folder'> & {
  readonly checkOut?: CheckOut
  readonly steps?: Steps
}

interface VetTools extends GoTools, Frame {
  readonly compiling: Limit
  readonly warn: (line: string) => void
  readonly finding: (finding: Finding) => Promise<void>
}

/** Looks at the packages of this machine's target once they are compiled, so that none is compiled twice. */
export async function vetPackages(run: Run<VetTools>, builds: Builds): Promise<void> {
  const { plan, tools, signal } = run
  const vet = stage('vet', tools, { quiet: true })
  await vet.one(plan.vet, async (look) => {
    const host = plan.builds.findIndex(({ target }) => target === plan.host)
    await builds[Math.max(0, host)]
    await vet.watch('./...', async () => {
      const findings = await tools
        .compiling(() => runGoVet(run, look))
        .catch((error: unknown) => {
          // What go vet cannot look at is no mistake of the code.
          if (look.level === 'fail' || signal.aborted || !(error instanceof Failure)) throw error
          tools.warn(`go vet: ${typeof error.cause === 'string' ? error.cause : error.message}`)
          return []
        })
      for (const finding of findings) await tools.finding(finding)
      return { value: undefined, note: findings.length ? formatCount(findings.length, 'finding') : 'nothing found' }
    })
  })
}

/**
 * `go vet` over the packages of the module and their tests; resolves with what it found, on its lines. Throws a
 * 'verification' Failure for findings that shall fail the run, and a 'command' Failure where go vet itself fails.
 */
async function runGoVet(
  { plan, tools: { run, go, env, folder, checkOut, steps }, signal }: Run<GoTools>,
  { level, argv, env: own }: VetPlan
): Promise<readonly Finding[]> {
  const { moduleDir } = plan
  const said: string[] = []
  const [, ...args] = argv
  const severity = level === 'fail' ? ('error' as const) : ('warning' as const)
  // It goes into the folder of each package, and of one that a step made there is none beside the others.
  await using scratch = steps?.made.files.length ? await steps.tools.files.scratch('vet') : undefined
  const source = scratch && join(scratch.path, 'source')
  if (source !== undefined && checkOut && steps) {
    await checkOut(plan.commit, source, signal)
    await putMade(steps.tools.files, source, steps.made)
  }
  const findings = await run([go.path, ...args], {
    cwd: source === undefined ? folder : join(source, moduleDir),
    env: { ...env, ...own },
    signal,
    onLine: (line) => said.push(line)
  }).then(
    // Older go commands write it beside their words.
    ({ stdout }) => parseVetFindings([stdout, ...said].join('\n'), plan),
    (error: unknown) => {
      signal.throwIfAborted()
      // Code that does not compile; or a module that only tests need and nobody serves, which is on no line.
      const places = listToolFindings(said.join('\n'), plan.moduleDir)
      if (places.length === 0) throw error
      return places
    }
  )
  const told = findings.map((finding) => ({ ...finding, rule: 'go vet', severity }))
  if (level === 'warn' || told.length === 0) return told
  throw new Failure('verification', `go vet found ${told.length === 1 ? 'a mistake' : `${told.length} mistakes`}`, {
    hint: 'They are shown on their lines. vet: warn lets them pass.',
    cause: told.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'),
    findings: told
  })
}

/**
 * What `go vet -json` says: an object for each package, by analyzer. A position may be of the folder in which the same
 * package was looked at before, whose answer the build cache gives again: the package says where its files are here.
 */
export function parseVetFindings(said: string, plan: Pick<Plan, 'module' | 'moduleDir'>): readonly Finding[] {
  const packages = [...said.matchAll(/^\{$.*?^\}$/gms)].flatMap(([text]) =>
    Object.entries(readFields(JSON.parse(text) as Json))
  )
  const lines = packages.flatMap(([name, analyzers]) =>
    Object.keys(readFields(analyzers)).flatMap((analyzer) =>
      readObjectsAt(analyzers, analyzer).map((found) => {
        const [, path = '', place = ''] = /^(.*?)(:\d+(?::\d+)?)$/.exec(readTextAt(found, 'posn')) ?? []
        return `${findSourceFile(path.replaceAll('\\', '/'), name, plan.module)}${place}: ${readTextAt(found, 'message')}`
      })
    )
  )
  return listToolFindings(lines.join('\n'), plan.moduleDir)
}

/** The file of a package, from the folder of the module; `name` may be `a/b [a/b.test]` or `a/b_test [a/b.test]`. */
function findSourceFile(path: string, name: string, module: string): string {
  const below = (name.split(' ')[0] ?? '').slice(module.length).replace(/^\//, '')
  const parts = path.split('/')
  const folder = parts.slice(0, -1).join('/')
  const outside = below.replace(/_test$/, '')
  return ['.', folder.endsWith(below) ? below : outside, parts.at(-1)].filter((part) => part !== '').join('/')
}
