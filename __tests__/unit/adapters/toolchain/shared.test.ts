import { describe, expect, test } from '@jest/globals'
import { makeSharing } from '../../../../src/adapters/toolchain/shared.ts'
import { deferred } from '../../../fakes/deferred.ts'

const never = new AbortController().signal

describe('work shared by key', () => {
  test('runs once for callers of one key, and its result is kept', async () => {
    const share = makeSharing<number>()
    let runs = 0
    const work = async () => (runs += 1)
    expect(await Promise.all([share('a', never, work), share('a', never, work), share('b', never, work)])).toEqual([
      1, 1, 2
    ])
    expect(await share('a', never, work)).toBe(1)
  })

  test('a failure reaches every caller and the next one tries again', async () => {
    const share = makeSharing<string>()
    const fail = () => Promise.reject(new Error('no'))
    const both = await Promise.allSettled([share('a', never, fail), share('a', never, fail)])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await share('a', never, async () => 'yes')).toBe('yes')
  })

  test('one caller that gives up leaves the work to the others', async () => {
    const share = makeSharing<string>()
    const gate = deferred<string>()
    const one = new AbortController()
    const first = share('a', one.signal, () => gate.promise)
    const second = share('a', never, () => Promise.reject(new Error('not shared')))
    one.abort(new Error('gone'))
    await expect(first).rejects.toThrow('gone')
    gate.resolve('done')
    expect(await second).toBe('done')
  })

  test('when the last caller gives up, the work is stopped and has ended before the caller hears of it', async () => {
    const share = makeSharing<never>()
    const callers = [new AbortController(), new AbortController()]
    const seen: string[] = []
    const work = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          seen.push('stopping')
          setImmediate(() => {
            seen.push('stopped')
            reject(new Error('stopped'))
          })
        })
      })
    const waiting = callers.map(({ signal }) =>
      share('a', signal, work).catch((cause: unknown) => seen.push(String(cause)))
    )
    callers[0]?.abort(new Error('first'))
    await waiting[0]
    callers[1]?.abort(new Error('last'))
    await waiting[1]
    expect(seen).toEqual(['Error: first', 'stopping', 'stopped', 'Error: last'])
  })

  test('a caller that comes after an abort gets new work', async () => {
    const share = makeSharing<string>()
    const one = new AbortController()
    const first = share('a', one.signal, () => new Promise<string>(() => undefined))
    const ended = first.catch(() => 'ended')
    one.abort(new Error('gone'))
    expect(await share('a', never, async () => 'fresh')).toBe('fresh')
    expect(await Promise.race([ended, Promise.resolve('still waiting')])).toBe('still waiting')
  })

  test('a caller whose signal is aborted already starts nothing', async () => {
    const share = makeSharing<string>()
    let runs = 0
    await expect(share('a', AbortSignal.abort(new Error('before')), async () => `${(runs += 1)}`)).rejects.toThrow(
      'before'
    )
    expect(runs).toBe(0)
  })
})
