import * as fs from 'node:fs/promises'
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { openPlainToolCache } from '../../src/adapters/toolchain/cache.ts'
import { toolchain, type ToolchainParts } from '../../src/adapters/toolchain/toolchain.ts'
import type { Toolchain } from '../../src/model/ports/toolchain.ts'
import { moduleZip } from '../fakes/network/module-proxy.ts'

const never = new AbortController().signal
const WANTED = 'go1.25.3'
const NAME = `golang.org/toolchain@v0.0.1-${WANTED}.linux-amd64`

let folder = ''
/** What a toolchain writes that is run. */
let ran = ''
let root = ''
let requests: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'toolchain-modules-'))
  ;[ran, root] = [join(folder, 'ran'), join(folder, 'mod', NAME)]
  requests = []
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const runs = (): string => `#!/bin/sh
echo "$0" >> ${ran}
printf '%s\\n%s\\n%s\\n%s\\n' ${WANTED} ${root} ${folder}/mod /builds
`

/** The Go that Slipway pins, as far as it is asked here; `sum` is what the checksum database has of the toolchain. */
const pinned = (sum: string): string => `#!/bin/sh
case "$1 $2" in
"mod download") printf '{"Dir":"%s","Sum":"%s"}' ${root} ${sum} ;;
*) case "$GOTOOLCHAIN" in
  local) printf '%s\\n%s\\n%s\\n%s\\n' go1.26.8 "$(dirname "$(dirname "$0")")" ${folder}/mod /builds ;;
  *) exec ${root}/bin/go "$@" ;;
  esac ;;
esac
`

/** A toolchain that a run before has left in the module cache, and the tools of a run that holds a secret. */
async function left(overrides: Partial<ToolchainParts> = {}): Promise<Toolchain> {
  const files = { 'bin/go': runs(), 'pkg/tool/compile': 'compiles' }
  const { sum } = moduleZip(NAME, files)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
    await chmod(join(root, path), 0o755)
  }
  const own = moduleZip('golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64', { 'bin/go': pinned(sum) })
  return toolchain(
    {
      ...{ processes: processes(), files: disk(join(folder, 'scratch')), fs },
      cache: openPlainToolCache(join(folder, 'tools'), fs),
      fetch: async (url) => {
        requests.push(url instanceof Request ? url.url : url.toString())
        return new Response(Buffer.from(own.zip))
      },
      env: { PATH: '/usr/bin:/bin' },
      platform: { os: 'linux', arch: 'x64' },
      note: () => undefined,
      pathTools: () => ({ holdsSecret: true, named: {} }),
      ...overrides
    },
    undefined,
    { 'linux-amd64': own.sum }
  )
}

describe('a toolchain in the module cache beside a secret', () => {
  test('that is what the checksum database has is taken, and its sum is told', async () => {
    const go = await (await left()).go(WANTED, never)
    expect(go).toMatchObject({ version: WANTED, path: join(root, 'bin/go'), source: 'module' })
    expect(go.vouched).toMatch(/its files checked: h1:\S+ by Go's checksum database/)
  })

  const changes: readonly (readonly [what: string, change: () => Promise<unknown>])[] = [
    ['another go command', () => writeFile(join(root, 'bin/go'), `${runs()}# changed\n`)],
    ['another compiler', () => writeFile(join(root, 'pkg/tool/compile'), 'compiles, and more')],
    ['a file more', () => writeFile(join(root, 'pkg/tool/more'), 'x')],
    ['a file less', () => rm(join(root, 'pkg/tool/compile'))],
    [
      'a link in the place of a file',
      async () => {
        await rm(join(root, 'pkg/tool/compile'))
        await symlink('/bin/true', join(root, 'pkg/tool/compile'))
      }
    ]
  ]
  test.each(changes)('that holds %s is refused before anything of it runs', async (_, change) => {
    const tools = await left()
    await change()
    await expect(tools.go(WANTED, never)).rejects.toMatchObject({
      kind: 'verification',
      message: expect.stringContaining(`${root} holds files with the sum h1:`) as unknown
    })
    await expect(readFile(ran, 'utf8')).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('is refused before the pinned Go is fetched where the checksum database is off', async () => {
    const tools = await left({ env: { PATH: '/usr/bin:/bin', GOSUMDB: 'off' } })
    await expect(tools.go(WANTED, never)).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('GOSUMDB is off') as unknown
    })
    expect(requests).toEqual([])
  })
})
