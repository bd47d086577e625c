import { digestSourceFiles } from '../../crds/files.ts'
import { OWN } from '../../model/crd-sets.ts'
import { whenNarrowed } from '../../model/weaker.ts'
import { planOnEach, type Suite } from '../suite.ts'
import type { SmiSettings } from './settings.ts'

/** Do the SMI APIs that this program speaks work on this Kubernetes? */
export const smi: Suite<SmiSettings, 'smi'> = {
  name: 'smi',
  auto: 'when the program imports the SMI SDK',
  settings: {
    key: 'smi',
    none: {},
    schema: async () => (await import('./settings.ts')).smi,
    weaker: { manifests: whenNarrowed }
  },
  fits: ({ speaks }) => speaks.length > 0,
  needs: () => ['crds'],
  plan: ({ minors, sets, crds, speaks }) =>
    planOnEach({ minors }, (kubernetes) =>
      sets.map((set) => ({ kubernetes, with: { set, ...(set === OWN && { files: digestSourceFiles(crds) }), speaks } }))
    ),
  async run(trial, { cluster, sources }, signal) {
    const own = trial.with['set'] === OWN ? (await import('../../crds/source.ts')).parseCrds(sources.crds) : []
    return await (await import('./smi.ts')).proveSmi(cluster(), trial, signal, own)
  }
}
