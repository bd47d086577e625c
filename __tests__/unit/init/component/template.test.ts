import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { parse, parseAllDocuments } from 'yaml'
import { TEMPLATES } from '../../../../src/init/component/template.ts'
import { INPUTS, type InputName } from '../../../../src/config/inputs.ts'
import { parseInputs } from '../../../../src/config/parse.ts'
import { PLAIN } from '../../../../src/config/parsers.ts'
import { CORPUS, EACH } from '../../../fakes/hostile/hostile.ts'

interface Spec {
  readonly spec: {
    readonly inputs: Readonly<Record<string, { type: string; regex?: string; default?: string | boolean | number }>>
  }
}
type Jobs = Readonly<Record<string, Record<string, unknown>>>

const read = (path: string): Promise<string> => readFile(new URL(`../../../../${path}`, import.meta.url), 'utf8')

const templates = await Promise.all(
  Object.entries(TEMPLATES).map(async ([path, jobs]) => {
    const [head, body] = parseAllDocuments(await read(path)).map((document) => document.toJS() as unknown)
    return { path, jobs, inputs: (head as Spec).spec.inputs, body: body as Jobs, text: await read(path) }
  })
)

/** What a shell, YAML or GitLab itself would read as more than text. */
const SHARP = [
  '$(id)',
  '`id`',
  '$CI_JOB_TOKEN',
  'a b; id',
  'a"b',
  "a'b",
  'a\nb',
  '$[[ inputs.x ]]',
  'a #b',
  '{a}',
  '*a'
]

const [WAY_UP, ABSOLUTE, OPTION, LONG] = ['a way up', 'an absolute path', 'a short option', 'a megabyte'] as const

/**
 * What of the corpus an input may be, by its expression; any other takes none of it. Why that does no harm:
 * paths are names of files that the program reads or of a folder that it publishes in, each an argument of its own behind
 * its flag, and a pipeline's author may name any; what begins with `-` is the value of a flag, never a flag, and in a job's name
 * or a stage it is YAML's plain text; a megabyte is more than a system takes as a variable: the job stops before it runs.
 * `out` and `module`, which GitLab also joins to other paths, take no way up and nothing absolute.
 */
const THROUGH: Readonly<Record<string, readonly (keyof typeof CORPUS)[]>> = {
  [`^${PLAIN}$`]: [WAY_UP, ABSOLUTE, OPTION, LONG],
  [`^(${INPUTS.out.pattern})$`]: [LONG],
  '^[A-Za-z0-9_-]*$': [OPTION, LONG],
  '^[A-Za-z0-9_ .-]+$': [OPTION, LONG],
  '^[A-Za-z0-9][A-Za-z0-9_./:@-]*$': [LONG],
  '^(fetch|/[A-Za-z0-9_./-]+)$': [ABSOLUTE]
}

/** GitLab's variables are text, also where YAML reads a number or nothing. */
const texts = (_: string, value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : (value ?? '')

describe.each(templates)('$path', ({ jobs, inputs, body, text }) => {
  test('has no global keyword and only jobs behind the prefix', () => {
    expect(Object.keys(body)).toEqual([
      '.$[[ inputs.job-prefix ]]base',
      ...jobs.map((job) => `$[[ inputs.job-prefix ]]${job}`)
    ])
  })

  test('every input has a type, and every string an expression that takes its default and nothing sharp', () => {
    for (const [name, { type, regex, default: fallback }] of Object.entries(inputs)) {
      expect([name, type]).toEqual([name, expect.stringMatching(/^(string|boolean|number)$/)])
      if (type !== 'string') continue
      const expression = new RegExp(regex ?? '')
      expect([name, regex]).toEqual([name, expect.stringMatching(/^\^.*\$$/)])
      if (fallback !== undefined) expect([name, expression.test(String(fallback))]).toEqual([name, true])
      // A stage's name may have spaces: it is YAML's and GitLab's alone, never a shell's.
      for (const value of SHARP) expect([name, value, expression.test(value)]).toEqual([name, value, false])
    }
  })

  test('of what is not meant kindly every input lets through what is a path, a word or too long, and no more', () => {
    for (const [name, { type, regex = '' }] of Object.entries(inputs)) {
      if (type !== 'string') continue
      const through = EACH.flatMap(([known, value]) => (new RegExp(regex).test(value) ? [known] : []))
      expect([name, through]).toEqual([name, THROUGH[regex] ?? []])
    }
  })

  test('what an input lets through is one plain value wherever it stands, even put into the text before YAML is read', () => {
    const [, raw = ''] = text.split(/^---$/m)
    for (const known of [WAY_UP, ABSOLUTE, OPTION]) {
      const value = (name: string): string => {
        const { type, regex = '', default: fallback = 'a/b' } = inputs[name] ?? { type: 'none' }
        return type === 'string' && new RegExp(regex).test(CORPUS[known]) ? CORPUS[known] : String(fallback)
      }
      const put = (into: string): string =>
        into.replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => value(name))
      expect(put(raw)).toContain(CORPUS[known])
      const read = parse(put(raw)) as unknown
      expect(JSON.stringify(read, texts)).toEqual(JSON.stringify(JSON.parse(put(JSON.stringify(body))), texts))
    }
  })

  test('every default of an input of the program is one that the program takes', () => {
    for (const [name, { default: fallback }] of Object.entries(inputs))
      if (Object.hasOwn(INPUTS, name))
        expect(() =>
          parseInputs((asked: InputName) => (asked === name ? { text: String(fallback), from: name } : undefined))
        ).not.toThrow()
  })

  test('inputs reach scripts through variables alone', () => {
    for (const job of Object.values(body))
      expect(JSON.stringify([job['script'], job['before_script']])).not.toContain('$[[')
  })

  test('names no host and no registry', () => {
    expect(text.match(/https?:\/\//g)).toBeNull()
  })
})

test('only the job that publishes gets an identity token, one at a time; what is published comes out of no cache', () => {
  const [all] = templates
  const job = (name: string): Record<string, unknown> => all?.body[`$[[ inputs.job-prefix ]]${name}`] ?? {}
  expect(job('release')).toMatchObject({ id_tokens: { SIGSTORE_ID_TOKEN: { aud: 'sigstore' } }, interruptible: false })
  expect(job('release')).toHaveProperty('resource_group')
  for (const name of ['plan', 'gate']) {
    expect(job(name)).not.toHaveProperty('id_tokens')
    expect(job(name)).not.toHaveProperty('resource_group')
  }
  const published = templates.flatMap(({ body }) =>
    Object.entries(body).filter(([name]) => /\](build|prove|release)$/.test(name))
  )
  expect(published).toHaveLength(6)
  for (const [, found] of published) expect(found).toMatchObject({ cache: [] })
  expect(job('gate')).toHaveProperty('cache.paths', ['.slipway-cache/'])
})

test('a fan-out builds on as many machines as were asked for, and publishes in one job that takes all of their parts', () => {
  const fanOut = templates.find(({ path }) => path.includes('fan-out'))
  const [build, release] = ['build', 'release'].map((name) => fanOut?.body[`$[[ inputs.job-prefix ]]${name}`])
  expect(fanOut?.inputs['machines']).toMatchObject({ type: 'number' })
  expect(build).toMatchObject({ parallel: '$[[ inputs.machines ]]', artifacts: { paths: ['.slipway-shards/'] } })
  expect(build).not.toHaveProperty('id_tokens')
  expect(release?.['needs']).toEqual([{ job: '$[[ inputs.job-prefix ]]build', artifacts: true }])
  expect(release).not.toHaveProperty('parallel')
  expect(JSON.stringify(build?.['script'])).toContain('$CI_NODE_INDEX/$CI_NODE_TOTAL')
})

test('of two jobs the one that proves has no token and no environment, and the one that signs takes its verdicts', () => {
  const twoJobs = templates.find(({ path }) => path.includes('two-jobs'))
  const [gate, prove, release] = ['gate', 'prove', 'release'].map(
    (name) => twoJobs?.body[`$[[ inputs.job-prefix ]]${name}`] ?? {}
  )
  for (const lacks of ['id_tokens', 'environment', 'resource_group']) expect(prove).not.toHaveProperty(lacks)
  expect(prove).toMatchObject({
    rules: [{ if: '$CI_COMMIT_TAG' }],
    artifacts: { when: 'on_success', paths: ['.slipway-proof/.gitignore', '.slipway-proof/verdicts.json'] }
  })
  expect(JSON.stringify(prove?.['script'])).toMatch(/set -- gate\\n.*--out \\"\.slipway-proof\\"/)
  expect(release).toMatchObject({
    needs: [{ job: '$[[ inputs.job-prefix ]]prove', artifacts: true }],
    environment: { name: '$[[ inputs.environment ]]' },
    resource_group: '$[[ inputs.job-prefix ]]release',
    // Also after a failure, which it tells.
    rules: [{ if: '$CI_COMMIT_TAG', when: 'always' }]
  })
  expect(JSON.stringify(release?.['script'])).toContain('--verdicts .slipway-proof')
  expect(JSON.stringify(gate?.['rules'])).toContain('"when":"never"')
})

test('action.yml leaves to slipway.yaml what it may set, and its other defaults are those of the command line', async () => {
  const { inputs } = parse(await read('action.yml')) as { inputs: Record<string, { default: string }> }
  for (const [name, { default: shown }] of Object.entries(inputs)) {
    const { doors, default: fallback } = INPUTS[name as InputName]
    if ((doors as readonly string[]).includes('file')) expect([name, shown]).toEqual([name, ''])
    else if (name !== 'token') expect([name, shown]).toEqual([name, fallback])
  }
})
