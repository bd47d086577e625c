import { jest } from '@jest/globals'

/**
 * Time that goes on only when everything waits for it, so that the production's own pauses count and cost nothing. Only
 * for code that does no input or output of its own (no socket, no file): then what is left to do is done in turns of the
 * event loop, however busy the machine is, and a clock that waits for turns cannot run ahead of anything.
 */
export interface Clock extends Disposable {
  /** Work that the clock waits for, where turns are not enough. */
  busy<T>(work: Promise<T>): Promise<T>
  /** Resolves as the work does, with time going on meanwhile; rejects when nobody waits for time any more. */
  live<T>(work: Promise<T>): Promise<T>
}

/** Streams take a turn or two for a piece. */
const TURNS = 8

/** From here on all timers and dates of this test are the clock's. */
export function virtualClock(): Clock {
  jest.useFakeTimers({
    now: Date.UTC(2026, 0, 1),
    doNotFake: [
      // Housekeeping of Bottleneck, which nobody waits for.
      'setInterval',
      'clearInterval',
      // What turns are made of.
      'setImmediate',
      'clearImmediate',
      'nextTick',
      'queueMicrotask',
      'hrtime',
      'performance'
    ]
  })
  let working = 0
  return {
    async busy(work) {
      working++
      try {
        return await work
      } finally {
        working--
      }
    },
    async live(work) {
      let done = false
      const end = (): void => void (done = true)
      work.then(end, end)
      for (let idle = 0; !done;) {
        await new Promise((turn) => setImmediate(turn))
        idle = working > 0 ? 0 : idle + 1
        if (idle < TURNS || done) continue
        if (jest.getTimerCount() === 0) throw new Error('nothing moves any more, and nobody waits for time')
        jest.advanceTimersToNextTimer()
        idle = 0
      }
      return await work
    },
    [Symbol.dispose]: () => void jest.useRealTimers()
  }
}
