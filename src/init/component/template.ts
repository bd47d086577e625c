import { stringify } from 'yaml'
import { CODE_QUALITY, DOTENV } from '../../config/outputs.ts'
import { INPUTS, listInputPlaces } from '../../config/inputs.ts'
import { LEAST_NODE } from '../../config/slipway-version.ts'
import { formatBringCore, type ShippedCore } from './bring-core.ts'
import { PLAIN } from '../../config/parsers.ts'
import { type Input } from '../../config/input.ts'
import { type Command } from '../../config/commands.ts'

/** What a job of the component does; the words are those of the command line. */
const JOBS = ['plan', 'gate', 'build', 'prove', 'release'] as const
type ComponentJob = (typeof JOBS)[number]

/** The first job of two proves a tag as a gate proves a change. */
const commandOf = (job: ComponentJob): Command => (job === 'prove' ? 'gate' : job)

/** The templates, with the jobs of each. */
export const TEMPLATES: Readonly<Record<string, readonly ComponentJob[]>> = {
  'templates/slipway/template.yml': ['plan', 'gate', 'release'],
  'templates/gate/template.yml': ['gate'],
  'templates/release/template.yml': ['release'],
  'templates/fan-out/template.yml': ['build', 'release'],
  'templates/two-jobs/template.yml': ['gate', 'prove', 'release']
}

const inputs = (Object.entries(INPUTS) as [string, Input<unknown>][]).filter(([name, input]) =>
  listInputPlaces(name, input).includes('component')
)

/** A value that GitLab puts into the text of the job: what its expression lets through is harmless there. */
interface ComponentInput {
  readonly description: string
  readonly type: 'string' | 'boolean' | 'number'
  readonly default?: string | boolean | number
  readonly regex?: string
}

const formatWholePattern = (pattern: string, orNone: boolean): string =>
  pattern === PLAIN ? `^${PLAIN}$` : `^(${pattern})${orNone ? '?' : ''}$`

/** Beside the inputs of the program: what only jobs have. */
const OF_JOBS: Readonly<Record<string, ComponentInput & { readonly jobs?: readonly ComponentJob[] }>> = {
  'component-project': {
    description: 'Path of the project that this component is included from, such as group/slipway.',
    type: 'string',
    // The variable, for the component's own pipeline: it is put in when the job starts.
    regex: '^(\\$CI_PROJECT_PATH|[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)+)$'
  },
  'job-prefix': {
    description: 'In front of every job name.',
    type: 'string',
    default: 'slipway-',
    regex: '^[A-Za-z0-9_-]*$'
  },
  stage: {
    description: 'Stage of the jobs that publish nothing.',
    type: 'string',
    default: 'test',
    regex: '^[A-Za-z0-9_ .-]+$',
    jobs: ['plan', 'gate', 'build', 'prove']
  },
  machines: {
    description: 'fan-out: how many jobs share the targets; no more than there are targets.',
    type: 'number',
    default: 3,
    jobs: ['build']
  },
  'release-stage': {
    description: 'Stage of the release.',
    type: 'string',
    default: 'deploy',
    regex: '^[A-Za-z0-9_ .-]+$',
    jobs: ['release']
  },
  environment: {
    description: 'Environment of the release: protect it, and scope the keys to it.',
    type: 'string',
    default: 'release',
    regex: '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$',
    jobs: ['prove']
  },
  image: {
    description: `Image with Node ${LEAST_NODE} or later and git; pin it by digest.`,
    type: 'string',
    default: 'node:24-bookworm',
    regex: '^[A-Za-z0-9][A-Za-z0-9_./:@-]*$'
  },
  core: {
    description:
      'The program. fetch: from the component at its own commit, checked; otherwise where it lies in your image.',
    type: 'string',
    default: 'fetch',
    regex: '^(fetch|/[A-Za-z0-9_./-]+)$'
  }
}

/** An input that slipway.yaml may set has no default here: what is written in the include is what was asked for. */
function makeProgramInput([name, { description, default: fallback, value, doors, pattern, parse }]: [
  string,
  Input<unknown>
]): [string, ComponentInput] {
  if (value === undefined) return [name, { description, type: 'boolean', default: fallback === 'true' }]
  const inFile = doors.includes('file')
  const known = pattern ?? parse.options?.join('|') ?? PLAIN
  return [
    name,
    {
      description: inFile && fallback !== '' ? `${description} Left out: slipway.yaml, else ${fallback}.` : description,
      type: 'string',
      default: inFile ? '' : fallback,
      regex: formatWholePattern(known, inFile || fallback === '')
    }
  ]
}

const takesInput = (job: ComponentJob, [, { commands }]: [string, Input<unknown>]): boolean =>
  commands.includes(commandOf(job))

/** Not SLIPWAY_NAME: those are outputs, and what an earlier job hands on would win over an input. */
const formatVariable = (name: string): string => `SLIPWAY_INPUT_${name.toUpperCase().replaceAll('-', '_')}`

/** The inputs of a template with these jobs, in order. */
export function listComponentInputs(
  jobs: readonly ComponentJob[] = JOBS
): readonly (readonly [string, ComponentInput])[] {
  const ofJobs = Object.entries(OF_JOBS)
    .filter(([, { jobs: of }]) => of === undefined || of.some((job) => jobs.includes(job)))
    .map(([name, { jobs: _, ...input }]) => [name, input] as const)
  return [...ofJobs, ...listTakenInputs(jobs).map(makeProgramInput)]
}

const listTakenInputs = (jobs: readonly ComponentJob[]) =>
  inputs.filter((input) => jobs.some((job) => takesInput(job, input)))

/** One template as text. */
export function formatComponentTemplate(jobs: readonly ComponentJob[], shipped: ShippedCore): string {
  const own = listTakenInputs(jobs)
  const spec = { spec: { component: ['sha'], inputs: Object.fromEntries(listComponentInputs(jobs)) } }
  const base = {
    image: '$[[ inputs.image ]]',
    variables: {
      ...Object.fromEntries(own.map(([name]) => [formatVariable(name), `$[[ inputs.${name} ]]`])),
      SLIPWAY_CORE: '$[[ inputs.core ]]',
      SLIPWAY_PROJECT: '$[[ inputs.component-project ]]',
      SLIPWAY_SHA: '$[[ component.sha ]]',
      // All tags: they say what the latest release is.
      GIT_DEPTH: '0',
      GOCACHE: '$CI_PROJECT_DIR/.slipway-cache/go-build',
      GOMODCACHE: '$CI_PROJECT_DIR/.slipway-cache/go-mod',
      RUNNER_TOOL_CACHE: '$CI_PROJECT_DIR/.slipway-cache/tools'
    },
    before_script: [formatBringCore(shipped)],
    retry: { max: 1, when: ['runner_system_failure', 'stuck_or_timeout_failure'] }
  }
  const body = {
    '.$[[ inputs.job-prefix ]]base': base,
    ...Object.fromEntries(jobs.map((job) => [`$[[ inputs.job-prefix ]]${job}`, makeJob(job, jobs)] as const))
  }
  const text = (value: unknown): string =>
    stringify(value, { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false })
  return `# Made by scripts/docs.ts from src/config/inputs.ts, src/init/component and the digests of dist/cli; do not edit.\n${text(spec)}---\n${text(body)}`
}

function makeJob(job: ComponentJob, jobs: readonly ComponentJob[]) {
  const base = {
    extends: '.$[[ inputs.job-prefix ]]base',
    stage: job === 'release' ? '$[[ inputs.release-stage ]]' : '$[[ inputs.stage ]]'
  }
  const script = { script: [formatCall(job, jobs)] }
  const needs =
    job === 'release' && jobs.includes('build')
      ? [{ job: '$[[ inputs.job-prefix ]]build', artifacts: true }]
      : job === 'release' && jobs.includes('prove')
        ? [{ job: '$[[ inputs.job-prefix ]]prove', artifacts: true }]
        : job !== 'plan' && jobs.includes('plan')
          ? [{ job: '$[[ inputs.job-prefix ]]plan', artifacts: false }]
          : []
  switch (job) {
    case 'plan':
      return { ...base, needs, rules: [{ if: '$CI_COMMIT_TAG' }, ...NO_TAG], interruptible: true, ...script }
    case 'gate':
      return {
        ...base,
        needs,
        rules: [{ if: '$CI_COMMIT_TAG', when: 'never' }, ...NO_TAG],
        interruptible: true,
        cache: CACHE,
        ...script,
        artifacts: makeArtifacts('Slipway gate')
      }
    case 'build':
      return {
        ...base,
        needs,
        rules: [{ if: '$CI_COMMIT_TAG' }],
        parallel: '$[[ inputs.machines ]]',
        interruptible: false,
        cache: NO_CACHE,
        ...script,
        artifacts: { paths: [`${SHARDS}/`], expire_in: '1 day' }
      }
    case 'prove':
      return {
        ...base,
        needs,
        rules: [{ if: '$CI_COMMIT_TAG' }],
        interruptible: false,
        cache: NO_CACHE,
        ...script,
        artifacts: { when: 'on_success', paths: [`${PROOF}/.gitignore`, `${PROOF}/${VERDICTS}`], expire_in: '1 week' }
      }
    case 'release':
      return {
        ...base,
        needs,
        ...(jobs.includes('prove')
          ? { environment: { name: '$[[ inputs.environment ]]' }, rules: [{ if: '$CI_COMMIT_TAG', when: 'always' }] }
          : { rules: [{ if: '$CI_COMMIT_TAG' }] }),
        interruptible: false,
        resource_group: '$[[ inputs.job-prefix ]]release',
        id_tokens: { SIGSTORE_ID_TOKEN: { aud: 'sigstore' } },
        cache: NO_CACHE,
        ...script,
        artifacts: makeArtifacts('Slipway release')
      }
  }
}

/** A merge request has one pipeline, not one for its branch beside it. */
const NO_TAG = [
  { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' },
  { if: '$CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS', when: 'never' },
  { if: '$CI_COMMIT_BRANCH' }
]

const CACHE = {
  key: { files: ['go.sum'], prefix: '$[[ inputs.job-prefix ]]gate' },
  paths: ['.slipway-cache/']
}

/** Nothing, also of a default of the whole pipeline: whoever could write it would choose what is compiled and signed. */
const NO_CACHE: readonly string[] = []

const makeArtifacts = (title: string) => {
  const report = '$[[ inputs.out ]]/report'
  return {
    when: 'always',
    expose_as: title,
    paths: [`${report}/`, '$[[ inputs.out ]]/manifest.json', '$[[ inputs.out ]]/checksums.txt'],
    reports: {
      junit: `${report}/junit.xml`,
      codequality: `${report}/${CODE_QUALITY}`,
      dotenv: `${report}/${DOTENV}`
    }
  }
}

/**
 * Where the job that proves leaves its verdicts, for the one that signs: neither of them is the other's output folder. It
 * ignores itself in git: in the checkout of the second job it would be a change that no release is made of.
 */
const PROOF = '.slipway-proof'
const VERDICTS = 'verdicts.json'

/** Where the jobs of a fan-out leave their parts: each folder in it ignores itself in git. */
const SHARDS = '.slipway-shards'

/** The call of the program: an input that is empty is left to slipway.yaml and the defaults. */
const formatCall = (job: ComponentJob, jobs: readonly ComponentJob[]): string =>
  [
    `set -- ${commandOf(job)}`,
    ...inputs
      .filter((input) => takesInput(job, input) && !(['build', 'prove'].includes(job) && input[0] === 'out'))
      .map(([name, { value }]) =>
        value === undefined
          ? `[ "$${formatVariable(name)}" != true ] || set -- "$@" --${name}`
          : `[ -z "$${formatVariable(name)}" ] || set -- "$@" --${name} "$${formatVariable(name)}"`
      ),
    ...(job === 'prove' ? [`set -- "$@" --out "${PROOF}"`] : []),
    ...(job === 'build'
      ? [`set -- "$@" --shard "$CI_NODE_INDEX/$CI_NODE_TOTAL" --out "${SHARDS}/$CI_NODE_INDEX"`]
      : []),
    ...(job === 'release' && jobs.includes('build') ? [`set -- "$@" --shards ${SHARDS}`] : []),
    ...(job === 'release' && jobs.includes('prove') ? [`set -- "$@" --verdicts ${PROOF}`] : []),
    'if [ "$SLIPWAY_CORE" = fetch ]; then set -- node .slipway-core/index.js "$@"; else set -- "$SLIPWAY_CORE" "$@"; fi',
    '"$@"',
    ''
  ].join('\n')
