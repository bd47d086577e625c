import { setTimeout as sleep } from 'node:timers/promises'
import { readAt, readItems, readNumber, readObjectsAt, readText, type JsonObject } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import { LABEL, type Runner } from './runner.ts'

export interface Pod {
  readonly name: string
  readonly ready: boolean
  /** Its name and what keeps it from being ready: `web-1: CrashLoopBackOff (exit status 2, 3 restarts)`. */
  readonly line: string
}

/** The pods of one revision of a Deployment, or all that there are. */
export const listPods = async (
  { api, namespace, name }: Runner,
  hash: string,
  signal: AbortSignal
): Promise<readonly Pod[]> => {
  const { body } = await api.call('GET', `/api/v1/namespaces/${namespace}/pods`, {
    query: { labelSelector: `${LABEL}=${name}${hash && `,pod-template-hash=${hash}`}` },
    signal
  })
  return readItems(readAt(body, 'items')).map((pod) => {
    const condition = readItems(readAt(pod, 'status', 'conditions')).find((each) => readAt(each, 'type') === 'Ready')
    const ready = readAt(condition, 'status') === 'True'
    const containers = readObjectsAt(pod, 'status', 'containerStatuses')
    const waiting = containers.map((each) => readText(readAt(each, 'state', 'waiting', 'reason')))
    const trouble = waiting.find((reason) => reason !== '') ?? readText(readAt(condition, 'reason'))
    const state = ready ? 'ready' : trouble || readText(readAt(pod, 'status', 'phase')) || 'no status'
    const named = readText(readAt(pod, 'metadata', 'name'))
    return { name: named, ready, line: `${named}: ${state}${ready ? '' : describeEnd(containers[0])}` }
  })
}

/** How its container ended the last time, in brackets. */
const describeEnd = (container: JsonObject | undefined): string => {
  const ended = readAt(container, 'state', 'terminated') ?? readAt(container, 'lastState', 'terminated')
  if (ended === undefined) return ''
  const message = readText(readAt(ended, 'message')).trim().replace(/\s+/g, ' ').slice(0, 300)
  const restarts = readNumber(readAt(container, 'restartCount'))
  return ` (exit status ${readText(readAt(ended, 'exitCode'))}${message && `: ${message}`}, ${restarts} restarts)`
}

/**
 * The last lines of a pod's container, of the one before it where that one ended; '' where there are none. Between two
 * starts the kubelet may have thrown one log away and not begun the next, and says so in the log's place.
 */
export const readLastLines = async ({ api, namespace }: Runner, pod: string, signal: AbortSignal): Promise<string> => {
  for (let looks = 1; ; looks++) {
    let between = false
    for (const previous of ['true', 'false']) {
      const query = { tailLines: '6', limitBytes: '2000', previous }
      const reply = await api.call('GET', `/api/v1/namespaces/${namespace}/pods/${pod}/log`, { query, signal })
      const said = reply.status === 200 ? readLogBody(reply.body) : ''
      const lost = said.startsWith('unable to retrieve container logs')
      if (said !== '' && !lost) return said
      between ||= lost
    }
    if (!between || looks === LOG_LOOKS) return ''
    await sleep(LOOK_MS, undefined, { signal })
  }
}

/** A log of one line that is JSON comes parsed, and none at all as an empty text or nothing. */
const readLogBody = (body: Json | undefined): string => {
  const plain = readAt(body, 'text')
  return typeof plain === 'string' ? plain.trim() : body === undefined || body === null ? '' : JSON.stringify(body)
}

const LOG_LOOKS = 10
const LOOK_MS = 300
