import { LOOKING, PROVING, PUBLISHING } from '../commands.ts'
import { inOrder, whenChanged, whenLower } from '../../model/weaker.ts'
import type { Input } from '../input.ts'
import { oneOf, path, numberOrAll } from '../parsers.ts'

/** What vouches for a release. */
export const EVIDENCE = {
  sign: {
    description:
      'How to sign checksums.txt. auto: a key when there is one, else keyless when the job has an identity token, else a release stops before it compiles (none: it is not signed), and all else rehearses with a throw-away key.',
    default: 'auto',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'auto|key|keyless|none',
    parse: oneOf('auto', 'key', 'keyless', 'none'),
    weaker: (from, to) => (from === 'none' || from === 'auto' ? to === 'none' && from !== to : from !== to)
  },
  'sign-key': {
    description:
      'The signing key: a file, a KMS reference, or env://COSIGN_PRIVATE_KEY. Its password is COSIGN_PASSWORD.',
    default: '',
    commands: PUBLISHING,
    doors: ['flag', 'action', 'file'],
    value: 'REF',
    parse: path,
    weaker: whenChanged
  },
  rebuild: {
    description:
      'How many targets a release compiles a second time, in another folder with an empty build cache, to see that the bytes are the same: a sample, which the digest of the commit chooses; all: every one. verify: how many it builds again from source, which it does only when this is given.',
    default: '1',
    commands: [...PUBLISHING, 'verify'],
    doors: ['flag', 'action', 'file'],
    value: 'N|all',
    alone: 'all',
    parse: numberOrAll,
    weaker: whenLower
  },
  sbom: {
    description:
      'What an SBOM is written in, for each program. cyclonedx: CycloneDX 1.6 as JSON; both: SPDX 2.3 as JSON beside it.',
    default: 'cyclonedx',
    commands: LOOKING,
    doors: ['flag', 'action', 'file'],
    value: 'cyclonedx|both',
    parse: oneOf('cyclonedx', 'both')
  },
  vulnerabilities: {
    description:
      'Known vulnerabilities of the modules and the Go in the programs, by govulncheck. warn: what is reachable is told, with its fix; fail: it stops the run before anything is signed, and so does a database that cannot be asked; off: nobody is asked.',
    default: 'warn',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'off|warn|fail',
    parse: oneOf('warn', 'fail', 'off'),
    weaker: inOrder('off', 'warn', 'fail')
  },
  attestations: {
    description:
      'Whether the signed provenance of a keyless release also becomes a GitHub artifact attestation, for gh attestation verify. auto: where the token may (attestations: write); required: a release without it fails before it is published; off.',
    default: 'auto',
    commands: [...PUBLISHING, 'publish'],
    doors: ['flag', 'action', 'file'],
    value: 'auto|required|off',
    parse: oneOf('auto', 'required', 'off'),
    weaker: inOrder('off', 'auto', 'required')
  },
  'signing-config': {
    description:
      "Keyless signing at a Sigstore of your own: its signing config, a file. Left out: the public Sigstore's.",
    default: '',
    commands: PUBLISHING,
    doors: ['flag', 'action', 'file'],
    value: 'FILE',
    parse: path,
    weaker: whenChanged
  },
  'trusted-root': {
    description:
      'What vouches for keyless signatures of a Sigstore of your own: its trusted root, a file. Left out: the public one, which cosign fetches and checks.',
    default: '',
    commands: [...PUBLISHING, 'publish', 'verify'],
    doors: ['flag', 'action', 'file'],
    value: 'FILE',
    variable: 'SLIPWAY_TRUSTED_ROOT',
    parse: path,
    weaker: whenChanged
  }
} as const satisfies Record<string, Input<unknown>>

/** Who must have signed. */
export const EXPECTED_SIGNER = {
  key: {
    description:
      'The public key that must have signed, a file or a KMS reference: verify, and the baseline (left out: the key that signs this release).',
    default: '',
    commands: ['publish', 'verify', ...PROVING],
    doors: ['flag', 'action', 'file'],
    value: 'FILE|REF',
    variable: 'SLIPWAY_KEY',
    parse: path,
    weaker: whenChanged
  },
  identity: {
    description:
      'The certificate identity that must have signed (keyless): verify, and the baseline. Left out: a workflow of the repository at the tag.',
    default: '',
    commands: ['publish', 'verify', ...PROVING],
    doors: ['flag', 'action', 'file'],
    value: 'URL',
    variable: 'SLIPWAY_IDENTITY',
    parse: path,
    weaker: whenChanged
  },
  issuer: {
    description: 'Who must have vouched for that identity.',
    default: '',
    commands: ['publish', 'verify', ...PROVING],
    doors: ['flag', 'action', 'file'],
    value: 'URL',
    variable: 'SLIPWAY_ISSUER',
    parse: path,
    weaker: whenChanged
  },
  trust: {
    description:
      'verify, publish: a slipway.yaml that says key, or identity and issuer, and trusted-root. No other slipway.yaml counts there, and none that lies in the release.',
    default: '',
    commands: ['publish', 'verify'],
    doors: ['flag', 'action'],
    value: 'FILE',
    variable: 'SLIPWAY_TRUST',
    parse: path
  },
  of: {
    description:
      'verify: the module, such as example.com/tool, or the URL of the repository that must have been released. Left out: the repository that the page or the job names.',
    default: '',
    commands: ['verify'],
    doors: ['flag', 'action'],
    value: 'MODULE|URL',
    parse: path
  },
  'extra-files': {
    description:
      'verify, publish --finish: what to do about files, folders and links beside those that are signed. refuse: the release is not what was signed; allow: they are listed.',
    default: 'refuse',
    commands: ['verify', 'publish'],
    doors: ['flag', 'action'],
    value: 'allow|refuse',
    parse: oneOf('allow', 'refuse')
  }
} as const satisfies Record<string, Input<unknown>>
