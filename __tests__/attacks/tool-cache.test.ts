import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, jest } from '@jest/globals'
import { realTools, toolCacheFolder } from '../bed/tools.ts'
import { program, readGoFolders, succeeded } from '../fakes/cli.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'
import { attacks, SECRETS, type Attack, type Place } from './attack.ts'

jest.setTimeout(300_000)

const stack = new AsyncDisposableStack()
let root = ''
let cosign = ''
let key = ''
beforeAll(async () => {
  root = stack.use(await workspace()).path
  cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(1_200_000))).path
  const { COSIGN_PASSWORD } = SECRETS
  succeeded(await program([cosign, 'generate-key-pair'], { cwd: root, env: { COSIGN_PASSWORD } }))
  key = await readFile(join(root, 'cosign.key'), 'utf8')
}, 1_200_000)
afterAll(() => stack.disposeAsync())

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/**
 * A release on a machine where a job before left another cosign in the tool cache, which writes its environment down. The
 * network is gone, so that Slipway cannot make the tool anew, which it does otherwise.
 */
async function after(place: Place, leave: (cached: string, evil: string) => Promise<void>) {
  await repository(join(place.path, 'work'), {
    ...HELLO,
    '.gitignore': '.slipway/\n',
    'slipway.yaml': 'rebuild: 0\ntargets: [linux/amd64]\nkubernetes: none\nvet: "off"\n'
  })
  const cache = join(place.path, 'tools')
  const cached = join(cache, relative(toolCacheFolder(), cosign))
  await mkdir(dirname(cached), { recursive: true })
  await writeFile(`${dirname(cached)}.complete`, '')
  await leave(cached, `#!/bin/sh\nenv > ${join(place.path, 'taken')}\nexec ${cosign} "$@"\n`)
  return await place.slipway(['release', '--sign', 'key', '--to', join(place.path, 'releases')], {
    cwd: 'work',
    writes: ['work/.slipway', 'tools', 'tmp'],
    env: {
      ...(await readGoFolders(place.path)),
      ...{ RUNNER_TOOL_CACHE: cache, GOPROXY: 'off', HTTPS_PROXY: 'http://127.0.0.1:9' },
      COSIGN_PRIVATE_KEY: key
    }
  })
}

/** What Slipway itself writes beside a tool. */
const recordOf = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const own = await readFile(join(dirname(cosign), '.slipway.json'), 'utf8')
  return JSON.stringify({ ...(JSON.parse(own) as object), files })
}

const EXPECTED =
  /warning: slipway-cosign \S+ in the tool cache holds cosign with sha256 [^,]+, not [0-9a-f]{64}; it is removed/

attacks(
  [
    {
      ...{ kind: 'integrity beside what it protects', of: 5 },
      attack: 'the cosign in the tool cache is another one, and the record beside it says so',
      expected: EXPECTED,
      run: (place) =>
        after(place, async (cached, evil) => {
          await writeFile(cached, evil, { mode: 0o755 })
          await writeFile(join(dirname(cached), '.slipway.json'), await recordOf({ cosign: sha256(evil) }))
        })
    },
    {
      ...{ kind: 'integrity beside what it protects', of: 5 },
      attack: 'the cosign in the tool cache is another one, and the record is about the true one beside it',
      expected: EXPECTED,
      run: (place) =>
        after(place, async (cached, evil) => {
          await writeFile(cached, evil, { mode: 0o755 })
          await writeFile(`${cached}-true`, await readFile(cosign))
          const record = await recordOf({ 'cosign-true': sha256(await readFile(cosign)) })
          await writeFile(join(dirname(cached), '.slipway.json'), record)
        })
    },
    {
      ...{ kind: 'integrity beside what it protects', of: 5 },
      attack: 'the cosign in the tool cache is a link to another one, and the record says so',
      expected: EXPECTED,
      run: (place) =>
        after(place, async (cached, evil) => {
          await writeFile(`${cached}-evil`, evil, { mode: 0o755 })
          await rename(`${cached}-evil`, join(place.path, 'tools', 'evil'))
          await symlink(join(place.path, 'tools', 'evil'), cached)
          await writeFile(join(dirname(cached), '.slipway.json'), await recordOf({ cosign: sha256(evil) }))
        })
    }
  ] as const satisfies readonly Attack[],
  () => root
)
