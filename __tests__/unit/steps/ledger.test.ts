import { expect, test } from '@jest/globals'
import { hashBytes } from '../../../src/base/digest.ts'
import { Failure } from '../../../src/base/errors.ts'
import { canonicalize } from '../../../src/base/json.ts'
import { isText, shaped } from '../../../src/base/decode.ts'
import type { Json } from '../../../src/base/json.ts'
import { ledger, type Step } from '../../../src/steps/ledger.ts'
import { memoryFiles } from '../../fakes/files.ts'

interface Text {
  readonly text: string
}

const build = (input: Json, shape = 1): Step<Text> => ({
  ...{ kind: 'build', shape, input },
  fits: shaped<Text>({ text: isText }),
  leaves: ({ text }) => [{ path: 'a.txt', sha256: hashBytes(text), size: text.length }]
})
const make = (files: ReturnType<typeof memoryFiles>, text: string) => async () => {
  await files.write('/out/a.txt', text)
  return { value: { text } }
}

test('a step is done once for one input, and again for another', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  expect(await steps.once(build({ commit: 'a' }), make(files, 'one'))).toEqual({
    value: { text: 'one' },
    reused: false
  })
  expect(await steps.once(build({ commit: 'a' }), make(files, 'two'))).toEqual({
    value: { text: 'one' },
    reused: true
  })
  expect(await steps.once(build({ commit: 'b' }), make(files, 'two'))).toMatchObject({ reused: false })
})

test('the run that did a step is remembered and decides nothing: another run reuses the step, and the first stays its maker', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  const by = (run: string) => async () => ({ ...(await make(files, 'one')()), by: run })
  expect(await steps.doneBy(build(1))).toBeUndefined()
  await steps.once(build(1), by('urn:uuid:1'))
  expect(await steps.once(build(1), by('urn:uuid:2'))).toMatchObject({ reused: true })
  expect(await steps.doneBy(build(1))).toBe('urn:uuid:1')
  expect(await steps.doneBy(build(2))).toBeUndefined()
})

test('a record that names no run, as earlier ones do, or something that is no name, is as good as any', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  await steps.once(build(1), make(files, 'one'))
  expect(await steps.doneBy(build(1))).toBeUndefined()
  const path = `/out/${steps.places(['build'])[0]}`
  const record = JSON.parse(Buffer.from((await files.read(path)) ?? []).toString()) as object
  await files.write(path, JSON.stringify({ ...record, by: ['urn:uuid:1'] }))
  expect(await steps.doneBy(build(1))).toBeUndefined()
  expect(await steps.once(build(1), make(files, 'two'))).toMatchObject({ reused: true })
})

test('what was made is hashed again: a changed or missing file is made anew', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  await steps.once(build(1), make(files, 'one'))
  await files.write('/out/a.txt', 'tampered')
  expect(await steps.lookUp(build(1))).toBeUndefined()
  expect(await steps.once(build(1), make(files, 'one'))).toMatchObject({ reused: false })
  await files.remove('/out/a.txt')
  expect(await steps.once(build(1), make(files, 'one'))).toMatchObject({ reused: false })
})

test('a record that cannot be read is no record', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  await steps.once(build(1), make(files, 'one'))
  const [name = ''] = await files.list('/out/steps')
  for (const broken of ['', '{', 'null', '[]', '{"step":"build","input":1,"files":["a.txt"]}']) {
    await files.write(`/out/steps/${name}`, broken)
    expect(await steps.lookUp(build(1))).toBeUndefined()
  }
})

test('what was written in another shape is not found, and each shape keeps its own record', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  await steps.once(build(1), make(files, 'one'))
  expect(await steps.lookUp(build(1, 2))).toBeUndefined()
  expect(await steps.once(build(1, 2), make(files, 'one'))).toMatchObject({ reused: false })
  expect(await steps.lookUp(build(1))).toEqual({ text: 'one' })
})

type Record = { readonly [key: string]: Json }
test.each<[string, (record: Record) => Json]>([
  ['of another step', (record) => ({ ...record, step: 'package' })],
  ['of another shape', (record) => ({ ...record, shape: 2 })],
  ['of another input', (record) => ({ ...record, input: 2 })],
  ['with another value', (record) => ({ ...record, value: { text: 1 } })],
  ['with a value that says more', (record) => ({ ...record, value: { text: 'one', more: 1 } })],
  ['with a value in a list', (record) => ({ ...record, value: [{ text: 'one' }] })],
  ['with fields that it does not have', (record) => ({ ...record, more: 1 })],
  ['that names no file', (record) => ({ ...record, files: [] })],
  [
    'that names another file',
    (record) => ({ ...record, files: [{ path: '../b', sha256: hashBytes('one'), size: 3 }] })
  ],
  ['of a value that its files do not have', (record) => ({ ...record, value: { text: 'two' } })],
  ...['step', 'shape', 'input', 'value', 'files'].map((field): [string, (record: Record) => Json] => [
    `without ${field}`,
    (record) => Object.fromEntries(Object.entries(record).filter(([name]) => name !== field))
  ])
])('a record %s is no record: the step is done again, and its record is right', async (_, change) => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  await steps.once(build(1), make(files, 'one'))
  const path = `/out/${steps.places(['build'])[0]}`
  const record = String(Buffer.from((await files.read(path)) ?? []))
  await files.write(path, JSON.stringify(change(JSON.parse(record) as Record)))
  expect(await steps.lookUp(build(1))).toBeUndefined()
  expect(await steps.doneBy(build(1))).toBeUndefined()
  expect(await steps.once(build(1), make(files, 'one'))).toMatchObject({ reused: false })
  expect(String(Buffer.from((await files.read(path)) ?? []))).toBe(record)
})

test('a record of lists in lists, more than any stack holds, is no record', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  await steps.once(build(1), make(files, 'one'))
  const path = `/out/${steps.places(['build'])[0]}`
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  for (const field of ['input', 'files'])
    await files.write(
      path,
      String(Buffer.from((await files.read(path)) ?? [])).replace(`"${field}":`, `"${field}":${deep},"more":`)
    )
  expect(await steps.lookUp(build(1))).toBeUndefined()
})

test('a record that is no file, or larger than any record, is no record; a disk that fails is no excuse', async () => {
  const files = memoryFiles()
  const failing = (error: Error) => ledger({ ...files, read: () => Promise.reject(error) }, '/out')
  expect(
    await failing(new Failure('input', 'it is larger than 16 MiB', { hint: 'See.' })).lookUp(build(1))
  ).toBeUndefined()
  await expect(failing(new Error('EIO: i/o error')).lookUp(build(1))).rejects.toThrow('EIO')
})

test('a step that fails leaves no record, and one whose file went missing is not done', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  await expect(steps.once(build(1), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await files.list('/out/steps')).toEqual([])
  const gone = { path: 'gone', sha256: hashBytes(''), size: 0 }
  const loses = { ...build(1), leaves: () => [gone] }
  await steps.once(loses, async () => ({ value: { text: '' } }))
  expect(await steps.lookUp(loses)).toBeUndefined()
})

test('equal data has equal text, whatever the order of its keys', () => {
  expect(canonicalize({ b: [1, { d: 1, c: 2 }], a: undefined })).toBe(canonicalize({ b: [1, { c: 2, d: 1 }] }))
})
