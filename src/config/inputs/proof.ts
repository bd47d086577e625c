import { CLUSTER_PROVIDERS } from '../../model/cluster-providers.ts'
import { CRD_SETS, OWN } from '../../model/crd-sets.ts'
import { inOrder, whenFewer, type Weaker } from '../../model/weaker.ts'
import { PROVING } from '../commands.ts'
import type { Input } from '../input.ts'
import { KUBERNETES_MINORS } from '../kubernetes-minors.ts'
import { SUITES } from '../../suites/suites.ts'
import { oneOf, path, minors, mirrors, tagName, suites, smiSets, settingNames } from '../parsers.ts'

const PROVIDER_NAMES = CLUSTER_PROVIDERS.map(({ name }) => name)
const SOME_MINORS = [KUBERNETES_MINORS[0], KUBERNETES_MINORS.at(-1)].join(',')

/** `auto` as the minor that it means. */
const newest = (minors: unknown): unknown => (minors === 'auto' ? [KUBERNETES_MINORS[0]] : minors)

/** `auto` proves whatever fits; a suite that is named is proved in any case. */
const provesLess: Weaker = (from, to) => {
  if (from === to) return false
  if (to === 'auto') return Array.isArray(from) && from.length > 0
  return whenFewer(from === 'auto' ? SUITES.map(({ name }) => name) : from, to)
}

/** What is proved, and where. */
export const PROOF = {
  kubernetes: {
    description: `Kubernetes minors to prove against, side by side, such as ${SOME_MINORS}. On clusters of ours: ${KUBERNETES_MINORS.join(', ')}. auto: the newest; none: no proof.`,
    default: 'auto',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'auto|none|MINOR,…',
    pattern: 'auto|none|1\\.[0-9]{1,3}(,1\\.[0-9]{1,3})*',
    parse: minors,
    weaker: (from, to) => whenFewer(newest(from), newest(to))
  },
  cluster: {
    description: `Where the proof runs: ${CLUSTER_PROVIDERS.map(({ name, clusters }) => `${name}, ${clusters}`).join('; ')}. auto takes the first that works here and says which and why.`,
    default: 'auto',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: ['auto', ...PROVIDER_NAMES].join('|'),
    parse: oneOf('auto', ...PROVIDER_NAMES),
    // What kind cannot do, no other provider of `auto` does.
    weaker: (from, to) => from !== to && !(from === 'auto' && to === 'kind')
  },
  kubeconfig: {
    description: 'File that names the cluster for cluster kubeconfig; left out: KUBECONFIG, else ~/.kube/config.',
    default: '',
    commands: PROVING,
    doors: ['flag', 'action'],
    value: 'FILE',
    parse: path
  },
  context: {
    description: 'Context of the kubeconfig; left out: its current one.',
    default: '',
    commands: PROVING,
    doors: ['flag', 'action'],
    value: 'NAME',
    parse: path
  },
  'existing-crds': {
    description:
      'cluster kubeconfig: a CRD that is there already is adopted (used as it is) or refused (the trial stops). It is never changed or deleted.',
    default: 'refuse',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'adopt|refuse',
    parse: oneOf('refuse', 'adopt'),
    weaker: inOrder('adopt', 'refuse')
  },
  'image-mirrors': {
    description:
      'cluster kind: registries that are asked for the node image, by its digest, when its own refuses, such as mirror.example.com.',
    default: 'mirror.gcr.io',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'HOST[/PATH],…',
    parse: mirrors
  },
  baseline: {
    description:
      'The release to compare with: a tag, or none. auto: the highest stable version below this one, read from its release where one can be verified, else built from its tag.',
    default: 'auto',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'auto|none|TAG',
    parse: tagName,
    weaker: (from, to) => from !== 'none' && from !== to
  },
  suites: {
    description: `What to prove. auto: ${SUITES.map(({ name, auto }) => `${name} ${auto}`).join(', ')}.`,
    default: 'auto',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'auto|none|SUITE,…',
    parse: suites,
    weaker: provesLess
  },
  'smi-set': {
    description: `CRD sets to prove the SMI APIs with: ${CRD_SETS.join(', ')}, or ${OWN} for the CRD files of the repository.`,
    default: 'all',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'NAME,…',
    parse: smiSets,
    weaker: whenFewer
  },
  vet: {
    description:
      'gate: what go vet finds in the module and its tests is shown on its lines. warn: and stops nothing; fail: and fails the gate.',
    default: 'off',
    commands: ['auto', 'plan', 'gate'],
    doors: ['flag', 'action', 'file'],
    value: 'off|warn|fail',
    parse: oneOf('off', 'warn', 'fail'),
    weaker: inOrder('off', 'warn', 'fail')
  },
  'accept-weaker': {
    description:
      'A change whose slipway.yaml takes away from what its base branch judges by fails its gate; this names the keys that it may weaken all the same, such as vet,workloads. all: nothing is compared. It is never read from slipway.yaml.',
    default: '',
    commands: ['auto', 'plan', 'gate', 'release'],
    doors: ['flag', 'action'],
    value: 'KEY,…|all',
    pattern: '[a-z,-]{0,1000}',
    parse: settingNames
  }
} as const satisfies Record<string, Input<unknown>>
