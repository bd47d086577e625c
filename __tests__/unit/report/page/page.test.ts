import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { Failure } from '../../../../src/base/errors.ts'
import { ledger } from '../../../../src/steps/ledger.ts'
import type { Check, Loss, Verdict } from '../../../../src/model/nouns.ts'
import { makeCompatibilitySchema } from '../../../../src/report/compatibility-schema.ts'
import { listLosses } from '../../../../src/report/losses.ts'
import { formatLossTable, formatMatrixTable, formatSpeaksTable } from '../../../../src/report/markdown-tables.ts'
import { makeMatrix } from '../../../../src/report/matrix.ts'
import { drawBars } from '../../../../src/report/page/bars.ts'
import { html } from '../../../../src/report/page/html.ts'
import { drawPage } from '../../../../src/report/page/page.ts'
import { writeReport } from '../../../../src/report/report.ts'
import { composeSummary } from '../../../../src/report/summary.ts'
import type { Story } from '../../../../src/report/story.ts'
import { memoryFiles } from '../../../fakes/files.ts'
import { failedStory, HOSTILE, hostileStory, passedStory, variedStory } from '../../../fakes/platform/stories.ts'

test.each(Object.entries(HOSTILE))('a value in the page is text without markup or hidden signs: %s', (_, text) => {
  const inside = html`<p title="${text}">${[text]}</p>`.text
  const [, attribute, content] = /^<p title="([^"]*)">([^<]*)<\/p>$/.exec(inside) ?? []
  expect(attribute).toBe(content)
  expect(content).toMatch(/^[^<>"'`\n\r\t\p{Cc}\p{Cf}\u2028\u2029\p{Cs}]+$/u)
  expect(content).not.toMatch(/&(?!#\d+;)/)
  // Long ones are cut, and say so.
  expect(content?.length).toBeLessThan(10_000)
  expect(content?.includes('characters more')).toBe(text.length > 4000)
})

test('a hidden sign is shown by its number, and lines stay lines', () => {
  expect(html`${'a\u202eb\r\nc\td'}`.text).toBe('a&#60;U+202E&#62;b&#10;c&#9;d')
})

test('no line of a page is a command to a CI system, wherever the text stands', () => {
  for (const text of ['::add-mask::x', '##[group]x', 'y\n::stop-commands::z']) {
    const lines = drawPage(hostileStory(text), 'failed').split('\n')
    expect(lines.filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual([])
  }
})

test('a page without its evidence is small, and texts of a megabyte do not make it large', () => {
  const empty: Story = {
    ...passedStory(),
    verdicts: [],
    artifacts: [],
    spans: [],
    tools: [],
    plan: { ...passedStory().plan, trials: { skip: 'kubernetes is none' } }
  }
  expect(drawPage(empty, 'skipped').length).toBeLessThan(10_000)
  expect(drawPage(hostileStory('x'.repeat(1_000_000)), 'failed').length).toBeLessThan(400_000)
})

test('the page links an address only when it is one of the web', () => {
  const linked = (url: string) => drawPage({ ...passedStory(), url }, 'passed').includes(`href="${url}"`)
  expect(linked('https://github.com/octo/demo/releases/tag/v1.1.0')).toBe(true)
  expect(linked('javascript:alert(1)')).toBe(false)
  expect(linked('/srv/releases/v1.1.0')).toBe(false)
})

test('a trial of thousands of checks is shown in part, and the page says how many more there are', () => {
  const story = failedStory()
  const [verdict] = story.verdicts
  const checks = Array.from({ length: 3000 }, (): Check => ({ claim: 'it holds', outcome: 'passed', seen: 'it does' }))
  const text = drawPage({ ...story, verdicts: verdict ? [{ ...verdict, checks }] : [] }, 'passed')
  expect(text).toContain('2500 more stand in compatibility.json.')
  expect(text).toContain('All 3000 claims hold')
})

test('bars lie where the work was, the shortest can still be seen, and of too many the longest are drawn', () => {
  const text = drawBars(
    [
      { name: 'long', start: 250, end: 750, outcome: 'done' },
      { name: 'none', start: 500, end: 500, outcome: 'failed' }
    ],
    1000
  ).text
  expect(text).toMatch(/class="done"\s+x="25.00%"\s+width="50.00%"/)
  expect(text).toMatch(/class="failed"\s+x="50.00%"\s+width="0.67%"/)
  const many = Array.from({ length: 300 }, (_, i) => ({ name: `n${i}.`, start: 0, end: i, outcome: 'done' as const }))
  const drawn = drawBars(many, 300).text
  expect(drawn).toContain('100 shorter ones are not shown')
  expect(drawn).toContain('n299.')
  expect(drawn).not.toContain('n7.')
})

const lost = (change: Partial<Loss>): Loss => ({
  kind: 'TrafficSplit',
  written: 'v1alpha4',
  stored: 'v1alpha4',
  read: 'v1alpha1',
  fields: ['spec.matches'],
  ...change
})

const verdict = (server: string, set: string, ...lost: readonly Loss[]): Verdict => ({
  trial: { suite: 'smi', kubernetes: server, with: { set } },
  outcome: 'passed',
  cluster: { provider: 'control-plane', server, simulated: false },
  checks: lost.map((loss) => ({ claim: 'x', outcome: 'passed', seen: 'y', loss })),
  ms: 1
})

test('losses of one field for one reason are one row: each way with all its readers, and unknown ones first', () => {
  const known = { because: 'new in v1alpha3' }
  const first = verdict(
    'v1.34.1',
    'all',
    lost(known),
    lost({ ...known, read: 'v1alpha2' }),
    lost({ ...known, written: 'v1alpha3' })
  )
  const second = verdict('v1.37.1', 'osm', lost({ ...known, stored: 'v1alpha2' }), lost({ fields: ['spec.backends'] }))
  expect(listLosses([first, second])).toEqual([
    {
      kind: 'TrafficSplit',
      fields: ['spec.backends'],
      ways: [{ written: 'v1alpha4', stored: 'v1alpha4', read: ['v1alpha1'] }],
      trials: ['smi, CRDs osm'],
      servers: ['v1.37.1']
    },
    {
      kind: 'TrafficSplit',
      fields: ['spec.matches'],
      because: 'new in v1alpha3',
      ways: [
        { written: 'v1alpha4', stored: 'v1alpha4', read: ['v1alpha1', 'v1alpha2'] },
        { written: 'v1alpha3', stored: 'v1alpha4', read: ['v1alpha1'] },
        { written: 'v1alpha4', stored: 'v1alpha2', read: ['v1alpha1'] }
      ],
      trials: ['smi, CRDs all', 'smi, CRDs osm'],
      servers: ['v1.34.1', 'v1.37.1']
    }
  ])
})

test('the matrix has a row a suite and CRD set, a column a version in order, and says where there was no verdict', () => {
  const surface: Verdict = {
    ...verdict('', ''),
    trial: { suite: 'surface', kubernetes: undefined, with: {} },
    cluster: undefined
  }
  const broken = {
    trial: verdict('v1.40', 'osm').trial,
    failure: new Failure('environment', 'no disk', { hint: 'Buy one.' })
  }
  const { columns, rows } = makeMatrix({
    verdicts: [surface, verdict('v1.37.1', 'all'), verdict('v1.9.0', 'all'), verdict('v1.9.0', 'osm')],
    broken: [broken]
  })
  expect(columns.map(({ name }) => name)).toEqual(['v1.9.0', 'v1.37.1', 'v1.40', 'no cluster'])
  expect(rows.map(({ name, cells }) => [name, ...cells.map((c) => [c.verdicts.length, c.broken.length])])).toEqual([
    ['surface', [0, 0], [0, 0], [0, 0], [1, 0]],
    ['smi, CRDs all', [1, 0], [1, 0], [0, 0], [0, 0]],
    ['smi, CRDs osm', [1, 0], [0, 0], [0, 1], [0, 0]]
  ])
})

test('the summary has a matrix once there are two versions of Kubernetes, and every loss', () => {
  expect(formatMatrixTable(failedStory())).toEqual([])
  const varied = variedStory()
  expect(formatMatrixTable(varied)).toContain('| suite | v1.34.10 | v1.37.1 | no cluster |')
  expect(formatMatrixTable(varied)).toContain('| smi, CRDs linkerd | **1 of 5 failed** | **1 of 5 failed** |  |')
  expect(formatMatrixTable(varied)).toContain('| crd |  | **no verdict** |  |')
  expect(formatLossTable(passedStory().verdicts)).toContain(
    '| TrafficSplit | `spec.matches` | v1alpha4 → v1alpha1, v1alpha2 (stored as v1alpha4) | yes: new in v1alpha3: without it an A/B test is a split of all traffic |'
  )
  expect(formatLossTable(varied.verdicts).join('\n')).toContain('| **no** |')
})

describe('the SMI versions that a program speaks', () => {
  const speaking = (...speaks: readonly string[]): Story => {
    const story = passedStory()
    return {
      ...story,
      verdicts: story.verdicts.map((each) => ({ ...each, trial: { ...each.trial, with: { speaks } } }))
    }
  }

  test('stand in the summary beside those of others, with what fits', () => {
    const table = formatSpeaksTable(speaking('split.smi-spec.io/v1alpha2', 'access.smi-spec.io/v1alpha2'))
    expect(table.join('\n')).toContain(
      'By its import graph the program speaks access v1alpha2; split v1alpha2. Others, as their sources'
    )
    expect(table).toEqual(
      expect.arrayContaining([
        '| Linkerd (SMI extension) | serves it | split v1alpha1, v1alpha2 | split v1alpha2 | deprecated |',
        '| smi-sdk-go, main | serves it | access v1alpha3; specs v1alpha4; split v1alpha4 | **the same API, no version** | archived |',
        '| Harness | writes it | split v1alpha3, v1alpha4 | **the same API, no version** | active |'
      ])
    )
    expect(composeSummary(speaking('split.smi-spec.io/v1alpha2'))).toContain('### Who speaks the same SMI')
  })

  test('stand in compatibility.json, by its schema', async () => {
    const made = (await compatibilityOf(speaking('specs.smi-spec.io/v1alpha4'))) as { smi: unknown }
    const strict = new Ajv2020().compile(makeCompatibilitySchema(true) as object)
    strict(made)
    expect(strict.errors).toBeNull()
    expect(made.smi).toMatchObject({
      speaks: ['specs.smi-spec.io/v1alpha4'],
      others: expect.arrayContaining([
        expect.objectContaining({ name: 'Open Service Mesh', shared: ['specs.smi-spec.io/v1alpha4'], apart: [] }),
        expect.objectContaining({ name: 'Traefik Mesh', shared: [], apart: ['specs.smi-spec.io'] }),
        expect.objectContaining({ name: 'Flagger', does: 'writes', shared: [], apart: [] })
      ]) as unknown
    })
  })

  test('are nothing to tell of where a program speaks none', async () => {
    const story = speaking()
    expect(formatSpeaksTable(story)).toEqual([])
    expect(composeSummary(story)).not.toContain('Who speaks the same SMI')
    expect(drawPage(story, 'passed')).not.toContain('Who speaks the same SMI')
    expect(await compatibilityOf(story)).not.toHaveProperty('smi')
  })

  test('stand in the page and the summary also when no trial came to a verdict', () => {
    const story = speaking('split.smi-spec.io/v1alpha2')
    const broken = story.verdicts.map(({ trial }) => ({
      trial,
      failure: new Failure('environment', 'no cluster', { hint: 'Bring one.' })
    }))
    expect(formatSpeaksTable({ verdicts: [], broken })).toEqual(formatSpeaksTable(story))
    expect(drawPage({ ...story, verdicts: [], broken }, 'failed')).toContain('Who speaks the same SMI')
  })
})

test('a trial without a verdict stands first, with what stopped it and what to do', () => {
  const text = drawPage(variedStory(), 'failed').replace(/\s+/g, ' ')
  expect(text).toMatch(/claims do not hold, 1 trial without a verdict/)
  expect(text).toContain('<pre>etcd ended with exit status 1&#10;Its log.</pre>')
  expect(text).toContain('<pre>Look at the disk.</pre>')
})

const compatibilityOf = async (story: Story): Promise<unknown> => {
  const files = memoryFiles()
  await writeReport(files, ledger(files, '/out'), '/out', story, '')
  const text = Buffer.from((await files.read('/out/report/compatibility.json')) ?? []).toString()
  return JSON.parse(text) as unknown
}

test.each([
  ['passed', passedStory],
  ['failed', failedStory],
  ['varied', variedStory]
])('compatibility.json has the shape of its schema and nothing beside it: %s', async (_, story) => {
  const strict = new Ajv2020().compile(makeCompatibilitySchema(true) as object)
  strict(await compatibilityOf(story()))
  expect(strict.errors).toBeNull()
})

test('the schema takes a field that a later version adds, and refuses a verdict without its outcome', async () => {
  const valid = new Ajv2020().compile(makeCompatibilitySchema() as object)
  const made = (await compatibilityOf(failedStory())) as { verdicts: { outcome?: string }[] }
  expect(valid({ ...made, later: true })).toBe(true)
  delete made.verdicts[0]?.outcome
  expect(valid(made)).toBe(false)
})

test('the report is five files, and a second run of the same outcome leaves them alone', async () => {
  const files = memoryFiles()
  const write = (story: Story) => writeReport(files, ledger(files, '/out'), '/out', story, 'words')
  await write(failedStory())
  expect(await files.list('/out/report')).toEqual([
    ...['compatibility.json', 'index.html', 'junit.xml', 'summary.md', 'vulnerabilities.json']
  ])
  const before = await files.digest('/out/report/index.html')
  await write({ ...failedStory(), spans: [] })
  expect(await files.digest('/out/report/index.html')).toEqual(before)
  await write(passedStory())
  expect(await files.digest('/out/report/index.html')).not.toEqual(before)
})
