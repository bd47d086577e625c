import { expect, test } from '@jest/globals'
import type { KubernetesApi, WatchEvent } from '../../../../src/model/ports/kubernetes.ts'
import { waitForState } from '../../../../src/suites/cluster/wait.ts'

/** An API whose watch yields when the test says so, and ends with its signal. */
const watched = () => {
  let push: () => void = () => undefined
  let open = 0
  const api: KubernetesApi = {
    call: async () => ({ status: 200, body: {}, warnings: [] }),
    async *watch(_path, signal) {
      open++
      try {
        while (!signal.aborted) {
          await new Promise<void>((resolve) => {
            push = resolve
            signal.addEventListener('abort', () => resolve())
          })
          if (!signal.aborted) yield { type: 'MODIFIED', object: {} } satisfies WatchEvent
        }
      } finally {
        open--
      }
    }
  }
  return { api, push: () => push(), open: () => open }
}
const never = new AbortController().signal
const watch = { path: '/apis' }

test('an event wakes a wait, and the watch ends with it', async () => {
  const world = watched()
  let state = 0
  const waiting = waitForState(
    world.api,
    { read: async () => state, done: (now) => now === 1, watch, withinMs: 60_000 },
    never
  )
  await new Promise(setImmediate)
  state = 1
  world.push()
  await expect(waiting).resolves.toMatchObject({ value: 1, done: true })
  expect(world.open()).toBe(0)
})

test('what is so already needs no event', async () => {
  const reads: number[] = []
  const read = async () => reads.push(1)
  await expect(
    waitForState(watched().api, { read, done: () => true, watch, withinMs: 60_000 }, never)
  ).resolves.toMatchObject({
    done: true
  })
  expect(reads).toHaveLength(1)
})

test('a deadline that passes is an answer, with the last state', async () => {
  const world = watched()
  await expect(
    waitForState(world.api, { read: async () => 'pending', done: () => false, watch, withinMs: 0 }, never)
  ).resolves.toMatchObject({
    value: 'pending',
    done: false
  })
})

test('what cannot be watched is read again and again', async () => {
  let reads = 0
  const read = async () => ++reads
  await expect(
    waitForState(watched().api, { read, done: (n) => n === 3, withinMs: 60_000 }, never)
  ).resolves.toMatchObject({
    value: 3
  })
})

test('a watch that breaks does not break the wait', async () => {
  const api: KubernetesApi = {
    ...watched().api,
    async *watch() {
      throw new Error('gone')
    }
  }
  let reads = 0
  const read = async () => ++reads
  await expect(
    waitForState(api, { read, done: (n) => n === 2, watch, withinMs: 60_000 }, never)
  ).resolves.toMatchObject({
    value: 2
  })
})

test('an abort ends the wait with its reason, and the watch with it', async () => {
  const world = watched()
  const stop = new AbortController()
  const waiting = waitForState(
    world.api,
    { read: async () => 0, done: () => false, watch, withinMs: 60_000 },
    stop.signal
  )
  await new Promise(setImmediate)
  stop.abort(new Error('Ctrl-C'))
  await expect(waiting).rejects.toThrow('Ctrl-C')
  expect(world.open()).toBe(0)
})

test('an API that does not answer is the error of the wait', async () => {
  const read = async () => Promise.reject(new Error('connection refused'))
  const waiting = waitForState(watched().api, { read, done: () => true, watch, withinMs: 60_000 }, never)
  await expect(waiting).rejects.toThrow('connection refused')
})
