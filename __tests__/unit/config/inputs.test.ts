import { expect, test } from '@jest/globals'
import { INPUTS, type InputName } from '../../../src/config/inputs.ts'
import { parseInputs } from '../../../src/config/parse.ts'

const from = (given: Partial<Record<InputName, string>>) =>
  parseInputs((name) => (given[name] === undefined ? undefined : { text: given[name], from: `--${name}` }))

test('nothing given means the defaults, and every default parses', () => {
  expect(from({})).toMatchObject({
    out: '.slipway',
    kubernetes: 'auto',
    sign: 'auto',
    to: 'auto',
    main: [],
    version: ''
  })
  expect(from({}).targets).toHaveLength(7)
})

test('all mistakes are reported at once, each with where the value stood', () => {
  const wrong = { targets: 'linux', sign: 'yes', kubernetes: 'v1.37', version: 'one', json: '1' }
  expect(() => from(wrong)).toThrow(
    expect.objectContaining({
      kind: 'input',
      message: expect.stringMatching(
        /^--targets: target "linux" is not of the form.*\n--version: "one" is not a version.*\n--kubernetes: "v1\.37" is not a Kubernetes minor.*\n--sign: must be one of auto, key, keyless, none, not "yes"\n--json: must be one of true, false, not "1"$/
      )
    })
  )
})

test.each([
  ['main', '-o,evil'],
  ['main', './a/../b'],
  ['main', './$(id)'],
  ['out', '--upload-pack'],
  ['out', 'a\nb'],
  ['module', '-C'],
  ['sign-key', '--key'],
  ['go-version', '1.26.8; id'],
  ['suites', 'smi,all'],
  ['path-tools', 'cosign'],
  ['path-tools', `cosign=${'A'.repeat(64)}`],
  ['path-tools', `../cosign=${'a'.repeat(64)}`],
  ['accept-weaker', 'vet; id'],
  ['build-cache', 'none'],
  ['version', '1.2.3\n::set-output']
] as const)('%s refuses %j', (name, text) => {
  expect(() => from({ [name]: text })).toThrow(expect.objectContaining({ kind: 'input' }))
})

test('lists take commas and lines, and go versions with and without go', () => {
  expect(from({ main: './cmd/a, ./cmd/b\n./c' }).main).toEqual(['./cmd/a', './cmd/b', './c'])
  expect(from({ 'go-version': '1.26.8' })['go-version']).toBe('go1.26.8')
  expect(from({ kubernetes: 'none' }).kubernetes).toEqual([])
  expect(from({ suites: 'none' }).suites).toEqual([])
  expect(from({ version: 'v1.2.3' }).version).toBe('1.2.3')
})

test('every input says what it means and where it may be given', () => {
  for (const input of Object.values(INPUTS)) {
    expect(input.description).toMatch(/\.$/)
    expect(input.doors.length).toBeGreaterThan(0)
    expect(input.commands.length).toBeGreaterThan(0)
  }
})
