import { describe, expect, test } from '@jest/globals'
import { chosen, COMPARISONS } from '../../bench/comparisons.ts'
import { goreleaserConfig, type Setting } from '../../bench/contenders.ts'
import { childCpuMs, parentOf, privateKib } from '../../bench/proc.ts'
import { SCENARIOS } from '../../bench/scenarios.ts'
import { median, replaceSection, table } from '../../bench/table.ts'
import { Failure } from '../../src/base/errors.ts'

const cost = (wallMs: number, cpuMs: number, peakKib = 1024) => ({ wallMs, cpuMs, peakKib })

describe('the table', () => {
  test('ratios are the median of the pairs, not the ratio of the medians', () => {
    const pairs = [
      [cost(1000, 500), cost(4000, 1000)],
      [cost(9000, 500), cost(10_000, 1000)],
      [cost(2000, 500), cost(4000, 1000)]
    ] as const
    const row = table(['A', 'B'], [{ scenario: 'cold', pairs }]).split('\n')[2]
    expect(row).toBe('| cold | 2.00 | 4.00 | 0.50 | 0.50 | 1.00 | 0.50 | 1 / 1 | 3 |')
  })

  test('an even number of values has the mean of the middle two, and none has no median', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([10, 9])).toBe(9.5)
    expect(() => median([])).toThrow('the median of nothing')
  })

  test('only the marked section of a document is replaced', () => {
    const text = 'before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n'
    const once = replaceSection(text, 'bench', 'new')
    expect(once).toBe('before\n<!-- bench -->\n\nnew\n\n<!-- /bench -->\nafter\n')
    expect(replaceSection(once, 'bench', 'new')).toBe(once)
    expect(() => replaceSection(text, 'other', 'new')).toThrow('<!-- other -->')
  })
})

describe('what is asked for', () => {
  test('names are looked up in the order in which they were given', () => {
    expect(chosen('letter', 'b,a', { a: 1, b: 2 })).toEqual([
      ['b', 2],
      ['a', 1]
    ])
  })

  test('an unknown name is refused with those that there are', () => {
    for (const list of ['c', 'a,c', '', 'toString']) {
      const look = () => chosen('letter', list, { a: 1, b: 2 })
      expect(look).toThrow(Failure)
      expect(look).toThrow('there is no letter')
    }
  })

  test('every comparison plays scenarios that there are', () => {
    for (const { scenarios } of Object.values(COMPARISONS))
      expect(Object.keys(SCENARIOS)).toEqual(expect.arrayContaining([...scenarios]))
  })
})

describe('what /proc says', () => {
  // A name with a space and a bracket, as any process may give itself.
  const stat =
    '4711 (a) b (c) S 17 4711 4711 0 -1 4194304 100 200 0 0 7 3 125 50 20 0 1 0 12345 1000000 250 18446744073709551615'

  test('children that were waited for count with user and system time, whatever the process is called', () => {
    expect(childCpuMs(stat)).toBe((125 + 50) * 10)
    expect(parentOf(stat)).toBe(17)
  })

  test('memory is what is resident and not shared', () => {
    expect(privateKib('5000 700 200 1 0 300 0')).toBe(500 * 4)
  })
})

test('GoReleaser gets the flags, targets, archives and signature that Slipway makes', () => {
  const setting: Setting = {
    home: '/bench/goreleaser',
    repository: '/bench/goreleaser/repository',
    go: 'go1.26.8',
    main: './cmd/tool',
    name: 'tool',
    targets: ['linux/amd64', 'windows/386'],
    cosign: '/tools/cosign',
    goreleaser: '/tools/goreleaser',
    env: {},
    signingConfig: '/bench/signing-config.json',
    trustedRoot: '/bench/trusted-root.json'
  }
  const config = goreleaserConfig(setting)
  expect(config.builds[0]).toMatchObject({
    targets: ['linux_amd64', 'windows_386'],
    env: ['CGO_ENABLED=0'],
    flags: ['-trimpath', '-buildvcs=true', '-mod=readonly'],
    ldflags: [expect.stringContaining('-s -w -buildid= ')]
  })
  expect(config.archives[0]?.format_overrides).toEqual([{ goos: 'windows', formats: ['zip'] }])
  expect(config.signs[0]?.args).toContain('--signing-config=/bench/signing-config.json')
})
