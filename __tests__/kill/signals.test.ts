import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { living, openBench, openPlace } from './bench.ts'
import type { Bench, Place, Run } from './bench.ts'

// A control plane starts in seconds, and beside compilers in many.
jest.setTimeout(600_000)

const FULL = process.env['SLIPWAY_TEST'] === 'full'
const PROOF = { kubernetes: '1.37', suites: 'workload', targets: 'linux/amd64' }
const STOPPED = 'The next run goes on from here.'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
}, 3_600_000)
afterAll(async () => bench[Symbol.asyncDispose]())

/** Moments of a proof: behind the start of a program, or when the cluster is there and the trial begins. */
const WHILE_PROVING = 'while the trial runs'
const MOMENTS = [
  ...(FULL
    ? ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'].map((name) => `after start ${name} #1`)
    : []),
  WHILE_PROVING
]

function hit(place: Place, at: string, by: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<Run> {
  if (at !== WHILE_PROVING) return place.run({ flags: PROOF, at, with: by })
  let done = false
  return place.run(
    { flags: PROOF },
    {
      onOutput(text, pid) {
        if (done || !/cluster +Kubernetes 1\.37/.test(text)) return
        done = true
        process.kill(pid, by)
      }
    }
  )
}

async function finish(place: Place): Promise<void> {
  const run = await place.run({ flags: PROOF })
  expect(run).toMatchObject({ status: 0 })
  expect(run.output).toMatch(/prove +workload drill on 1\.37/)
  expect(await place.leftovers()).toEqual([])
  expect(await place.visible()).toBeDefined()
}

test.each(MOMENTS)('a SIGTERM %s leaves no process and no cluster, and the next run finishes', async (at) => {
  await using place = await openPlace(bench, 'folder')
  const run = await hit(place, at, 'SIGTERM')
  expect(run).toMatchObject({ status: 3, signal: null })
  expect(run.output).toContain(STOPPED)
  expect(await place.leftovers()).toEqual([])
  expect(await place.visible()).toBeUndefined()
  await finish(place)
})

test.each(MOMENTS)('a SIGKILL %s leaves a cluster that the next run ends before it finishes', async (at) => {
  await using place = await openPlace(bench, 'folder')
  const run = await hit(place, at, 'SIGKILL')
  expect(run.signal).toBe('SIGKILL')
  // Else the next run would have nothing to end.
  expect(living([run.pid])).not.toEqual([])
  expect(await place.leftovers()).toContainEqual(expect.stringMatching(/^\.slipway-scratch-.*-control-plane$/))
  await finish(place)
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143]
] as const)(
  'a second %s does not wait for a tool that does not end: status %i, and no process is left',
  async (name, status) => {
    await using place = await openPlace(bench, 'folder')
    const sent: string[] = []
    const once = (word: string, text: string, pid: number): void => {
      if (!text.includes(word) || sent.includes(word)) return
      sent.push(word)
      process.kill(pid, name)
    }
    // The tool would be waited for an hour, and this test would fail.
    const run = await place.run(
      { at: 'during go build linux amd64 #1', stubborn: true },
      {
        onOutput(text, pid) {
          once('stubborn', text, pid)
          once('understood', text, pid)
        }
      }
    )
    expect([run.status, sent]).toEqual([status, ['stubborn', 'understood']])
    // SIGKILL was sent; the kernel may take a moment.
    while (living([run.pid]).length > 0) await sleep(20)
    expect(await place.visible()).toBeUndefined()
    expect(await place.run()).toMatchObject({ status: 0 })
    expect(await place.leftovers()).toEqual([])
  }
)
