import { readdirSync, readlinkSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { controlPlane } from '../../../src/adapters/clusters/control-plane/control-plane.ts'
import { disk } from '../../../src/adapters/machine/disk.ts'
import { processes } from '../../../src/adapters/machine/process.ts'
import { openPlainToolCache, locateToolCache } from '../../../src/adapters/toolchain/cache.ts'
import { toolchain } from '../../../src/adapters/toolchain/toolchain.ts'
import { readAt, readItems, readText } from '../../../src/base/json.ts'
import { removeCrds } from '../../../src/suites/cluster/own-crds.ts'
import { CRDS } from '../../../src/crds/api.ts'
import type { Cluster, Clusters, Reply } from '../../../src/model/ports/kubernetes.ts'
import type { Toolchain } from '../../../src/model/ports/toolchain.ts'
import type { Processes } from '../../../src/model/ports/processes.ts'

/** How long a first boot may take: the programs are compiled when neither PATH nor the tool cache has them. */
export const BOOT_MS = 30 * 60_000
/** What most tests run on; `SLIPWAY_TEST_KUBERNETES=1.35` takes the same tests to another. */
export const KUBERNETES = process.env['SLIPWAY_TEST_KUBERNETES'] ?? '1.37'

const platform = { os: process.platform, arch: process.arch }
export const run = processes()

/** A folder for what a test writes, gone at the end of its scope. */
export async function folder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'slipway-cluster-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

export const realToolchain = (scratch: string): Toolchain =>
  toolchain({
    processes: run,
    files: disk(scratch),
    fs,
    cache: openPlainToolCache(locateToolCache(process.env, process.platform), fs),
    fetch,
    env: process.env,
    platform,
    note: () => undefined
  })

/** Control planes of the real programs, with what a test wants to be different. */
export const realClusters = (
  scratch: string,
  different: { toolchain?: Toolchain; processes?: Processes; os?: string; note?: (line: string) => void } = {}
): Clusters =>
  controlPlane({
    toolchain: different.toolchain ?? realToolchain(scratch),
    processes: different.processes ?? run,
    files: disk(scratch),
    env: {},
    platform: { ...platform, ...(different.os && { os: different.os }) },
    note: different.note ?? (() => undefined)
  })

/** The processes that work in a folder or below it. */
export const pidsUnder = (path: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${path}/`)
      } catch {
        return false
      }
    })
    .map(Number)

export const folderOf = (cluster: { readonly kubeconfig: string }): string => dirname(cluster.kubeconfig)

/** Waits until something holds; the test's own time limit ends a wait that is in vain. */
export async function until<T>(look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    await sleep(20)
  }
}

/** The body of an answer that has to be a success. */
export function ok({ status, body }: Reply): Reply['body'] {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}

/** Removes every CRD and waits until the server has finished with it. */
export async function withoutCrds(cluster: Cluster): Promise<void> {
  const all = readItems(readAt(ok(await cluster.api.call('GET', CRDS)), 'items'))
  await removeCrds(
    cluster.api,
    all.map((crd) => readText(readAt(crd, 'metadata', 'name')))
  )
}
