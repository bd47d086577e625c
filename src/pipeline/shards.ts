import { dirname, join } from 'node:path'
import { hashBytes } from '../base/digest.ts'
import { Failure } from '../base/errors.ts'
import { formatTarget } from '../go/target.ts'
import { isCount, isSha256, isText, listOf, shaped } from '../base/decode.ts'
import { readAt, canonicalize, parseJson } from '../base/json.ts'
import type { Digest } from '../model/nouns.ts'
import type { Json } from '../base/json.ts'
import type { Plan } from '../plan/plan.ts'
import type { Files } from '../model/ports/files.ts'
import { listArchiveNames, listArchiveTargets } from '../plan/archives.ts'
import { makeStrangerFailure, refuseOtherContents, type ShardTools } from './shard-contents.ts'

/** One machine's part of a build: `index` from 1 to `of`. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** A file of a shard, relative to its folder. */
export interface ShardFile extends Digest {
  readonly path: string
}

/** What a shard says of itself, in `shard-2-of-3.json` beside what it made. */
export interface ShardRecord {
  readonly schema: 1
  /** Digest of the whole plan that it is a part of. */
  readonly plan: string
  readonly shard: number
  readonly of: number
  readonly files: readonly ShardFile[]
}

/** Names everything that decides the bytes of a build, on every machine alike: not where it runs or what comes after. */
export function digestPlan(plan: Plan): string {
  const shipped = new Set(plan.archives.map(({ target }) => formatTarget(target)))
  // A release may also build for the machine that tries it, which ships nothing and is no part of a fan-out.
  const builds = plan.builds.filter(({ target }) => shipped.has(formatTarget(target)))
  return hashBytes(
    canonicalize({
      ...{ module: plan.module, moduleDir: plan.moduleDir, name: plan.name, version: plan.version },
      ...{ commit: plan.commit, committedAt: plan.committedAt, dirty: plan.dirtyDigest, go: plan.go.version },
      tags: plan.stampedFrom,
      ...(plan.prepared && { prepared: plan.prepared.digest }),
      ...{ builds: builds as unknown as Json, archives: plan.archives as unknown as Json }
    })
  )
}

/** The part of a plan that one machine builds: every n-th target, in the plan's own order; what is of no target is none's. */
export function selectShard(plan: Plan, { index, of }: Shard): Plan {
  refuseMore(plan, of)
  const targets = listArchiveTargets(plan.archives)
  const own = new Set(targets.filter((_, i) => i % of === index - 1).map(formatTarget))
  const archives = plan.archives.filter(({ target }) => own.has(formatTarget(target)))
  const { extras: _, ...rest } = plan
  return {
    ...rest,
    archives,
    builds: plan.builds.filter(({ target }) => own.has(formatTarget(target))),
    notes: [...plan.notes, `shard ${index} of ${of}: ${own.size} of ${targets.length} targets`]
  }
}

function refuseMore(plan: Plan, machines: number): void {
  const targets = listArchiveTargets(plan.archives).length
  if (machines > targets)
    throw new Failure('input', `${machines} machines would share ${targets} targets`, {
      hint: 'Take as many machines as there are targets, or fewer.'
    })
}

/** The jobs of a fan-out, as a platform takes them; one line of JSON, which is YAML too. */
export function formatJobMatrix(platform: 'github' | 'gitlab', plan: Plan, machines: number): string {
  refuseMore(plan, machines)
  const shards = Array.from({ length: machines }, (_, i) => `${i + 1}/${machines}`)
  return JSON.stringify(
    platform === 'github' ? { shard: shards } : { parallel: { matrix: [{ SLIPWAY_SHARD: shards }] } }
  )
}

const nameShard = ({ index, of }: Shard): string => `shard-${index}-of-${of}.json`

/** The programs, archives and SBOMs of a part of a plan, relative to the output folder. */
const listShardFiles = ({ builds, archives }: Plan): readonly string[] => [
  ...builds.flatMap(({ binaries }) => binaries.map(({ path }) => path)),
  ...archives.flatMap(listArchiveNames)
]

/**
 * Writes down what this machine made for its part of a plan, and where the `records` of that are; last, so that a shard
 * that was broken off is none. Resolves with the path of what it wrote.
 */
export async function writeShard(
  files: Files,
  out: string,
  whole: Plan,
  shard: Shard,
  records: readonly string[]
): Promise<string> {
  const digests = await Promise.all(
    [...new Set([...records, ...listShardFiles(selectShard(whole, shard))])].sort().map(async (path) => {
      const digest = await files.digest(join(out, path))
      return digest ? [{ path, sha256: digest.sha256, size: digest.size }] : []
    })
  )
  const { index, of } = shard
  const record: ShardRecord = { schema: 1, plan: digestPlan(whole), shard: index, of, files: digests.flat() }
  const path = join(out, nameShard(shard))
  await files.write(path, `${JSON.stringify(record, null, 2)}\n`)
  return path
}

/**
 * Takes over what other machines built for this plan, so that nothing is built here. Refuses a shard that is missing,
 * there twice, of another plan, changed since, or with files, records or archives that are not what its part makes: before
 * anything is copied.
 * Resolves with the number of shards.
 */
export async function takeShards(tools: ShardTools, from: string, out: string, plan: Plan): Promise<number> {
  const { files } = tools
  const names = (await files.list(from)).filter((name) => /(^|\/)shard-\d+-of-\d+\.json$/.test(name))
  const shards = await Promise.all(
    names.map(async (name) => ({
      place: join(from, name),
      folder: dirname(join(from, name)),
      record: parseShardRecord(await files.read(join(from, name)), name)
    }))
  )
  refuseOtherPlans(shards, plan)
  refuseGaps(shards, from)
  for (const shard of shards) refuseStrangers(shard, plan)
  for (const { folder, record } of shards)
    for (const file of record.files) {
      const seen = await files.digest(join(folder, file.path))
      if (seen?.sha256 !== file.sha256)
        throw new Failure(
          'verification',
          `${join(folder, file.path)} has sha256 ${seen?.sha256 ?? '(missing)'}, and its shard was built with ${file.sha256}`,
          { code: 'shard-changed', hint: 'Hand the folder of each shard on whole; build that shard again.' }
        )
    }
  const here = new Set(shards.flatMap(({ record }) => record.files.map(({ path }) => path)))
  const lacking = plan.archives.filter(({ name }) => !here.has(name))
  if (lacking.length)
    throw new Failure('input', `no shard holds ${lacking.map(({ name }) => name).join(', ')}`, {
      code: 'shard-missing',
      hint: 'Hand the output folder of every shard over; the matrix of `slipway plan --matrix` says how many there are.'
    })
  for (const { place, folder, record } of shards)
    await refuseOtherContents(
      tools,
      { place, folder, paths: record.files.map(({ path }) => path) },
      selectShard(plan, { index: record.shard, of: record.of })
    )
  for (const { folder, record } of shards)
    // What is reused is hashed again when it is: a file that changes from here on is built anew.
    for (const { path } of record.files) await files.copy(join(folder, path), join(out, path))
  return shards.length
}

/** A shard that lies here. */
interface HandedOver {
  readonly place: string
  readonly folder: string
  readonly record: ShardRecord
}

function refuseOtherPlans(shards: readonly HandedOver[], plan: Plan): void {
  const digest = digestPlan(plan)
  for (const { place, record } of shards)
    if (record.plan !== digest)
      throw new Failure('input', `${place} was built by the plan ${record.plan}, and this one is ${digest}`, {
        code: 'shard-of-another-plan',
        hint: 'Every machine needs the same commit, tag, Go and inputs: compare `slipway plan --json` of both.'
      })
}

function refuseGaps(shards: readonly HandedOver[], from: string): void {
  const of = shards[0]?.record.of ?? 0
  for (const [i, { place, record }] of shards.entries()) {
    if (record.of !== of)
      throw new Failure('input', `${place} is one of ${record.of} shards, and ${shards[0]?.place ?? ''} one of ${of}`, {
        code: 'shard-twice',
        hint: 'Hand on the shards of one fan-out only.'
      })
    const other = shards.slice(0, i).find(({ record: before }) => before.shard === record.shard)
    if (other)
      throw new Failure('input', `shard ${record.shard} of ${of} is there twice: ${other.place} and ${place}`, {
        code: 'shard-twice',
        hint: 'Hand on each shard once.'
      })
  }
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter(
    (index) => !shards.some(({ record }) => record.shard === index)
  )
  if (of === 0 || missing.length)
    throw new Failure(
      'input',
      of === 0 ? `there is no shard in ${from}` : `shard ${missing.join(', ')} of ${of} is missing in ${from}`,
      {
        code: 'shard-missing',
        hint: 'Hand on the output folder of every `slipway build --shard`.'
      }
    )
}

/** A shard hands over the programs and files of its own part, and records of steps, which are looked into; nothing else. */
function refuseStrangers({ place, record }: HandedOver, plan: Plan): void {
  const planned = new Set(listShardFiles(selectShard(plan, { index: record.shard, of: record.of })))
  const paths = record.files.map(({ path }) => path)
  const others = paths.filter((path) => !planned.has(path) && !/^steps\/(build|package)-[0-9a-f]{32}\.json$/.test(path))
  const [stranger = paths.find((path, i) => paths.indexOf(path) !== i)] = others
  if (stranger !== undefined) throw makeStrangerFailure(place, stranger)
}

const isShardRecord = shaped<ShardRecord>({
  schema: (value): value is 1 => value === 1,
  ...{ plan: isSha256, shard: isCount, of: isCount },
  files: listOf(shaped<ShardFile>({ path: isText, sha256: isSha256, size: isCount }))
})

function parseShardRecord(bytes: Uint8Array | undefined, name: string): ShardRecord {
  const broken = (why: string): Failure =>
    new Failure('input', `${name} is no record of a shard: ${why}`, { hint: 'Build that shard again.' })
  const record = parseJson(Buffer.from(bytes ?? []).toString('utf8'))
  if (record === undefined) throw broken('it is not JSON')
  if (readAt(record, 'schema') !== 1) throw broken('another Slipway wrote it')
  if (!isShardRecord(record)) throw broken('it does not say what a shard says')
  if (record.shard < 1 || record.shard > record.of || record.of > 10_000) throw broken('its numbers make no sense')
  return record
}
