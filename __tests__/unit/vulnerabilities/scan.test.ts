import { describe, expect, test } from '@jest/globals'
import { parseProject } from '../../../src/config/project-file.ts'
import { applyAcceptances } from '../../../src/vulnerabilities/scan.ts'
import {
  isAccepted,
  isOpen,
  type Acceptance,
  type Scan,
  type Vulnerability
} from '../../../src/vulnerabilities/model.ts'
import { describeScan } from '../../../src/vulnerabilities/wording.ts'

const parse = (...entries: readonly string[]) =>
  parseProject(
    ['name: tool', 'accepted-vulnerabilities:', ...entries.map((each) => `  - ${each}`)].join('\n'),
    'a.yaml'
  )

describe('accepted-vulnerabilities of slipway.yaml', () => {
  test('names a vulnerability by any of its names, with a reason and a last day, and knows its own line', () => {
    const { project } = parse(
      '{ id: GO-2024-1234, reason: not called with input of others, until: 2027-01-31 }',
      '{ id: CVE-2024-123456, reason: "so: be it", until: "2028-02-29" }',
      '{ id: GHSA-ppp9-7jff-5vj2, reason: x, until: 2027-12-31 }'
    )
    expect(project.accepted).toEqual([
      { id: 'GO-2024-1234', reason: 'not called with input of others', until: '2027-01-31', line: 3 },
      { id: 'CVE-2024-123456', reason: 'so: be it', until: '2028-02-29', line: 4 },
      { id: 'GHSA-ppp9-7jff-5vj2', reason: 'x', until: '2027-12-31', line: 5 }
    ])
  })

  test.each([
    ['{ id: GO-2024-1234, reason: x }', 'a.yaml:3: accepted-vulnerabilities: 0: until: must be a day, as 2027-01-31'],
    ['{ id: GO-2024-1234, until: 2027-01-31 }', 'a.yaml:3: accepted-vulnerabilities: 0: reason: '],
    ['{ id: GO-2024-1234, reason: " ", until: 2027-01-31 }', 'reason: must say why'],
    ['{ id: GO-2024-1234, reason: x, until: 2027-02-29 }', 'until: must be a day'],
    ['{ id: GO-2024-1234, reason: x, until: never }', 'until: must be a day'],
    ['{ id: "GO-*", reason: x, until: 2027-01-31 }', 'id: must name one vulnerability'],
    ['{ id: golang.org/x/text, reason: x, until: 2027-01-31 }', 'id: must name one vulnerability'],
    ['{ id: GO-2024-1234, reason: x, ignoreUntil: 2027-01-31 }', 'Unrecognized key: "ignoreUntil"'],
    ['GO-2024-1234', 'expected object']
  ])('is refused as %s', (entry, says) => {
    expect(() => parse(entry)).toThrow(says)
  })
})

const vulnerability = (id: string, change: Partial<Vulnerability> = {}): Vulnerability => ({
  ...{ id, aliases: [], summary: '', module: 'example.com/m', version: 'v1.0.0', fixed: null },
  ...{ reach: 'linked', symbols: [], programs: [], ...change }
})
const entry = (id: string, until: string): Acceptance => ({ id, reason: 'x', until, line: 1 })
const scan = (...found: readonly Vulnerability[]): Scan => ({ database: 'd', modified: null, programs: 1, found })

describe('a judgement', () => {
  const ONE = vulnerability('GO-2024-0001', { aliases: ['CVE-2024-0001', 'GHSA-aaaa-bbbb-cccc'] })
  const TWO = vulnerability('GO-2024-0002')

  test.each(['GO-2024-0001', 'CVE-2024-0001', 'GHSA-aaaa-bbbb-cccc'])(
    'accepts by the name %s, and that one alone',
    (id) => {
      const seen = applyAcceptances(scan(ONE, TWO), [entry(id, '2027-01-31')], '2027-01-31')
      expect(seen.found.filter(isAccepted).map((item) => item.id)).toEqual(['GO-2024-0001'])
      expect(seen.found.filter(isOpen)).toEqual([TWO])
      expect(seen.unused).toEqual([])
      expect(describeScan(seen)).toBe('1 program, 1 REACHABLE, 1 reachable and accepted')
    }
  )

  test('holds on its last day and not on the next', () => {
    const on = (day: string) => applyAcceptances(scan(ONE), [entry('GO-2024-0001', '2026-12-31')], day).found[0]
    expect(on('2026-12-31')).toMatchObject({ accepted: { until: '2026-12-31' } })
    expect(on('2027-01-01')).toEqual({ ...ONE, expired: entry('GO-2024-0001', '2026-12-31') })
  })

  test('of several of one vulnerability the one that holds longest counts, in whatever order they stand', () => {
    const entries = [entry('GO-2024-0001', '2026-01-01'), entry('CVE-2024-0001', '2027-01-01')]
    for (const order of [entries, [...entries].reverse()]) {
      const seen = applyAcceptances(scan(ONE), order, '2026-06-01')
      expect(seen).toMatchObject({ found: [{ accepted: { until: '2027-01-01' } }], unused: [] })
    }
  })

  test('of what is in no program, or only beside it in a module, is told to be of no use', () => {
    const entries = [entry('GO-2024-0002', '2027-01-01'), entry('GO-1999-0001', '2027-01-01')]
    const there = vulnerability('GO-2024-0002', { reach: 'imported' })
    expect(applyAcceptances(scan(ONE, there), entries, '2026-06-01')).toMatchObject({
      found: [ONE, there],
      unused: entries
    })
  })
})
