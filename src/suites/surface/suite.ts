import { whenMore } from '../../model/weaker.ts'
import { nameBaseline, type Suite } from '../suite.ts'
import type { Surface } from './settings.ts'

/** Does the version number tell the truth? */
export const surface: Suite<Surface, 'surface'> = {
  name: 'surface',
  auto: 'when there is a baseline',
  settings: {
    key: 'surface',
    none: { api: [], accepted: [] },
    schema: async () => (await import('./settings.ts')).surface,
    weaker: { accepted: whenMore }
  },
  tools: ['apidiff'],
  fits: () => true,
  needs: () => ['programs'],
  plan({ baseline, version, tagged }, { api, accepted }) {
    if ('skip' in baseline) return { unproved: `there is no baseline: ${baseline.skip}` }
    const compared = { baseline: nameBaseline({ baseline }), from: baseline.version, to: tagged ? version : null }
    return { trials: [{ kubernetes: undefined, with: { api, accepted, ...compared } }] }
  },
  async run(trial, tools, signal) {
    const { proveSurface } = await import('./surface.ts')
    return await proveSurface(trial, tools, await tools.versions(), signal)
  }
}
