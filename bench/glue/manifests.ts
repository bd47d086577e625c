import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Json } from '../../src/base/json.ts'
import { UNSERVED } from '../../src/smi/kind.ts'
import { KINDS } from '../../src/smi/crds.ts'
import { GOOD_OBJECTS } from '../../src/smi/objects.ts'
import { PROBES } from '../../src/smi/probes.ts'
import { makeRunnerManifest } from '../../src/suites/workload/deployment/manifest.ts'
import { type RolloutRelease } from '../../src/suites/workload/deployment/runner.ts'

/** The kind that examples/mesh-canary reads, and the version that it speaks. */
const KIND = 'TrafficSplit'
export const SPOKEN = 'v1alpha4'
const { group, plural, versions } = kindOf(KIND)
export const RESOURCE = `${plural}.${group}`
export const SERVED: readonly string[] = versions.map(({ name }) => name)

export const DEPLOYMENT = 'mesh-canary'
export const REPLICAS = 2
const IMAGE = 'slipway.invalid/mesh-canary:1'
export const BROKEN_IMAGE = `${IMAGE}-broken`
const RELEASES: Readonly<Record<string, RolloutRelease>> = {
  baseline: { image: IMAGE, step: 'baseline' },
  candidate: { image: IMAGE, step: 'candidate' },
  broken: { image: BROKEN_IMAGE, step: 'broken' },
  next: { image: IMAGE, step: 'next' }
}
/** Seconds until Kubernetes calls a rollout stuck: the suite's. */
const DEADLINE = { broken: 2, good: 30 }

/** One bad object, its file, and what the server says of it. */
export interface Refusal {
  readonly wrong: string
  readonly file: string
  readonly validate: string
  readonly says: string
}

/** The objects that Slipway's suite tries for a program that speaks TrafficSplit v1alpha4. */
export const good = (version: string) => GOOD_OBJECTS.filter((each) => each.kind === KIND && each.version === version)
const bad = PROBES.filter(
  ({ kind, version, answer }) =>
    kind === KIND && answer !== 'accepted' && (version === SPOKEN || !SERVED.includes(version))
)
export const REFUSALS: readonly Refusal[] = bad.map(({ what, validation, answer }, i) => ({
  wrong: what,
  file: `bad-${i}.json`,
  validate: validation.toLowerCase(),
  // kubectl looks into discovery before it asks for what nobody serves.
  says: answer === 'accepted' ? '' : answer === UNSERVED ? 'no matches for kind' : answer.says
}))

/** Writes the files that a team keeps in its repository. */
export async function writeManifests(folder: string, crds: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const write = (name: string, content: Json | string): Promise<void> =>
    writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  const object = (version: string, name: string, body: { readonly [key: string]: Json }): Json => ({
    apiVersion: `${group}/${version}`,
    kind: KIND,
    metadata: { name },
    ...body
  })
  await write('crds.yaml', crds)
  const items = SERVED.flatMap(good).flatMap(({ version, full, least }) => [
    object(version, `full-${version}`, full),
    object(version, `least-${version}`, least)
  ])
  await write('good.json', { apiVersion: 'v1', kind: 'List', items })
  for (const [i, { version, body }] of bad.entries()) await write(`bad-${i}.json`, object(version, 'bad', body))
  const subject = { kind: 'Deployment' as const, name: DEPLOYMENT, replicas: REPLICAS, revisionHistoryLimit: 2 }
  for (const [name, release] of Object.entries(RELEASES))
    await write(
      `${name}.json`,
      makeRunnerManifest(subject, release, name === 'broken' ? DEADLINE.broken : DEADLINE.good)
    )
}

function kindOf(name: string): (typeof KINDS)[number] {
  const found = KINDS.find(({ kind }) => kind === name)
  if (found === undefined) throw new Error(`SMI has no ${name}`)
  return found
}
