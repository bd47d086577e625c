import { Failure } from '../../base/errors.ts'
import { readAt, readObjectsAt, parseJson, readText } from '../../base/json.ts'
import { findAtPath } from '../../base/json-path.ts'
import type { Json } from '../../base/json.ts'
import type { Expectation } from './settings.ts'
import type { Observation } from '../evidence.ts'
import { readObject } from '../cluster/resources.ts'
import type { Running } from './process/program.ts'
import { type TrialContext } from './context.ts'
import { fillPlaceholders } from '../programs/call.ts'

/** What is expected, as the end of a sentence: `GET /readyz answers 200`. */
export function describeExpectation(expectation: Expectation): string {
  if ('url' in expectation)
    return `GET ${expectation.url.replace(/^https?:\/\/[^/]+/, '') || '/'} answers ${expectation.status ?? '2xx'}${describeValue(expectation)}`
  if ('log' in expectation) return `its log has /${expectation.log}/`
  if ('run' in expectation)
    return `${JSON.stringify(expectation.run.join(' '))} ends with status ${expectation.status}${describeValue(expectation)}`
  if ('condition' in expectation) return `${expectation.object} is ${expectation.condition}=${expectation.is}`
  return `${expectation.object} is there${describeValue(expectation)}`
}

const describeValue = ({ path, equals, matches }: ValueOf): string =>
  [
    ...(path === undefined && equals === undefined && matches === undefined ? [] : [` with ${path ?? 'a text'}`]),
    ...(equals === undefined ? [] : [` = ${JSON.stringify(equals)}`]),
    ...(matches === undefined ? [] : [` that holds /${matches}/`])
  ].join('')

interface ValueOf {
  readonly path?: string | undefined
  readonly equals?: string | number | boolean | undefined
  readonly matches?: string | undefined
}

/** How a person looks at it by hand. */
export function formatLookByHand(
  expectation: Expectation,
  { shown, program }: Pick<Running, 'shown' | 'program'>
): string {
  const filled = (text: string): string => fillPlaceholders(text, shown)
  if ('url' in expectation) return `curl -si ${filled(expectation.url)}`
  if ('log' in expectation) return `grep -E ${quoteWord(expectation.log)} the log of ${program}`
  if ('run' in expectation) return [program, ...expectation.run.map((arg) => quoteWord(filled(arg)))].join(' ')
  if ('condition' in expectation)
    return `kubectl get ${expectation.object} -o jsonpath='{.status.conditions[?(@.type=="${expectation.condition}")]}'`
  const { path } = expectation
  return `kubectl get ${expectation.object} -o ${path === undefined ? 'yaml' : `jsonpath=${quoteWord(addBraces(path))}`}`
}

const addBraces = (path: string): string => (path.startsWith('{') ? path : `{${/^[.[]/.test(path) ? '' : '.'}${path}}`)
const quoteWord = (text: string): string =>
  /^[\w./:=@%+$-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`

/** One look at what is expected; what cannot be seen yet is an answer too. */
export async function lookAt(context: TrialContext, running: Running, expectation: Expectation): Promise<Observation> {
  if ('url' in expectation)
    return judgeAnswer(expectation, await running.get(fillPlaceholders(expectation.url, running.values)))
  if ('log' in expectation) return judgeLog(expectation, await running.log())
  if ('run' in expectation) {
    const { status, stdout, stderr, how } = await running.call(
      expectation.run.map((arg) => fillPlaceholders(arg, running.values))
    )
    const seen = `${how}: ${cutAnswer(stdout || stderr)}`
    if (status !== expectation.status || !hasValue(expectation)) return { ok: status === expectation.status, seen }
    return judgeValue(expectation, expectation.path === undefined ? stdout : parseJson(stdout), how)
  }
  return await lookAtObject(context, expectation, running.values)
}

/** Whether an answer is the one that is expected; none is no answer that anybody wants. */
export function judgeAnswer(
  expectation: Extract<Expectation, { url: string }>,
  answer: { readonly status: number; readonly body: string } | undefined
): Observation {
  if (answer === undefined) return { ok: false, seen: 'nothing answers' }
  const wanted = expectation.status
  const ok = wanted === undefined ? answer.status >= 200 && answer.status < 300 : answer.status === wanted
  const seen = `HTTP ${answer.status}: ${cutAnswer(answer.body)}`
  if (!ok || !hasValue(expectation)) return { ok, seen }
  return judgeValue(
    expectation,
    expectation.path === undefined ? answer.body : parseJson(answer.body),
    `HTTP ${answer.status}`
  )
}

/** Whether a log has the line. */
export function judgeLog({ log }: Extract<Expectation, { log: string }>, text: string): Observation {
  const pattern = new RegExp(log)
  const lines = text.split('\n')
  const line = lines.find((each) => pattern.test(each))
  return { ok: line !== undefined, seen: line ?? `${lines.length - 1} lines, none of them like it` }
}

/** One look at an object of the cluster. */
export async function lookAtObject(
  { cluster, namespace, discovery, signal }: Pick<TrialContext, 'cluster' | 'namespace' | 'discovery' | 'signal'>,
  expectation: Extract<Expectation, { object: string }>,
  values: Readonly<Record<string, string>>
): Promise<Observation> {
  let object: Json | undefined
  try {
    object = await readObject(
      cluster.api,
      namespace,
      await discovery.named(fillPlaceholders(expectation.object, values), signal),
      signal
    )
  } catch (error) {
    // A kind that the program itself brings may come later.
    if (error instanceof Failure && error.kind === 'input') return { ok: false, seen: error.message }
    throw error
  }
  if (object === undefined) return { ok: false, seen: `${expectation.object} is not there` }
  if ('condition' in expectation) {
    const { condition, is } = expectation
    const conditions = readObjectsAt(object, 'status', 'conditions')
    const one = conditions.find((each) => readText(each['type']) === condition)
    const seen = one
      ? `${condition}=${readText(one['status'])} (${readText(one['reason'])}: ${cutAnswer(readText(one['message']))})`
      : `it has the conditions ${conditions.map((each) => readText(each['type'])).join(', ') || 'none'}`
    return { ok: one !== undefined && readText(one['status']) === is, seen }
  }
  return hasValue(expectation)
    ? judgeValue(expectation, object, 'it is there')
    : { ok: true, seen: `it is there, resourceVersion ${readText(readAt(object, 'metadata', 'resourceVersion'))}` }
}

const hasValue = ({ path, equals, matches }: ValueOf): boolean => (path ?? equals ?? matches) !== undefined

function judgeValue({ path, equals, matches }: ValueOf, from: Json | undefined, before: string): Observation {
  if (from === undefined) return { ok: false, seen: `${before}, and it is not JSON` }
  const found = path === undefined ? [from] : findAtPath(from, path)
  if (found.length === 0)
    return { ok: false, seen: `${before}, and nothing is at ${path}: ${cutAnswer(JSON.stringify(from))}` }
  const texts = found.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
  const seen = texts.join(' ')
  const fits =
    (equals === undefined || seen === String(equals)) && (matches === undefined || new RegExp(matches, 'm').test(seen))
  return { ok: fits, seen: cutAnswer(seen) }
}

const cutAnswer = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > 300 ? `${line.slice(0, 297)}...` : line
}
