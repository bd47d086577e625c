import { createHash } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { zipSync } from 'fflate'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { openPlainToolCache } from '../../src/adapters/toolchain/cache.ts'
import type { ToolRecipe } from '../../src/adapters/toolchain/module-build.ts'
import { COSIGN } from '../../src/adapters/toolchain/pins.ts'
import { toolchain, type ToolchainParts } from '../../src/adapters/toolchain/toolchain.ts'
import { findWantedTool, type WantedTool } from '../../src/adapters/toolchain/wanted.ts'
import type { ToolCache } from '../../src/model/ports/caches.ts'
import type { Toolchain } from '../../src/model/ports/toolchain.ts'
import type { Files } from '../../src/model/ports/files.ts'
import { moduleZip } from '../fakes/network/module-proxy.ts'

// The programs here are scripts that say their version as the real tools do; the real ones are in the integration test.
const says = (version: string): string => `#!/bin/sh\necho '{ "gitVersion": "${version}" }'\n`
const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex')
const official = says('v3.1.3')
const never = new AbortController().signal

let folder = ''
let notes: string[] = []
let requests: string[] = []
let built: number
let cache: ToolCache
const servers: Server[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'toolchain-'))
  cache = openPlainToolCache(join(folder, 'tools'), fs)
  notes = []
  requests = []
  built = 0
})
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  await rm(folder, { recursive: true, force: true })
})

/** A place of downloads: a fetch that gives this content for every URL, or the error of a network that is not there. */
const network = (content: string | undefined): typeof fetch => {
  return async (url) => {
    requests.push(url instanceof Request ? url.url : url.toString())
    if (content !== undefined) return new Response(content)
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }) })
  }
}

/** A way to build cosign that needs no Go: what is built is a script. */
const recipe = (content: string, pins: ToolRecipe['built'] = {}): ToolRecipe => ({
  ...{ pin: COSIGN.module, program: 'cosign', links: [], built: pins },
  says: { cosign: 'v3.1.3' },
  digest: `recipe ${sha256(content)}`,
  build: async (_go, _scratch, out) => {
    built += 1
    await writeFile(join(out, 'cosign'), content, { mode: 0o755 })
    return 'built for this test'
  }
})

const wanted = (ways: Partial<Pick<WantedTool, 'download' | 'module'>>): typeof findWantedTool => {
  return () => ({ name: 'cosign', version: 'v3.1.3', says: 'v3.1.3', fitting: { range: '>=3.1.3 <4.0.0' }, ...ways })
}
const pinned = { download: { url: 'https://releases.invalid/cosign', sha256: sha256(official), readAt: 'this test' } }
const module = { module: { cachedAs: 'slipway-cosign', recipe: recipe(says('v3.1.3')) } }

const parts = (overrides: Partial<ToolchainParts> = {}): ToolchainParts => ({
  processes: processes(),
  files: disk(join(folder, 'scratch')),
  fs,
  cache,
  fetch: network(undefined),
  env: { PATH: join(folder, 'bin') },
  platform: { os: 'linux', arch: 'x64' },
  note: (text) => notes.push(text),
  ...overrides
})

const cosign = (tools: Toolchain): ReturnType<Toolchain['tool']> => tools.tool('cosign', undefined, never)

async function onPath(name: string, content: string): Promise<string> {
  const path = join(folder, 'bin', name)
  await mkdir(join(folder, 'bin'), { recursive: true })
  await writeFile(path, content)
  await chmod(path, 0o755)
  return path
}

/** A Go that says the version that it was asked to be, as far as `go env` goes. */
const goScript = (version: string): string => `#!/bin/sh
[ "$1" = env ] || { echo "unexpected: $*" >&2; exit 1; }
case "$GOTOOLCHAIN" in local) v=${version};; *) v=$GOTOOLCHAIN;; esac
printf '%s\\n%s\\n%s\\n' "$v" "$HOME/mod/golang.org/toolchain@v0.0.1-$v.linux-amd64" "$HOME/mod"
`

describe('a tool on PATH', () => {
  test('is taken when its version fits, and nothing is fetched', async () => {
    const path = await onPath('cosign', says('v3.2.0'))
    const tool = await cosign(toolchain(parts(), wanted({ ...pinned, ...module })))
    expect(tool).toMatchObject({ path, version: 'v3.2.0', source: 'machine' })
    expect(tool.vouched).toContain('no digest checked')
    expect(requests).toEqual([])
  })

  test.each([
    ['another version', says('v2.4.1'), 'on PATH as v2.4.1, not >=3.1.3 <4.0.0'],
    ['no version', '#!/bin/sh\necho hello\n', 'said no version: hello'],
    ['a failure', '#!/bin/sh\nexit 3\n', 'on PATH, but']
  ])('that says %s is not taken, and the failure says so', async (_, content, why) => {
    await onPath('cosign', content)
    await expect(cosign(toolchain(parts(), wanted({})))).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining(why) as unknown,
      hint: expect.stringContaining('Put cosign >=3.1.3 <4.0.0 on PATH') as unknown
    })
  })

  test('that is not executable, a folder or under a relative entry of PATH is not taken', async () => {
    await chmod(await onPath('cosign', says('v3.2.0')), 0o644)
    await mkdir(join(folder, 'other', 'cosign'), { recursive: true })
    const env = { PATH: `${join(folder, 'bin')}:${join(folder, 'other')}:.:relative` }
    await expect(cosign(toolchain(parts({ env }), wanted({})))).rejects.toMatchObject({
      message: expect.stringContaining('not on PATH') as unknown
    })
  })

  test('sees PATH and HOME and nothing else of the environment', async () => {
    await onPath('cosign', '#!/bin/sh\necho "\\"gitVersion\\": \\"v3.2.0${SECRET:+-leak}\\""\n')
    const env = { PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, SECRET: 'x' }
    expect(await cosign(toolchain(parts({ env }), wanted({})))).toMatchObject({ version: 'v3.2.0' })
  })
})

describe('beside a secret', () => {
  const beside = (named: Readonly<Record<string, string>> = {}) => ({ pathTools: () => ({ holdsSecret: true, named }) })

  test('a tool on PATH that nobody named is not run, and the pinned download is taken', async () => {
    const ran = join(folder, 'ran')
    await onPath('cosign', `#!/bin/sh\ntouch ${ran}\n${says('v3.2.0')}`)
    const tool = await cosign(toolchain(parts({ ...beside(), fetch: network(official) }), wanted(pinned)))
    expect(tool).toMatchObject({ source: 'download', sha256: sha256(official) })
    await expect(readFile(ran)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('where nothing else can be had, the failure says how to name it', async () => {
    const path = await onPath('cosign', says('v3.2.0'))
    await expect(cosign(toolchain(parts(beside()), wanted({})))).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining(
        `${path} is not named with its SHA-256 (path-tools: cosign=${sha256(says('v3.2.0'))})`
      ) as unknown
    })
  })

  test('one that is named with its SHA-256 is taken, and vouched for by it', async () => {
    const path = await onPath('cosign', says('v3.2.0'))
    const named = { cosign: sha256(says('v3.2.0')) }
    const tool = await cosign(toolchain(parts(beside(named)), wanted({ ...pinned, ...module })))
    expect(tool).toMatchObject({ path, source: 'machine', sha256: named.cosign })
    expect(tool.vouched).toContain(`with the sha256 ${named.cosign} that path-tools names`)
  })

  test.each([true, false])('one with another SHA-256 stops the run (a secret: %s)', async (holdsSecret) => {
    await onPath('cosign', says('v3.2.0'))
    const pathTools = () => ({ holdsSecret, named: { cosign: 'a'.repeat(64) } })
    await expect(
      cosign(toolchain(parts({ pathTools, fetch: network(official) }), wanted(pinned)))
    ).rejects.toMatchObject({
      kind: 'verification',
      message: expect.stringMatching(/cosign has sha256 .*, and path-tools names a{64}/) as unknown
    })
  })

  test('what somebody left in the tool cache as built from modules comes after the pinned download', async () => {
    await onPath('go', goScript('go1.26.8'))
    const evil = { module: { cachedAs: 'slipway-cosign', recipe: recipe(says('v3.1.3')) } }
    expect(await cosign(toolchain(parts(), wanted({ ...pinned, ...evil })))).toMatchObject({ source: 'module' })
    const tool = await cosign(
      toolchain(parts({ ...beside(), fetch: network(official) }), wanted({ ...pinned, ...evil }))
    )
    expect(tool).toMatchObject({ source: 'download' })
    expect(await readFile(tool.path, 'utf8')).toBe(official)
  })
})

describe('a pinned download', () => {
  test('is checked, cached, and not fetched again by the next run', async () => {
    const tool = await cosign(toolchain(parts({ fetch: network(official) }), wanted({ ...pinned, ...module })))
    expect(tool).toMatchObject({ version: 'v3.1.3', source: 'download' })
    expect(tool.vouched).toContain(sha256(official))
    const again = await cosign(toolchain(parts(), wanted({ ...pinned, ...module })))
    expect(again).toMatchObject({ path: tool.path, source: 'download' })
    expect(again.vouched).toContain('digest checked again')
    expect(requests).toEqual(['https://releases.invalid/cosign'])
    expect(built).toBe(0)
  })

  test('with another digest stops the run: nothing is built instead, and nothing is kept', async () => {
    const tools = toolchain(parts({ fetch: network(says('v3.1.3-evil')) }), wanted({ ...pinned, ...module }))
    await expect(cosign(tools)).rejects.toMatchObject({ kind: 'verification' })
    expect(built).toBe(0)
    expect(await cache.find('slipway-cosign-release', '3.1.3', 'x64')).toBeUndefined()
  })

  test('that was changed in the cache is thrown away with a warning and fetched again', async () => {
    const first = await cosign(toolchain(parts({ fetch: network(official) }), wanted(pinned)))
    await writeFile(first.path, says('v3.1.3-evil'))
    const second = await cosign(toolchain(parts({ fetch: network(official) }), wanted(pinned)))
    expect(await readFile(second.path, 'utf8')).toBe(official)
    expect(requests).toHaveLength(2)
    expect(notes).toContainEqual(
      expect.stringMatching(/^warning: slipway-cosign-release 3\.1\.3 .*holds cosign with sha256/)
    )
  })

  test('is held to the pin, even where the record in the cache was changed with it', async () => {
    const first = await cosign(toolchain(parts({ fetch: network(official) }), wanted(pinned)))
    const evil = says('v3.1.3-evil')
    await writeFile(first.path, evil)
    const record = join(first.path, '..', '.slipway.json')
    await writeFile(
      record,
      (await readFile(record, 'utf8')).replaceAll(`"cosign": "${sha256(official)}"`, `"cosign": "${sha256(evil)}"`)
    )
    const second = await cosign(toolchain(parts({ fetch: network(official) }), wanted(pinned)))
    expect(await readFile(second.path, 'utf8')).toBe(official)
  })

  test('that says another version than its pin is refused and not kept', async () => {
    const wrong = says('v9.9.9')
    const pin = { download: { ...pinned.download, sha256: sha256(wrong) } }
    await expect(cosign(toolchain(parts({ fetch: network(wrong) }), wanted(pin)))).rejects.toMatchObject({
      kind: 'verification',
      message: expect.stringContaining('v9.9.9') as unknown
    })
    expect(await cache.find('slipway-cosign-release', '3.1.3', 'x64')).toBeUndefined()
  })
})

/** The real recipes, without digests of what they make: those would ask for the pinned Go first. */
const undigested: typeof findWantedTool = (...of) => {
  const { module, ...wanted } = findWantedTool(...of)
  return { ...wanted, ...(module && { module: { ...module, recipe: { ...module.recipe, built: {} } } }) }
}

describe('a tool built from modules', () => {
  beforeEach(() => onPath('go', goScript('go1.26.8')))

  test('is the way where the download cannot be reached, and is cached as well', async () => {
    const tool = await cosign(toolchain(parts(), wanted({ ...pinned, ...module })))
    expect(tool).toMatchObject({ source: 'module', version: 'v3.1.3' })
    expect(notes).toContainEqual(expect.stringContaining('releases.invalid/cosign cannot be downloaded: ENOTFOUND'))
    const again = await cosign(toolchain(parts(), wanted({ ...pinned, ...module })))
    expect(again.path).toBe(tool.path)
    expect(built).toBe(1)
    expect(requests).toHaveLength(1)
  })

  test('is built once for callers at the same time, in one process and in two', async () => {
    const one = toolchain(parts(), wanted(module))
    const two = toolchain(parts(), wanted(module))
    const all = await Promise.all([cosign(one), cosign(one), cosign(two), cosign(two)])
    expect(new Set(all.map(({ path }) => path)).size).toBe(1)
    expect(built).toBe(1)
  })

  test('that was changed in the cache, or lost its record, is built anew', async () => {
    const first = await cosign(toolchain(parts(), wanted(module)))
    await writeFile(first.path, says('v3.1.3-evil'))
    await cosign(toolchain(parts(), wanted(module)))
    expect(built).toBe(2)
    await rm(join(first.path, '..', '.slipway.json'))
    const last = await cosign(toolchain(parts(), wanted(module)))
    expect(built).toBe(3)
    expect(await readFile(last.path, 'utf8')).toBe(says('v3.1.3'))
  })

  test('is built anew when its recipe changed', async () => {
    await cosign(toolchain(parts(), wanted(module)))
    const other = { module: { cachedAs: 'slipway-cosign', recipe: recipe(`${says('v3.1.3')}# newer\n`) } }
    const tool = await cosign(toolchain(parts(), wanted(other)))
    expect(await readFile(tool.path, 'utf8')).toContain('# newer')
  })

  test('that fails to build is tried again by the next caller', async () => {
    let fail = true
    const flaky: ToolRecipe = {
      ...module.module.recipe,
      build: async (...args) => {
        if (fail) throw new Error('broken')
        return module.module.recipe.build(...args)
      }
    }
    const tools = toolchain(parts(), wanted({ module: { cachedAs: 'slipway-cosign', recipe: flaky } }))
    await expect(cosign(tools)).rejects.toThrow('broken')
    fail = false
    expect(await cosign(tools)).toMatchObject({ source: 'module' })
  })

  test('is refused before anything is fetched where the checksum database is off', async () => {
    const env = { PATH: join(folder, 'bin'), GOSUMDB: 'off' }
    const tools = toolchain(parts({ env }), undigested)
    await expect(tools.tool('cosign', undefined, never)).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('GOSUMDB is off') as unknown
    })
  })
})

describe('a build whose module is not what was vouched for', () => {
  /** A Go whose module proxy serves something else; it would leave a file when it compiled. */
  const cheated = (download: string): string => `#!/bin/sh
case "$1 $2" in
  "env GOVERSION") printf 'go1.26.8\\n/r\\n/m\\n';;
  "mod download") ${download};;
  *) echo "$*" > ${JSON.stringify(join(folder, 'compiled'))};;
esac
`
  // The real recipes; what the machine's go says of itself has to lead back to the script.
  const tools = async (download: string): Promise<Toolchain> => {
    const path = await onPath('go', cheated(download))
    await mkdir(join(folder, 'root', 'bin'), { recursive: true })
    const root = join(folder, 'root', 'bin', 'go')
    await writeFile(root, (await readFile(path, 'utf8')).replace('/r\\n', `${join(folder, 'root')}\\n`), {
      mode: 0o755
    })
    await writeFile(path, await readFile(root))
    return toolchain(parts({ env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` } }), undigested)
  }
  const nothingCompiled = (): Promise<void> =>
    expect(readFile(join(folder, 'compiled'))).rejects.toMatchObject({ code: 'ENOENT' })

  test('by its pinned sum is refused before anything is compiled', async () => {
    const json = JSON.stringify({ Sum: 'h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', Dir: '/d', GoMod: '/g' })
    const failure = (await tools(`echo '${json}'`)).tool('etcd', '1.37', never)
    await expect(failure).rejects.toMatchObject({
      kind: 'verification',
      message: expect.stringMatching(
        /^k8s\.io\/kubernetes@v1\.37\.1 has the sum h1:A+=, not the pinned h1:LTUz/
      ) as unknown
    })
    await nothingCompiled()
  })

  test('by the checksum database is refused as well', async () => {
    const said = 'verifying module: checksum mismatch\nSECURITY ERROR\nThis download does NOT match'
    const failure = (await tools(`printf '${said}' >&2; exit 1`)).tool('etcd', '1.37', never)
    await expect(failure).rejects.toMatchObject({ kind: 'verification' })
    await nothingCompiled()
  })

  test('because the module proxy does not serve it ends with what the go command said', async () => {
    const failure = (await tools(`echo 'reading module: 403 Forbidden' >&2; exit 1`)).tool('etcd', '1.37', never)
    await expect(failure).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('403 Forbidden') as unknown
    })
  })
})

describe('Go', () => {
  test("is the machine's when it is exactly this one", async () => {
    await onPath('go', goScript('go1.26.8'))
    expect(await toolchain(parts()).go('go1.26.8', never)).toMatchObject({ version: 'go1.26.8', source: 'machine' })
  })

  test('of another version comes through the toolchain switch of the one that is there', async () => {
    await onPath('go', goScript('go1.26.8'))
    const env = { PATH: join(folder, 'bin'), HOME: join(folder, 'home') }
    const go = await toolchain(parts({ env })).go('go1.25.3', never)
    expect(go).toMatchObject({ version: 'go1.25.3', source: 'module' })
    expect(go.path).toBe(join(folder, 'home/mod/golang.org/toolchain@v0.0.1-go1.25.3.linux-amd64/bin/go'))
    expect(go.vouched).toContain("Go's checksum database")
  })

  test('of another version is refused where the checksum database is off', async () => {
    await onPath('go', goScript('go1.26.8'))
    const env = { PATH: join(folder, 'bin'), GONOSUMDB: 'golang.org/*' }
    await expect(toolchain(parts({ env })).go('go1.25.3', never)).rejects.toMatchObject({ kind: 'environment' })
  })

  test.each(['1.26', 'go1', 'go1.26.8-evil', 'local', 'go1.26.8 --version', ''])(
    '%j is no version',
    async (version) => {
      await expect(toolchain(parts()).go(version, never)).rejects.toMatchObject({ kind: 'input' })
    }
  )

  test('on a platform without a pinned one ends with what to do', async () => {
    const platform = { os: 'win32', arch: 'x64' }
    await expect(toolchain(parts({ platform })).go('go1.26.8', never)).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('windows/amd64') as unknown,
      hint: expect.stringContaining('Install Go') as unknown
    })
  })

  /** A module proxy on loopback with one answer. */
  async function proxy(status: number, content: Uint8Array | string): Promise<string> {
    const server = createServer((request, response) => {
      requests.push(request.url ?? '')
      response.writeHead(status).end(content)
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  test('from a proxy that serves something else than the pinned module is refused before it is unpacked', async () => {
    const name = 'golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64/bin/go'
    const GOPROXY = await proxy(200, zipSync({ [name]: Buffer.from('#!/bin/sh\ntouch ran\n') }))
    await expect(toolchain(parts({ env: { GOPROXY }, fetch })).go('go1.26.8', never)).rejects.toMatchObject({
      kind: 'verification',
      message: expect.stringContaining('not the pinned h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=') as unknown
    })
    expect(requests).toEqual(['/golang.org/toolchain/@v/v0.0.1-go1.26.8.linux-amd64.zip'])
    expect(await cache.find('slipway-go', '1.26.8', 'x64')).toBeUndefined()
  })

  test('is whole in the tool cache, however long the cache takes to take it over', async () => {
    const platform = { os: 'linux', arch: 'x64' }
    const { zip, sum } = moduleZip('golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64', {
      'bin/go': goScript('go1.26.8'),
      'src/_go.mod': 'module std\n'
    })
    const files = disk(join(folder, 'scratch'))
    let given = 0
    const scratch: Files['scratch'] = async (label) => {
      const { path, ...made } = await files.scratch(label)
      given += 1
      return { path, [Symbol.asyncDispose]: () => ((given -= 1), made[Symbol.asyncDispose]()) }
    }
    const slow: ToolCache = {
      ...cache,
      async add(...entry) {
        await setImmediate()
        expect(given).toBe(1)
        return await cache.add(...entry)
      }
    }
    const env = { GOPROXY: await proxy(200, zip) }
    const by = parts({ env, fetch, platform, cache: slow, files: { ...files, scratch } })
    const go = await toolchain(by, findWantedTool, { 'linux-amd64': sum }).go('go1.26.8', never)
    expect(await readFile(go.path, 'utf8')).toBe(goScript('go1.26.8'))
    // As the go command restores it.
    expect(await readFile(join(dirname(dirname(go.path)), 'src/go.mod'), 'utf8')).toBe('module std\n')
    expect(await readdir(join(folder, 'scratch'))).toEqual([])
  })

  test('that no proxy serves ends with a failure that names every place, without credentials', async () => {
    const one = await proxy(404, '')
    const two = await proxy(403, '')
    const GOPROXY = `${one.replace('//', '//me:secret@')},${two}`
    const failure: unknown = await toolchain(parts({ env: { GOPROXY }, fetch }))
      .go('go1.26.8', never)
      .catch((cause: unknown) => cause)
    expect(failure).toMatchObject({ kind: 'environment' })
    expect(String(failure)).toContain('status 404')
    expect(String(failure)).toContain('status 403')
    expect(String(failure)).not.toContain('secret')
  })
})
