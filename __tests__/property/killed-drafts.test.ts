import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Failure } from '../../src/base/errors.ts'
import type { Sent, Trouble } from '../fakes/platform/simulated-network.ts'
import { virtualClock } from '../fakes/platform/virtual-clock.ts'
import { githubAt, gitlabAt, PLAIN } from './place.ts'
import { NO_LAG, stageFor, withSums, type Ended, type Stage } from './story.ts'

const FULL = process.env['SLIPWAY_TEST'] === 'full'
jest.setTimeout(FULL ? 1_200_000 : 120_000)

afterEach(() => void jest.restoreAllMocks())

const CONTENTS = withSums({ demo_linux: 'the program for linux', 'notes.txt': 'read me' })

/** Where a run is killed: at its n-th request, before it arrives, behind its effect, or in the middle of an upload. */
type Kill = readonly [request: number, trouble: Trouble]

const isWrite = ({ method, target }: Sent): boolean => method !== 'GET' && !target.endsWith('/generate-notes')
const listWrites = ({ wire }: Ended): readonly string[] =>
  wire.sent.filter(isWrite).map(({ method, target }) => `${method} ${target}`)

/** Every kill at what writes, and in full tests at what reads, too. */
const listKills = (sent: readonly Sent[]): readonly Kill[] =>
  sent.flatMap((request, i) => {
    if (!FULL && !isWrite(request)) return []
    const troubles = ['crash-before', 'crash-after', ...(request.upload ? (['crash-midway'] as const) : [])] as const
    return troubles.map((trouble) => [i, trouble] as const)
  })

describe.each([
  ['GitHub', githubAt],
  ['GitLab', gitlabAt]
] as const)('a release to %s that stays a draft and is made public later', (_, at) => {
  /** A story on a clock of its own. */
  async function tell<T>(
    story: (run: (way: 'draft' | 'finish', kill?: Kill) => Promise<Ended>, stage: Stage) => Promise<T>
  ) {
    using clock = virtualClock()
    const stage = stageFor(at, { setting: PLAIN, lags: NO_LAG, mixed: false, prompt: true }, clock, () => 0.5)
    const run = (way: 'draft' | 'finish', kill?: Kill): Promise<Ended> =>
      clock.live(stage.publish(CONTENTS, kill ? [['any', ...kill]] : [], 0, way))
    return await story(run, stage)
  }

  /** The requests of a run of each kind that nobody disturbs. */
  const listRequests = (): Promise<Readonly<Record<'draft' | 'finish', readonly Sent[]>>> =>
    tell(async (run) => ({ draft: (await run('draft')).wire.sent, finish: (await run('finish')).wire.sent }))

  /** One complete release, which is the latest; the same command again writes nothing. */
  async function expectFinished(run: (way: 'finish') => Promise<Ended>, { place }: Stage, what: unknown) {
    const ended = await run('finish')
    expect([what, ended.as]).toEqual([what, 'released'])
    expect(await place.visible()).toEqual(CONTENTS)
    expect([what, place.doubles(), place.spare(), place.marked(), await place.latest()]).toEqual([
      ...[what, [], [], false],
      'v1.0.0'
    ])
    const again = await run('finish')
    expect([what, again.as, listWrites(again)]).toEqual([what, 'released', []])
    expect(place.platform.violations).toEqual([])
  }

  test('a kill of the run that leaves it shows nothing, and the same command leaves it whole', async () => {
    const { draft } = await listRequests()
    const kills = listKills(draft)
    expect(kills.length).toBeGreaterThan(5)
    for (const kill of kills)
      await tell(async (run, stage) => {
        const what = [kill, draft[kill[0]]?.target]
        const killed = await run('draft', kill)
        expect([what, killed.as, await stage.place.visible()]).toEqual([what, 'gone', undefined])
        const again = await run('draft')
        expect([what, again.as, await stage.place.visible()]).toEqual([what, 'kept', undefined])
        await expectFinished(run, stage, what)
      })
  })

  test('--finish after such a kill makes it public only where all of it had been looked at', async () => {
    const { draft } = await listRequests()
    const seen = new Set<string>()
    for (const kill of listKills(draft))
      await tell(async (run, stage) => {
        await run('draft', kill)
        const { as } = await run('finish')
        seen.add(as instanceof Failure ? 'refused' : as)
        if (as === 'released') return await expectFinished(run, stage, kill)
        expect([kill, as, await stage.place.visible()]).toEqual([
          kill,
          expect.objectContaining({ kind: 'input', message: expect.stringContaining('no draft of v1.0.0') }),
          undefined
        ])
      })
    expect([...seen].sort()).toEqual(['refused', 'released'])
  })

  test('a kill of --finish shows nothing or the whole release, and the same command ends with the whole one', async () => {
    const { finish } = await listRequests()
    const kills = listKills(finish)
    expect(kills.length).toBeGreaterThan(1)
    for (const kill of kills)
      await tell(async (run, stage) => {
        const what = [kill, finish[kill[0]]?.target]
        await run('draft')
        const killed = await run('finish', kill)
        expect([what, killed.as]).toEqual([what, 'gone'])
        expect([undefined, CONTENTS]).toContainEqual(await stage.place.visible())
        await expectFinished(run, stage, what)
      })
  })
})
