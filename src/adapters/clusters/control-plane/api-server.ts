import { Failure } from '../../../base/errors.ts'
import type { KubernetesApi } from '../../../model/ports/kubernetes.ts'
import type { Service } from '../../../model/ports/processes.ts'
import { openKubernetesApi } from '../../kubernetes/client.ts'
import { PATHS } from './components.ts'
import { findFreePort } from './free-port.ts'
import { waitUntil } from '../until.ts'

/** Somebody else may take the port between our look and the API server's bind. */
const PORT_TRIES = 5

type Read = (name: string) => Promise<Uint8Array | undefined>

export interface ApiServer {
  readonly service: Service
  readonly url: string
  /** The certificate that it made for itself, with its authority; PEM. */
  readonly certificate: string
  readonly client: KubernetesApi & Disposable
}

/**
 * An API server that answers, though it is not ready yet, on a port that it has for itself. Rejects with a 'command'
 * Failure that holds the end of its log when it ends instead.
 */
export async function startApiServer(
  run: (port: number) => Promise<Service>,
  read: Read,
  token: string,
  signal: AbortSignal
): Promise<ApiServer> {
  for (let tries = 1; ; tries++) {
    const port = await findFreePort()
    const service = await run(port)
    const url = `https://127.0.0.1:${port}`
    const ended = new AbortController()
    const how = service.ended.finally(() => ended.abort())
    try {
      return { service, url, ...(await awaitFirstAnswer(url, read, token, AbortSignal.any([signal, ended.signal]))) }
    } catch (error) {
      signal.throwIfAborted()
      if (!ended.signal.aborted) throw error
      if (tries < PORT_TRIES && (await how).includes('address already in use')) continue
      throw new Failure('command', `the control plane did not start: ${await how}`, {
        hint: 'See the log above; run again, or choose another cluster: --cluster kind or kubeconfig.'
      })
    }
  }
}

async function awaitFirstAnswer(url: string, read: Read, token: string, signal: AbortSignal) {
  await waitUntil(signal, async () => ((await read(PATHS.certificateKey))?.length ?? 0) > 0)
  const certificate = Buffer.from((await read(PATHS.certificate)) ?? []).toString('utf8')
  const client = openKubernetesApi({ server: new URL(url), ca: certificate, token })
  const answers = (): Promise<boolean> =>
    client.call('GET', '/livez', { signal }).then(
      () => true,
      () => false
    )
  try {
    await waitUntil(signal, answers)
    return { certificate, client }
  } catch (error) {
    client[Symbol.dispose]()
    throw error
  }
}
