/**
 * The glue that teams write around GoReleaser: `node glue.ts PLAN`. Releases, then starts a control plane, then asks
 * kubectl question after question, each when the one before is answered. Ends with 0 when all answers are as wanted,
 * and writes to the plan's file which questions those were.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { argv, exit } from 'node:process'
import { environment } from '../../__tests__/bed/tools.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import type { Argv } from '../../src/model/ports/processes.ts'
import { startCluster, type Programs } from './cluster.ts'
import { proveSmi, proveWorkload, type Questions } from './proof.ts'

/** What one run of the glue is told, as JSON. Folders are absolute. */
export interface Plan {
  /** GoReleaser; it gets this program's own environment. */
  readonly release: { readonly argv: Argv; readonly cwd: string }
  readonly programs: Programs
  /** For the control plane; emptied first. */
  readonly cluster: string
  /** What `writeManifests` wrote. */
  readonly manifests: string
  /** Where the questions go, one a line. */
  readonly answers: string
}

// Nothing is closed in good order: the cluster's data is of no use to anybody.
const owned = processes({ graceMs: 0 })
process.on('exit', () => owned.killAll())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => exit(1))

const {
  release,
  programs,
  cluster: folder,
  manifests,
  answers
} = JSON.parse(await readFile(argv[2] ?? '', 'utf8')) as Plan
const asked: string[] = []

await owned.run(release.argv, { cwd: release.cwd, env: environment(), onLine: (line) => console.log(line) })
await using cluster = await startCluster(owned, programs, folder)
const questions: Questions = {
  manifests,
  kubectl: (args) => owned.run([programs.kubectl, ...args], { env: { KUBECONFIG: cluster.kubeconfig, HOME: folder } }),
  async ask(question, look) {
    const seen = await look()
    if (seen !== true) throw new Error(`no: ${question}: ${seen}`)
    asked.push(question)
    console.log(question)
  }
}
await proveSmi(questions)
await proveWorkload(questions, cluster.breaks)
await writeFile(answers, asked.join('\n'))
