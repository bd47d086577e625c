import { Failure } from '../../../base/errors.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { Tools } from '../../tools.ts'
import type { Built } from '../build.ts'
import { vet } from './go-vet.ts'
import { count } from '../../../base/text.ts'

/** Looks at the packages of this machine's target once they are compiled, so that none is compiled twice. */
export async function vetHost(
  plan: Plan,
  tools: Tools,
  built: readonly Promise<readonly Built[]>[],
  signal: AbortSignal
): Promise<void> {
  if ('skip' in plan.vet) return
  const [look] = plan.vet.work
  if (!look) return
  const host = plan.builds.findIndex(({ target }) => target === plan.host)
  await built[Math.max(0, host)]
  await tools.timeline.watch('vet', './...', async () => {
    const findings = await tools
      .compiling(() => vet(tools, plan, look, signal))
      .catch((error: unknown) => {
        // What go vet cannot look at is no mistake of the code.
        if (look.level === 'fail' || signal.aborted || !(error instanceof Failure)) throw error
        tools.warn(`go vet: ${typeof error.cause === 'string' ? error.cause : error.message}`)
        return []
      })
    for (const finding of findings) await tools.finding(finding)
    return { value: undefined, note: findings.length ? count(findings.length, 'finding') : 'nothing found' }
  })
}
