import { join } from 'node:path'
import { disk } from '../../../src/adapters/machine/disk.ts'
import { testSandboxes } from '../sandbox/own.ts'
import { loopback } from '../../../src/adapters/machine/loopback.ts'
import type { Verdict } from '../../../src/model/nouns.ts'
import type { Cluster } from '../../../src/model/ports/kubernetes.ts'
import { parseProject } from '../../../src/config/project-file.ts'
import { openFolderFiles } from '../../../src/pipeline/stages/prove/baseline.ts'
import { proveInPods } from '../../../src/suites/workload/deployment/in-pods.ts'
import type { Version } from '../../../src/suites/programs/version.ts'
import { run } from './cluster-real.ts'
import { goEnv } from '../versions.ts'

const SOURCE = join(import.meta.dirname, '../../fixtures/in-pods')
const ARCH: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' }

/** The program of fixtures/in-pods as a version. */
export async function inPods(version: string, scratch: string): Promise<Version> {
  const path = join(scratch, version, 'in-pods')
  await run.run(['go', 'build', '-ldflags', `-s -w -X main.version=${version}`, '-o', path, '.'], {
    cwd: SOURCE,
    env: goEnv()
  })
  return {
    name: `v${version}`,
    version,
    programs: { 'in-pods': path },
    origin: 'compiled for a test',
    ...openFolderFiles(disk(scratch), () => Promise.resolve(SOURCE)),
    source: () => Promise.resolve(SOURCE)
  }
}

const never = new AbortController().signal

interface InPods {
  /** What the candidate does: well, or as badly as that program can. */
  readonly does: 'well' | 'crash' | 'fade' | 'sulk' | 'spoil'
  readonly kind?: string
  /** Seconds for a rollout, and for which a pod has to stay up. */
  readonly within?: number
  readonly settle?: number
  /** The `deployment` of slipway.yaml, in one line, instead of one that is made. */
  readonly shipped?: string
}

const made = (kind: string, does: string) => ({
  ...{ kind, replicas: 2, port: 8080, ready: '/readyz', args: ['-does', does], env: { GOMAXPROCS: '1' } },
  baseline: { args: [] }
})

/** Takes it from one version to another that does as it is told, in pods of this cluster, and back. */
export async function rollOutInPods(
  cluster: Cluster,
  [baseline, candidate]: readonly [Version, Version],
  { does, kind = 'Deployment', within = 60, settle = 1, shipped }: InPods
): Promise<Verdict> {
  const name = shipped === undefined ? `${does}-${kind.toLowerCase()}` : `shipped-${does}`
  const yaml = `
workloads:
  - name: ${name}
    manifests: [cluster.yaml]
    objects: [settings.yaml]
    ready: [{ log: nothing is run as a process here }]
    within: ${within}
    settle: ${settle}
    deployment: ${shipped ?? JSON.stringify(made(kind, does))}
`
  const [workload] = parseProject(yaml, 'slipway.yaml').project.workloads
  const trial = {
    suite: 'workload' as const,
    kubernetes: '1.37',
    subject: `${name} (${kind})`,
    with: { driver: 'deployment', arch: ARCH[process.arch] ?? '', workload, speaks: [], breakSeconds: 3 }
  }
  const files = disk(join(candidate.programs['in-pods'] ?? '', '..', '..'))
  const tools = { processes: run, files, loopback: loopback(files), sandboxes: testSandboxes }
  const given = { cluster, trial: trial as unknown as Verdict['trial'], tools, signal: never }
  return await proveInPods(given, { baseline, candidate })
}
