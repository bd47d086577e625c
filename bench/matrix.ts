/**
 * `node bench/matrix.ts [--write]`: what the smi suite costs on control planes, from nothing to the verdict: one, two and
 * every version of Kubernetes, one CRD set and all of them. Prints the table of docs/control-plane.md, or puts it there.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { makeRepository } from '../__tests__/bed/module-repository.ts'
import { environment, toolCacheFolder } from '../__tests__/bed/tools.ts'
import { KUBERNETES_MINORS } from '../src/config/kubernetes-minors.ts'
import { CRD_SETS } from '../src/model/crd-sets.ts'
import { CLI } from './contenders.ts'
import { measure, type Cost } from './measure.ts'
import { replaceSection } from './table.ts'

const DOC = fileURLToPath(new URL('../docs/control-plane.md', import.meta.url))
const RUNS = 3

interface Told {
  readonly clusters: readonly { readonly kubernetes: string; readonly ms: number }[]
  readonly verdicts: readonly {
    readonly trial: { readonly kubernetes: string; readonly with: { readonly set: string } }
    readonly checks: readonly unknown[]
    readonly ms: number
  }[]
}

const { write = false } = parseArgs({ options: { write: { type: 'boolean' } } }).values
const folder = await mkdtemp(join(tmpdir(), 'slipway-matrix-'))
try {
  // It speaks no version of SMI, so that every kind and version is asked about.
  const source = join(folder, 'source')
  await mkdir(source)
  await writeFile(join(source, 'go.mod'), 'module example.com/hello\n\ngo 1.26\n')
  await writeFile(join(source, 'main.go'), 'package main\n\nfunc main() { println("hello") }\n')
  const repository = join(folder, 'hello')
  await makeRepository(repository, [
    { tag: 'v1.0.0', date: '2026-01-05T09:00:00Z', message: 'Hello', layers: [source] }
  ])
  const minors = KUBERNETES_MINORS
  const ends = [minors[0], minors[3]]
  const asked: readonly (readonly [readonly string[], readonly string[]])[] = [
    ...minors.map((minor) => [[minor], ['all']] as const),
    ...[ends, minors].flatMap((several) => [[several, ['all']] as const, [several, CRD_SETS] as const])
  ]
  // Once before the clock: compiled, and the programs of Kubernetes in memory.
  await gate(repository, minors, ['all'], 'warm')
  const rows: string[] = []
  for (const [kubernetes, sets] of asked) {
    const runs: { readonly cost: Cost; readonly told: Told }[] = []
    for (let n = 0; n < RUNS; n++) runs.push(await gate(repository, kubernetes, sets, `${rows.length}-${n}`))
    rows.push(row(kubernetes, sets, runs))
  }
  const load = loadavg()[0]?.toFixed(1)
  const text = [
    '| Kubernetes | CRD sets | from nothing to the verdict, s | cluster ready, s | each trial, s | checks | CPU-s | peak MiB |',
    '| --- | --- | ---: | --- | --- | ---: | ---: | ---: |',
    ...rows,
    '',
    `Medians of ${RUNS}. ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), load ${load} at the end, Node ${process.version}.`
  ].join('\n')
  console.log(text)
  if (write) {
    const written = replaceSection(await readFile(DOC, 'utf8'), 'matrix', text)
    await writeFile(DOC, await format(written, { ...(await resolveConfig(DOC)), filepath: DOC }))
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** One gate with an output folder of its own: nothing of it was there before but the build cache. */
async function gate(cwd: string, kubernetes: readonly string[], sets: readonly string[], name: string) {
  const out = join(folder, name)
  const cost = await measure(
    {
      argv: [
        ...([process.execPath, CLI, 'gate', '--cluster', 'control-plane', '--to', 'none', '--out', out] as const),
        ...['--targets', `linux/${process.arch === 'arm64' ? 'arm64' : 'amd64'}`, '--suites', 'smi'],
        ...['--kubernetes', kubernetes.join(','), '--smi-set', sets.join(',')]
      ],
      cwd,
      env: { ...environment(), RUNNER_TOOL_CACHE: toolCacheFolder() }
    },
    `${out}.log`
  )
  return { cost, told: JSON.parse(await readFile(join(out, 'report/compatibility.json'), 'utf8')) as Told }
}

function row(
  kubernetes: readonly string[],
  sets: readonly string[],
  runs: readonly { readonly cost: Cost; readonly told: Told }[]
): string {
  const of = (value: (run: (typeof runs)[number]) => number): number => {
    const sorted = runs.map(value).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? 0
  }
  const seconds = (ms: number): string => (ms / 1000).toFixed(1)
  const ready = kubernetes.map((minor) =>
    seconds(of(({ told }) => told.clusters.find((each) => each.kubernetes === minor)?.ms ?? 0))
  )
  const trials = of(({ told }) => Math.min(...told.verdicts.map(({ ms }) => ms)))
  const longest = of(({ told }) => Math.max(...told.verdicts.map(({ ms }) => ms)))
  return `| ${[
    kubernetes.join(', '),
    sets.length === 1 ? sets[0] : `all ${sets.length}`,
    seconds(of(({ cost }) => cost.wallMs)),
    ready.join(', '),
    trials === longest ? seconds(trials) : `${seconds(trials)} to ${seconds(longest)}`,
    of(({ told }) => told.verdicts.reduce((sum, { checks }) => sum + checks.length, 0)),
    seconds(of(({ cost }) => cost.cpuMs)),
    Math.round(of(({ cost }) => cost.peakKib) / 1024)
  ].join(' | ')} |`
}
