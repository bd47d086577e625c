import { unsandboxed } from '../../../fakes/sandbox/own.ts'
import { describe, expect, test } from '@jest/globals'
import { basename, dirname } from 'node:path'
import { loopback } from '../../../../src/adapters/machine/loopback.ts'
import { Failure } from '../../../../src/base/errors.ts'
import type { Verdict } from '../../../../src/model/nouns.ts'
import type { Exec } from '../../../../src/model/ports/processes.ts'
import { data, type DataFixture } from '../../../../src/suites/data/settings.ts'
import { NO_SOURCES } from '../../../../src/crds/files.ts'
import { compareOutputs, proveData } from '../../../../src/suites/data/data.ts'
import type { Version } from '../../../../src/suites/programs/version.ts'
import { memoryFiles } from '../../../fakes/files.ts'

const signal = new AbortController().signal
const never = async (): Promise<never> => Promise.reject(new Error('this is not asked for'))

/** A version with its files, and what its program can do: `-read FILE`, where FILE holds one of these words. */
const version = (number: string, files: Readonly<Record<string, string>>): Version => ({
  name: `v${number}`,
  version: number,
  programs: { reader: `/bin/v${number}/reader` },
  origin: 'a test',
  file: async (path) => (files[path] === undefined ? undefined : Buffer.from(files[path])),
  list: async (path) => Object.keys(files).filter((name) => dirname(name) === path || name === path),
  source: never
})

/** Runs the suite over programs that read files with one of these words, by `-read FILE` alone. */
async function prove(
  reads: Readonly<Record<string, readonly string[]>>,
  [before, after]: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>],
  settings: Partial<DataFixture> = {},
  speaks: readonly string[] = []
): Promise<Verdict> {
  const files = memoryFiles()
  const run: Exec = async ([program, flag, path = '']) => {
    const text = Buffer.from((await files.read(path)) ?? []).toString()
    const known = reads[basename(dirname(program))] ?? []
    if (flag !== '-read') throw failed(`flag provided but not defined: ${flag}`)
    if (!known.some((word) => text.includes(word))) throw failed(`cannot read ${basename(path)}`)
    return { stdout: 'fine', stderr: '' }
  }
  const failed = (says: string) => new Failure('command', 'reader: exit status 2', { cause: says })
  const fixture = data.parse({ name: 'files', files: ['testdata'], read: ['-read', '{fixture}'], ...settings })
  return await proveData(
    { suite: 'data', kubernetes: undefined, subject: 'files', with: { data: fixture, speaks } },
    {
      processes: { run, start: never },
      files,
      loopback: loopback(files),
      sandboxes: unsandboxed({ run, start: never }),
      toolchain: { go: never, tool: never },
      env: {},
      sources: NO_SOURCES,
      baselineCrds: never,
      earlierCrds: never
    },
    { baseline: version('1.0.0', before), candidate: version('1.1.0', after) },
    signal
  )
}

const outcomes = ({ checks }: Verdict): readonly string[] => checks.map(({ claim, outcome }) => `${outcome}: ${claim}`)

describe('fixtures that somebody named', () => {
  const old = { 'testdata/a': 'one' }

  test('pass when both versions read them, and a new one that both read', async () => {
    const both = { 'v1.0.0': ['one', 'two'], 'v1.1.0': ['one', 'two'] }
    const verdict = await prove(both, [old, { ...old, 'testdata/b': 'two' }])
    expect(outcomes(verdict)).toEqual([
      'passed: candidate v1.1.0 reads testdata/a of v1.0.0 as v1.0.0 does',
      'passed: candidate v1.1.0 reads its own testdata/b',
      'passed: baseline v1.0.0 tolerates testdata/b of v1.1.0'
    ])
    expect(verdict.outcome).toBe('passed')
  })

  test('do not pass by arguments that no version takes: that is a mistake, told with what the program said', async () => {
    const both = { 'v1.0.0': ['one'], 'v1.1.0': ['one'] }
    await expect(prove(both, [old, old], { read: ['-raed', '{fixture}'] })).rejects.toMatchObject({
      kind: 'input',
      message:
        'data files: v1.0.0 reads none of its own files: testdata/a: exit status 2: flag provided but not defined: -raed'
    })
  })

  test('fail when the candidate cannot read its own new one', async () => {
    const both = { 'v1.0.0': ['one'], 'v1.1.0': ['one'] }
    const verdict = await prove(both, [old, { ...old, 'testdata/b': 'two' }])
    expect(outcomes(verdict).at(-1)).toBe('failed: candidate v1.1.0 reads its own testdata/b')
    expect(verdict.checks.at(-1)?.seen).toBe('exit status 2: cannot read b')
    expect(verdict.outcome).toBe('failed')
  })

  test('fail when neither version reads one, whatever the others do', async () => {
    const both = { 'v1.0.0': ['one'], 'v1.1.0': ['one'] }
    const files = { ...old, 'testdata/b': 'nonsense' }
    const verdict = await prove(both, [files, files])
    expect(outcomes(verdict)).toEqual([
      'passed: candidate v1.1.0 reads testdata/a of v1.0.0 as v1.0.0 does',
      'failed: candidate v1.1.0 reads testdata/b of v1.0.0 as v1.0.0 does'
    ])
    expect(verdict.checks[1]?.seen).toContain('neither reads it')
  })

  test('are nothing to keep where only the candidate reads one', async () => {
    const files = { ...old, 'testdata/b': 'two' }
    const verdict = await prove({ 'v1.0.0': ['one'], 'v1.1.0': ['one', 'two'] }, [files, files])
    expect(verdict.outcome).toBe('passed')
  })

  test('are read by the candidate also where a way back is given up', async () => {
    const verdict = await prove({ 'v1.0.0': [], 'v1.1.0': ['two'] }, [{}, { 'testdata/b': 'two' }], { backward: false })
    expect(outcomes(verdict)).toEqual(['passed: candidate v1.1.0 reads its own testdata/b'])
  })
})

describe('files of SMI objects', () => {
  const speaks = ['split.smi-spec.io/v1alpha2']

  test('may be refused by both, as long as the baseline reads one', async () => {
    const both = { 'v1.0.0': ['v1alpha2'], 'v1.1.0': ['v1alpha2'] }
    expect((await prove(both, [{}, {}], { files: [] }, speaks)).outcome).toBe('passed')
    await expect(prove({}, [{}, {}], { files: [] }, speaks)).rejects.toMatchObject({ kind: 'input' })
  })
})

test('arguments that leave the file out are refused where they are written', () => {
  const parsed = data.safeParse({ name: 'files', read: ['-read', 'testdata/a'] })
  expect(parsed.error?.issues).toMatchObject([
    { path: ['read'], message: expect.stringContaining('{fixture}') as unknown }
  ])
})

describe('what two versions say of one file', () => {
  const said = (stdout: string, status: number | null = 0) => ({
    status: status ?? undefined,
    stdout,
    stderr: '',
    how: `exit status ${status}`
  })
  const judge = (stdout: 'auto' | 'ignore' | 'json' | 'equal', older: string, newer: string) =>
    compareOutputs({ stdout }, said(older), said(newer))

  test('may be more, and never less or other', () => {
    expect(judge('auto', '{"a":[{"x":1}]}', '{"a":[{"x":1,"y":2}],"b":3}').ok).toBe(true)
    expect(judge('auto', '{"a":[{"share":1}]}', '{"a":[{"part":1}]}')).toEqual({
      ok: false,
      seen: '1 values are gone or other: a[0].share (was 1)'
    })
    expect(judge('auto', '{"a":1}', '{"a":2}').seen).toBe('1 values are gone or other: a: 1 → 2')
    expect(judge('auto', '{"a":1}', 'oops').ok).toBe(false)
  })

  test('may be any text where nobody said more, and must be equal where somebody did', () => {
    expect(judge('auto', 'one', 'two').ok).toBe(true)
    expect(judge('json', 'one', '{}').ok).toBe(false)
    expect(judge('equal', 'one', 'two').ok).toBe(false)
    expect(judge('ignore', '{"a":1}', '{}').ok).toBe(true)
  })

  test('is nothing when one of them fails', () => {
    expect(compareOutputs({ stdout: 'ignore' }, said(''), said('', 2))).toMatchObject({
      ok: false,
      seen: 'exit status 2: it says nothing'
    })
    expect(compareOutputs({ stdout: 'ignore' }, said(''), { ...said('', null), how: 'no end within 5 s' }).ok).toBe(
      false
    )
  })
})
