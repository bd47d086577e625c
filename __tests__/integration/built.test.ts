import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { buildTool, RECIPES, type Condition } from '../../scripts/pins/building.ts'
import { disk } from '../../src/adapters/machine/disk.ts'
import { translateToGo } from '../../src/adapters/toolchain/platform.ts'
import { NOBODY } from '../fakes/children/other-host.ts'

// Compiles for real: from empty caches the smallest tool takes half a CPU-minute, and a Kubernetes ten of them.
const FULL = process.env['SLIPWAY_TEST'] === 'full'
const PATIENCE = 3 * 60 * 60_000
const never = new AbortController().signal
const target = translateToGo({ os: process.platform, arch: process.arch })
const here = `${target.os}/${target.arch}`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'built-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** SHA-256 of what a build makes under a condition, in a folder of its own. */
async function digestOf(name: string, platform: string, condition: Omit<Condition, 'place'>) {
  const recipe = RECIPES[name]
  if (!recipe) throw new Error(`there is no recipe ${name}`)
  const [os = '', arch = ''] = platform.split('/')
  const place = await mkdtemp(join(folder, 'a place '))
  try {
    const path = await buildTool(recipe, { os, arch }, { ...condition, place }, () => undefined, never)
    return (await disk(place).digest(path))?.sha256
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

const cache = FULL ? undefined : process.env['GOCACHE']
const ONE: Omit<Condition, 'place'> = { ...(cache && { cache }), umask: '022', zone: 'UTC' }
/** With an empty build cache. */
const OTHER: Omit<Condition, 'place'> = {
  ...{ umask: '077', cores: 1, zone: 'America/St_Johns' },
  ...(process.getuid?.() === 0 && { under: NOBODY })
}
const SMALL = ['apidiff', 'govulncheck', 'kind']

const pinned = Object.entries(RECIPES).flatMap(([name, { built }]) =>
  Object.entries(built).map(([platform, sha256]) => ({ name, platform, sha256 }))
)
const tried = pinned.filter(({ name, platform }) =>
  platform === here ? FULL || name === 'apidiff' : FULL && SMALL.includes(name)
)

test.each(tried.map((pin) => [pin.name, pin.platform, pin.sha256] as const))(
  '%s for %s has the pinned bytes from two folders, umasks, numbers of cores and time zones, two users and an empty cache',
  async (name, platform, sha256) => {
    expect(await digestOf(name, platform, ONE)).toBe(sha256)
    expect(await digestOf(name, platform, OTHER)).toBe(sha256)
  },
  PATIENCE
)
