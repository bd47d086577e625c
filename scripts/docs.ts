/** Writes the one list of inputs into everything that repeats it. `--check` writes nothing and fails on a difference. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { parseDocument } from 'yaml'
import { KIND, KUBERNETES } from '../src/adapters/toolchain/pins.ts'
import { CODES } from '../src/base/error-codes.ts'
import { hashBytes } from '../src/base/digest.ts'
import { EXIT } from '../src/base/errors.ts'
import { INPUTS, listInputPlaces } from '../src/config/inputs.ts'
import { type Input } from '../src/config/input.ts'
import { OUTPUTS } from '../src/config/outputs.ts'
import { LIMITS, formatSize, type SizeLimit } from '../src/base/limits.ts'
import {
  GATE_WORKFLOW,
  GITLAB_PIPELINE,
  GITLAB_TWO_JOBS,
  RELEASE_WORKFLOW,
  TWO_JOBS_WORKFLOW
} from '../src/init/pipelines.ts'
import { makeProjectSchema } from '../src/config/project-file.ts'
import { makeCompatibilitySchema } from '../src/report/compatibility-schema.ts'
import { formatKnownLosses } from '../src/smi/known-losses.ts'
import { listComponentInputs, formatComponentTemplate, TEMPLATES } from '../src/init/component/template.ts'

/** What the jobs of the GitLab component run. */
const shipped = {
  digests: Object.fromEntries(
    readdirSync('dist/cli')
      .filter((name) => /\.(js|json|node|wasm)$/.test(name))
      .sort()
      .map((name) => [name, hashBytes(readFileSync(`dist/cli/${name}`))])
  ),
  bringCore: readFileSync('src/init/component/bring-core.mjs', 'utf8')
}

const inputs = Object.entries(INPUTS) as [string, Input<unknown>][]

const between = (text: string, name: string, lines: readonly string[]): string => {
  const pattern = new RegExp(`(<!-- ${name} -->\n)[^]*(<!-- /${name} -->)`)
  if (!pattern.test(text)) throw new Error(`there is no <!-- ${name} --> to write into`)
  return text.replace(pattern, (_, open: string, close: string) => `${open}\n${lines.join('\n')}\n\n${close}`)
}

const cell = (text: string): string => text.replaceAll('|', '\\|')
const code = (text: string): string => (text === '' ? '' : `\`${cell(text)}\``)
const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.join(' | ')} |`)
]

const render: Record<string, (text: string) => string> = {
  'action.yml': (text) => {
    const document = parseDocument(text)
    const forAction = inputs.filter(([, { doors }]) => doors.includes('action'))
    document.set(
      'inputs',
      document.createNode(
        Object.fromEntries(
          forAction.map(([name, { description, default: fallback, actionDefault, doors }]) => [
            name,
            // What slipway.yaml may set has no default here, since a runner gives defaults as if they had been asked for.
            doors.includes('file') && fallback !== ''
              ? { description: `${description} Left out: slipway.yaml, else ${fallback}.`, default: '' }
              : { description, default: actionDefault ?? fallback }
          ])
        )
      )
    )
    document.set(
      'outputs',
      document.createNode(
        Object.fromEntries(Object.entries(OUTPUTS).map(([name, description]) => [name, { description }]))
      )
    )
    return document.toString({ lineWidth: 0 })
  },
  'README.md': (text) =>
    between(
      between(
        Object.entries({
          'release-workflow': RELEASE_WORKFLOW,
          'gate-workflow': GATE_WORKFLOW,
          'gitlab-pipeline': GITLAB_PIPELINE
        }).reduce((text, [name, yaml]) => between(text, name, ['```yaml', yaml.trimEnd(), '```']), text),
        'inputs',
        table(
          ['input', 'default', 'meaning', 'where'],
          inputs.map(([name, input]) => [
            code(name),
            code(input.default),
            cell(input.description),
            listInputPlaces(name, input).join(', ')
          ])
        )
      ),
      'outputs',
      table(
        ['output', 'meaning'],
        Object.entries(OUTPUTS).map(([name, description]) => [code(name), description])
      )
    ),
  ...Object.fromEntries(
    Object.entries(TEMPLATES).map(([path, jobs]) => [path, () => formatComponentTemplate(jobs, shipped)])
  ),
  'docs/gitlab.md': (text) =>
    between(
      text,
      'inputs',
      table(
        ['input', 'default', 'meaning'],
        listComponentInputs().map(([name, { description, default: fallback }]) => [
          code(name),
          fallback === undefined ? 'required' : code(String(fallback)),
          cell(description)
        ])
      )
    ),
  'docs/two-jobs.md': (text) =>
    Object.entries({ 'two-jobs-workflow': TWO_JOBS_WORKFLOW, 'two-jobs-pipeline': GITLAB_TWO_JOBS }).reduce(
      (text, [name, yaml]) => between(text, name, ['```yaml', yaml.trimEnd(), '```']),
      text
    ),
  'docs/clusters.md': (text) =>
    between(
      text,
      'kubernetes-versions',
      table(
        ['`--kubernetes`', 'a control plane runs', 'with etcd', 'kind runs', 'supported upstream until'],
        Object.entries(KUBERNETES).map(([minor, { version, etcd, supported }]) => [
          code(minor),
          version,
          etcd,
          KIND.images[minor]?.version ?? '–',
          supported
        ])
      )
    ),
  'docs/compatibility.schema.json': () => `${JSON.stringify(makeCompatibilitySchema(), null, 2)}\n`,
  'docs/errors.md': (text) =>
    between(
      text,
      'codes',
      table(
        ['code', 'exit', 'means'],
        Object.entries(CODES).map(([code, { kind, means }]) => [`\`${code}\``, String(EXIT[kind]), cell(means)])
      )
    ),
  'docs/limits.md': (text) =>
    between(
      text,
      'limits',
      table(
        ['what', 'at most', 'and above'],
        Object.values(LIMITS).map((limit: SizeLimit) => [
          cell(limit.of),
          limit.in === undefined ? formatSize(limit.most) : `${limit.most.toLocaleString('en')} ${limit.in}`,
          cell(limit.above)
        ])
      )
    ),
  'docs/slipway.schema.json': () => `${JSON.stringify(makeProjectSchema(), null, 2)}\n`,
  'docs/smi.md': (text) => between(text, 'known-losses', formatKnownLosses().trim().split('\n'))
}

const check = process.argv.includes('--check')
const stale: string[] = []
for (const [path, write] of Object.entries(render)) {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const after = await format(write(before), { ...(await resolveConfig(path)), filepath: path })
  if (after === before) continue
  stale.push(path)
  if (check) continue
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, after)
}
if (check && stale.length) {
  console.error(`out of date: ${stale.join(', ')}; run npm run docs`)
  process.exitCode = 1
}
