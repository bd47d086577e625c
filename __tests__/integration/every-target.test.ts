import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { needsCgo, parseTarget, formatTargetName } from '../../src/go/target.ts'
import { slipway, succeeded } from '../fakes/cli.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'

// Half a minute for the runtime of a target that was never compiled, and there are dozens.
jest.setTimeout(600_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

/** What this Go says that it can build, and every variant that Slipway knows of one processor each. */
const TARGETS = [
  ...execFileSync('go', ['tool', 'dist', 'list'], { encoding: 'utf8' }).trim().split('\n'),
  ...['linux/386/softfloat', 'linux/amd64/v4', 'linux/arm/v5', 'linux/arm64/v9.5', 'linux/mips/softfloat'],
  ...['linux/mips64le/softfloat', 'linux/ppc64le/power10', 'linux/riscv64/rva23u64', 'js/wasm/satconv']
]

let folder: string
let GOCACHE: string
beforeAll(async () => {
  const place = stack.use(await workspace()).path
  folder = join(place, 'hello')
  GOCACHE = join(place, 'cache')
  await repository(folder, HELLO)
})

test.each(TARGETS)('%s is built and is what was asked for, or is refused before any compile', async (text) => {
  const target = parseTarget(text)
  const out = `out-${formatTargetName(target)}`
  const ran = await slipway(['build', '--targets', text, '--out', join(folder, '..', out)], {
    cwd: folder,
    env: { GOCACHE }
  })
  const reason = needsCgo(target)
  if (reason !== undefined) {
    expect(ran.status).toBe(2)
    expect(ran.stdout).toContain(`error: ${reason}`)
    expect(ran.stdout).not.toMatch(/^[✓✗] /m)
    return
  }
  const said = succeeded(ran)
  expect(said).toMatch(new RegExp(`^✓ build +${text}(/|  )`, 'm'))
  expect(said).toMatch(/^✓ package /m)
})
