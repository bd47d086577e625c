import { Failure } from '../base/errors.ts'
import { parseTargets } from '../go/target-list.ts'
import { DEFAULT_TARGETS, formatTarget } from '../go/target.ts'
import { KUBERNETES_MINORS } from './kubernetes-minors.ts'
import { SUITES, type Suite, type Target } from '../model/nouns.ts'
import { CRD_SETS, OWN } from '../model/crd-sets.ts'
import { quote } from '../base/text.ts'

export const COMMANDS = [
  'auto',
  'plan',
  'build',
  'gate',
  'release',
  'publish',
  'verify',
  'yank',
  'crds',
  'schema',
  'doctor',
  'init'
] as const
export type Command = (typeof COMMANDS)[number]

/** Commands that look at a source tree; `auto` becomes one of them. */
const PIPELINE = ['auto', 'plan', 'build', 'gate', 'release'] as const satisfies readonly Command[]
/** Those, and the one that says what they would lack. */
const LOOKING = [...PIPELINE, 'doctor'] as const satisfies readonly Command[]
const PROVING = ['auto', 'plan', 'gate', 'release', 'doctor'] as const satisfies readonly Command[]
const PUBLISHING = ['auto', 'plan', 'release', 'doctor'] as const satisfies readonly Command[]

/** Commands that have to know where releases live. */
const RELEASES = [
  'auto',
  'plan',
  'release',
  'publish',
  'verify',
  'yank',
  'doctor'
] as const satisfies readonly Command[]

/** Where an input may be given: a flag, a `with:` line of the Action, a line of slipway.yaml. */
export type Door = 'flag' | 'action' | 'file'

export interface Input<T> {
  readonly description: string
  /** As the user would write it; '' means not given. */
  readonly default: string
  /** What the Action's default is, where an expression of GitHub's serves better. */
  readonly actionDefault?: string
  readonly commands: readonly Command[]
  readonly doors: readonly Door[]
  /** What stands behind the flag in the help; none for a switch. */
  readonly value?: string
  /** What a flag means behind which no value stands. */
  readonly alone?: string
  /** Throws an Error whose message follows the input's name. */
  readonly parse: ((text: string) => T) & { readonly options?: readonly string[] }
  /**
   * A regular expression (RE2, whole value) for platforms that put values into other text: what `parse` takes, and never
   * a character that a shell or YAML gives a meaning. Left out: `options`, else `PLAIN`.
   */
  readonly pattern?: string
}

/** Words, paths, versions and references to keys. */
export const PLAIN = '[A-Za-z0-9_./,:@+=~-]*'
const PART = '\\.?[A-Za-z0-9_][A-Za-z0-9_.-]*'
const FOLDER = `\\.|(\\./)?${PART}(/${PART})*`

const list = (text: string): readonly string[] =>
  text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter(Boolean)

const flag = (text: string): boolean => oneOf('true', 'false')(text) === 'true'

const oneOf = <T extends string>(...options: readonly T[]) =>
  Object.assign(
    (text: string): T => {
      const found = options.find((item) => item === text)
      if (found === undefined) throw new Error(`must be one of ${options.join(', ')}, not ${quote(text)}`)
      return found
    },
    { options }
  )

const targets = (text: string): readonly Target[] => parseTargets(list(text))

/** A path below the folder where we run or an absolute one; never an option, never with control characters. */
const path = (text: string): string => {
  if (text.startsWith('-')) throw new Error(`${quote(text)} starts with "-" and would be taken for an option`)
  if (/\p{Cc}/u.test(text)) throw new Error(`${quote(text)} holds a control character`)
  return text
}

const mains = (text: string): readonly string[] =>
  list(text).map((item) => {
    if (!/^\.(\/[\w.+~-]+)*$/.test(item) || item.includes('..'))
      throw new Error(`${quote(item)} is not a package folder such as ./cmd/tool`)
    return item
  })

const semver = (text: string): string => {
  if (text !== '' && !/^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.test(text))
    throw new Error(`${quote(text)} is not a version such as 1.2.3`)
  return text.replace(/^v/, '')
}

const goVersion = (text: string): string => {
  if (text !== 'go.mod' && !/^(go)?1\.\d+(\.\d+)?((rc|beta)\d+)?$/.test(text))
    throw new Error(`${quote(text)} is neither go.mod nor a Go version such as 1.26.8`)
  return text === 'go.mod' ? text : `go${text.replace(/^go/, '')}`
}

const SOME_MINORS = [KUBERNETES_MINORS[0], KUBERNETES_MINORS.at(-1)].join(',')

const minors = (text: string): 'auto' | readonly string[] =>
  text === 'auto'
    ? text
    : text === 'none'
      ? []
      : list(text).map((item) => {
          if (!/^1\.\d{1,3}$/.test(item))
            throw new Error(`${quote(item)} is not a Kubernetes minor such as ${KUBERNETES_MINORS[0]}`)
          return item
        })

/** Registries as image references name them: a host with a dot or a port, and a path. */
const mirrors = (text: string): readonly string[] =>
  list(text).map((item) => {
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?(\/[a-z0-9._-]+)*$/.test(item) || !/[.:]/.test(item.split('/')[0] ?? ''))
      throw new Error(`${quote(item)} is not a registry such as mirror.example.com`)
    return item
  })

const destination = (text: string): string => {
  if (text === '') return text
  return path(text)
}

/** What git takes for the name of a tag, and no option (git-check-ref-format). */
const tagName = (text: string): string => {
  if (/^-|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|^[/.]|\/\.|\/\/|[/.]$|\.lock$/.test(text))
    throw new Error(`${quote(text)} is not a name that git takes for a tag`)
  return text
}

/** The one list of inputs: flags, action.yml, slipway.yaml, its schema and the README's tables come from it. */
export const INPUTS = {
  command: {
    description:
      'What to do. auto: a tag is released; a pull request, or anything else, is gated and nothing is published.',
    default: 'auto',
    commands: PIPELINE,
    doors: ['action'],
    value: 'COMMAND',
    parse: oneOf(...PIPELINE)
  },
  module: {
    description: 'Folder of the go.mod, for modules in a subdirectory.',
    default: '.',
    commands: [...LOOKING, 'init'],
    doors: ['flag', 'action'],
    value: 'DIR',
    pattern: FOLDER,
    parse: path
  },
  out: {
    description: 'Folder for everything that is made; it git-ignores itself.',
    default: '.slipway',
    commands: LOOKING,
    doors: ['flag', 'action'],
    value: 'DIR',
    pattern: FOLDER,
    parse: path
  },
  targets: {
    description: 'Platforms to build: os/arch or os/arch/variant, separated by commas or lines.',
    default: DEFAULT_TARGETS.map(formatTarget).join(','),
    commands: LOOKING,
    doors: ['flag', 'action', 'file'],
    value: 'OS/ARCH,…',
    parse: targets
  },
  main: {
    description:
      'Main packages to build, such as ./cmd/tool; left out: those in . and ./cmd, or every one where there are none.',
    default: '',
    commands: LOOKING,
    doors: ['flag', 'action', 'file'],
    value: './PKG,…',
    parse: mains
  },
  version: {
    description: 'The version to build, when several tags or none are on the commit.',
    default: '',
    commands: LOOKING,
    doors: ['flag', 'action'],
    value: 'V',
    pattern: 'v?[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?',
    parse: semver
  },
  'go-version': {
    description: 'The Go to build with. go.mod: what its toolchain or go line asks for.',
    default: 'go.mod',
    commands: LOOKING,
    doors: ['flag', 'action', 'file'],
    value: 'go.mod|VERSION',
    pattern: 'go\\.mod|(go)?1\\.[0-9]+(\\.[0-9]+)?((rc|beta)[0-9]+)?',
    parse: goVersion
  },
  kubernetes: {
    description: `Kubernetes minors to prove against, side by side, such as ${SOME_MINORS}. On clusters of ours: ${KUBERNETES_MINORS.join(', ')}. auto: the newest; none: no proof.`,
    default: 'auto',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'auto|none|MINOR,…',
    pattern: 'auto|none|1\\.[0-9]{1,3}(,1\\.[0-9]{1,3})*',
    parse: minors
  },
  cluster: {
    description:
      'Where the proof runs: control-plane, processes on this machine with simulated pods; kind, a cluster in containers; kubeconfig, a cluster that already runs. auto takes the first that works here and says which and why.',
    default: 'auto',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'auto|kind|control-plane|kubeconfig',
    parse: oneOf('auto', 'kind', 'control-plane', 'kubeconfig')
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
    parse: oneOf('refuse', 'adopt')
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
    parse: tagName
  },
  suites: {
    description:
      'What to prove. auto: smi when the program imports the SMI SDK, workload when it talks to Kubernetes, data when slipway.yaml names some, surface when there is a baseline.',
    default: 'auto',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'auto|none|SUITE,…',
    parse: (text: string): 'auto' | readonly Suite[] =>
      text === 'auto' ? text : text === 'none' ? [] : list(text).map(oneOf(...SUITES))
  },
  'smi-set': {
    description: `CRD sets to prove the SMI APIs with: ${CRD_SETS.join(', ')}, or ${OWN} for the CRD files of the repository.`,
    default: 'all',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'NAME,…',
    parse: (text: string) => [...new Set(list(text).map(oneOf(...CRD_SETS, OWN)))]
  },
  vet: {
    description:
      'gate: what go vet finds in the module and its tests is shown on its lines. warn: and stops nothing; fail: and fails the gate.',
    default: 'off',
    commands: ['auto', 'plan', 'gate'],
    doors: ['flag', 'action', 'file'],
    value: 'off|warn|fail',
    parse: oneOf('off', 'warn', 'fail')
  },
  sign: {
    description:
      'How to sign checksums.txt. auto: a key when there is one, else keyless when the job has an identity token, else a rehearsal with a throw-away key and an unsigned release.',
    default: 'auto',
    commands: PROVING,
    doors: ['flag', 'action', 'file'],
    value: 'auto|key|keyless|none',
    parse: oneOf('auto', 'key', 'keyless', 'none')
  },
  'sign-key': {
    description:
      'The signing key: a file, a KMS reference, or env://COSIGN_PRIVATE_KEY. Its password is COSIGN_PASSWORD.',
    default: '',
    commands: PUBLISHING,
    doors: ['flag', 'action', 'file'],
    value: 'REF',
    parse: path
  },
  rebuild: {
    description:
      'How many targets a release compiles a second time, in another folder with an empty build cache, to see that the bytes are the same; all: every one. verify: how many it builds again from source, which it does only when this is given.',
    default: '1',
    commands: [...PUBLISHING, 'verify'],
    doors: ['flag', 'action', 'file'],
    value: 'N|all',
    alone: 'all',
    parse: (text: string): number => {
      if (text === 'all') return Infinity
      if (!/^\d{1,3}$/.test(text)) throw new Error(`${quote(text)} is neither a number nor all`)
      return Number(text)
    }
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
    parse: oneOf('warn', 'fail', 'off')
  },
  attestations: {
    description:
      'Whether the signed provenance of a keyless release also becomes a GitHub artifact attestation, for gh attestation verify. auto: where the token may (attestations: write); required: a release without it fails before it is published; off.',
    default: 'auto',
    commands: [...PUBLISHING, 'publish'],
    doors: ['flag', 'action', 'file'],
    value: 'auto|required|off',
    parse: oneOf('auto', 'required', 'off')
  },
  'signing-config': {
    description:
      "Keyless signing at a Sigstore of your own: its signing config, a file. Left out: the public Sigstore's.",
    default: '',
    commands: PUBLISHING,
    doors: ['flag', 'action', 'file'],
    value: 'FILE',
    parse: path
  },
  'trusted-root': {
    description:
      'What vouches for keyless signatures of a Sigstore of your own: its trusted root, a file. Left out: the public one, which cosign fetches and checks.',
    default: '',
    commands: [...PUBLISHING, 'publish', 'verify'],
    doors: ['flag', 'action', 'file'],
    value: 'FILE',
    parse: path
  },
  to: {
    description:
      'Where releases live: github, gitlab, a folder, or none. auto: the platform whose job this is; elsewhere it has to be said. A gate reads the baseline there and publishes nothing.',
    default: 'auto',
    commands: ['gate', ...RELEASES],
    doors: ['flag', 'action'],
    value: 'auto|none|github|gitlab|DIR',
    parse: destination
  },
  prerelease: {
    description: 'Whether the release is a prerelease. auto: when its version says so, as 1.2.0-rc.1 does.',
    default: 'auto',
    commands: [...PUBLISHING, 'publish'],
    doors: ['flag', 'action'],
    value: 'auto|true|false',
    parse: oneOf('auto', 'true', 'false')
  },
  latest: {
    description: 'Whether the release becomes the latest. auto: when it is the highest stable version.',
    default: 'auto',
    commands: [...PUBLISHING, 'publish'],
    doors: ['flag', 'action'],
    value: 'auto|true|false',
    parse: oneOf('auto', 'true', 'false')
  },
  notes: {
    description:
      'What the notes tell: history: the commits since the release before, grouped where they are conventional; generated: what GitHub makes of its pull requests; none.',
    default: 'history',
    commands: PUBLISHING,
    doors: ['flag', 'action', 'file'],
    value: 'history|generated|none',
    parse: oneOf('history', 'generated', 'none')
  },
  token: {
    description:
      'Token that may write releases (contents: write). On the command line: GITHUB_TOKEN; GitLab: CI_JOB_TOKEN, else GITLAB_TOKEN.',
    default: '',
    actionDefault: '${{ github.token }}',
    commands: RELEASES,
    doors: ['action'],
    value: 'TOKEN',
    parse: (text: string): string => text
  },
  comment: {
    description:
      'A comment on the pull request, made once and then updated. auto: when the token may (pull-requests: write).',
    default: 'auto',
    commands: PIPELINE,
    doors: ['action'],
    value: 'auto|false',
    parse: oneOf('auto', 'false')
  },
  cache: {
    description:
      'What earlier gates left with the cache service of GitHub: modules, compiled packages, tools, steps. auto: for gates; a build or a release never restores any of it.',
    default: 'auto',
    commands: PIPELINE,
    doors: ['action'],
    value: 'auto|off',
    parse: oneOf('auto', 'off')
  },
  from: {
    description: 'publish: the folder with the files; its manifest.json, when there is one, says which.',
    default: '',
    commands: ['publish'],
    doors: ['flag'],
    value: 'DIR',
    parse: path
  },
  tag: {
    description: 'publish: the tag to publish under.',
    default: '',
    commands: ['publish'],
    doors: ['flag'],
    value: 'TAG',
    parse: tagName
  },
  why: {
    description: 'yank: the reason, for the people who find the release.',
    default: 'Its publisher found it to be bad.',
    commands: ['yank'],
    doors: ['flag'],
    value: 'TEXT',
    parse: (text: string): string => text.replace(/\s+/g, ' ').slice(0, 1000)
  },
  yes: {
    description: 'yank: do not ask.',
    default: 'false',
    commands: ['yank'],
    doors: ['flag'],
    parse: flag
  },
  matrix: {
    description: 'plan: print the job matrix of a fan-out over so many machines; none: the plan itself.',
    default: 'none',
    commands: ['plan'],
    doors: ['flag', 'action'],
    value: 'none|github:N|gitlab:N',
    parse: (text: string): { readonly platform: 'github' | 'gitlab'; readonly machines: number } | undefined => {
      if (text === 'none') return undefined
      const [, platform, machines] = /^(github|gitlab):([1-9]\d{0,2})$/.exec(text) ?? []
      if (!platform) throw new Error(`must be none, or such as github:3, not ${quote(text)}`)
      return { platform: platform === 'github' ? 'github' : 'gitlab', machines: Number(machines) }
    }
  },
  shard: {
    description: "build: build one machine's part of the targets, such as 2/3; left out: all of them.",
    default: '',
    commands: ['build'],
    doors: ['flag', 'action'],
    value: 'I/N',
    parse: (text: string): { readonly index: number; readonly of: number } | undefined => {
      if (text === '') return undefined
      const [index = 0, of = 0] = (/^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? []).slice(1).map(Number)
      if (index < 1 || index > of) throw new Error(`must be such as 2/3, not ${quote(text)}`)
      return { index, of }
    }
  },
  shards: {
    description: 'Folder with the output folders of every shard: nothing is built here. Left out: everything is.',
    default: '',
    commands: ['build', 'gate', 'release', 'auto'],
    doors: ['flag', 'action'],
    value: 'DIR',
    parse: path
  },
  key: {
    description:
      'The public key that must have signed, a file or a KMS reference: verify, and the baseline (left out: the key that signs this release).',
    default: '',
    commands: ['publish', 'verify', ...PROVING],
    doors: ['flag', 'action', 'file'],
    value: 'FILE|REF',
    parse: path
  },
  identity: {
    description:
      'The certificate identity that must have signed (keyless): verify, and the baseline. Left out: a workflow of the repository at the tag.',
    default: '',
    commands: ['publish', 'verify', ...PROVING],
    doors: ['flag', 'action', 'file'],
    value: 'URL',
    parse: path
  },
  issuer: {
    description: 'Who must have vouched for that identity.',
    default: '',
    commands: ['publish', 'verify', ...PROVING],
    doors: ['flag', 'action', 'file'],
    value: 'URL',
    parse: path
  },
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
    parse: (text: string): Readonly<Record<string, string>> =>
      Object.fromEntries(
        list(text).map((item) => {
          const [, kind, version] = /^([A-Za-z]+)=(v[0-9a-z]+)$/.exec(item) ?? []
          if (!kind || !version) throw new Error(`${quote(item)} is not of the form KIND=VERSION`)
          return [kind, version]
        })
      )
  },
  ci: {
    description: 'init: where the pipeline runs. auto: where the clone came from.',
    default: 'auto',
    commands: ['init'],
    doors: ['flag'],
    value: 'auto|github|gitlab|none',
    parse: oneOf('auto', 'github', 'gitlab', 'none')
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

export type InputName = keyof typeof INPUTS

/** Inputs of the Action that GitLab's component does not have: its jobs say the command and their `cache:`, and GitLab brings the token. */
const ACTION_ONLY: readonly string[] = ['command', 'token', 'comment', 'cache', 'matrix', 'shard', 'shards']

/** Where an input may be given, with the component. */
export const placesOf = (name: string, { doors }: Input<unknown>): readonly (Door | 'component')[] => [
  ...doors,
  ...(doors.includes('action') && !ACTION_ONLY.includes(name) ? ['component' as const] : [])
]
export type Config = { readonly [K in InputName]: ReturnType<(typeof INPUTS)[K]['parse']> }

/** A value and where it came from, such as `--targets` or `slipway.yaml`. */
export interface Given {
  readonly text: string
  readonly from: string
}

/** No value of an input is longer, in characters; a system takes no longer variable or argument either. */
const LONGEST = 100_000
/** As much of one mistake is shown. */
const SHOWN = 2000

/** Reads every input, then reports every mistake at once, each with where the value stood. */
export function parseInputs(read: (name: InputName) => Given | undefined): Config {
  const config: Record<string, unknown> = {}
  const mistakes: string[] = []
  for (const [name, input] of Object.entries(INPUTS) as [InputName, Input<unknown>][]) {
    const given = read(name)
    const text = given?.text.trim()
    try {
      if (text !== undefined && text.length > LONGEST)
        throw new Error(`is ${text.length} characters long, and no value is longer than ${LONGEST}`)
      config[name] = input.parse(text ? text : input.default)
    } catch (error) {
      const { message, hint } = error as Error & { hint?: string }
      const said = message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message
      mistakes.push(`${given?.from ?? name}: ${said}${hint ? ` (${hint})` : ''}`)
    }
  }
  if (mistakes.length)
    throw new Failure('input', mistakes.join('\n'), {
      code: 'invalid-inputs',
      hint: 'See "Inputs" in the README, or --help.'
    })
  return config as Config
}
