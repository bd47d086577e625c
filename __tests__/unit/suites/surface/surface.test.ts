import { describe, expect, test } from '@jest/globals'
import { parseApidiff } from '../../../../src/suites/surface/api.ts'
import { compareCommands, type Commands } from '../../../../src/suites/surface/commands.ts'
import { parseHelp } from '../../../../src/suites/surface/flags.ts'
import { allows, findSemverStep } from '../../../../src/suites/surface/step.ts'
import type { Version } from '../../../../src/suites/programs/version.ts'

describe('what a help says', () => {
  test("Go's flag package", () => {
    const { flags, commands } = parseHelp(`Usage of mesh-canary:
  -listen string
    	address to serve on; port 0 takes a free one (default "127.0.0.1:8080")
  -once
    	print the splits as JSON and end
  -v	short ones stand on one line
  -wait duration
    	how long (default 30s)
`)
    expect(commands).toEqual([])
    expect(flags).toEqual([
      { name: '-listen', value: 'string', default: '127.0.0.1:8080' },
      { name: '-once', value: '', default: undefined },
      { name: '-v', value: '', default: undefined },
      { name: '-wait', value: 'duration', default: '30s' }
    ])
  })

  test('cobra and pflag, with groups of commands, shorthands and defaults that are lists', () => {
    const { flags, commands } = parseHelp(`Manage rollouts -- with flags like --nothing in the text.

Usage:
  tool [flags]
  tool [command]

Examples:
  tool get rollouts --watch

Available Commands:
  completion  Generate completion script
  get         Get details
  set-image   Update the image

Additional Commands:
  version     Print version

Flags:
      --alb-ingress-classes stringArray   Defines all the ingress classes
                                          that it should handle. (default [alb])
  -h, --help                              help for tool
      --klogv int                         Set the klog verbosity
  -n, --namespace string                  namespace scope; (default: all) (default "kube-system")
      --toggle                            (default true)

Use "tool [command] --help" for more information about a command.
`)
    expect(commands).toEqual(['completion', 'get', 'set-image', 'version'])
    expect(flags.map(({ name, value }) => [name, value])).toEqual([
      ['--alb-ingress-classes', 'stringArray'],
      ['-h', ''],
      ['--help', ''],
      ['--klogv', 'int'],
      ['-n', 'string'],
      ['--namespace', 'string'],
      ['--toggle', '']
    ])
    expect(flags.find(({ name }) => name === '--alb-ingress-classes')?.default).toBe('[alb]')
    expect(flags.find(({ name }) => name === '--namespace')?.default).toBe('kube-system')
    expect(flags.find(({ name }) => name === '--toggle')?.default).toBe('true')
  })

  test('urfave/cli and kong', () => {
    expect(
      parseHelp(`COMMANDS:
   serve, s  start the server

GLOBAL OPTIONS:
   --config FILE, -c FILE  load from FILE (default: "a.yaml") [$CONFIG]
   --debug                 more words (default: false)
`).flags
    ).toEqual([
      { name: '--config', value: 'FILE', default: 'a.yaml' },
      { name: '--debug', value: '', default: 'false' }
    ])
    expect(parseHelp('Flags:\n  -h, --help            Show help.\n      --log=STRING      Where to.\n').flags).toEqual([
      { name: '-h', value: '', default: undefined },
      { name: '--help', value: '', default: undefined },
      { name: '--log', value: 'STRING', default: undefined }
    ])
  })
})

describe('changes between two surfaces', () => {
  const version = (number: string): Version =>
    ({ name: `v${number}`, version: number, programs: {}, origin: '' }) as unknown as Version
  const flag = (name: string, value = '', standard?: string) => ({ name, value, default: standard })
  const surface = (commands: Record<string, ReturnType<typeof flag>[]>): Commands => new Map(Object.entries(commands))
  const between = (old: Commands, fresh: Commands) =>
    compareCommands(old, fresh, version('1.0.0'), version('1.1.0')).map(
      ({ name, what, needs }) => `${needs} ${name}: ${what}`
    )

  test('what is gone or means something else needs a major step, what is new a minor one', () => {
    expect(
      between(
        surface({ '': [flag('--a'), flag('--b', 'string', 'x'), flag('--c', 'int'), flag('--d')], get: [], set: [] }),
        surface({
          '': [flag('--b', 'string', 'y'), flag('--c', 'string'), flag('--d', 'string'), flag('--e')],
          get: [],
          add: []
        })
      )
    ).toEqual([
      'major --a: the flag is gone',
      'major --b: its default was x and is y',
      'major --c: it took int and takes string',
      'major --d: it took no value and takes string',
      'minor --e: a new flag',
      'major set: the command is gone',
      'minor add: a new command'
    ])
  })

  test("a version's own number in a default and another word for a value are no change", () => {
    expect(
      between(
        surface({ '': [flag('--image', 'string', 'quay.io/x:v1.0.0'), flag('--file', 'FILE')] }),
        surface({ '': [flag('--image', 'string', 'quay.io/x:v1.1.0'), flag('--file', 'PATH')] })
      )
    ).toEqual([])
  })

  test('a command that is gone is one change, with all below it', () => {
    expect(between(surface({ '': [], get: [], 'get pods': [flag('--x')] }), surface({ '': [] }))).toEqual([
      'major get: the command is gone'
    ])
  })
})

test.each([
  ['1.0.0', '1.0.1', 'patch'],
  ['1.0.0', '1.1.0', 'minor'],
  ['1.9.0', '2.0.0', 'major'],
  ['1.0.0', '1.1.0-rc.1', 'minor'],
  ['1.1.0-rc.1', '1.1.0', 'patch'],
  ['0.1.0', '0.2.0', 'major'],
  ['0.1.0', '0.1.1', 'minor'],
  ['1.1.0', '1.0.0', undefined]
])('%s to %s is a %s step', (from, to, step) => {
  expect(findSemverStep(from, to)).toBe(step)
})

test('a step allows what needs at most itself', () => {
  expect([allows('major', 'minor'), allows('minor', 'minor'), allows('patch', 'minor')]).toEqual([true, true, false])
})

test("apidiff's words, for the packages that are asked for", () => {
  const report = `Incompatible changes:
- package example.com/m/b: removed
- ./pkg/a.F: removed
- ./pkg/a.T.B: removed
- ./pkg/ab.V: value changed from "1" to "2"
Compatible changes:
- ./pkg/a.G: added
- package example.com/m/pkg/c: added
`
  const names = (...patterns: string[]) => parseApidiff(report, patterns).map(({ name, needs }) => `${needs} ${name}`)
  expect(names('./pkg/a')).toEqual(['major ./pkg/a.F', 'major ./pkg/a.T.B', 'minor ./pkg/a.G'])
  expect(names('./pkg/...')).toEqual([
    'major ./pkg/a.F',
    'major ./pkg/a.T.B',
    'major ./pkg/ab.V',
    'minor ./pkg/a.G',
    'minor example.com/m/pkg/c'
  ])
  expect(names('./b')).toEqual(['major example.com/m/b'])
  expect(names('./...')).toHaveLength(6)
  expect(names('./other')).toEqual([])
})
