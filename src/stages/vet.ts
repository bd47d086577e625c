import { Failure } from '../errors.ts'
import { placesIn } from '../findings.ts'
import type { Finding } from '../model.ts'
import type { Plan } from '../plan.ts'
import type { VetPlan } from '../plan/vet.ts'
import type { BuildTools } from './build.ts'

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
  const failed = await run([go.path, ...args], {
    cwd: folder,
    env: { ...env, ...own },
    signal,
    onLine: (line) => said.push(line)
  }).then(
    () => undefined,
    (error: unknown) => {
      signal.throwIfAborted()
      return error as Error
    }
  )
  if (failed === undefined) return []
  const findings = placesIn(said.join('\n'), plan.moduleDir).map((place) => ({
    ...place,
    rule: 'go vet',
    severity: level === 'fail' ? ('error' as const) : ('warning' as const)
  }))
  // Such as a module that only tests need and nobody serves.
  if (findings.length === 0) throw failed
  if (level === 'warn') return findings
  throw new Failure(
    'verification',
    `go vet found ${findings.length === 1 ? 'a mistake' : `${findings.length} mistakes`}`,
    {
      hint: 'They are shown on their lines. vet: warn lets them pass.',
      cause: said.join('\n'),
      findings
    }
  )
}
