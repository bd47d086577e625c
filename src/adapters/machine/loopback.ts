import { randomInt } from 'node:crypto'
import * as http from 'node:http'
import * as https from 'node:https'
import { createServer, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as tls } from 'node:tls'
import { Failure } from '../../base/errors.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Answer, Loopback } from '../../model/ports/processes.ts'
import { witness } from '../kubernetes/witness.ts'

/** A program that is busy starting may be slow, but one look must not take the time of many. */
const SILENCE_MS = 2000
const BODY_LIMIT = LIMITS.loopback.most

/** The machine's own network. Certificates of programs under test are their own and are not checked. */
export const loopback = (files: Files): Loopback => ({
  port: findPort,
  get: requestUrl,
  async witness(kubeconfig, within) {
    // The readers of YAML and of schemas, which only a program that runs in a cluster needs.
    const { readKubeconfig } = await import('../kubernetes/kubeconfig.ts')
    const { connection } = await readKubeconfig(kubeconfig, (path) => files.read(path))
    return witness(connection, within)
  }
})

/**
 * Below what systems give to outgoing connections (Linux from 32768, others from 49152) and to NodePorts (from 30000):
 * a program under test listens on its port again and again, and nobody may have it in between.
 */
const [LOWEST, HIGHEST] = [15_000, 30_000]
/** To be had is not enough: trials side by side ask before their programs listen. */
const handedOut = new Set<number>()

async function findPort(): Promise<number> {
  for (let tries = 1; tries <= HIGHEST - LOWEST; tries++) {
    const one = randomInt(LOWEST, HIGHEST)
    if (handedOut.has(one)) continue
    handedOut.add(one)
    if (await isFree(one)) return one
  }
  throw new Failure('environment', `no port of 127.0.0.1 between ${LOWEST} and ${HIGHEST} is free`, {
    hint: 'Something listens on nearly all of them: ss -ltn.'
  })
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

const requestUrl = (url: string, signal: AbortSignal): Promise<Answer | undefined> => requestLoopback(url, signal)

/** One GET at 127.0.0.1, over connections of `connect` where it is given; undefined when nothing answers in time. */
export async function requestLoopback(
  url: string,
  signal: AbortSignal,
  connect?: (port: number) => Promise<Socket>
): Promise<Answer | undefined> {
  const { protocol, hostname, port } = new URL(url)
  if (!/^https?:$/.test(protocol) || !['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
    throw new Failure('input', `${url} does not lead to this machine`, {
      hint: 'A program under test is asked at http://127.0.0.1:{port}/….'
    })
  const secure = protocol === 'https:'
  const client = secure ? https : http
  const over = connect && (() => connect(Number(port || (secure ? 443 : 80))))
  return await new Promise((resolve, reject) => {
    const stop = AbortSignal.any([signal, AbortSignal.timeout(SILENCE_MS)])
    const fail = (): void => (signal.aborted ? reject(signal.reason as Error) : resolve(undefined))
    const options = {
      ...{ signal: stop, ...(secure && { rejectUnauthorized: false }) },
      ...(over ? { createConnection: adaptConnect(over, secure) } : { agent: false })
    }
    const request = client.get(url, options, (answer) => {
      const chunks: Buffer[] = []
      let size = 0
      const done = (): void =>
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8').slice(0, BODY_LIMIT) })
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length
        chunks.push(chunk)
        if (size > BODY_LIMIT) {
          done()
          request.destroy()
        }
      })
      answer.once('end', done)
      answer.once('error', fail)
    })
    request.once('error', fail)
  })
}

/** As Node's clients want it: a socket, later. */
const adaptConnect =
  (connect: () => Promise<Socket>, secure: boolean) =>
  (_: unknown, made: (error: Error | null, socket: Duplex) => void): undefined => {
    connect().then(
      (socket) => made(null, secure ? tls({ socket, rejectUnauthorized: false }) : socket),
      (error: unknown) => made(error as Error, undefined as never)
    )
  }
