import { randomUUID } from 'node:crypto'
import * as node from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { measureFreeMemory } from './adapters/clusters/free-memory.ts'
import { isMark, openClusters, sweepMarked } from './adapters/clusters/clusters.ts'
import { countClustersAtOnce } from './adapters/clusters/providers.ts'
import { formatDownloaderLines } from './adapters/cosign/downloader.ts'
import { deflateInThreads } from './adapters/archive/deflate.ts'
import { disk, type FileSystem } from './adapters/machine/disk.ts'
import { ownDisk } from './adapters/machine/own-disk.ts'
import { refuseForeignPath } from './adapters/machine/own-folder.ts'
import { readPayload } from './adapters/github/payload.ts'
import { claimFolder } from './adapters/machine/claim.ts'
import { sweepFiles } from './adapters/machine/lock.ts'
import { loopback } from './adapters/machine/loopback.ts'
import { chooseFetch } from './adapters/http/outgoing.ts'
import { processes, type OwnedProcesses } from './adapters/machine/process.ts'
import { findDestination, locateRelease } from './adapters/publishers.ts'
import { askToConfirm } from './adapters/machine/question.ts'
import { noteOn } from './adapters/terminal/line.ts'
import { openPlainToolCache, locateToolCache } from './adapters/toolchain/cache.ts'
import { translateToGo } from './adapters/toolchain/platform.ts'
import { INPUTS, type Given, type InputName } from './config/inputs.ts'
import type { PathTools } from './adapters/toolchain/named.ts'
import { toolchain } from './adapters/toolchain/toolchain.ts'
import { rememberTools } from './adapters/toolchain/used.ts'
import { callOnce } from './base/once.ts'
import { readEvent } from './facts/platforms.ts'
import { describeInvocation } from './evidence/invocation.ts'
import { makeBuildEnvironment, makeCloneEnvironment, type Env } from './go/environment.ts'
import { listTraces } from './go/inspect/traces.ts'
import { SLIPWAY } from './config/slipway-version.ts'
import { holdsSecret } from './plan/isolation.ts'
import { readSurroundings } from './plan/surroundings.ts'
import { readBuildVariables } from './facts/build-variables.ts'
import { listJobSecrets } from './facts/secrets.ts'
import type { Caches, ToolCache } from './model/ports/caches.ts'
import type { Host } from './model/ports/host.ts'
import type { Unpack } from './model/ports/archive.ts'
import type { Files } from './model/ports/files.ts'
import type { Query } from './model/ports/processes.ts'
import type { Context } from './commands/context.ts'

/** What an entry point brings: the Action's caches and hosts are its own. */
export interface EntryPoint {
  readonly env: Env
  readonly cwd: string
  readonly host: Host
  readonly print: (text: string) => void
  readonly signal: AbortSignal
  /** The inputs of the caller, which slipway.yaml has no part in. */
  readonly read: (name: InputName) => Given | undefined
}

/** Parts of the outside that can be others: the Action has its own tool cache, tests trace writes and requests. */
export interface Parts {
  readonly toolCache?: (root: string, fs: FileSystem, warn: (line: string) => void) => ToolCache
  readonly caches?: Caches
  readonly query?: Query
  readonly fs?: FileSystem
  readonly fetch?: typeof fetch
  readonly processes?: OwnedProcesses
  /** The last word on the wired context. */
  readonly change?: (context: Context) => Context
}

export function wireContext({ env, cwd, host, print, signal, read }: EntryPoint, parts: Parts): Context {
  const {
    toolCache = openPlainToolCache,
    query,
    fs = node,
    fetch = chooseFetch(env),
    change = (context) => context
  } = parts
  const own = parts.processes ?? processes()
  const platform = { os: process.platform, arch: process.arch }
  const note = noteOn(host)
  const now = (): Date => new Date()
  const files = (root: string): Files => disk(root, fs)
  const scratchFiles = files(tmpdir())
  const ownLoopback = loopback(scratchFiles)
  // One toolchain: what is asked for twice is looked for once.
  let made: ReturnType<typeof toolchain> | undefined
  const surroundings = readSurroundings(
    env,
    readEvent(env, readPayload(env['GITHUB_EVENT_PATH'])),
    translateToGo(platform)
  )
  // A key that slipway.yaml names is known once its plan is made.
  let signs = false
  const pathTools = (): PathTools => ({
    holdsSecret: signs || holdsSecret(surroundings, read('token')?.text ?? '') || (read('sign-key')?.text ?? '') !== '',
    named: INPUTS['path-tools'].parse(read('path-tools')?.text ?? '')
  })
  const tools = (): ReturnType<typeof toolchain> =>
    (made ??= toolchain({
      processes: own,
      files: scratchFiles,
      fs,
      cache: toolCache(locateToolCache(env, platform.os), fs, (line) => host.warn(line)),
      fetch,
      env,
      platform,
      note,
      pathTools
    }))
  const recorded = rememberTools(tools)
  const cosign = async (files: Files) => ({
    cosign: (await recorded.tool('cosign', undefined, signal)).path,
    processes: own,
    files,
    env,
    fetch,
    mask: (token: string) => host.mask(token),
    note: (line: string) => host.warn(line)
  })
  const means = (files: Files) => ({
    ...{ env, cwd, files, fetch },
    mask: (secret: string) => host.mask(secret),
    warn: (line: string) => host.warn(line)
  })
  const caller = (token: string) => ({ env, cwd, token, fetch, host })
  const sweeping = { processes: own, env, platform, note }
  const claiming = { home: cwd, temporary: tmpdir(), fs, sweepMarked: () => sweepMarked(tmpdir(), sweeping, signal) }

  const isolated = callOnce(async () => {
    const { sandboxes, listSecretFolders } = await import('./adapters/sandbox/sandboxes.ts')
    return sandboxes({
      ...{ processes: own, files: scratchFiles, loopback: ownLoopback, platform: platform.os },
      hides: listSecretFolders(env, [cwd, locateToolCache(env, platform.os)]),
      sudo: env['RUNNER_ENVIRONMENT'] === 'github-hosted'
    })
  })

  return change({
    cwd,
    host,
    signal,
    now,
    print,
    surroundings,
    invocation: describeInvocation(env, SLIPWAY, now().toISOString(), randomUUID()),
    processes: own,
    query: query ?? own.run,
    deflate: deflateInThreads(),
    unpack: unpackLater,
    fingerprint: async (signing) => (await loadSignatures()).computeFingerprint(means(scratchFiles), signing),
    files,
    ownFiles: (root) => ownDisk(root, fs),
    refuseForeignPath: (folder) => refuseForeignPath(folder, cwd, fs),
    caches: parts.caches,
    scratchFiles,
    claim: (folder) => claimFolder(folder, claiming),
    sweepScratch: async () => void (await sweepFiles(tmpdir(), { deep: false, fs, keep: isMark })),
    buildEnv: (folder) => makeBuildEnvironment(env, folder),
    gitEnv: (folder) => makeCloneEnvironment(env, folder),
    variables: (names) => readBuildVariables(env, names, listJobSecrets(env, read('token')?.text ?? '')),
    loopback: ownLoopback,
    sandboxes: {
      isolation: async () => (await isolated()).isolation(),
      open: async (given) => (await isolated()).open(given)
    },
    toolchain: recorded,
    present: (name, version) => tools().present(name, version, signal),
    usedTools: () => recorded.used(),
    provider: async (asked, pods) => {
      const { chooseProvider } = await import('./adapters/clusters/choose.ts')
      const mask = (secret: string): void => host.mask(secret)
      const looking = { run: own.run, env, cwd, platform, files: scratchFiles, signal, mask }
      return chooseProvider({ ...asked, pods }, looking)
    },
    clustersAtOnce: (plan) => (plan ? countClustersAtOnce(plan.provider, measureFreeMemory()) : 1),
    clusters: (files, out, plan) => {
      const logs = join(out, 'logs')
      return openClusters(
        plan,
        { ...sweeping, toolchain: recorded, processes: own, files, temporary: scratchFiles, logs },
        host
      )
    },
    preflightSigning: async (signing, files) => {
      signs ||= signing.mode !== 'rehearsal'
      await (await loadSignatures()).preflightSigning(means(files), signing, signal)
    },
    signer: async (signing, files, publicKey) =>
      (await loadSignatures()).chooseSigner(await cosign(files), signing, cwd, publicKey),
    preflightTrust: async (expected, files, root) =>
      (await loadSignatures()).refuseUnusableTrust({ files, env, cwd }, expected, root),
    verifier: async (expected, files, root) => {
      const { chooseVerifier, refuseUnusableTrust } = await loadSignatures()
      await refuseUnusableTrust({ files, env, cwd }, expected, root)
      return chooseVerifier(await cosign(files), expected, cwd, root)
    },
    downloaderLines: formatDownloaderLines,
    publisher: (to, token, files) => findDestination(to, caller(token)).open(files, fs),
    async releaseAt(url, token, files) {
      const { destination, tag, repository } = locateRelease(url, caller(token))
      return { publisher: await destination.open(files, fs), tag, on: destination.on, repository }
    },
    repositoryOf: (to) => findDestination(to, caller('')).repository(),
    confirm: (question) => askToConfirm(question, process, signal),
    traces: (root, tracked, go) =>
      listTraces({ root, tracked, go, goRoot: resolve(go.path, '..', '..'), temporary: tmpdir() })
  })
}

/** Signing is for those who do. */
const loadSignatures = async () => await import('./adapters/cosign/signing.ts')

/** Reading archives is for those who publish or verify. */
const unpackLater: Unpack = async function* (path, most) {
  yield* (await import('./adapters/archive/unpack.ts')).unpack(path, most)
}
