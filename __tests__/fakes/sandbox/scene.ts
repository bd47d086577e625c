import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { disk } from '../../../src/adapters/machine/disk.ts'
import { loopback } from '../../../src/adapters/machine/loopback.ts'
import { processes } from '../../../src/adapters/machine/process.ts'
import { sandboxes } from '../../../src/adapters/sandbox/sandboxes.ts'
import type { Isolation } from '../../../src/model/isolation.ts'

/**
 * A stand-in for Slipway as a program of its own: with a secret in its environment, its memory, its files, its sockets and
 * in the kernel, it runs the canary in a sandbox and prints what that found.
 *
 * Arguments: a folder that this may fill, the canary, the isolation, a name for what has one name a machine.
 */
const [folder = '', canary = '', by = 'none', name = ''] = process.argv.slice(2)
const secret = process.env['COSIGN_PASSWORD'] ?? ''
const kept = Buffer.from(secret)

const home = join(folder, 'home')
const work = join(home, 'work')
const out = join(work, '.slipway')
const PATHS = {
  'the home of the user': home,
  'credentials of Docker': join(home, '.docker/config.json'),
  'the kubeconfig of the user': join(home, '.kube/config'),
  'keys of ssh': join(home, '.ssh/id_ed25519'),
  'credentials of git': join(home, '.git-credentials'),
  'a netrc': join(home, '.netrc'),
  'credentials of npm': join(home, '.npmrc'),
  'credentials of AWS': join(home, '.aws/credentials'),
  'the token of gh': join(home, '.config/gh/hosts.yml'),
  'the repository': join(work, 'main.go'),
  'the settings of git in the repository': join(work, '.git/config'),
  'the output folder': join(out, 'checksums.txt'),
  'the records in the output folder': join(out, 'state/sign.json'),
  'the kubeconfig of the cluster, two folders above the program': join(out, 'admin.kubeconfig'),
  'the tool cache': join(home, '.cache/slipway/tools/cosign/3.0.4/cosign'),
  'the build cache of Go': join(home, '.cache/go-build/00/object-d'),
  'the module cache of Go': join(home, 'go/pkg/mod/cache/download/list'),
  'files of the runner': join(folder, 'runner/_temp/event.json'),
  'a file in the temporary folder': join('/tmp', `${name}-leftover`),
  'a file in the shared memory': join('/dev/shm', `${name}-leftover`)
}
for (const path of Object.values(PATHS).slice(1)) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `token: ${secret}\n`, {
    mode: /\.slipway|cache|main\.go/.test(path.slice(folder.length)) ? 0o644 : 0o600
  })
}
await using _record = await open(PATHS['the records in the output folder'])
const program = join(out, 'bin/linux_amd64/canary')
await mkdir(dirname(program), { recursive: true })
await copyFile(canary, program)
const sharedKey = 0x51000000 + (Number.parseInt(name.slice(-6), 16) % 0xffffff)
spawnSync(canary, ['plant', secret, String(sharedKey), name])

const servers = await Promise.all(
  [['127.0.0.1'], ['::1'], ['\0' + name], [join(home, 'agent.sock')]].map(async ([at = '']) => {
    const server = createServer((socket) => socket.on('error', () => undefined).end(secret))
    if (/^[\0/]/.test(at)) server.listen(at)
    else server.listen(0, at)
    await once(server, 'listening')
    return server
  })
)
const ports = servers.flatMap((server) => {
  const address = server.address()
  return address !== null && typeof address === 'object' ? [address.port] : []
})

const files = disk('/tmp')
const own = processes()
const all = sandboxes({
  ...{ processes: own, files, loopback: loopback(files), platform: process.platform, sudo: false },
  ...{ hides: [home, join(folder, 'runner'), work], among: [by as Isolation['by']] }
})
{
  await using scratch = await files.scratch('canary')
  const data = join(scratch.path, 'data')
  await mkdir(data)
  const given = join(scratch.path, 'trial.kubeconfig')
  await writeFile(given, 'what the trial gives', { mode: 0o600 })
  await writeFile(join(scratch.path, 'other.kubeconfig'), secret, { mode: 0o600 })
  await using box = await all.open({ reads: [program, given], writes: [data], reaches: [], hides: [out] })
  const asked = {
    ...{ parent: process.pid, paths: { ...PATHS, 'files beside its own': scratch.path }, ports, sharedKey },
    ...{ sockets: { 'the agent of ssh': join(home, 'agent.sock') }, abstract: name, queue: name },
    // Nothing of a test leaves the machine: only where there is no way out is one looked for.
    metadata: by === 'bubblewrap' || by === 'namespaces'
  }
  const { stdout } = await box.run([program], {
    ...{ cwd: data, env: { PATH: '/usr/bin:/bin', HOME: data, KUBECONFIG: given }, input: JSON.stringify(asked) }
  })
  const { by: found, why } = await all.isolation()
  process.stdout.write(JSON.stringify({ isolation: found, why, looks: JSON.parse(stdout) as unknown }))
}
for (const server of servers) server.close()
spawnSync(canary, ['remove', String(sharedKey), name])
for (const path of Object.values(PATHS).slice(-2)) await rm(path)
// What it holds in memory is there to the end.
process.exitCode = kept.length > 0 && (await readFile(canary)).length > 0 ? 0 : 1
