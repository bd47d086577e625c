import type { JsonObject } from '../../../base/json.ts'
import type { Refused } from '../../../model/ports/kubernetes.ts'
import type { Exit } from '../../../model/ports/processes.ts'
import type { Expectation } from '../settings.ts'
import { describeReply, type Observation } from '../../evidence.ts'
import { formatKubectlName, formatResourcePath } from '../../cluster/resources.ts'
import { formatLookByHand, lookAt, describeExpectation } from '../expectations.ts'
import type { Manifests } from '../manifests.ts'
import { awaitExit, awaitExpectations } from './await.ts'
import { lacksRight, formatOperation } from './operation.ts'
import { readLastWords } from './last-words.ts'
import { listAlreadyTrue, type ObjectExpectation } from './made-again.ts'
import { startProgram, type Running } from './program.ts'
import { type TrialContext, type WorkloadStep } from '../context.ts'
import { fillPlaceholders } from '../../programs/call.ts'
import {
  repeatSnapshot,
  checkDeletable,
  formatKubectlNames,
  replaceChanged,
  checkUnchanged,
  type Watched
} from '../watched.ts'

/** What a step leaves for the next one. */
export interface After {
  readonly ready: boolean
  readonly watched: readonly Watched[]
  /** Operations that the API refused to it for want of a right. */
  readonly forbidden: readonly string[]
  /** What was expected of it and was true before it started. */
  readonly found: readonly ObjectExpectation[]
}

interface StepBefore {
  readonly manifests: Manifests
  readonly watched: readonly Watched[]
  /** What the baseline was refused too: no news. */
  readonly forbidden: readonly string[]
  /** Nobody ran before: what this one does to objects of the suite's own is what others are held to. */
  readonly first: boolean
  /** After the last step nobody needs the objects any more: they are deleted while the program runs. */
  readonly last: boolean
}

const LEFT_ALONE = 'the objects of the trial are as they were'
const KNOWN = 'what it does to SMI objects of users is known'

/** One version's turn: up, as expected, staying up, within its rights, touching nothing it should not, and down again. */
export async function runStep(context: TrialContext, step: WorkloadStep, before: StepBefore): Promise<After> {
  const { workload, cluster, namespace } = context
  const [up, wanted] = [pickForStep(workload.ready, step), pickForStep(workload.expect, step)]
  const found = await listAlreadyTrue(context, step, [...up, ...wanted])
  await using running = await startProgram(context, step, before.manifests.serviceAccount)
  const say = (expectation: Expectation): string =>
    `${describeExpectation(expectation)}, ${found.some((each) => each === expectation) ? 'as before it started' : `within ${workload.within} s`}`
  const ready = await checkAllHold(context, step, running, up, (each) => `${running.program} is up: ${say(each)}`)
  let watched = before.watched
  if (ready) {
    watched = await makeChanges(context, step, running, watched)
    await checkAllHold(context, step, running, wanted, say)
    await checkStaysUp(context, step, running)
  }
  const repeat = `kubectl get ${formatKubectlNames(watched)} -o yaml`
  const own = workload.objects.length === 0
  if (!own) await context.diary.witness(step.label, LEFT_ALONE, repeat, () => checkUnchanged(context, watched))
  else if (watched.length > 0)
    await context.diary.witness(step.label, before.first ? KNOWN : LEFT_ALONE, repeat, async () => {
      const { ok, seen } = await checkUnchanged(context, watched)
      if (before.first) watched = await repeatSnapshot(context, watched)
      return { ok: ok || before.first, seen }
    })
  const forbidden = await checkRights(context, step, running, before)
  await tellKeptBack(context, step, running)
  if (ready && before.last && watched.length > 0)
    await context.diary.witness(
      step.label,
      'the objects of the trial can be deleted',
      `kubectl delete ${formatKubectlNames(watched)}`,
      () => checkDeletable(context, watched)
    )
  await checkGoesDown(context, step, running)
  return { ready, watched, forbidden, found }

  /** What a user does; what comes of it is how the object has to stay. */
  async function makeChanges(context: TrialContext, step: WorkloadStep, running: Running, watched: readonly Watched[]) {
    let now = watched
    for (const change of workload.changes.filter(({ on }) => on.includes(step.name))) {
      const reference = await context.discovery.named(fillPlaceholders(change.object, running.values), context.signal)
      const patch = JSON.parse(fillPlaceholders(JSON.stringify(change.patch), running.values)) as JsonObject
      await context.diary.witness(
        step.label,
        `${change.object} takes the change of a user`,
        `kubectl patch ${formatKubectlName(reference)} --type merge -p '${JSON.stringify(patch)}'`,
        async () => {
          const path = formatResourcePath(reference.resource, namespace, reference.name)
          const reply = await cluster.api.call('PATCH', path, { patch: 'merge', body: patch, signal: context.signal })
          if (reply.status < 300) now = await replaceChanged(context, now, reference)
          return { ok: reply.status < 300, seen: describeReply(reply) }
        }
      )
    }
    return now
  }
}

const pickForStep = (all: readonly Expectation[], { name }: WorkloadStep): readonly Expectation[] =>
  all.filter(({ on }) => on === undefined || on.includes(name))

/** Waits for all of them at once; each is recorded by itself. */
async function checkAllHold(
  context: TrialContext,
  step: WorkloadStep,
  running: Running,
  expectations: readonly Expectation[],
  say: (expectation: Expectation) => string
): Promise<boolean> {
  const from = performance.now()
  const { looks, exit } = await awaitExpectations(context, running, expectations)
  const held: boolean[] = []
  for (const [i, expectation] of expectations.entries()) {
    const look = looks[i] ?? { ok: false, seen: 'never looked at', until: from }
    const tell = async (): Promise<Observation> =>
      look.ok ? look : { ok: false, seen: `${look.seen}${describeEnding(exit)}${await readLastWords(running)}` }
    held.push(
      await context.diary.witness(step.label, say(expectation), formatLookByHand(expectation, running), tell, {
        from,
        until: look.until
      })
    )
  }
  return held.every(Boolean)
}

const describeEnding = (exit: Exit | undefined): string =>
  exit === undefined ? '' : `; it ended ${exit.by ? `by ${exit.by}` : `with exit status ${exit.status}`}`

async function checkStaysUp(context: TrialContext, step: WorkloadStep, running: Running): Promise<void> {
  const { settle, ready, expect } = context.workload
  await context.diary.witness(
    step.label,
    `${running.program} stays up for ${settle} s, is still ready, and what it brought about still holds`,
    running.line,
    async () => {
      const exit = await awaitExit(running.service, settle, context.signal)
      if (exit) return { ok: false, seen: `it is gone${describeEnding(exit)}${await readLastWords(running)}` }
      // The log may be longer than its part that is read.
      for (const expectation of pickForStep([...ready, ...expect], step).filter((each) => !('log' in each))) {
        const look = await lookAt(context, running, expectation)
        if (!look.ok)
          return {
            ok: false,
            seen: `${describeExpectation(expectation)}: not any more: ${look.seen}${await readLastWords(running)}`
          }
      }
      return { ok: true, seen: `pid ${running.service.pid} runs, ${running.witness.requests} requests to the API` }
    }
  )
}

/** An operation that the API refuses after the upgrade, and did not before, is a finding; the baseline's are told. */
async function checkRights(
  context: TrialContext,
  step: WorkloadStep,
  running: Running,
  before: StepBefore
): Promise<readonly string[]> {
  const refused = running.witness.refused.filter(lacksRight)
  const names = [...new Set(refused.map(formatOperation))]
  const fresh = step.name === 'baseline' ? [] : names.filter((name) => !before.forbidden.includes(name))
  const account = before.manifests.serviceAccount
  const [first = 'list pods'] = fresh
  await context.diary.witness(
    step.label,
    step.name === 'baseline'
      ? `what the API refuses ${running.program}, as ${account}, is known`
      : `the API refuses ${running.program} nothing more, as ${account} with the roles of its manifests`,
    `kubectl auth can-i ${first.replaceAll(' in the whole cluster', ' --all-namespaces')} --as system:serviceaccount:${context.namespace}:${account} -n ${context.namespace}`,
    async () => ({
      ok: fresh.length === 0,
      seen:
        fresh.length > 0
          ? `${fresh.join(', ')}: ${refused.find((each) => formatOperation(each) === first)?.message ?? ''}`
          : `${running.witness.requests} requests, ${names.length === 0 ? 'none refused for want of a right' : `refused as in its own time: ${names.join(', ')}`}${describeOtherRefusals(running.witness.refused)}`
    })
  )
  return names
}

/** What would have written elsewhere on a cluster of somebody: no finding about a right, but it explains much. */
async function tellKeptBack(
  context: TrialContext,
  step: WorkloadStep,
  { witness, program, line }: Running
): Promise<void> {
  const names = [...new Set(witness.held.map(formatOperation))]
  if (names.length === 0) return
  await context.diary.witness(
    step.label,
    `what ${program} would write outside of its namespace is kept from this cluster`,
    line,
    async () => ({
      ok: true,
      seen: `${names.join(', ')}: answered HTTP 403 by Slipway; on a cluster of its own it is handed on (--cluster control-plane or kind)`
    })
  )
}

/** Other refusals are no failure of a role; they explain much, those of webhooks and quotas by their words. */
const describeOtherRefusals = (refused: readonly Refused[]): string => {
  const counts = new Map<string, number>()
  for (const each of refused.filter((each) => !lacksRight(each))) {
    const { status, message } = each
    const what = `HTTP ${status}${status === 403 ? ` (${formatOperation(each)}: ${message.slice(0, 200)})` : ''}`
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  return counts.size === 0 ? '' : `; answered otherwise: ${[...counts].map(([what, n]) => `${n} × ${what}`).join(', ')}`
}

async function checkGoesDown(context: TrialContext, step: WorkloadStep, running: Running): Promise<void> {
  const { within, status } = context.workload.stop
  await context.diary.witness(
    step.label,
    `${running.program} ends within ${within} s of SIGTERM with exit status ${status}`,
    `${running.line} & sleep 5; kill $!; wait $!; echo $?`,
    async () => {
      const asked = performance.now()
      running.service.ask()
      const exit = await awaitExit(running.service, within, context.signal)
      if (!exit) return { ok: false, seen: `it still runs after ${within} s${await readLastWords(running)}` }
      const ok = exit.by === null && exit.status === status
      const how = exit.by ? `ended by ${exit.by}` : `exit status ${exit.status}`
      return {
        ok,
        seen: `${how} after ${Math.round(performance.now() - asked)} ms${ok ? '' : await readLastWords(running)}`
      }
    }
  )
}
