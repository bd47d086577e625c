import { cp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import { parse } from 'yaml'
import { processes } from '../../src/adapters/machine/process.ts'
import { environment } from '../bed/tools.ts'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { commit, git, workspace } from '../fakes/repository.ts'

// To build such a program takes minutes of a core, so the full tests do; to carry its configuration over takes seconds.
const FULL = process.env['SLIPWAY_TEST'] === 'full'
jest.setTimeout(FULL ? 30 * 60_000 : 300_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

interface Moved {
  readonly module: string
  readonly tag: string
  /** What slipway.yaml has to say of targets, main packages, programs and archives. */
  readonly settings: object
  readonly program: string
  readonly args: readonly string[]
  /** The program says its version, which comes by the flags that were carried over. */
  readonly says: string
}

/** Of a Go module, what its own repository holds at a tag, in a repository of ours. */
async function checkOut({ module, tag }: Moved, folder: string): Promise<void> {
  const { stdout } = await processes().run(['go', 'mod', 'download', '-json', `${module}@${tag}`], {
    cwd: tmpdir(),
    env: { ...environment(), GOWORK: 'off', GOFLAGS: '-mod=mod' }
  })
  await cp((JSON.parse(stdout) as { readonly Dir: string }).Dir, folder, { recursive: true })
  succeeded(await program(['chmod', '-R', 'u+w', folder], { cwd: tmpdir() }))
  await git(folder, 'init', '--quiet', '--initial-branch=main', '--template=', '.')
  await commit(folder)
}

test.each<Moved>([
  {
    module: 'github.com/zegl/kube-score',
    tag: 'v1.20.0',
    settings: {
      targets: [
        ...['linux/amd64', 'linux/arm/v6', 'linux/arm64', 'darwin/amd64', 'darwin/arm64'],
        ...['windows/amd64', 'windows/arm64']
      ],
      main: ['./cmd/kube-score'],
      archives: [{ format: 'binary' }, { format: 'tar.gz' }]
    },
    ...{ program: 'kube-score', args: ['version'], says: 'kube-score version: 1.20.0' }
  },
  {
    module: 'github.com/stern/stern',
    tag: 'v1.32.0',
    settings: {
      targets: [
        ...['linux/amd64', 'linux/arm/v6', 'linux/arm64', 'windows/amd64', 'windows/arm64'],
        ...['darwin/amd64', 'darwin/arm64']
      ],
      main: ['.'],
      builds: [
        {
          main: '.',
          ldflags: ['version', 'commit', 'date'].map((name) => `-X=github.com/stern/stern/cmd.${name}={${name}}`)
        }
      ],
      archive: { format: 'tar.gz', spell: { armv6: 'arm' } }
    },
    ...{ program: 'stern', args: ['--version'], says: 'version: 1.32.0' }
  }
])('$module moves with its own configuration of GoReleaser', async (moved) => {
  const folder = join(stack.use(await workspace()).path, 'moved')
  await checkOut(moved, folder)
  succeeded(await slipway(['init'], { cwd: folder }))
  expect(parse(await readFile(join(folder, 'slipway.yaml'), 'utf8'))).toEqual(moved.settings)
  if (!FULL) return
  await commit(folder, [moved.tag])
  const host = succeeded(await program(['go', 'env', 'GOOS', 'GOARCH'], { cwd: tmpdir() }))
    .trim()
    .split('\n')
  // The Go that is here, whatever their go.mod asks for.
  const build = ['build', '--targets', host.join('/'), '--go-version', '1.26.8', '--build-cache', 'shared']
  succeeded(await slipway(build, { cwd: folder }))
  const made = join(folder, '.slipway/bin', host.join('_'), moved.program)
  const { stdout, stderr } = await program([made, ...moved.args], { cwd: folder })
  expect(stdout + stderr).toContain(moved.says)
})
