import { expect, test } from '@jest/globals'
import { findAtPath } from '../../../src/base/json-path.ts'

const OBJECT = {
  metadata: { annotations: { 'a.b/c': 'dotted' } },
  status: {
    phase: 'Healthy',
    conditions: [
      { type: 'Ready', status: 'True' },
      { type: 'Progressing', status: 'False', observed: 3 }
    ]
  },
  list: [[1, 2], [3]],
  empty: null
}

test.each([
  ['{.status.phase}', ['Healthy']],
  ['.status.phase', ['Healthy']],
  ['status.phase', ['Healthy']],
  ['{.status.conditions[?(@.type=="Ready")].status}', ['True']],
  [".status.conditions[?(@.type=='Progressing')].observed", [3]],
  ['{.status.conditions[?(@.observed==3)].type}', ['Progressing']],
  ['{.status.conditions[*].type}', ['Ready', 'Progressing']],
  ['.list[0][1]', [2]],
  ['.list[-1]', [[3]]],
  ['.list[*][*]', [1, 2, 3]],
  ["{.metadata.annotations['a.b/c']}", ['dotted']],
  ['{.metadata.annotations.a\\.b/c}', ['dotted']],
  ['.empty', [null]],
  ['.status.phase.deeper', []],
  ['.nothing[0].x', []],
  ['{.}', [OBJECT]]
])('%s', (path, values) => {
  expect(findAtPath(OBJECT, path)).toEqual(values)
})

test.each(['.a[', '{.items[0:2]}', '..name', '{range .items[*]}', '[?(@.a>1)]'])(
  'what it cannot read is refused: %s',
  (path) => {
    expect(() => findAtPath(OBJECT, path)).toThrow(expect.objectContaining({ kind: 'input' }))
  }
)
