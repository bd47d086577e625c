import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { InputName } from '../../src/config/inputs.ts'
import { main } from '../../src/main.ts'
import { recordingHost, type RecordingHost } from '../fakes/children/recording-host.ts'
import { repository, workspace } from '../fakes/repository.ts'
import {
  folderDatabase,
  GREETS,
  servedDatabase,
  TEXT_CALLED,
  TEXT_NOT_CALLED
} from '../fakes/network/vulnerabilities.ts'

const REASON = 'tags come from our own files | never from a request'
const PROJECT = `rebuild: 0
kubernetes: none
targets: [linux/amd64]
vulnerabilities: fail
accepted-vulnerabilities:
  - id: CVE-2021-38561
    reason: '${REASON}'
    until: 2027-01-31
  - { id: GO-2020-0001, reason: it was there once, until: 2027-12-31 }
`
/** The lines of the two entries. */
const [JUDGED, UNUSED] = [6, 9]

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place: string
let folder: string
let database: string
beforeAll(async () => {
  place = stack.use(await workspace()).path
  folder = join(place, 'greets')
  await repository(folder, { ...GREETS, 'slipway.yaml': PROJECT })
  database = await folderDatabase(join(place, 'database'), [TEXT_CALLED, TEXT_NOT_CALLED])
})

interface Ended {
  readonly status: number
  readonly host: RecordingHost
  /** The failure, as `--json` prints it. */
  readonly printed: string
}

/** A run in this process, at a time that the test chooses. */
async function at(
  time: string,
  command: 'gate' | 'release',
  { asked = database, ...flags }: Partial<Record<InputName, string>> & { readonly asked?: string } = {}
): Promise<Ended> {
  const host = recordingHost()
  const printed: string[] = []
  const given: Partial<Record<InputName, string>> = {
    ...{ out: join(place, 'out'), json: 'true' },
    ...(command === 'release' && { to: join(place, 'releases'), sign: 'none' }),
    ...flags
  }
  const read = (name: InputName) => {
    const text = given[name]
    return text === undefined ? undefined : { text, from: `--${name}` }
  }
  const status = await main(
    () => ({ command, operands: [], read }),
    () => host,
    { print: (text) => printed.push(text) },
    {
      change: (world) => ({
        ...world,
        cwd: folder,
        now: () => new Date(time),
        surroundings: {
          ...world.surroundings,
          event: { kind: 'local' },
          platform: undefined,
          vulnerabilityDatabase: asked
        }
      })
    }
  )
  return { status, host, printed: printed.join('\n') }
}

const report = async (out = 'out'): Promise<unknown> =>
  JSON.parse(await readFile(join(place, out, 'report/vulnerabilities.json'), 'utf8'))

/** Every file of the releases with what changes when somebody writes to it. */
const releases = async (): Promise<readonly string[]> => {
  const paths = await readdir(join(place, 'releases'), { recursive: true })
  const seen = paths.map(async (path) => {
    const { ino, size, mtimeMs, ctimeMs } = await stat(join(place, 'releases', path))
    return [path, ino, size, mtimeMs, ctimeMs].join(' ')
  })
  return (await Promise.all(seen)).sort()
}

describe('a vulnerability that slipway.yaml accepts until a day', () => {
  test('stops no release on that day, and stands in the log and in every report with its reason', async () => {
    const { status, host } = await at('2027-01-31T23:59:59Z', 'release')
    expect(status).toBe(0)
    expect(await readdir(join(place, 'releases/v1.0.0'))).toContain('checksums.txt')
    expect(host.lines.join('\n')).toMatch(/^scan +known vulnerabilities, by file:.* \(fail, 2 accepted\)$/m)
    expect(await report()).toMatchObject({
      found: [
        {
          id: 'GO-2021-0113',
          reach: 'linked',
          accepted: { id: 'CVE-2021-38561', reason: REASON, until: '2027-01-31' }
        },
        { id: 'GO-2022-1059', reach: 'imported' }
      ],
      unused: [{ id: 'GO-2020-0001' }]
    })
    const summary = host.summaries.join('\n')
    expect(summary).toContain('Nothing is reachable but what is accepted')
    expect(summary).toMatch(
      /\| accepted \| in \| what \| until \| why \|\n.*\n\| GO-2021-0113 .* 2027-01-31 \| tags come/
    )
    expect(summary).toContain('our own files \\| never')
    expect(await readFile(join(place, 'out/report/index.html'), 'utf8')).toContain(
      `accepted until 2027-01-31: ${REASON}`
    )
  })

  test('and what accepts nothing that is reachable is told on its line: it can go', async () => {
    const { status, host } = await at('2027-01-31T12:00:00Z', 'gate')
    expect(status).toBe(0)
    expect(host.lines.filter((line) => line.startsWith('slipway.yaml:'))).toEqual([
      `slipway.yaml:${UNUSED}: GO-2020-0001 is not reachable in any program: this entry can go`
    ])
  })

  test('stops a release on the day after, with the line that says that its time is over', async () => {
    const { status, host, printed } = await at('2027-02-01T00:00:00Z', 'release', { to: join(place, 'elsewhere') })
    expect(status).toBe(5)
    expect(JSON.parse(printed)).toMatchObject({
      error: {
        code: 'vulnerable',
        message: 'known vulnerabilities can be reached: GO-2021-0113 (CVE-2021-38561) in golang.org/x/text@v0.3.5',
        hint: expect.stringContaining('CVE-2021-38561 was accepted until 2027-01-31, which is over')
      }
    })
    expect(host.lines).toContain(
      `slipway.yaml:${JUDGED}: CVE-2021-38561 was accepted until 2027-01-31, which is over: GO-2021-0113 (CVE-2021-38561) in golang.org/x/text@v0.3.5`
    )
    expect(await readdir(place)).not.toContain('elsewhere')
    expect(await report()).toMatchObject({ found: [{ expired: { until: '2027-01-31' } }, {}] })
    const { found } = (await report()) as { readonly found: readonly object[] }
    expect(found[0]).not.toHaveProperty('accepted')
  })

  test('stops no second run of the release that it let through, and that run writes nothing there', async () => {
    const before = await releases()
    for (const out of ['out', 'from-nothing']) {
      const { status, host } = await at('2027-02-01T00:00:00Z', 'release', { out: join(place, out) })
      expect([status, host.lines.filter((line) => line.startsWith('error'))]).toEqual([0, []])
      expect(host.lines).toContain(
        'warning: 1.0.0 is published already, so nothing is stopped: known vulnerabilities can be reached: GO-2021-0113 (CVE-2021-38561) in golang.org/x/text@v0.3.5'
      )
      expect(host.lines.join('\n')).toContain(`slipway.yaml:${JUDGED}: CVE-2021-38561 was accepted until`)
      expect(await report(out)).toMatchObject({ found: [{ expired: { id: 'CVE-2021-38561' } }, {}] })
    }
    expect(await releases()).toEqual(before)
  })

  test('a finished release is run again, too, when the database is gone', async () => {
    const gone = await servedDatabase([])
    await gone[Symbol.asyncDispose]()
    const before = await releases()
    const { status, host } = await at('2027-02-02T00:00:00Z', 'release', { asked: gone.url })
    expect(status).toBe(0)
    expect(host.lines.join('\n')).toMatch(/warning: 1\.0\.0 is published already, .* could not be looked up at http/)
    expect(await releases()).toEqual(before)
  })

  test('a release of that name with another file, or without one, is not taken for it', async () => {
    const archive = join(place, 'releases/v1.0.0/greets_1.0.0_linux_amd64.tar.gz')
    const bytes = await readFile(archive)
    const changes = [
      ['vulnerable', () => writeFile(archive, 'other bytes')],
      // One that lacks a file is refused before anything is looked into.
      ['verification', () => rm(archive)]
    ] as const
    for (const [code, change] of changes) {
      await change()
      const { status, printed } = await at('2027-02-01T00:00:00Z', 'release')
      expect([status, JSON.parse(printed)]).toMatchObject([5, { error: { code } }])
    }
    await writeFile(archive, bytes)
  })
})
