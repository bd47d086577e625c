import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import { stringify } from 'yaml'
import { GORELEASER } from '../../bench/goreleaser.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { parseInputs } from '../../src/config/parse.ts'
import { parseProject } from '../../src/config/project-file.ts'
import { formatTarget, needsCgo, parseTarget } from '../../src/go/target.ts'
import { GORELEASER_PORTS, isGoPort, readTargets } from '../../src/init/goreleaser-targets.ts'
import { openSettings } from '../../src/init/settings-file.ts'
import { formatProjectFile, type ProjectDraft } from '../../src/init/draft.ts'
import { readGoreleaser } from '../../src/init/goreleaser.ts'
import { HELD } from '../../src/model/held-releases.ts'
import { environment } from '../bed/tools.ts'
import { KNOWN } from '../fakes/known-module.ts'

jest.setTimeout(120_000)

/** A field of a struct of GoReleaser's configuration, as its source declares it. */
interface Field {
  readonly type: string
  /** '' for a struct whose fields stand among those around it. */
  readonly key: string
}

/** A file of the pinned GoReleaser, from its module: no program has to be built to read it. */
async function readSource(path: string): Promise<string> {
  const module = `github.com/goreleaser/goreleaser/v2@v${GORELEASER}`
  const { stdout } = await processes().run(['go', 'mod', 'download', '-json', module], {
    cwd: tmpdir(),
    env: { ...environment(), GOWORK: 'off', GOFLAGS: '-mod=mod' }
  })
  const { Dir } = JSON.parse(stdout) as { readonly Dir: string }
  return await readFile(join(Dir, path), 'utf8')
}

/**
 * The structs that the configuration of the pinned GoReleaser is decoded into, of which
 * `goreleaser jsonschema` makes what it prints.
 */
async function readStructs(): Promise<ReadonlyMap<string, readonly Field[]>> {
  const source = await readSource('pkg/config/config.go')
  return new Map(
    [...source.matchAll(/^type (\w+) struct \{\n([^]*?)^\}/gm)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^\t(?:(\w+)\s+)?([\w.[\]*]+)(?:\s+`([^`]*)`)?(?:\s*\/\/.*)?$/gm)].flatMap(
        ([, field, type = '', tag = '']): readonly Field[] => {
          const [, key = ''] = /yaml:"([^",]*)/.exec(tag) ?? []
          // A struct without a name of its own lies among the fields around it; yaml wants to be told so, and is not in one place.
          if (key === '-' || type === '') return []
          return [{ type, key: key === '' && field !== undefined ? field.toLowerCase() : key }]
        }
      )
    ])
  )
}

/** A text, a number or whatever a leaf may be; names that mean something to init have a value that can be. */
const LEAVES: Readonly<Record<string, string>> = {
  goos: 'linux',
  goarch: 'amd64',
  goamd64: 'v3',
  goarm: '7',
  skip: 'false',
  version: '2',
  builder: 'go',
  command: 'build',
  targets: 'linux_amd64'
}

interface Alone {
  /** As init names it. */
  readonly setting: string
  /** A configuration with nothing else in it. */
  readonly value: unknown
}

/** Every leaf that a type may hold, each alone. */
function listLeaves(
  structs: ReadonlyMap<string, readonly Field[]>,
  type: string,
  key: string,
  depth = 0
): readonly Alone[] {
  const list = /^\[\](.*)$/.exec(type)?.[1] ?? LISTS[type]
  if (list !== undefined)
    return listLeaves(structs, list, key, depth).map(({ setting, value }) => ({
      setting: `[0]${setting}`,
      value: [value]
    }))
  const map = /^map\[string\](.*)$/.exec(type)?.[1]
  if (map !== undefined)
    return listLeaves(structs, map, key, depth).map(({ setting, value }) => ({
      setting: `.x${setting}`,
      value: { x: value }
    }))
  const fields = structs.get(type)?.filter(({ type: inner }) => inner !== 'any')
  if (!fields?.length || depth > 8) return [{ setting: '', value: LEAVES[key] ?? 'x' }]
  return fields.flatMap(({ type: inner, key: name }) => {
    const leaves = listLeaves(structs, inner.replace(/^\*/, ''), name || key, depth + 1)
    return name === ''
      ? leaves
      : leaves.map(({ setting, value }) => ({ setting: `.${name}${setting}`, value: { [name]: value } }))
  })
}
const LISTS: Readonly<Record<string, string>> = { StringArray: 'string', FlagArray: 'string', Hooks: 'Hook' }

/** What a file alone makes; the rest is GoReleaser's defaults. */
const read = (config: unknown) => readGoreleaser(stringify(config), 'f.yaml', KNOWN, HELD)

describe('every key that the pinned GoReleaser knows', () => {
  test('alone in a file is carried over into what Slipway reads, or listed with its line', async () => {
    const structs = await readStructs()
    const leaves = listLeaves(structs, 'Project', '')
    // As many as there are; a reader of the source that misses most of it must not pass.
    expect(structs.size).toBeGreaterThan(100)
    expect(leaves.length).toBeGreaterThan(900)
    expect(leaves.map(({ setting }) => setting)).toEqual(
      expect.arrayContaining([
        ...['.builds[0].ldflags[0]', '.builds[0].overrides[0].tags[0]', '.builds[0].ignore[0].goarm', '.release.draft'],
        ...[
          '.builds[0].hooks.pre[0].cmd',
          '.nfpms[0].overrides.x.rpm.scripts.pretrans',
          '.archives[0].files[0].info.mode'
        ],
        ...['.brews[0].repository.git.private_key', '.announce.slack.channel', '.mcp.github.name']
      ])
    )
    const standard = JSON.stringify({ ...read({}), left: [] })
    const made = new Map<string, ProjectDraft>()
    const silent = leaves.filter(({ setting, value }) => {
      const draft = read(value)
      const listed = draft.left.some((left) => `.${left.setting}` === setting && left.line !== undefined)
      const settings = JSON.stringify({ ...draft, left: [] })
      made.set(settings, draft)
      return !listed && settings === standard && !SAME.has(setting)
    })
    expect(silent.map(({ setting }) => setting)).toEqual([])
    expect(made.size).toBeGreaterThan(5)
    for (const draft of made.values()) {
      const file = parseProject(formatProjectFile(draft, 'f.yaml'), 'slipway.yaml')
      expect(parseInputs(file.read).targets.length).toBeGreaterThan(0)
    }
  })
})

/** Values of this test that are what is the case without them. */
const SAME: ReadonlySet<string> = new Set(['.builds[0].skip', '.builds[0].builder', '.builds[0].command'])

describe('targets', () => {
  test('are of the ports that the pinned GoReleaser and Go have', async () => {
    const source = await readSource('internal/builders/golang/targets.go')
    const [, valid = ''] = /validTargets = \[\]string\{([^}]*)\}/.exec(source) ?? []
    const [, experimental = ''] = /experimentalTargets = \[\]string\{([^}]*)\}/.exec(source) ?? []
    const known = [...`${valid}${experimental}`.matchAll(/"(\w+)"/g)].map(([, name = '']) => name)
    expect([...GORELEASER_PORTS].map((pair) => pair.replace('/', '')).sort()).toEqual(known.sort())

    const { stdout } = await processes().run(['go', 'tool', 'dist', 'list'], { cwd: tmpdir(), env: environment() })
    const ports = stdout.trim().split('\n')
    expect(ports.filter((pair) => !isGoPort(pair))).toEqual([])
    expect([...GORELEASER_PORTS].filter((pair) => isGoPort(pair) && !ports.includes(pair))).toEqual([])
  })

  test('are those that GoReleaser says of the configuration in its own test', async () => {
    const source = await readSource('internal/builders/golang/targets_test.go')
    const [, config = ''] = /build := config\.Build\{([^]*?)\n\t\}\n/.exec(source) ?? []
    const [, wanted = ''] = /require\.Equal\(t, \[\]string\{([^}]*)\}, result\)/.exec(source) ?? []
    const words = (text: string): readonly string[] => [...text.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word)
    const build = {
      ...Object.fromEntries(
        [...config.matchAll(/(\w+): \[\]string\{([^}]*)\}/g)].map(([, key = '', list = '']) => [
          key.toLowerCase(),
          words(list)
        ])
      ),
      ignore: [...(/Ignore: [^{]*\{([^]*)$/.exec(config)?.[1]?.matchAll(/\{([^{}]*)\}/g) ?? [])].map(([, rule = '']) =>
        Object.fromEntries(
          [...rule.matchAll(/(\w+):\s+"([^"]*)"/g)].map(([, key = '', value = '']) => [key.toLowerCase(), value])
        )
      )
    }
    expect(build.ignore.length).toBeGreaterThan(10)
    const { root } = openSettings(stringify({ build }), 'f.yaml')
    const expected = words(wanted).map((name) => {
      const [os, arch, variant] = name.split('_')
      return [os, arch, ...(variant ? [arch === 'arm' ? `v${variant}` : variant] : [])].join('/')
    })
    const theirs = expected.map(parseTarget).filter((target) => needsCgo(target) === undefined)
    expect(theirs.length).toBeGreaterThan(40)
    expect([...readTargets(root.at('build'))].sort()).toEqual(theirs.map(formatTarget).sort())
  })
})
