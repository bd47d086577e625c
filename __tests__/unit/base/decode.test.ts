import { expect, test } from '@jest/globals'
import {
  either,
  holding,
  isAnything,
  isCount,
  isFlag,
  isNull,
  isNumber,
  isOneOf,
  isSha256,
  isText,
  listOf,
  mapOf,
  maybe,
  shaped
} from '../../../src/base/decode.ts'

interface Point {
  readonly x: number
  readonly y: number
  readonly name?: string
}
const isPoint = shaped<Point>({ x: isNumber, y: isNumber, name: maybe(isText) })

test.each([
  ['a text', isText, [''], [1, null, undefined, ['']]],
  ['a flag', isFlag, [true, false], [0, 'true', null]],
  ['a number', isNumber, [0, -1, 1.5], ['1', NaN, Infinity, null]],
  ['a count', isCount, [0, 7], [-1, 1.5, 2 ** 60, '7']],
  ['a digest', isSha256, ['0'.repeat(64)], ['0'.repeat(63), 'A'.repeat(64), ` ${'0'.repeat(64)}`, 0]],
  ['null', isNull, [null], [undefined, 0, '']],
  ['anything', isAnything, [null, 0, [], {}], [undefined]],
  ['one of two', isOneOf('a', 'b'), ['a', 'b'], ['c', '', ['a'], undefined]],
  ['either', either(isText, isNull), ['', null], [0, undefined]],
  ['what may be left out', maybe(isText), ['', undefined], [null, 0]],
  ['a list', listOf(isText), [[], ['a']], [{}, 'a', [1], ['a', null], { length: 0 }]],
  ['a map', mapOf(isText), [{}, { a: 'b' }], [[], null, { a: 1 }, 'a']],
  [
    'an object of at least these fields',
    holding<Point>({ x: isNumber, y: isNumber, name: maybe(isText) }),
    [{ x: 1, y: 2, z: 3 }],
    [{ x: 1 }, [1, 2], null]
  ],
  [
    'an object of these keys',
    isPoint,
    [
      { x: 1, y: 2 },
      { x: 1, y: 2, name: 'a' }
    ],
    [{ x: 1 }, { x: 1, y: '2' }]
  ],
  ['an object of no other key', isPoint, [{ x: 1, y: 2 }], [{ x: 1, y: 2, z: 3 }, [1, 2], null, 'x']]
])('%s is told from all else', (_, guard, good, bad) => {
  expect(good.map((value) => guard(value))).toEqual(good.map(() => true))
  expect(bad.map((value) => guard(value))).toEqual(bad.map(() => false))
})

test('a key that every object inherits is no field, and one of that name is one too many', () => {
  const isNamed = shaped<{ readonly constructor: string }>({ constructor: isText })
  expect([isNamed({}), isNamed({ constructor: 'a' })]).toEqual([false, true])
  expect(isPoint(JSON.parse('{"x":1,"y":2,"__proto__":{"name":"a"}}'))).toBe(false)
})
