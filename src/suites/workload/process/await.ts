import { setTimeout as sleep } from 'node:timers/promises'
import type { Exit, Service } from '../../../model/ports/processes.ts'
import { waitForState } from '../../cluster/wait.ts'
import type { Observation } from '../../evidence.ts'
import type { TrialContext } from '../context.ts'
import { lookAt } from '../expectations.ts'
import type { Expectation } from '../settings.ts'
import type { Running } from './program.ts'

/** How a program ended, or undefined when it still runs after so many seconds. Rejects when `signal` aborts. */
export async function awaitExit(
  { exit }: Pick<Service, 'exit'>,
  seconds: number,
  signal: AbortSignal
): Promise<Exit | undefined> {
  const stop = new AbortController()
  return await Promise.race([
    exit,
    sleep(1000 * seconds, undefined, { signal: AbortSignal.any([signal, stop.signal]) })
  ]).finally(() => stop.abort())
}

/** What was seen of an expectation at last, and when (`performance.now()`). */
type Look = Observation & { readonly until: number }

/**
 * Waits for all expectations at once, each for the workload's `within`. A program that has ended brings nothing about any
 * more: `exit` tells how, where it has.
 */
export async function awaitExpectations(
  context: TrialContext,
  running: Running,
  expectations: readonly Expectation[]
): Promise<{ readonly looks: readonly Look[]; readonly exit: Exit | undefined }> {
  const { cluster, workload, signal } = context
  let exit: Exit | undefined
  void running.service.exit.then((how) => (exit = how))
  const looks = await Promise.all(
    expectations.map(async (expectation): Promise<Look> => {
      const read = async () => {
        const over = exit !== undefined
        return { ...(await lookAt(context, running, expectation)), over }
      }
      const done = ({ ok, over }: Awaited<ReturnType<typeof read>>) => ok || over
      const { value, ms } = await waitForState(cluster.api, { read, done, withinMs: 1000 * workload.within }, signal)
      return { ok: value.ok, seen: `${value.seen} after ${ms} ms`, until: performance.now() }
    })
  )
  return { looks, exit }
}
