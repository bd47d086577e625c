import { CRD_SETS } from '../../model/crd-sets.ts'
import { COMMANDS, LOOKING, PIPELINE } from '../commands.ts'
import type { Input } from '../input.ts'
import { HELD } from '../../model/held-releases.ts'
import { flag, held, oneOf, storedVersions, toolDigests } from '../parsers.ts'

/** What one command alone takes, and how all of them print. */
export const REST = {
  set: {
    description: 'crds: the set of SMI CRDs to print.',
    default: 'all',
    commands: ['crds'],
    doors: ['flag'],
    value: 'NAME',
    parse: oneOf(...CRD_SETS)
  },
  storage: {
    description: 'crds: the version that is stored of a kind, such as TrafficSplit=v1alpha2; left out: the newest.',
    default: '',
    commands: ['crds'],
    doors: ['flag'],
    value: 'KIND=VERSION,…',
    parse: storedVersions
  },
  ci: {
    description: 'init: where the pipeline runs. auto: where the clone came from.',
    default: 'auto',
    commands: ['init'],
    doors: ['flag'],
    value: 'auto|github|gitlab|none',
    parse: oneOf('auto', 'github', 'gitlab', 'none')
  },
  'two-jobs': {
    description:
      'init: a pipeline of two jobs: one proves without a secret, the other compiles again, compares, signs and publishes.',
    default: 'false',
    commands: ['init'],
    doors: ['flag'],
    parse: flag
  },
  'path-tools': {
    description:
      'Programs on PATH that Slipway may run beside a secret, each with its SHA-256, such as cosign=<64 hex digits>: go, cosign, kubectl, kind, etcd, kube-apiserver, kube-controller-manager, kube-scheduler. Left out: none of them; the pinned ones are taken.',
    default: '',
    commands: [...LOOKING, 'publish', 'verify'],
    doors: ['flag', 'action'],
    value: 'NAME=SHA256,…',
    variable: 'SLIPWAY_PATH_TOOLS',
    pattern: '([a-z-]+=[0-9a-f]{64}(,[a-z-]+=[0-9a-f]{64})*)?',
    parse: toolDigests
  },
  without: {
    description: `init: what to go on without though the configuration of GoReleaser says it: ${HELD.join(', ')}.`,
    default: '',
    commands: ['init'],
    doors: ['flag'],
    value: 'SETTING,…',
    parse: held
  },
  'dry-run': {
    description: 'Print the plan and stop.',
    default: 'false',
    commands: PIPELINE,
    doors: ['flag', 'action'],
    parse: flag
  },
  json: {
    description: 'Print the plan, the outcome and errors as JSON.',
    default: 'false',
    commands: COMMANDS,
    doors: ['flag'],
    parse: flag
  }
} as const satisfies Record<string, Input<unknown>>
