import { readAt, readText } from '../../../base/json.ts'
import { LIMITS } from '../../../base/limits.ts'
import type { Reply } from '../../../model/ports/kubernetes.ts'
import type { Deployed, Expectation } from '../settings.ts'
import { listPods } from './pods.ts'
import { listRevisions } from './revisions.ts'
import { type Runner } from './runner.ts'
import type { Observation } from '../../evidence.ts'
import { judgeAnswer, formatLookByHand, judgeLog, lookAtObject, describeExpectation } from '../expectations.ts'
import { type TrialContext, type StepName } from '../context.ts'
import { fillPlaceholders } from '../../programs/call.ts'
import type { Shipped } from './shipped.ts'
import { waitForState } from '../../cluster/wait.ts'

/**
 * Whether the program does in its pods what is expected of it in this step. Objects are read as a process's are; an
 * address is asked for through the API server, of a pod of the newest revision, and a line may stand in the log of any.
 */
export async function checkInPods(
  context: TrialContext,
  { expect, port }: Deployed,
  runner: Runner,
  step: StepName,
  shipped: Shipped | undefined
): Promise<boolean> {
  const ports = Object.entries(shipped?.ports ?? {})
  const main = port ?? ports[0]?.[1]
  const values: Readonly<Record<string, string>> = {
    namespace: context.namespace,
    ...Object.fromEntries(ports.map(([name, number]) => [`port.${name}`, String(number)])),
    ...(main !== undefined && { port: String(main) })
  }
  const shown = { shown: values, program: runner.name }
  const wanted = expect.filter(({ on }) => on === undefined || on.includes(step))
  const held = await Promise.all(
    wanted.map(async (expectation) => {
      const from = performance.now()
      const read = () => lookInPods(context, runner, expectation, values)
      const { value, ms } = await waitForState(
        runner.api,
        { read, done: ({ ok }: Observation) => ok, withinMs: 1000 * context.workload.within },
        context.signal
      )
      const hand =
        'url' in expectation
          ? `kubectl port-forward ${runner.kind.toLowerCase()}/${runner.name} ${readPort(expectation, values)} & ${formatLookByHand(expectation, shown)}`
          : 'log' in expectation
            ? `kubectl logs ${runner.kind.toLowerCase()}/${runner.name} --all-pods | grep -E '${expectation.log}'`
            : formatLookByHand(expectation, shown)
      return await context.diary.witness(
        `${runner.name}, ${step}`,
        describeExpectation(expectation),
        hand,
        async () => ({ ok: value.ok, seen: `${value.seen} after ${ms} ms` }),
        { from }
      )
    })
  )
  return held.every(Boolean)
}

/** Of a log without an end, as much as an answer may hold: the server cuts what the lines have too much. */
const LAST_LINES = { tailLines: '100000', limitBytes: `${LIMITS.log.most}` }

async function lookInPods(
  context: TrialContext,
  runner: Runner,
  expectation: Expectation,
  values: Readonly<Record<string, string>>
): Promise<Observation> {
  const { api, namespace } = runner
  const { signal } = context
  if ('object' in expectation) return await lookAtObject(context, expectation, values)
  const newest = (await listRevisions(runner, signal)).at(-1)
  const found = await listPods(runner, newest?.hash ?? '', signal)
  if ('log' in expectation) {
    const said = found.map(({ name }) =>
      api.call('GET', `/api/v1/namespaces/${namespace}/pods/${name}/log`, { query: LAST_LINES, signal })
    )
    return judgeLog(expectation, (await Promise.all(said)).map(formatReplyBody).join('\n'))
  }
  const pod = found.find(({ ready }) => ready) ?? found[0]
  if (!pod || !('url' in expectation)) return { ok: false, seen: 'there is no pod' }
  const { pathname, search } = new URL(fillPlaceholders(expectation.url, values))
  const at = `/api/v1/namespaces/${namespace}/pods/${pod.name}:${readPort(expectation, values)}/proxy${pathname}${search}`
  const reply = await api.call('GET', at, { signal })
  return judgeAnswer(expectation, { status: reply.status, body: formatReplyBody(reply) })
}

/** What was answered, as text: what is JSON comes parsed. */
const formatReplyBody = ({ body }: Reply): string => readText(readAt(body, 'text')) || JSON.stringify(body)

const readPort = ({ url }: { readonly url: string }, values: Readonly<Record<string, string>>): string =>
  new URL(fillPlaceholders(url, values)).port || '80'
