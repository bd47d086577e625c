import { expect, test } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { runTogether } from '../../../src/base/parallel.ts'

const never = new AbortController().signal

test('when one branch fails, the others are aborted and awaited before the failure is thrown', async () => {
  const ended: string[] = []
  const work = runTogether(never, async (start) => {
    const slow = start(async (signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      await sleep(20)
      ended.push('slow')
    })
    const broken = start(async () => {
      await sleep(5)
      throw new Error('broken')
    })
    await slow
    await broken
  })
  await expect(work).rejects.toThrow('broken')
  expect(ended).toEqual(['slow'])
})

test('the first failure is thrown, not the aborts that follow it', async () => {
  const work = runTogether(never, async (start) => {
    const follower = start(async (signal) => {
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
    })
    start(async () => Promise.reject(new Error('first'))).catch(() => {})
    await follower
  })
  await expect(work).rejects.toThrow('first')
})

test('branches started by other branches are awaited too', async () => {
  let deep = false
  const result = await runTogether(never, async (start) => {
    await start(async () => {
      void start(async () => {
        await sleep(10)
        deep = true
      })
    })
    return 7
  })
  expect(result).toBe(7)
  expect(deep).toBe(true)
})

test('the caller’s abort reaches every branch and its reason is thrown', async () => {
  const stop = new AbortController()
  const work = runTogether(stop.signal, async (start) => {
    await start(
      (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('late'))))
    )
  })
  stop.abort(new Error('stopped by SIGTERM'))
  await expect(work).rejects.toThrow('stopped by SIGTERM')
})
