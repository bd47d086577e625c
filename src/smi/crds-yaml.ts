import { stringify } from 'yaml'
import type { CrdSet } from './crds.ts'

/** The set as YAML documents for `kubectl apply -f -`. */
export const crdsYaml = (set: CrdSet): string =>
  `# SMI CRD set "${set.name}": ${set.origin}.\n` +
  set.crds.map((crd) => `---\n${stringify(crd, { lineWidth: 0, aliasDuplicateObjects: false })}`).join('')
