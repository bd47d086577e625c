import { inOrder, whenChanged, whenHigher, whenNarrowed, whenReplaced } from '../../model/weaker.ts'
import { nameBaseline, type Suite } from '../suite.ts'
import type { DataFixture } from './settings.ts'

/** Does the candidate read old data, and does the baseline tolerate new? */
export const data: Suite<readonly DataFixture[], 'data'> = {
  name: 'data',
  auto: 'when slipway.yaml names some',
  settings: {
    key: 'data',
    none: [],
    schema: async () => (await import('./settings.ts')).fixtures,
    weaker: {
      files: whenNarrowed,
      read: whenChanged,
      write: whenReplaced,
      stdout: inOrder('ignore', 'auto', 'json', 'equal'),
      backward: inOrder(false, true),
      within: whenHigher
    }
  },
  fits: (_, fixtures) => fixtures.length > 0,
  needs: () => ['programs'],
  plan({ baseline, speaks }, fixtures) {
    if (fixtures.length === 0) return { unproved: 'slipway.yaml names no data' }
    if ('skip' in baseline) return { unproved: `there is no baseline: ${baseline.skip}` }
    return {
      trials: fixtures.map((fixture) => ({
        kubernetes: undefined,
        subject: fixture.name,
        with: { data: fixture, speaks, baseline: nameBaseline({ baseline }) }
      }))
    }
  },
  async run(trial, tools, signal) {
    const { proveData } = await import('./data.ts')
    return await proveData(trial, tools, await tools.versions(), signal)
  }
}
