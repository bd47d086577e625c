import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { appendFile, lstat, mkdir, mkdtemp, readdir, readFile, readlink, writeFile } from 'node:fs/promises'
import * as fs from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import pLimit from 'p-limit'
import { removeTree } from '../../src/adapters/machine/disk.ts'
import { DEFAULT_GO } from '../../src/adapters/toolchain/pins.ts'
import { translateToGo } from '../../src/adapters/toolchain/platform.ts'
import type { Tool } from '../../src/model/nouns.ts'
import { realTools } from '../bed/tools.ts'
import { moduleProxy, moduleZip } from '../fakes/network/module-proxy.ts'
import { fileOf } from '../fakes/programs.ts'
import type { Orders, Way } from './tools.ts'

jest.setTimeout(3_600_000)

const FULL = process.env['SLIPWAY_TEST'] === 'full'

const PROGRAM = fileOf('__tests__/kill/tools.ts')
const beside = pLimit(2)

const host = translateToGo({ os: process.platform, arch: process.arch })
const GO_MODULE = `golang.org/toolchain@v0.0.1-${DEFAULT_GO}.${host.os}-${host.arch}`
const SCRIPT = `#!/bin/sh\necho '{ "gitVersion": "v1.0.0" }'\n`
const MAIN = `package main\n\nimport "os"\n\nfunc main() { os.Stdout.WriteString("{ \\"gitVersion\\": \\"v1.0.0\\" }") }\n`

const proxy = moduleProxy('example.test/tiny', 'v1.0.0', {
  'go.mod': 'module example.test/tiny\n\ngo 1.26\n',
  'cosign/main.go': MAIN
})
// Two copies of a go.mod under the name that such a module gives them, and a program.
const go = moduleZip(GO_MODULE, {
  VERSION: DEFAULT_GO,
  'bin/go': SCRIPT,
  'pkg/tool/compile': SCRIPT,
  'src/_go.mod': 'module std\n',
  'src/cmd/_go.mod': 'module cmd\n'
})
const served: Readonly<Record<string, Uint8Array | string>> = {
  '/cosign': SCRIPT,
  ...proxy.files,
  [`/${GO_MODULE.replace('@', '/@v/')}.zip`]: go.zip
}
const server = createServer((request, response) => {
  const content = served[request.url ?? '']
  response.writeHead(content === undefined ? 404 : 200).end(content)
})

let folder = ''
let compiler = ''
let origin = ''
let places = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-kill-tools-'))
  compiler = dirname((await realTools(() => undefined).go(DEFAULT_GO, AbortSignal.timeout(600_000))).path)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await removeTree(fs, folder)
})

interface Ran {
  readonly signal: NodeJS.Signals | null
  readonly said: string
  readonly tool: Tool | undefined
  readonly points: readonly string[]
}

interface Place extends AsyncDisposable {
  readonly cache: string
  run(orders?: Pick<Orders, 'at' | 'devices'>): Promise<Ran>
  /** Every file, folder and link of the cache, with what it holds; and what lies in the temporary folder. */
  content(): Promise<readonly string[]>
}

/** A tool cache of its own, with nothing in it. */
async function open(way: Way): Promise<Place> {
  const root = join(folder, `place-${++places}`)
  const [cache, tmp] = [join(root, 'cache'), join(root, 'tmp')]
  await mkdir(tmp, { recursive: true })
  return {
    cache,
    async run(orders = {}) {
      const list = join(root, 'points')
      await writeFile(list, '')
      const whole: Orders = { way, cache, origin, list, ...orders }
      const child = spawn(process.execPath, [PROGRAM], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: 'go' in way ? join(root, 'nothing') : compiler,
          HOME: homedir(),
          TMPDIR: tmp,
          ...{ GOPROXY: origin, GOSUMDB: proxy.database, GOPATH: join(root, 'go') },
          ...Object.fromEntries(
            ['GOCACHE', 'NODE_COMPILE_CACHE'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
          ),
          SLIPWAY_KILL: JSON.stringify(whole)
        }
      })
      const [out, err]: [Buffer[], Buffer[]] = [[], []]
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
      const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
      return {
        signal,
        said: Buffer.concat(err).toString(),
        tool: status === 0 ? (JSON.parse(Buffer.concat(out).toString().replaceAll(root, '')) as Tool) : undefined,
        points: (await readFile(list, 'utf8')).split('\n').filter(Boolean)
      }
    },
    async content() {
      const names = await readdir(cache, { recursive: true })
      const lines = names.map(async (name) => `${name} ${await describe(join(cache, name))}`)
      return [...(await Promise.all(lines)), ...(await readdir(tmp)).map((name) => `tmp/${name}`)].sort()
    },
    [Symbol.asyncDispose]: () => removeTree(fs, root)
  }
}

async function describe(path: string): Promise<string> {
  const found = await lstat(path)
  if (found.isSymbolicLink()) return `-> ${await readlink(path)}`
  if (found.isDirectory()) return 'folder'
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
  return `${(found.mode & 0o777).toString(8)} ${sha256}`
}

/** Changes a byte of the program in the cache, so that the next run throws the entry away. */
const damage = async ({ cache }: Place, program: string): Promise<void> => {
  const name = (await readdir(cache, { recursive: true })).find((path) => path.endsWith(`/${program}`)) ?? ''
  await appendFile(join(cache, name), ' ')
}

const WAYS: readonly (readonly [name: string, way: Way, program: string, options?: Pick<Orders, 'devices'>])[] = [
  [
    'a download',
    { download: { url: 'https://tools.invalid/cosign', sha256: createHash('sha256').update(SCRIPT).digest('hex') } },
    'cosign'
  ],
  [
    'a download, with the cache on another device',
    { download: { url: 'https://tools.invalid/cosign', sha256: createHash('sha256').update(SCRIPT).digest('hex') } },
    'cosign',
    { devices: true }
  ],
  [
    'a build of a module',
    { module: { path: 'example.test/tiny', version: 'v1.0.0', sum: proxy.sum, cost: 'nothing' } },
    'cosign'
  ],
  ['Go as a toolchain module', { go: go.sum }, 'go']
]

interface Hit {
  readonly at: string
  /** The cache held the tool, changed. */
  readonly changed: boolean
}

/** All that put something in its place, and some of the others. */
const chosen = (hits: readonly Hit[]): readonly Hit[] => {
  if (FULL) return hits
  const always = /^(rename|symlink) |\.complete |^during go install/
  const others = hits.filter(({ at }) => !always.test(at))
  return [...hits.filter(({ at }) => always.test(at)), ...others.filter((_, i) => i % 8 === 4)]
}

test.each(WAYS)(
  '%s: after a SIGKILL anywhere the same command ends with the whole tool, and nothing is left',
  async (name, way, program, options = {}) => {
    await using reference = await open(way)
    const undisturbed = await reference.run(options)
    if (!undisturbed.tool) throw new Error(undisturbed.said)
    const content = await reference.content()
    expect(content.filter((line) => /\.slipway-(?!json)|^tmp/.test(line))).toEqual([])
    // And where the cache holds something else, which is thrown away first.
    await damage(reference, program)
    const anew = await reference.run(options)
    expect(anew.tool).toEqual(undisturbed.tool)
    expect(await reference.content()).toEqual(content)

    const troublesOf = async ({ at, changed }: Hit): Promise<readonly string[]> => {
      await using place = await open(way)
      if (changed) {
        await place.run(options)
        await damage(place, program)
      }
      const hit = await place.run({ ...options, at })
      const after = await place.run(options)
      const found = await place.content()
      // Where the kill came last, the tool is there already, and its digest is checked again.
      const vouched = after.tool?.vouched
        .replace(/; digest checked again.*/, '')
        .replace(/^from the tool cache, where its record says: (.*); nothing pinned vouches for its bytes$/, '$1')
      const tool = after.tool && { ...after.tool, vouched }
      return [
        ...(hit.signal === 'SIGKILL' ? [] : ['it was not hit']),
        ...(isDeepStrictEqual(tool, undisturbed.tool) ? [] : [`the next run ends with ${after.said}`]),
        ...found.filter((line) => !content.includes(line)).map((line) => `left: ${line}`),
        ...content.filter((line) => !found.includes(line)).map((line) => `missing: ${line}`)
      ].map((what) => `${changed ? 'changed before, ' : ''}${at}: ${what}`)
    }
    const hits = chosen([
      ...undisturbed.points.map((at) => ({ at, changed: false })),
      ...anew.points.filter((at) => !undisturbed.points.includes(at)).map((at) => ({ at, changed: true }))
    ])
    const begun = performance.now()
    const troubles = await Promise.all(hits.map((hit) => beside(() => troublesOf(hit))))
    const seconds = ((performance.now() - begun) / 1000).toFixed(0)
    process.stderr.write(`${name}, SIGKILL: ${hits.length} points, ${seconds} s\n`)
    expect(troubles.flat()).toEqual([])
  }
)
