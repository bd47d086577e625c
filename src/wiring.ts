import { randomUUID } from 'node:crypto'
import * as node from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { memoryNow } from './adapters/clusters/free-memory.ts'
import { clustersOf, sweepMarked } from './adapters/clusters/clusters.ts'
import { clustersAtOnce } from './adapters/clusters/providers.ts'
import { keySigner, keylessSigner, rehearsalSigner, verifier } from './adapters/cosign/cosign.ts'
import { downloaderLines } from './adapters/cosign/downloader.ts'
import { endsSoon, identityToken } from './adapters/cosign/identity-token.ts'
import { withPatience } from './adapters/cosign/patience.ts'
import { refuseUnreadableKey } from './adapters/cosign/key-reference.ts'
import { deflateInThreads } from './adapters/archive/deflate.ts'
import { disk, type FileSystem } from './adapters/machine/disk.ts'
import { readPayload } from './adapters/github/payload.ts'
import { lockSwept, sweepFiles } from './adapters/machine/lock.ts'
import { loopback } from './adapters/machine/loopback.ts'
import { outgoing } from './adapters/http/outgoing.ts'
import { processes, type OwnedProcesses } from './adapters/machine/process.ts'
import { destinationOf, publisherAt } from './adapters/releases/destination.ts'
import { locate, repositoryOf } from './adapters/releases/locate.ts'
import { confirmed } from './adapters/machine/question.ts'
import { sweepProcesses } from './adapters/machine/sweep.ts'
import { plainToolCache, toolCacheRoot } from './adapters/toolchain/cache.ts'
import { inGo } from './adapters/toolchain/platform.ts'
import { toolchain } from './adapters/toolchain/toolchain.ts'
import { Failure } from './base/errors.ts'
import { eventOf } from './facts/event.ts'
import { invocationOf } from './evidence/invocation.ts'
import {
  CREDENTIALS,
  credentialSettings,
  goEnvironment,
  trusting,
  type Env,
  type GitSetting
} from './go/environment.ts'
import { sha256 } from './base/digest.ts'
import { Scope } from './base/scope.ts'
import { tracesOf } from './go/inspect/traces.ts'
import { SLIPWAY } from './config/slipway-version.ts'
import type { Surroundings } from './plan/surroundings.ts'
import type { Caches, ToolCache } from './model/ports/caches.ts'
import type { Host } from './model/ports/host.ts'
import type { Toolchain } from './model/ports/toolchain.ts'
import type { Unpack } from './model/ports/archive.ts'
import type { Files } from './model/ports/files.ts'
import type { Exec } from './model/ports/processes.ts'
import type { Event } from './facts/event.ts'
import type { Context } from './commands/context.ts'
import type { Tool } from './model/nouns.ts'

/** What an entry point brings: the Action's caches and hosts are its own. */
export interface Surrounding {
  readonly env: Env
  readonly cwd: string
  readonly host: Host
  readonly print: (text: string) => void
  readonly signal: AbortSignal
}

/** Parts of the outside that can be others: the Action has its own tool cache, tests trace writes and requests. */
export interface Parts {
  readonly toolCache?: (root: string, fs: FileSystem) => ToolCache
  readonly caches?: Caches
  readonly query?: Exec
  readonly fs?: FileSystem
  readonly fetch?: typeof fetch
  readonly processes?: OwnedProcesses
  /** The last word on the wired context. */
  readonly change?: (context: Context) => Context
}

export function wire({ env, cwd, host, print, signal }: Surrounding, parts: Parts): Context {
  const { toolCache = plainToolCache, query, fs = node, fetch = outgoing(env), change = (context) => context } = parts
  const own = parts.processes ?? processes()
  const platform = { os: process.platform, arch: process.arch }
  const now = (): Date => new Date()
  const get = (name: string): string => env[name] ?? ''
  // A commit may hold a folder that git takes for a repository, with settings that name programs.
  const ours: GitSetting = ['safe.bareRepository', 'explicit']
  const gitEnv = (folder: string): Record<string, string> => goEnvironment(env, [...trusting(folder), ours])
  const buildEnv = (folder: string): Record<string, string> =>
    goEnvironment(env, [...trusting(folder), ...credentialSettings(env[CREDENTIALS])])
  const files = (root: string): Files => disk(root, fs)
  const scratchFiles = files(tmpdir())
  // One toolchain: what is asked for twice is looked for once.
  let made: ReturnType<typeof toolchain> | undefined
  const tools = (): ReturnType<typeof toolchain> =>
    (made ??= toolchain({
      processes: own,
      files: scratchFiles,
      fs,
      cache: toolCache(toolCacheRoot(env, platform.os), fs),
      fetch,
      env,
      platform,
      note: (text) => noted(host, text)
    }))
  const used = new Map<string, Tool>()
  const remember = (tool: Tool): Tool => {
    used.set(`${tool.name} ${tool.version}`, tool)
    return tool
  }
  const recorded: Toolchain = {
    go: async (version, inner) => remember(await tools().go(version, inner)),
    tool: async (name, version, inner) => remember(await tools().tool(name, version, inner))
  }
  const cosign = async (files: Files) => ({
    cosign: (await recorded.tool('cosign', undefined, signal)).path,
    processes: own,
    files,
    env,
    fetch,
    mask: (token: string) => host.mask(token),
    note: (line: string) => host.warn(line)
  })

  const sweeping = { processes: own, env, platform, note: (line: string) => noted(host, line) }

  return change({
    cwd,
    host,
    signal,
    now,
    print,
    surroundings: surroundings(env, eventOf(env, readPayload(get('GITHUB_EVENT_PATH')))),
    invocation: invocationOf(env, SLIPWAY, now().toISOString(), randomUUID()),
    processes: own,
    query: query ?? own.run,
    deflate: deflateInThreads(),
    unpack: unpackLater,
    async fingerprint(signing) {
      const ref = signing?.key ?? ''
      const key =
        ref === 'env://COSIGN_PRIVATE_KEY'
          ? get('COSIGN_PRIVATE_KEY')
          : await scratchFiles.read(resolve(cwd, ref)).catch(() => undefined)
      return signing?.mode === 'key' && key ? sha256(key).slice(0, 16) : ''
    },
    files,
    caches: parts.caches,
    scratchFiles,
    async claim(folder) {
      // First what could still write there.
      await sweepProcesses()
      await using scope = new Scope()
      scope.use(await lockSwept(folder, fs))
      // A mark that could not be followed is for the next run.
      const keep = await sweepMarked(tmpdir(), sweeping, signal)
      await sweepFiles(tmpdir(), { deep: false, fs, keep })
      const held = scope.move()
      return { [Symbol.asyncDispose]: () => held.disposeAsync() }
    },
    buildEnv,
    gitEnv,
    loopback: loopback(scratchFiles),
    toolchain: recorded,
    present: (name, version) => tools().present(name, version, signal),
    usedTools: () => [...used.values()],
    provider: async (asked, pods) => {
      const { chooseProvider } = await import('./adapters/clusters/choose.ts')
      const mask = (secret: string): void => host.mask(secret)
      const looking = { run: query ?? own.run, env, cwd, platform, files: scratchFiles, signal, mask }
      return chooseProvider({ ...asked, pods }, looking)
    },
    clustersAtOnce: (plan) => (plan ? clustersAtOnce(plan.provider, memoryNow()) : 1),
    clusters: (files, out, plan) => {
      const logs = join(out, 'logs')
      return clustersOf(
        plan,
        { ...sweeping, toolchain: recorded, processes: own, files, temporary: scratchFiles, logs },
        host
      )
    },
    async refuseUnreadableKey({ mode, key = '', ...described }, files) {
      if (mode === 'key') await refuseUnreadableKey({ files, env }, key)
      if (mode !== 'keyless') return
      for (const path of [described.signingConfig, described.trustedRoot])
        if (path !== undefined && !(await scratchFiles.digest(resolve(cwd, path))))
          throw new Failure('input', `there is no ${path}, which should describe your Sigstore`, {
            hint: 'Check signing-config and trusted-root: paths count from the folder that the command runs in.'
          })
      const token = await withPatience('no identity token', () => identityToken(env, fetch, signal), signal, {
        note: (line) => host.warn(line)
      })
      host.mask(token.token)
      const soon = endsSoon(token, Date.now())
      if (soon !== undefined) host.warn(soon)
    },
    async signer(signing, files, publicKey) {
      const parts = await cosign(files)
      switch (signing?.mode) {
        case 'key':
          return keySigner(parts, signing.key ?? '', publicKey)
        case 'keyless':
          return keylessSigner(parts, {
            signingConfig: signing.signingConfig && resolve(cwd, signing.signingConfig),
            trustedRoot: signing.trustedRoot && resolve(cwd, signing.trustedRoot)
          })
        default:
          return rehearsalSigner(parts)
      }
    },
    verifier: async (expected, files, root) =>
      verifier(await cosign(files), expected, root === '' ? {} : { trustedRoot: resolve(cwd, root) }),
    downloaderLines,
    publisher: (to, token, files) =>
      publisherAt(destinationOf(to, { env, cwd, token, fetch, host }), files, { host, fs }),
    async releaseAt(url, token, files) {
      const { destination, tag, repository } = locate(url, { env, cwd, token, fetch, host })
      return { publisher: await publisherAt(destination, files, { host, fs }), tag, on: destination.on, repository }
    },
    repositoryOf: (to) => repositoryOf(destinationOf(to, { env, cwd, token: '', fetch, host }), env),
    confirm: (question) => confirmed(question, process, signal),
    traces: (root, tracked, go) =>
      tracesOf({ root, tracked, go, goRoot: resolve(go.path, '..', '..'), temporary: tmpdir() }),
    maskSecrets(token) {
      for (const secret of [
        token,
        ...SECRETS.map(get),
        ...[CREDENTIALS, ...ADDRESSES].flatMap((name) => logins(get(name)))
      ])
        if (secret) host.mask(secret)
    }
  })
}

const noted = (host: Host, text: string): void =>
  text.startsWith('warning: ') ? host.warn(text.slice(9)) : host.info(`  ${text}`)

/** Reading archives is for those who publish or verify. */
const unpackLater: Unpack = async function* (path, most) {
  yield* (await import('./adapters/archive/unpack.ts')).unpack(path, most)
}

const SECRETS = [
  'COSIGN_PRIVATE_KEY',
  'COSIGN_PASSWORD',
  'GITHUB_TOKEN',
  'GITLAB_TOKEN',
  'CI_JOB_TOKEN',
  ...['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_RUNTIME_TOKEN'],
  'SIGSTORE_ID_TOKEN',
  // Of key services.
  ...['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AZURE_CLIENT_SECRET', 'VAULT_TOKEN'],
  CREDENTIALS
]
/** Variables with URLs that may hold a login. */
const ADDRESSES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy', 'GOPROXY']

/** `user:password` and `password` of each URL in a text, as they are sent, which is encoded once more. */
const logins = (text: string): readonly string[] =>
  [...text.matchAll(/:\/\/([^/\s:@]*):([^/\s@]+)@/g)].flatMap(([, user = '', password = '']) =>
    [`${user}:${password}`, password].flatMap((part) => [part, decoded(part)])
  )

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function surroundings(env: Env, event: Event): Surroundings {
  const get = (name: string): string => env[name] ?? ''
  const set = (name: string): boolean => get(name) !== ''
  return {
    event,
    ...(env['GITHUB_ACTIONS'] === 'true' && set('GITHUB_SHA') && { startedFor: get('GITHUB_SHA') }),
    hasKey: set('COSIGN_PRIVATE_KEY'),
    // cosign takes SIGSTORE_ID_TOKEN when it exists, even empty: an empty one is none.
    hasIdentity:
      (set('ACTIONS_ID_TOKEN_REQUEST_URL') && set('ACTIONS_ID_TOKEN_REQUEST_TOKEN')) || set('SIGSTORE_ID_TOKEN'),
    repository: env['GITHUB_ACTIONS'] === 'true' ? env['GITHUB_REPOSITORY'] : undefined,
    vulnerabilityDatabase: (env['GOVULNDB'] ?? '').trim(),
    project: set('CI_API_V4_URL') && set('CI_PROJECT_ID') ? env['CI_PROJECT_ID'] : undefined,
    host: inGo({ os: process.platform, arch: process.arch })
  }
}
