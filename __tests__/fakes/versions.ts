import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { disk } from '../../src/adapters/machine/disk.ts'
import { loopback } from '../../src/adapters/machine/loopback.ts'
import { type InputName } from '../../src/config/inputs.ts'
import { parseInputs } from '../../src/config/parse.ts'
import { PROJECT_FILE } from '../../src/config/parse.ts'
import type { Trial } from '../../src/model/nouns.ts'
import { planTrials } from '../../src/plan/trials.ts'
import { parseProject } from '../../src/config/project-file.ts'
import { NO_SOURCES } from '../../src/crds/files.ts'
import { openFolderFiles } from '../../src/pipeline/stages/prove/baseline.ts'
import type { ProvingTools } from '../../src/pipeline/stages/prove/trial.ts'
import type { Version, Versions } from '../../src/suites/programs/version.ts'
import { testSandboxes } from './sandbox/own.ts'
import { realToolchain, run } from './cluster/cluster-real.ts'

/** What mesh-canary v1.1.0 speaks. */
export const SPEAKS = ['split.smi-spec.io/v1alpha4']

/** The environment of the go command in tests: the machine's module and build caches, whatever else is set. */
export const goEnv = (): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  ),
  CGO_ENABLED: '0',
  GOFLAGS: '-buildvcs=false -trimpath',
  GOTOOLCHAIN: 'auto',
  GOWORK: 'off'
})

/** Compiles the program of a folder and tells of it as the pipeline would. */
export async function compiled(folder: string, number: string, into: string): Promise<Version> {
  const path = join(into, 'mesh-canary')
  await run.run(['go', 'build', '-ldflags', `-s -w -X main.version=${number}`, '-o', path, '.'], {
    cwd: folder,
    env: goEnv()
  })
  return {
    name: `v${number}`,
    version: number,
    programs: { 'mesh-canary': path },
    origin: 'compiled for a test',
    ...openFolderFiles(disk(folder), () => Promise.resolve(folder)),
    source: () => Promise.resolve(folder)
  }
}

/** Writes each text in the place of another one, which has to be there; '' stands for a new file. */
export async function edit(
  folder: string,
  edits: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>
): Promise<void> {
  for (const [name, changes] of Object.entries(edits)) {
    let text = changes[0]?.[0] === '' ? '' : await readFile(join(folder, name), 'utf8')
    for (const [from, to] of changes) {
      if (!text.includes(from)) throw new Error(`${name} does not hold ${JSON.stringify(from)}`)
      text = text.replace(from, () => to)
    }
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}

/** The trials that the plan has for two versions, by the candidate's own slipway.yaml; `change` edits that text. */
export async function trialsOf(
  { candidate, baseline }: Versions,
  kubernetes: string,
  suites: readonly string[],
  change: (yaml: string) => string = (yaml) => yaml
): Promise<readonly Trial[]> {
  const yaml = Buffer.from((await candidate.file(PROJECT_FILE)) ?? []).toString('utf8')
  const { project } = parseProject(change(yaml), PROJECT_FILE)
  const given: Partial<Record<InputName, string>> = { kubernetes, suites: suites.join(',') }
  const config = parseInputs((name) => {
    const text = given[name]
    return text === undefined ? undefined : { text, from: name }
  })
  const imports = SPEAKS.map(
    (version) => `github.com/servicemeshinterface/smi-sdk-go/pkg/apis/${version.replace('.smi-spec.io', '')}`
  )
  const planned = planTrials(
    config,
    project,
    {
      ...{ name: 'mesh-canary', version: candidate.version, tagged: true },
      ...{ imports, crds: NO_SOURCES.crds },
      baseline: baseline
        ? { tag: baseline.name, version: baseline.version, commit: '0'.repeat(40) }
        : { skip: 'a first release' }
    },
    {
      host: { os: 'linux', arch: 'amd64' },
      provider: { provider: 'control-plane', why: 'a test', releases: { [kubernetes]: `v${kubernetes}.0` } }
    }
  )
  if ('skip' in planned.trials) throw new Error(planned.trials.skip)
  // The Deployments of suite workload are proved elsewhere: they have nothing of these programs.
  return planned.trials.work.filter(({ suite, subject }) => suite !== 'workload' || subject !== undefined)
}

export const provingTools = (scratch: string, versions: Versions): ProvingTools => ({
  processes: run,
  files: disk(scratch),
  loopback: loopback(disk(scratch)),
  sandboxes: testSandboxes,
  toolchain: realToolchain(scratch),
  env: goEnv(),
  sources: NO_SOURCES,
  baselineCrds: () => Promise.resolve([]),
  earlierCrds: () => Promise.resolve([]),
  versions: () => Promise.resolve(versions)
})
