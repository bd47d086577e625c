import { expect, test } from '@jest/globals'
import { sha256 } from '../../../src/base/digest.ts'
import { canonical } from '../../../src/base/json.ts'
import { ledger } from '../../../src/steps/ledger.ts'
import { memoryFiles } from '../../fakes/files.ts'

const make = (files: ReturnType<typeof memoryFiles>, text: string) => async () => {
  await files.write('/out/a.txt', text)
  return { value: { text }, files: [{ path: 'a.txt', sha256: sha256(text), size: text.length }] }
}

test('a step is done once for one input, and again for another', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  expect(await steps.once('build', { commit: 'a' }, make(files, 'one'))).toEqual({
    value: { text: 'one' },
    reused: false
  })
  expect(await steps.once('build', { commit: 'a' }, make(files, 'two'))).toEqual({
    value: { text: 'one' },
    reused: true
  })
  expect(await steps.once('build', { commit: 'b' }, make(files, 'two'))).toMatchObject({ reused: false })
})

test('the run that did a step is remembered and decides nothing: another run reuses the step, and the first stays its maker', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  const by = (run: string) => async () => ({ ...(await make(files, 'one')()), by: run })
  expect(await steps.doneBy('build', 1)).toBeUndefined()
  await steps.once('build', 1, by('urn:uuid:1'))
  expect(await steps.once('build', 1, by('urn:uuid:2'))).toMatchObject({ reused: true })
  expect(await steps.doneBy('build', 1)).toBe('urn:uuid:1')
  expect(await steps.doneBy('build', 2)).toBeUndefined()
})

test('a record that names no run, as earlier ones do, or something that is no name, is as good as any', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  await steps.once('build', 1, make(files, 'one'))
  expect(await steps.doneBy('build', 1)).toBeUndefined()
  const path = `/out/${steps.place('build', 1)}`
  const record = JSON.parse(Buffer.from((await files.read(path)) ?? []).toString()) as object
  await files.write(path, JSON.stringify({ ...record, by: ['urn:uuid:1'] }))
  expect(await steps.doneBy('build', 1)).toBeUndefined()
  expect(await steps.once('build', 1, make(files, 'two'))).toMatchObject({ reused: true })
})

test('what was made is hashed again: a changed or missing file is made anew', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  await steps.once('build', 1, make(files, 'one'))
  await files.write('/out/a.txt', 'tampered')
  expect(await steps.known('build', 1)).toBeUndefined()
  expect(await steps.once('build', 1, make(files, 'one'))).toMatchObject({ reused: false })
  await files.remove('/out/a.txt')
  expect(await steps.once('build', 1, make(files, 'one'))).toMatchObject({ reused: false })
})

test('a record that cannot be read is no record', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  await steps.once('build', 1, make(files, 'one'))
  const [name = ''] = await files.list('/out/steps')
  for (const broken of ['', '{', 'null', '[]', '{"step":"build","input":1,"files":["a.txt"]}']) {
    await files.write(`/out/steps/${name}`, broken)
    expect(await steps.known('build', 1)).toBeUndefined()
  }
})

test('a step that fails leaves no record, and one whose file went missing is not done', async () => {
  const files = memoryFiles()
  const steps = ledger(files, '/out')
  await expect(steps.once('build', 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await files.list('/out/steps')).toEqual([])
  const gone = { path: 'gone', sha256: sha256(''), size: 0 }
  await steps.once('build', 1, async () => ({ value: 1, files: [gone] }))
  expect(await steps.known('build', 1)).toBeUndefined()
})

test('equal data has equal text, whatever the order of its keys', () => {
  expect(canonical({ b: [1, { d: 1, c: 2 }], a: undefined })).toBe(canonical({ b: [1, { c: 2, d: 1 }] }))
})
