import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { processes } from '../src/adapters/machine/process.ts'
import type { Contender, Setting } from './contenders.ts'
import { measure, type Cost } from './measure.ts'
import type { Subject } from './subject.ts'

const { run } = processes()

export interface Entry {
  readonly contender: Contender
  readonly setting: Setting
}

/** Tar files that a run starts from, as a CI cache would hand them out. */
export interface Caches {
  /** The build cache of version 0. */
  readonly build: string
  readonly modules: string
}

/** What happens before each measured run of an entry; returns the tag to release. Not measured. */
export interface Scenario {
  readonly title: string
  /** Once for an entry, before its first round. */
  prepare(entry: Entry, subject: Subject, caches: Caches): Promise<void>
  before(entry: Entry, subject: Subject, caches: Caches, round: number): Promise<string>
}

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  cold: {
    title: 'cold: empty build cache',
    async prepare(entry, _subject, caches) {
      await restore(caches.modules, entry.setting.env.GOMODCACHE)
    },
    async before({ contender, setting }, subject) {
      await contender.forget(setting)
      await empty(setting.env.GOCACHE)
      return subject.make(setting.repository)
    }
  },
  restored: {
    title: 'restored: caches of another commit, out of a tar',
    prepare: async () => undefined,
    async before({ contender, setting }, subject, caches) {
      await contender.forget(setting)
      await restore(caches.modules, setting.env.GOMODCACHE)
      await restore(caches.build, setting.env.GOCACHE)
      await subject.make(setting.repository)
      return subject.commit(setting.repository, 1, 'command')
    }
  },
  warm: {
    title: 'warm: the next commit changes the command',
    prepare: finished,
    before: ({ setting }, subject, _caches, round) => subject.commit(setting.repository, round + 1, 'command')
  },
  library: {
    title: 'warm: the next commit changes the library below it',
    prepare: finished,
    before: ({ setting }, subject, _caches, round) => subject.commit(setting.repository, round + 1, 'library')
  },
  unchanged: {
    title: 'unchanged: the same command again',
    prepare: finished,
    before: head
  },
  emptied: {
    title: 'emptied: the same commit, what was made is gone',
    prepare: finished,
    async before(entry) {
      await entry.contender.forget(entry.setting)
      return head(entry)
    }
  }
}

/** The tag of the commit that is there. */
async function head({ setting: { repository, env } }: Entry): Promise<string> {
  return (await run(['git', 'describe', '--exact-match'], { cwd: repository, env })).stdout.trim()
}

/** Alternating runs of all entries. `seen` is told of each run. */
export async function play(
  scenario: Scenario,
  entries: readonly [Entry, Entry],
  subject: Subject,
  caches: Caches,
  rounds: number,
  seen: (entry: Entry, cost: Cost) => void
): Promise<readonly (readonly [Cost, Cost])[]> {
  for (const entry of entries) await scenario.prepare(entry, subject, caches)
  const once = async (entry: Entry, round: number): Promise<Cost> => {
    const tag = await scenario.before(entry, subject, caches, round)
    const cost = await release(entry, tag)
    seen(entry, cost)
    return cost
  }
  const pairs: (readonly [Cost, Cost])[] = []
  for (let round = 0; round < rounds; round++)
    pairs.push([await once(entries[0], round), await once(entries[1], round)])
  return pairs
}

/** A finished release of version 0, with everything that it leaves behind. */
async function finished(entry: Entry, subject: Subject, caches: Caches): Promise<void> {
  const { contender, setting } = entry
  await contender.forget(setting)
  await restore(caches.modules, setting.env.GOMODCACHE)
  await restore(caches.build, setting.env.GOCACHE)
  await release(entry, await subject.make(setting.repository))
}

/** A run that made less than it should would be fast: its checksums are counted. */
async function release({ contender, setting }: Entry, tag: string): Promise<Cost> {
  const cost = await measure(await contender.command(setting, tag), join(setting.home, 'log'))
  const sums = await readFile(join(contender.made(setting), 'checksums.txt'), 'utf8')
  const version = tag.slice(1)
  const archives = sums.split('\n').filter((line) => line.includes(`_${version}_`) && /\.(tar\.gz|zip)$/.test(line))
  if (archives.length !== setting.targets.length)
    throw new Error(
      `${contender.name} made ${archives.length} archives of ${tag}, not ${setting.targets.length}:\n${sums}`
    )
  await readFile(join(contender.made(setting), 'checksums.txt.sigstore.json'))
  return cost
}

const empty = async (folder: string | undefined): Promise<string> => {
  if (folder === undefined) throw new Error('a setting without a cache folder')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return folder
}

async function restore(tar: string, folder: string | undefined): Promise<void> {
  const cwd = await empty(folder)
  await run(['tar', '-xf', tar], { cwd, env: { PATH: process.env.PATH ?? '' } })
}
