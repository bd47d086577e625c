import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import { processes } from '../../../src/adapters/machine/process.ts'
import { sweepProcesses } from '../../../src/adapters/machine/sweep.ts'
import { environment } from '../tools.ts'

/** dockerd ends its containers first, which takes longer than other programs get, in milliseconds. */
const GRACE_MS = 30_000
const START_MS = 60_000

export interface Engine extends AsyncDisposable {
  /** For DOCKER_HOST. */
  readonly host: string
}

/**
 * A Docker engine of our own on a socket in `folder`, with all its state there. It changes nothing of this machine's
 * network but for the bridges of its networks: no firewall rule, no forwarding, no default bridge; a published port is
 * served by a process. Gone at the end of its scope.
 */
export async function startEngine(folder: string): Promise<Engine> {
  await sweepProcesses()
  const socket = join(folder, 'docker.sock')
  await Promise.all([socket, join(folder, 'dockerd.pid')].map((path) => rm(path, { force: true })))
  const log = join(folder, 'dockerd.log')
  await rm(log, { force: true })
  const host = `unix://${socket}`
  const own = processes({ graceMs: GRACE_MS })
  const paths = ['--data-root', join(folder, 'engine'), '--exec-root', join(folder, 'run')]
  const runtime = ['--add-runtime', `fit=${join(import.meta.dirname, 'runc.sh')}`, '--default-runtime', 'fit']
  const service = await own.start(
    [
      'dockerd',
      ...paths,
      ...['--pidfile', join(folder, 'dockerd.pid'), '--host', host, '--storage-driver', 'overlay2'],
      ...['--bridge=none', '--iptables=false', '--ip6tables=false', '--ip-forward=false'],
      ...(mayAll() ? [] : runtime)
    ],
    { env: { ...environment(), PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` }, log }
  )
  let ended: string | undefined
  void service.ended.then((how) => (ended = how))
  const started = Date.now()
  const answers = () =>
    own.run(['docker', 'version'], { env: { ...environment(), DOCKER_HOST: host } }).then(
      () => true,
      () => false
    )
  while (!(await answers())) {
    if (ended !== undefined) throw new Error(ended)
    if (Date.now() - started > START_MS) {
      await service[Symbol.asyncDispose]()
      throw new Error(`dockerd does not answer after ${START_MS / 1000} s; see ${log}`)
    }
    await sleep(100)
  }
  return { host, [Symbol.asyncDispose]: () => service[Symbol.asyncDispose]() }
}

/** Whether this process may do what `docker run --privileged` asks for. */
const mayAll = (): boolean => /^CapBnd:\s*0*1ffffffffff$/m.test(readFileSync('/proc/self/status', 'utf8'))
