import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, jest } from '@jest/globals'
import { realTools, toolCacheFolder } from '../bed/tools.ts'
import { program, readGoFolders, succeeded } from '../fakes/cli.ts'
import { HELLO, repository, workspace, write } from '../fakes/repository.ts'
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

/** A release while something else changes files at the moment at which cosign is about to read them. */
const during = async (place: Place, script: string) => {
  await repository(join(place.path, 'work'), {
    ...HELLO,
    '.gitignore': '.slipway/\n',
    'slipway.yaml': 'rebuild: 0\ntargets: [linux/amd64]\nkubernetes: none\nvet: "off"\n'
  })
  const bin = join(place.path, 'bin')
  await write(bin, { cosign: `#!/bin/sh\nset -e\n${script}\nexec ${cosign} "$@"\n` })
  await chmod(join(bin, 'cosign'), 0o755)
  await writeFile(join(place.path, 'evil'), `${'0'.repeat(64)}  hello_1.0.0_linux_amd64.tar.gz\n`)
  const where = await readGoFolders(place.path)
  return await place.slipway(['release', '--sign', 'key', '--to', join(place.path, 'releases')], {
    cwd: 'work',
    writes: ['work/.slipway', 'releases', 'tmp'],
    env: {
      ...where,
      RUNNER_TOOL_CACHE: toolCacheFolder(),
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      COSIGN_PRIVATE_KEY: key
    }
  })
}

const SWAPS: readonly Attack[] = [
  {
    kind: 'integrity beside what it protects',
    of: 4,
    attack: 'the list of checksums is another one while cosign reads it',
    expected:
      /checksums\.txt was changed between its making and its signature: the signature is over sha256 [0-9a-f]{64}/,
    run: (place) =>
      during(place, `case $1 in sign-blob) for last; do :; done; cp ${join(place.path, 'evil')} "$last" ;; esac`)
  },
  {
    kind: 'integrity beside what it protects',
    of: 4,
    attack: 'the list of checksums is another one before its signature, where a release is put together',
    expected: /bundle\.json does not prove checksums\.txt: cosign refuses it/,
    run: (place) =>
      during(
        place,
        `case $1 in sign-blob) cp ${join(place.path, 'evil')} ${join(place.path, 'work/.slipway/checksums.txt')} ;; esac`
      )
  },
  {
    kind: 'integrity beside what it protects',
    of: 4,
    attack: 'a statement is another one while cosign reads it',
    expected: /provenance\.sigstore\.json was changed between its making and its signature/,
    run: (place) =>
      during(
        place,
        'case $1 in attest-blob) for each; do case $each in */statement.json) sed -i "s/hello/hollo/2" "$each" ;; esac; done ;; esac'
      )
  }
]

attacks(SWAPS, () => root)
