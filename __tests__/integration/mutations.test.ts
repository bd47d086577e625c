import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { parse, stringify } from 'yaml'
import { MESH_CANARY } from '../bed/examples.ts'
import { makeRepository } from '../bed/module-repository.ts'
import type { Check, Verdict } from '../../src/model/nouns.ts'
import type { Cluster } from '../../src/model/ports/kubernetes.ts'
import { readAt, readText } from '../../src/base/json.ts'
import { makeCrdSet, chooseStorage } from '../../src/smi/crds.ts'
import { runTrial } from '../../src/pipeline/stages/prove/trial.ts'
import { CRDS } from '../../src/crds/api.ts'
import { runInNamespace } from '../../src/suites/cluster/namespace.ts'
import { openDiscovery } from '../../src/suites/cluster/resources.ts'
import type { Version } from '../../src/suites/programs/version.ts'
import { diary } from '../../src/suites/workload/diary.ts'
import { checkRunnersApply } from '../../src/suites/workload/process/runners.ts'
import { BOOT_MS, folder, KUBERNETES, ok, realClusters } from '../fakes/cluster/cluster-real.ts'
import { MUTATIONS, type Mutation } from '../fakes/hostile/mutations.ts'
import { compiled, edit, provingTools, SPEAKS, trialsOf } from '../fakes/versions.ts'

/** All breakages by all suites, against the few that every run has time for, each by the suite that should see it. */
const FULL = process.env['SLIPWAY_TEST'] === 'full'
const COMPARED: readonly string[] = ['data', 'workload', 'surface']
const PATIENCE_MS = 600_000

const signal = new AbortController().signal
const stack = new AsyncDisposableStack()
let cluster: Cluster
let place: string
let old: Version
let fresh: Version
let alarms: number | undefined

beforeAll(async () => {
  place = stack.use(await folder()).path
  for (const version of MESH_CANARY) await makeRepository(join(place, version.tag), [version])
  const booting = realClusters(place).create(KUBERNETES, signal)
  old = await compiled(join(place, 'v1.0.0'), '1.0.0', join(place, 'bin/v1.0.0'))
  fresh = await compiled(join(place, 'v1.1.0'), '1.1.0', join(place, 'bin/v1.1.0'))
  cluster = stack.use(await booting)
  // There before every trial, so that none takes them away from those beside it.
  const { crds } = makeCrdSet('all', { storage: chooseStorage('all', SPEAKS) })
  for (const crd of crds)
    ok(
      await cluster.api.call('PATCH', `${CRDS}/${readText(readAt(crd, 'metadata', 'name'))}`, {
        body: crd,
        patch: 'apply'
      })
    )
}, BOOT_MS)
afterAll(() => stack.disposeAsync(), 60_000)

/** The same without any fixture of ours: no objects, no expectations, no files, as a project has them on its first day. */
const bare = (yaml: string): string => {
  const project = parse(shorter(yaml)) as Record<string, Record<string, unknown>[]>
  for (const workload of project['workloads'] ?? [])
    for (const key of ['objects', 'expect', 'changes']) delete workload[key]
  for (const data of project['data'] ?? []) delete data['files']
  return stringify(project)
}

/** Waits that end soon where nothing comes, and leave time enough on a busy machine for what does come. */
const shorter = (yaml: string): string =>
  yaml.replace(/( +)ready:\n/, '$1within: 8\n$1stop: { within: 6 }\n$1settle: 2\n$1ready:\n')

async function prove(
  baseline: Version | undefined,
  candidate: Version,
  suites: readonly string[],
  change = shorter
): Promise<readonly Verdict[]> {
  const versions = { baseline, candidate }
  const trials = await trialsOf(versions, KUBERNETES, suites, change)
  const tools = provingTools(place, versions)
  return await Promise.all(trials.map((trial) => runTrial(cluster, trial, tools, signal)))
}

const failures = (verdicts: readonly Verdict[]): readonly Check[] =>
  verdicts.flatMap(({ checks }) => checks.filter(({ outcome }) => outcome === 'failed'))

const told = (checks: readonly Check[]): readonly string[] => checks.map(({ claim, seen }) => `${claim}: ${seen}`)

/** v1.1.0 with a breakage, compiled. */
async function broken({ name, edits }: Mutation): Promise<Version> {
  const source = join(place, 'mutated', name.replaceAll(' ', '-'))
  await mkdir(source, { recursive: true })
  await cp(join(place, 'v1.1.0'), source, { recursive: true, filter: (path) => !path.includes('/.git') })
  await edit(source, edits)
  return await compiled(source, '1.1.0', join(source, 'bin'))
}

describe('versions that nobody broke', () => {
  test(
    'give no alarm: an upgrade and the way back, no change at all, and a first release',
    async () => {
      const pairs: readonly (readonly [Version | undefined, Version, readonly string[]])[] = [
        [old, fresh, COMPARED],
        [fresh, fresh, ['data', 'workload']],
        [undefined, fresh, ['workload']]
      ]
      const verdicts = await Promise.all([
        ...pairs.map(([from, to, suites]) => prove(from, to, suites)),
        prove(old, fresh, COMPARED, bare)
      ])
      alarms = verdicts.flat().filter(({ outcome }) => outcome === 'failed').length
      expect(told(failures(verdicts.flat()))).toEqual([])
      expect(verdicts.flat().every(({ outcome }) => outcome === 'passed')).toBe(true)
      expect(verdicts.flat()).toHaveLength(9)
    },
    PATIENCE_MS
  )
})

// Building takes the cores, and trials mostly wait.
const building = pLimit(1)
const proving = pLimit(FULL ? 4 : 6)

describe('deliberate breakages', () => {
  const tried = FULL ? MUTATIONS : MUTATIONS.filter(({ always }) => always)
  interface Tried {
    readonly verdicts: readonly Verdict[]
    /** Of the same, with none of our fixtures. */
    readonly bare: readonly Verdict[]
  }
  /** Started together, looked at one by one. */
  const runs = new Map<Mutation, Promise<Tried>>()
  beforeAll(() => {
    for (const mutation of tried) {
      const suites = FULL ? COMPARED : mutation.caught.slice(0, 1)
      const run = building(() => broken(mutation)).then(async (candidate) => ({
        verdicts: await proving(() => prove(old, candidate, suites)),
        bare: FULL ? await proving(() => prove(old, candidate, COMPARED, bare)) : []
      }))
      run.catch(() => undefined)
      runs.set(mutation, run)
    }
  })
  const seen = new Map<Mutation, { readonly whole: readonly string[]; readonly bare: readonly string[] }>()
  const caughtBy = (verdicts: readonly Verdict[]): readonly string[] => [
    ...new Set(verdicts.filter(({ outcome }) => outcome === 'failed').map(({ trial }) => trial.suite))
  ]

  test.each(tried.map((mutation) => [mutation.name, mutation] as const))(
    'a version that %s is caught',
    async (_, mutation) => {
      const { verdicts, bare } = (await runs.get(mutation)) ?? { verdicts: [], bare: [] }
      seen.set(mutation, { whole: caughtBy(verdicts), bare: caughtBy(bare) })
      const expected = FULL ? mutation.caught : mutation.caught.slice(0, 1)
      expect([...caughtBy(verdicts)].sort()).toEqual([...expected].sort())
      const words = told(failures(verdicts))
      expect(words.filter((line) => mutation.because.test(line))).not.toEqual([])
      // Whoever reads the verdict can repeat it.
      expect(failures(verdicts).every(({ repeat }) => (repeat ?? '') !== '')).toBe(true)
      if (FULL) expect(caughtBy(bare).length > 0).toBe(mutation.needs === undefined)
    },
    PATIENCE_MS
  )

  afterAll(() => {
    const rates = (which: 'whole' | 'bare'): string => {
      const found = [...seen.values()].map((suites) => suites[which])
      const by = COMPARED.map((suite) => `${suite} ${found.filter((suites) => suites.includes(suite)).length}`)
      return `${found.filter((suites) => suites.length > 0).length} of ${tried.length} (${by.join(', ')})`
    }
    console.log(
      `breakages caught: ${rates('whole')}${FULL ? `; without our fixtures: ${rates('bare')}` : ''}; of 9 verdicts over versions that nobody broke, ${alarms} gave an alarm`
    )
    if (FULL)
      for (const [{ name }, { whole, bare }] of seen)
        console.log(`${name}: ${whole.join(', ')}; without our fixtures: ${bare.join(', ') || 'missed'}`)
  })
})

describe('a Deployment that the process under test stands in for', () => {
  const deployment = (app: string, image: string) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'elsewhere' },
    spec: {
      selector: { matchLabels: { app } },
      template: { metadata: { labels: { app } }, spec: { containers: [{ name: 'web', image }] } }
    }
  })
  const turn = (name: 'baseline' | 'candidate', runner: ReturnType<typeof deployment>) => ({
    step: { name, version: name === 'baseline' ? old : fresh, label: name },
    runners: [runner]
  })
  const judge = (before: ReturnType<typeof deployment>, after: ReturnType<typeof deployment>) =>
    runInNamespace(cluster.api, 'runners', signal, async (namespace) => {
      const book = diary()
      await checkRunnersApply(
        {
          ...{ cluster, namespace, signal, diary: book, discovery: openDiscovery(cluster.api) },
          workload: { manifests: ['web.yaml'], within: 20 }
        },
        { baseline: turn('baseline', before), candidate: turn('candidate', after) }
      )
      return book.checks.map(({ claim, outcome, seen }) => `${outcome} ${claim}: ${seen}`)
    })

  test('applies over the one before and back with another image, and not with another selector', async () => {
    expect(await judge(deployment('web', 'web:1'), deployment('web', 'web:2'))).toEqual([
      'passed candidate: the API takes its Deployment web over that of v1.0.0 (dry run): HTTP 200',
      'passed rollback to v1.0.0: the API takes its Deployment web over that of v1.1.0 (dry run): HTTP 200'
    ])
    const refused = /^failed .* \(dry run\): HTTP 422: .*selector.*field is immutable/
    expect(await judge(deployment('web', 'web:1'), deployment('other', 'web:1'))).toEqual([
      expect.stringMatching(refused),
      expect.stringMatching(refused)
    ])
  })
})
