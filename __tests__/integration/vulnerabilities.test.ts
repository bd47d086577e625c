import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { repository, workspace } from '../fakes/repository.ts'
import {
  folderDatabase,
  GREETS,
  servedDatabase,
  TEXT_CALLED as CALLED,
  TEXT_NOT_CALLED as NOT_CALLED,
  type Known
} from '../fakes/network/vulnerabilities.ts'

/** Made up: nothing repairs it, and its words are not kindly meant. */
const WITHOUT_FIX: Known = {
  id: 'GO-2099-0001',
  aliases: [],
  summary: '::error::</td><script>alert(1)</script> | `$(id)`',
  module: 'golang.org/x/text',
  package: 'golang.org/x/text/language',
  symbols: ['Tag.String']
}

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place: string
let folder: string
beforeAll(async () => {
  place = stack.use(await workspace()).path
  folder = join(place, 'greets')
  await repository(folder, GREETS)
})

const run = (command: string, GOVULNDB: string | undefined, ...flags: readonly string[]): Promise<Ran> =>
  slipway([command, ...(command === 'release' ? ['--to', '../releases', '--sign', 'none'] : []), ...flags], {
    cwd: folder,
    env: { GOVULNDB }
  })

const report = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, '.slipway/report/vulnerabilities.json'), 'utf8'))

test('what a program can reach is told with its fix, on the line of go.mod and in the report, and stops nothing', async () => {
  const database = await folderDatabase(join(place, 'all'), [CALLED, NOT_CALLED, WITHOUT_FIX])
  const said = succeeded(await run('gate', database))
  expect(said).toMatch(/^✓ scan +vulnerabilities .* 2 programs, 2 REACHABLE, 1 in modules only$/m)
  expect(said).toContain(
    'go.mod:5: warning: GO-2021-0113 (CVE-2021-38561) in golang.org/x/text@v0.3.5: Out-of-bounds read in golang.org/x/text/language; repaired in v0.3.7; in the programs: golang.org/x/text/language.Parse'
  )
  expect(said).toContain('GO-2099-0001 in golang.org/x/text@v0.3.5')
  expect(said).not.toContain('GO-2022-1059')
  expect(await report()).toMatchObject({
    schema: 1,
    database,
    modified: '2026-03-04T05:06:07Z',
    skipped: null,
    unknown: null,
    programs: 2,
    found: [
      {
        id: 'GO-2021-0113',
        version: 'v0.3.5',
        fixed: 'v0.3.7',
        reach: 'linked',
        symbols: ['golang.org/x/text/language.Parse'],
        programs: ['greets for linux/amd64', 'greets for windows/amd64']
      },
      { id: 'GO-2099-0001', fixed: null, reach: 'linked', symbols: ['golang.org/x/text/language.Tag.String'] },
      { id: 'GO-2022-1059', fixed: 'v0.3.8', reach: 'imported', symbols: [] }
    ]
  })
  const summary = await readFile(join(folder, '.slipway/report/summary.md'), 'utf8')
  expect(summary).toContain('### Known vulnerabilities')
  expect(summary).toContain('repaired in v0.3.7')
  expect(summary).not.toContain('<script>')
  const page = await readFile(join(folder, '.slipway/report/index.html'), 'utf8')
  expect(page).toContain('GO-2021-0113 (CVE-2021-38561)')
  expect(page).not.toContain('<script>')
})

test('with fail, what can be reached stops a release before anything is signed or published, with the way out', async () => {
  const database = stack.use(await servedDatabase([CALLED, NOT_CALLED]))
  const ran = await run('release', database.url, '--vulnerabilities', 'fail', '--json')
  expect(ran.status).toBe(5)
  expect(JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
    error: {
      code: 'vulnerable',
      message: 'known vulnerabilities can be reached: GO-2021-0113 (CVE-2021-38561) in golang.org/x/text@v0.3.5',
      hint: 'GO-2021-0113 (CVE-2021-38561): repaired in v0.3.7; https://pkg.go.dev/vuln/GO-2021-0113'
    }
  })
  expect(database.asked).toContain('/ID/GO-2021-0113.json.gz')
  expect(await readdir(place)).not.toContain('releases')
  expect(await report()).toMatchObject({ found: [{ id: 'GO-2021-0113' }, { id: 'GO-2022-1059' }] })
})

test('with fail, what is in a module and not in the program stops nothing', async () => {
  const database = stack.use(await servedDatabase([NOT_CALLED]))
  expect(succeeded(await run('gate', database.url, '--vulnerabilities', 'fail'))).toMatch(
    /^✓ scan .* 2 programs, nothing known is reachable, 1 in modules only$/m
  )
  const asked = database.asked.length
  expect(succeeded(await run('gate', database.url))).toMatch(/ 2 programs, nothing known is reachable/)
  // The same programs on the same day; at midnight (UTC) they are asked about once more.
  expect(database.asked.length === asked || new Date().getUTCHours() === 0).toBe(true)
})

test('a database that cannot be asked is told, and stops a run only with fail', async () => {
  // Nobody listens on the port of a server that is gone.
  const gone = await servedDatabase([])
  await gone[Symbol.asyncDispose]()
  const ran = await run('gate', gone.url)
  expect(succeeded(ran)).toMatch(/known vulnerabilities could not be looked up at http:\/\/127\.0\.0\.1:\d+: /)
  expect(await report()).toMatchObject({ unknown: expect.any(String), found: [] })

  const refused = await run('release', gone.url, '--vulnerabilities', 'fail')
  expect(refused).toMatchObject({ status: 3, stdout: expect.stringContaining('Nothing was signed or published.') })
  expect(await readdir(place)).not.toContain('releases')
})

test('a database of another form is told like one that is not there', async () => {
  const other = await servedDatabase([])
  stack.use(other)
  const ran = await run('gate', `${other.url}/elsewhere`)
  expect(succeeded(ran)).toContain('unrecognized vulndb format')
})

test('nobody is asked where nobody should be, and a wish that cannot be met is refused before anything is built', async () => {
  expect(succeeded(await run('plan', 'off'))).toMatch(/^scan +nothing: GOVULNDB is off$/m)
  const off = ['--vulnerabilities', 'off']
  expect(succeeded(await run('plan', undefined, ...off))).toMatch(/^scan +nothing: vulnerabilities is off$/m)
  expect(succeeded(await run('plan', undefined))).toMatch(
    /^scan +known vulnerabilities, by https:\/\/vuln\.go\.dev \(warn\)$/m
  )
  expect(await run('plan', 'off', '--vulnerabilities', 'fail')).toMatchObject({ status: 2 })
  const secret = await run('plan', 'https://ada:hunter2@vulndb.example.com')
  expect(secret).toMatchObject({ status: 2 })
  expect(`${secret.stdout}${secret.stderr}`).not.toContain('hunter2')
  expect(await run('plan', 'http://vulndb.example.com')).toMatchObject({ status: 2 })
})
