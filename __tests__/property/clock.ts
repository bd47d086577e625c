import { jest } from '@jest/globals'

/**
 * Time that goes on only when everything waits for it: the production pauses (a write a second, back-offs, limits) cost
 * nothing, and what is counted a minute is counted on this clock.
 */
export interface Clock extends Disposable {
  /** Work that the clock has to wait for. */
  busy<T>(work: Promise<T>): Promise<T>
  /** Resolves as the work does, with time going on meanwhile. */
  live<T>(work: Promise<T>): Promise<T>
}

/** Turns of the event loop in which nothing is busy before time goes on: files are read, answers are parsed. */
const PATIENCE = 6

export function fakeClock(): Clock {
  jest.useFakeTimers({
    now: Date.UTC(2026, 0, 1),
    // Intervals are Bottleneck's housekeeping, which nobody waits for: they must not drive the clock.
    doNotFake: [
      'setInterval',
      'clearInterval',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate'
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
        if (idle <= PATIENCE) continue
        jest.advanceTimersToNextTimer()
        idle = 0
      }
      return work
    },
    [Symbol.dispose]: () => {
      jest.useRealTimers()
    }
  }
}
