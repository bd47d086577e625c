import { Failure } from '../../../base/errors.ts'
import { placesIn } from '../../../model/places.ts'
import { fields, objectsAt, textAt } from '../../../base/json.ts'
import type { Finding } from '../../../base/finding.ts'
import type { Json } from '../../../base/json.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { VetPlan } from '../../../plan/vet.ts'
import type { BuildTools } from '../build.ts'

/**
 * `go vet` over the packages of the module and their tests; resolves with what it found, on its lines. Throws a
 * 'verification' Failure for findings that shall fail the run, and a 'command' Failure where go vet itself fails.
 */
export async function vet(
  { run, go, env, folder }: Pick<BuildTools, 'run' | 'go' | 'env' | 'folder'>,
  plan: Plan,
  { level, argv, env: own }: VetPlan,
  signal: AbortSignal
): Promise<readonly Finding[]> {
  const said: string[] = []
  const [, ...args] = argv
  const severity = level === 'fail' ? ('error' as const) : ('warning' as const)
  const findings = await run([go.path, ...args], {
    cwd: folder,
    env: { ...env, ...own },
    signal,
    onLine: (line) => said.push(line)
  }).then(
    // Older go commands write it beside their words.
    ({ stdout }) => findingsIn([stdout, ...said].join('\n'), plan),
    (error: unknown) => {
      signal.throwIfAborted()
      // Code that does not compile; or a module that only tests need and nobody serves, which is on no line.
      const places = placesIn(said.join('\n'), plan.moduleDir)
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
export function findingsIn(said: string, plan: Pick<Plan, 'module' | 'moduleDir'>): readonly Finding[] {
  const packages = [...said.matchAll(/^\{$.*?^\}$/gms)].flatMap(([text]) =>
    Object.entries(fields(JSON.parse(text) as Json))
  )
  const lines = packages.flatMap(([name, analyzers]) =>
    Object.keys(fields(analyzers)).flatMap((analyzer) =>
      objectsAt(analyzers, analyzer).map((found) => {
        const [, path = '', place = ''] = /^(.*?)(:\d+(?::\d+)?)$/.exec(textAt(found, 'posn')) ?? []
        return `${fileOf(path.replaceAll('\\', '/'), name, plan.module)}${place}: ${textAt(found, 'message')}`
      })
    )
  )
  return placesIn(lines.join('\n'), plan.moduleDir)
}

/** The file of a package, from the folder of the module; `name` may be `a/b [a/b.test]` or `a/b_test [a/b.test]`. */
function fileOf(path: string, name: string, module: string): string {
  const below = (name.split(' ')[0] ?? '').slice(module.length).replace(/^\//, '')
  const parts = path.split('/')
  const folder = parts.slice(0, -1).join('/')
  const outside = below.replace(/_test$/, '')
  return ['.', folder.endsWith(below) ? below : outside, parts.at(-1)].filter((part) => part !== '').join('/')
}
