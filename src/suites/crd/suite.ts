import { readAt, readText } from '../../base/json.ts'
import { whenNarrowed } from '../../model/weaker.ts'
import { nameBaseline, planOnEach, type Suite } from '../suite.ts'
import type { CrdSettings } from './settings.ts'

/** Does changing our CRDs lose anything? */
export const crd: Suite<CrdSettings, 'crds'> = {
  name: 'crd',
  auto: 'when the repository holds CRDs',
  settings: {
    key: 'crds',
    none: { samples: [], apply: 'client-side' },
    schema: async () => (await import('./settings.ts')).crds,
    weaker: { files: whenNarrowed }
  },
  fits: ({ crds }) => crds.length > 0,
  needs: () => ['crds'],
  plan({ minors, crds, baseline }, { apply }) {
    if ('skip' in baseline) return { unproved: `there is no baseline: ${baseline.skip}` }
    if (crds.length === 0) return { unproved: 'no file of the repository holds CRDs' }
    return planOnEach({ minors }, (kubernetes) => [
      { kubernetes, with: { baseline: nameBaseline({ baseline }), ...(apply === 'server-side' && { apply }) } }
    ])
  },
  async run(trial, tools, signal) {
    const [{ parseObjects }, { kustomizeCrds }, { sortSamples }] = await Promise.all([
      import('../../crds/source.ts'),
      import('./kustomize.ts'),
      import('./samples.ts')
    ])
    const { kubectl } = tools.cluster()
    const kustomize = async (folder: string): Promise<string> =>
      (await tools.processes.run([kubectl, 'kustomize', folder], { env: {}, signal })).stdout
    const before = await kustomizeCrds(tools, await tools.baselineCrds(), kustomize)
    const candidate = await kustomizeCrds(tools, tools.sources.crds, kustomize)
    const { storedBefore } = await import('./stored-before.ts')
    const given = {
      storedBefore: storedBefore(tools),
      baseline: { tag: readText(readAt(trial.with['baseline'], 'tag')), crds: before },
      candidate,
      ...sortSamples(tools.sources.samples.flatMap(parseObjects), before, candidate),
      crdify: (await import('./crdify.ts')).crdify(tools)
    }
    return await (await import('./crd.ts')).proveCrds(tools.cluster(), trial, given, signal)
  }
}
