/** Releases in folders of their own, hit by a signal at a point; and what of them is left and seen afterwards. */
import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { MARKER } from '../../src/adapters/machine/ending.ts'
import { isDead, listPids, readStat, readProcessVariable } from '../../src/adapters/machine/owner.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { makeRepository, type Version } from '../bed/module-repository.ts'
import { environment, realTools, toolCacheFolder } from '../bed/tools.ts'
import { startGithub, type FakeGithub } from '../fakes/github/server.ts'
import type { State } from '../fakes/github/state.ts'
import { namePathTools } from '../fakes/path-tools.ts'
import { fileOf } from '../fakes/programs.ts'
import type { Orders } from './release.ts'
import { proves } from './signer.ts'

const PROGRAM = fileOf('__tests__/kill/release.ts')
export const TAG = 'v1.0.0'
const BUNDLE = 'checksums.txt.sigstore.json'

/** A key pair, and the private one as a release gets it. */
export interface Key {
  readonly publicKey: string
  readonly env: Readonly<Record<string, string>>
  readonly standIn?: string
}

/** What all releases of a test share and none writes to. */
export interface Bench extends AsyncDisposable {
  readonly folder: string
  /** A module at v0.9.0, and the same one release later. */
  readonly before: string
  readonly module: string
  readonly commits: { readonly before: string; readonly module: string }
  readonly standIn: Key
  readonly cosign: Key
  /** The real cosign's word on a bundle. */
  accepts(release: Content, key: Key): Promise<boolean>
}

export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-kill-'))
  const source = join(folder, 'source')
  await mkdir(source)
  await writeFile(join(source, 'go.mod'), 'module example.test/tiny\n\ngo 1.26\n')
  await writeFile(join(source, 'main.go'), 'package main\n\nfunc main() { println("tiny") }\n')
  await writeFile(join(source, 'LICENSE'), 'Free.\n')
  const older: Version = { tag: 'v0.9.0', date: '2026-01-05T09:00:00Z', message: 'Begin', layers: [source] }
  const edit = (text: string): string => text.replace('tiny', 'tiny, and better')
  const newer: Version = { ...older, tag: TAG, date: '2026-02-05T09:00:00Z', edits: { 'main.go': edit } }
  const [before, module] = [join(folder, 'before', 'tiny'), join(folder, 'module', 'tiny')]
  await makeRepository(before, [older])
  const [first = '', second = ''] = await makeRepository(module, [older, newer])

  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const standIn = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const tool = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(3_600_000))).path
  const { run } = processes()
  const password = { COSIGN_PASSWORD: 'kill' }
  await run([tool, 'generate-key-pair'], { cwd: folder, env: { ...environment(), ...password } })
  const env = { ...password, COSIGN_PRIVATE_KEY: await readFile(join(folder, 'cosign.key'), 'utf8') }
  return {
    folder,
    before,
    module,
    commits: { before: first, module: second },
    standIn: { publicKey, standIn, env },
    cosign: { publicKey: await readFile(join(folder, 'cosign.pub'), 'utf8'), env },
    async accepts(release, { publicKey }) {
      const place = await mkdtemp(join(folder, 'accepts-'))
      for (const [name, content] of [...Object.entries(release), ['key.pub', publicKey] as const])
        await writeFile(join(place, name), content)
      const args = ['verify-blob', '--key', 'key.pub', '--insecure-ignore-tlog', '--bundle', BUNDLE, 'checksums.txt']
      return await run([tool, ...args], { cwd: place, env: { HOME: place } }).then(
        () => true,
        () => false
      )
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true })
  }
}

/** Name → content. */
export type Content = Readonly<Record<string, Buffer>>

export interface Run {
  readonly pid: number
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly output: string
  /** The points that were reached, in order. */
  readonly points: readonly string[]
}

/** One place to release to, with all that a run leaves behind. */
export interface Place extends AsyncDisposable {
  readonly root: string
  readonly out: string
  readonly github: FakeGithub | undefined
  run(
    orders?: Partial<Orders>,
    use?: { key?: Key; module?: string; onOutput?: (text: string, pid: number) => void }
  ): Promise<Run>
  /** What everybody sees under v1.0.0, with what describes it; undefined when there is no such release. */
  visible(): Promise<Content | undefined>
  /** The tag of the latest release. */
  latest(): Promise<string | undefined>
  /** What is there and should not be: temp files, scratch folders, locks, anything in the temp folder, drafts, processes. */
  leftovers(): Promise<readonly string[]>
}

let serial = 0

/** `from`: the folder of an earlier place whose state this one begins with, and the state of its GitHub. */
export async function openPlace(
  bench: Bench,
  to: 'folder' | 'github',
  from?: { readonly root: string; readonly state?: State }
): Promise<Place> {
  const root = join(bench.folder, `place-${++serial}`)
  const [out, releases, tmp] = [join(root, 'out'), join(root, 'releases'), join(root, 'tmp')]
  if (from) await cp(from.root, root, { recursive: true, preserveTimestamps: true })
  await mkdir(tmp, { recursive: true })
  // In this process, which no signal hits.
  const github = to === 'github' ? await startGithub({ commit: bench.commits.module }) : undefined
  if (github && from?.state) Object.assign(github.state, structuredClone(from.state))
  const ours: number[] = []

  const run: Place['run'] = async (orders = {}, { key = bench.standIn, module = bench.module, onOutput } = {}) => {
    const list = join(root, `points-${ours.length}`)
    await writeFile(list, '')
    const whole: Orders = {
      flags: {
        rebuild: '0',
        ...{ module, out, to: github ? 'github' : releases, kubernetes: 'none', sign: 'key' },
        // Otherwise each run hashes the pinned toolchain.
        'path-tools': namePathTools(process.env['PATH']),
        targets: github ? 'linux/amd64' : 'linux/amd64,windows/amd64',
        ...orders.flags
      },
      places: { [out]: 'out', [releases]: 'releases', [tmp]: 'tmp' },
      list,
      ...(github && { github: { api: github.origins.api, uploads: github.origins.uploads } }),
      ...(key.standIn !== undefined && { standIn: key.standIn }),
      ...Object.fromEntries(Object.entries(orders).filter(([name]) => name !== 'flags'))
    }
    const child = spawn(process.execPath, [PROGRAM], {
      cwd: module,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...surroundings(),
        ...key.env,
        // No test asks a database beyond this machine.
        GOVULNDB: 'off',
        TMPDIR: tmp,
        SLIPWAY_KILL: JSON.stringify(whole)
      }
    })
    const pid = child.pid ?? 0
    ours.push(pid)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        onOutput?.(output, pid)
      })
    const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
    const points = (await readFile(list, 'utf8')).split('\n').filter(Boolean)
    return { pid, status, signal, output, points }
  }

  return {
    root,
    out,
    github,
    run,
    async visible() {
      if (!github) return await contentOf(join(releases, TAG))
      const [release, ...others] = github.state.releases.filter(({ tag, draft }) => tag === TAG && !draft)
      if (others.length) throw new Error(`${TAG} is published more than once`)
      if (!release) return undefined
      const { name, body, prerelease, assets } = release
      return Object.fromEntries([
        ...assets.map((asset) => [asset.name, Buffer.from(asset.content, 'base64')] as const),
        ['release.json', Buffer.from(JSON.stringify({ name, body, prerelease }))]
      ])
    },
    async latest() {
      if (github) return github.state.releases.find(({ id }) => id === github.state.latest)?.tag
      return (await contentOf(releases))?.['latest']?.toString().trim()
    },
    async leftovers() {
      const below = async (folder: string) => await readdir(folder, { recursive: true }).catch(() => [])
      const names = [...(await below(out)), ...(await below(releases))]
      const drafts = github?.state.releases.filter(({ draft }) => draft).map(({ tag }) => `a draft of ${tag}`)
      const half = github?.state.releases.flatMap(({ assets }) => assets.filter(({ state }) => state === 'starter'))
      return [
        ...names.filter((name) => /\.slipway-|\.draft-|pending/.test(name)),
        ...(await below(tmp)).map((name) => `tmp/${name}`),
        ...(drafts ?? []),
        ...(half ?? []).map(({ name }) => `a half upload of ${name}`),
        ...living(ours)
      ]
    },
    async [Symbol.asyncDispose]() {
      await github?.[Symbol.asyncDispose]()
      await rm(root, { recursive: true, force: true })
    }
  }
}

/** All that a release needs of this machine; nothing of a CI job that these tests may run in. */
export function surroundings(): Record<string, string> {
  const kept =
    /^(PATH|HOME|NODE_COMPILE_CACHE|GO(PATH|CACHE|MODCACHE|PROXY|SUMDB|NOSUMDB|PRIVATE|FLAGS)|(HTTPS?|NO)_PROXY|SSL_CERT_(FILE|DIR))$/i
  return {
    ...Object.fromEntries(Object.entries(environment()).filter(([name]) => kept.test(name))),
    HOME: homedir(),
    RUNNER_TOOL_CACHE: toolCacheFolder()
  }
}

/** What those releases started and what still runs. */
export function living(releases: readonly number[]): readonly string[] {
  return listPids().flatMap((pid) => {
    const marker = readProcessVariable(pid, MARKER)
    const stat = readStat(pid)
    const ours = marker !== undefined && releases.includes(Number(marker.split('-')[0]))
    return ours && stat && !isDead(stat) ? [`process ${pid}`] : []
  })
}

/** Every file below a folder; undefined when there is no such folder. */
export async function contentOf(folder: string): Promise<Content | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined)
  const files = entries?.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = async (path: string) => [path.slice(folder.length + 1), await readFile(path)] as const
  return files && Object.fromEntries(await Promise.all(files.sort().map(read)))
}

/** The state of a place that is done with, for others to begin with. */
export async function keep(bench: Bench, place: Place): Promise<{ readonly root: string; readonly state?: State }> {
  const root = join(bench.folder, `kept-${++serial}`)
  const filter = (path: string): boolean => !/points-\d+$/.test(path)
  await cp(place.root, root, { recursive: true, preserveTimestamps: true, filter })
  return { root, ...(place.github && { state: structuredClone(place.github.state) }) }
}

/** What differs between two sets of files: names alone for evidence, which may differ, and bytes for all else. */
export function differences(foundAs: Content, expectedAs: Content): readonly string[] {
  const [found, expected] = [unplaced(foundAs), unplaced(expectedAs)]
  const evidence = new RegExp(
    `^(${BUNDLE}|provenance.sigstore.json|manifest.json|report/.*|steps/(sign|attest|report|verified)-.*)$`
  )
  const names = [...new Set([...Object.keys(found), ...Object.keys(expected)])].sort()
  return names.flatMap((name) => {
    const [here, there] = [found[name], expected[name]]
    if (!here) return [`${name} is missing`]
    if (!there) return [`${name} should not be there`]
    return evidence.test(name) || here.equals(there) ? [] : [`${name} has other bytes`]
  })
}

/**
 * A report's record is named by what it tells, and that includes where the release is to be seen; a build's tells which
 * run compiled, under an id that is its own.
 */
const unplaced = (content: Content): Content =>
  Object.fromEntries(
    Object.entries(content).map(([name, bytes]) => [
      name.replace(/^steps\/(report|verified|attest)-[0-9a-f]+/, 'steps/$1-'),
      name.startsWith('steps/build-')
        ? Buffer.from(bytes.toString('utf8').replace(/"by":"urn:uuid:[0-9a-f-]{36}"/, '"by":"urn:uuid:…"'))
        : bytes
    ])
  )

/** Whether the released bundle proves the released checksums. */
export const isSigned = (release: Content, { publicKey }: Key): boolean =>
  proves(release['checksums.txt'] ?? Buffer.alloc(0), release[BUNDLE] ?? Buffer.from('{}'), publicKey)
