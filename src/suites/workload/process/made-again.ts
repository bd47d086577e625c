import { readAt, readItems } from '../../../base/json.ts'
import { findClusterProvider } from '../../../model/cluster-providers.ts'
import { fillPlaceholders } from '../../programs/call.ts'
import type { Observation } from '../../evidence.ts'
import { removeObject } from '../../cluster/remove.ts'
import { formatResourcePath, readObject, type Reference } from '../../cluster/resources.ts'
import { waitForState } from '../../cluster/wait.ts'
import type { TrialContext, WorkloadStep } from '../context.ts'
import { describeExpectation, lookAtObject } from '../expectations.ts'
import type { Expectation } from '../settings.ts'
import { formatWithoutServers, isSameReference, type Watched } from '../watched.ts'
import { awaitExit, awaitExpectations } from './await.ts'
import { nameValues, startProgram, type Running } from './program.ts'
import { readLastWords } from './last-words.ts'

export type ObjectExpectation = Extract<Expectation, { object: string }>

/** Those of a step's expectations that hold before its program starts: whoever was there before made them true. */
export async function listAlreadyTrue(
  context: TrialContext,
  step: WorkloadStep,
  expectations: readonly Expectation[]
): Promise<readonly ObjectExpectation[]> {
  const values = nameValues(context, step)
  const objects = expectations.filter((each) => 'object' in each)
  const looks = await Promise.all(objects.map((each) => lookAtObject(context, each, values)))
  return objects.filter((_, i) => looks[i]?.ok)
}

/** A version's turn in this proof. */
interface Turn {
  readonly step: WorkloadStep
  readonly account: string
  /** Applies its manifests. */
  readonly prepare: () => Promise<void>
}

/** The user's objects, from which a program makes others. */
interface Inputs {
  readonly place: () => Promise<readonly Watched[]>
}

/** What a version did once its work was taken away, by expectation. */
interface Done {
  readonly again: Observation
  /** Whether what it makes changed when the user's objects were deleted; undefined where that cannot be tried. */
  readonly answer: Observation | undefined
}

/**
 * Whether the candidate itself makes true what it found true, which the version before had left: once it is gone, the
 * candidate has to make it again; and once the user's objects are deleted, it has to become another. Where it does not,
 * the baseline is the control: what the baseline does and the candidate does not is a failure; what neither makes again
 * is said to be unchanged since the baseline, which is less.
 * It comes after the way back, so that no other claim depends on it.
 */
export async function checkMadeAgain(
  context: TrialContext,
  { candidate, baseline }: { readonly candidate: Turn; readonly baseline: Turn },
  left: readonly ObjectExpectation[],
  inputs: Inputs
): Promise<void> {
  const from = performance.now()
  const done = await takeTurn(context, candidate, left, inputs, QUICK_MS)
  const until = performance.now()
  const lacks = [...done].filter(([, { again, answer }]) => !again.ok || answer?.ok === false).map(([each]) => each)
  const control = lacks.length === 0 ? NOTHING : await takeTurn(context, baseline, lacks, inputs, QUICK_MS)
  // What the baseline answers at once, the candidate gets all the time for.
  const late = lacks.filter((each) => done.get(each)?.answer?.ok === false && control.get(each)?.answer?.ok)
  const second =
    late.length === 0 ? NOTHING : await takeTurn(context, candidate, late, inputs, 1000 * context.workload.within)
  const say = tellAs(context, { from, until, old: baseline.step, fresh: candidate.step })
  for (const [expectation, { again, answer }] of done) {
    const other = control.get(expectation)
    await say(expectation, 'again', again, other?.again)
    const last = second.get(expectation)?.answer ?? answer
    // What neither answers is nothing to tell; what was not made again cannot answer.
    if (again.ok && last && (last.ok || other?.answer?.ok === true))
      await say(expectation, 'answer', last, other?.answer)
  }
}

const NOTHING: ReadonlyMap<ObjectExpectation, Done> = new Map()
const NEVER: Observation = { ok: false, seen: 'never looked at' }

/** Most programs answer at once; those that answer nothing are not waited for longer. */
const QUICK_MS = 3000

/** Writes down what a version did, against the control. */
function tellAs(
  context: TrialContext,
  { from, until, old, fresh }: { from: number; until: number; old: WorkloadStep; fresh: WorkloadStep }
) {
  return async (
    expectation: ObjectExpectation,
    about: 'again' | 'answer',
    seen: Observation,
    control: Observation | undefined
  ): Promise<void> => {
    const what = describeExpectation(expectation)
    const isUnchanged = about === 'again' && !seen.ok && control?.ok !== true
    const claim = {
      again: isUnchanged ? `${what}: unchanged since ${old.label}` : `${what} again, once Slipway has taken it away`,
      answer: `${expectation.object} answers: the objects of the trial are deleted, and it becomes another`
    }[about]
    const start = `start ${fresh.version.name} again`
    const look = `kubectl get ${fillPlaceholders(expectation.object, nameValues(context, fresh))} -o yaml`
    const repeat = {
      again: `${look.replace(' get ', ' delete ').replace(/ -o yaml$/, '')}; ${start}; ${look}`,
      answer: `${start}; kubectl delete the objects of the trial; ${look}`
    }[about]
    const tell = async (): Promise<Observation> => {
      if (seen.ok) return seen
      if (isUnchanged) return { ok: true, seen: `once it is gone, neither version makes it again: ${seen.seen}` }
      return { ok: false, seen: `${seen.seen}; ${old.version.name} does: ${control?.seen ?? ''}` }
    }
    await context.diary.witness(fresh.label, claim, repeat, tell, { from, until })
  }
}

/** Takes away what versions made, starts one, and looks what it makes and what it answers. */
async function takeTurn(
  context: TrialContext,
  turn: Turn,
  expectations: readonly ObjectExpectation[],
  inputs: Inputs,
  answerMs: number
): Promise<ReadonlyMap<ObjectExpectation, Done>> {
  const { gone, placed } = await makeStale(context, turn, expectations, inputs)
  if (gone.length === 0) return NOTHING
  await using running = await startProgram(context, turn.step, turn.account)
  const { looks } = await awaitExpectations(context, running, gone)
  const words = looks.every(({ ok }) => ok) ? '' : await readLastWords(running)
  const again = looks.map(({ ok, seen }) => ({ ok, seen: `${seen}${ok ? '' : words}` }))
  const made = gone.filter((_, i) => again[i]?.ok)
  const answers = await awaitAnswers(context, running, { made, placed, answerMs })
  // Who is killed keeps its locks, for which the next one would wait.
  running.service.ask()
  await awaitExit(running.service, context.workload.stop.within, context.signal)
  return new Map(gone.map((each, i) => [each, { again: again[i] ?? NEVER, answer: answers.get(each) }]))
}

/** Takes the objects away while nobody runs, and makes the user's anew; tells what does not hold any more. */
async function makeStale(
  context: TrialContext,
  { step, prepare }: Turn,
  expectations: readonly ObjectExpectation[],
  { place }: Inputs
): Promise<{ readonly gone: readonly ObjectExpectation[]; readonly placed: readonly Watched[] }> {
  for (const expectation of expectations) {
    const reference = await findReference(context, step, expectation)
    if (!KEPT.test(reference.resource.kind)) await takeAway(context, reference)
  }
  await prepare()
  const placed = await place()
  const still = await listAlreadyTrue(context, step, expectations)
  return { gone: expectations.filter((each) => !still.includes(each)), placed }
}

const findReference = (context: TrialContext, step: WorkloadStep, { object }: ObjectExpectation): Promise<Reference> =>
  context.discovery.named(fillPlaceholders(object, nameValues(context, step)), context.signal)

/** With these go other objects, or the program's rights. */
const KEPT = /^(CustomResourceDefinition|Namespace|ServiceAccount|(Cluster)?Role(Binding)?)$/

async function takeAway(context: TrialContext, reference: Reference): Promise<void> {
  const { cluster, namespace, signal } = context
  // A cluster of somebody else is left as it is outside of the trial's namespace.
  if (!reference.resource.namespaced && !findClusterProvider(cluster.provider).ours) return
  const object = await readObject(cluster.api, namespace, reference, signal)
  // Nobody runs who would let it go.
  if (readItems(readAt(object, 'metadata', 'finalizers')).length > 0) return
  await removeObject(cluster.api, namespace, reference, 5000, signal)
}

/** Deletes the user's objects and waits until what was made of them is another, or gone. */
async function awaitAnswers(
  context: TrialContext,
  { values }: Running,
  asked: {
    readonly made: readonly ObjectExpectation[]
    readonly placed: readonly Watched[]
    readonly answerMs: number
  }
): Promise<ReadonlyMap<ObjectExpectation, Observation>> {
  const { cluster, namespace, discovery, signal } = context
  const references = await Promise.all(
    asked.made.map(({ object }) => discovery.named(fillPlaceholders(object, values), signal))
  )
  // What happens to the user's own objects is no answer of a program.
  const isOwn = (reference: Reference): boolean =>
    asked.placed.some((each) => isSameReference(each.reference, reference))
  const others = asked.made.flatMap((expectation, i) => {
    const reference = references[i]
    return reference === undefined || isOwn(reference) ? [] : [{ expectation, reference }]
  })
  if (others.length === 0 || asked.placed.length === 0) return new Map()
  const read = async (reference: Reference): Promise<string> =>
    formatWithoutServers(await readObject(cluster.api, namespace, reference, signal))
  const before = await Promise.all(others.map(({ reference }) => read(reference)))
  for (const { reference } of asked.placed)
    await cluster.api.call('DELETE', formatResourcePath(reference.resource, namespace, reference.name), { signal })
  const answers = others.map(async ({ expectation, reference }, i) => {
    const { done, ms } = await waitForState(
      cluster.api,
      { read: () => read(reference), done: (now) => now !== before[i], withinMs: asked.answerMs },
      signal
    )
    const seen = done ? `another after ${ms} ms` : `it is as it was after ${ms} ms`
    return [expectation, { ok: done, seen }] as const
  })
  return new Map(await Promise.all(answers))
}
