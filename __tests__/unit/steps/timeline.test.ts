import { expect, test } from '@jest/globals'
import { Failure } from '../../../src/base/errors.ts'
import { timeline } from '../../../src/steps/timeline.ts'
import type { Host } from '../../../src/model/ports/host.ts'

/** A clock that goes on by 100 ms whenever it is asked, and a host that keeps what was said at the end of each line. */
function watched() {
  const said: string[] = []
  let now = 0
  const host: Pick<Host, 'progress'> = {
    progress: (stage, item) => ({
      note: () => {},
      end: (outcome, note) => said.push([stage, item, outcome, note?.trim()].filter(Boolean).join(' '))
    })
  }
  return { said, timeline: timeline(host as Host, () => (now += 100)) }
}

test('work that is done or reused is a span with its times, and a line with what is worth knowing', async () => {
  const { said, timeline } = watched()
  await timeline.watch('build', 'a', async () => ({ value: 1, note: 'ELF' }))
  await timeline.watch('build', 'b', async () => ({ value: 1, reused: true, note: 'ELF' }))
  timeline.skip('sign', 'build signs nothing')
  expect(said).toEqual([
    'build a done 100 ms  ELF',
    'build b reused 100 ms  reused; ELF',
    'sign skipped build signs nothing'
  ])
  expect(timeline.spans.map(({ start, end, outcome }) => [start, end, outcome])).toEqual([
    [100, 200, 'done'],
    [300, 400, 'reused'],
    [500, 500, 'skipped']
  ])
})

test('one failure is told once: what it stopped beside it did not fail', async () => {
  const { said, timeline } = watched()
  const broken = new Failure('command', 'go build ended with exit status 1\nmore of it')
  const fail = (item: string, error: unknown): Promise<unknown> =>
    timeline.watch('build', item, () => Promise.reject(error as Error)).catch(() => undefined)
  await fail('a', broken)
  await fail('b', broken)
  await fail('c', new DOMException('stopped', 'AbortError'))
  await fail('d', new Failure('input', 'something else', { hint: 'See.' }))
  expect(said).toEqual([
    'build a failed 100 ms  go build ended with exit status 1',
    'build b skipped 100 ms  stopped',
    'build c skipped 100 ms  stopped',
    'build d failed 100 ms  something else'
  ])
})
