import { describe, expect, test } from '@jest/globals'
import { compareDefinitions } from '../../../src/crds/diff.ts'
import type { Json } from '../../../src/base/json.ts'
import { BREAKING, HARMLESS, widgets } from '../../fakes/cluster/crd-mutations.ts'

const json = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

describe('the static rules', () => {
  const breaks = (change: (typeof BREAKING)[number]['change']): readonly string[] => {
    const after = widgets()
    change(after)
    return compareDefinitions(json(widgets()), json(after))
      .filter(({ breaks }) => breaks)
      .map(({ where, says }) => `${where} ${says}`)
  }
  /** These a server has to judge. */
  const LIVE_ONLY = [
    'a pattern is narrowed',
    'a rule of its own forbids what was allowed',
    'a field may be changed no more',
    'a pattern of the status is narrowed',
    'a new version is stored, which N-1 does not know'
  ]

  test.each(BREAKING)('$what: a rule finds it, or it needs live objects', ({ what, change }) => {
    expect(breaks(change).length > 0).toBe(!LIVE_ONLY.includes(what))
  })

  test.each(HARMLESS)('$what: no rule objects', ({ change }) => {
    expect(breaks(change)).toEqual([])
  })
})
