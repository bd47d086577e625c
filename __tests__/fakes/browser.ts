import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { deferred, type Deferred } from './deferred.ts'
import { pathOf } from './needs.ts'

type Data = Readonly<Record<string, unknown>>

/** A page in a real browser. */
export interface Tab {
  /** A command of the DevTools protocol. */
  send(method: string, params?: Data): Promise<Data>
  /** The value of a JavaScript expression in the page, as JSON. */
  evaluate<T>(expression: string): Promise<T>
  /** Everything that the page asked for over any protocol, in order. */
  readonly requests: readonly string[]
  /** What the console would show: errors, warnings, refusals by the policy, and exceptions. */
  readonly complaints: readonly string[]
}

export interface Browser extends AsyncDisposable {
  /** Opens an address in a window of this size and waits until it is loaded. */
  open(url: string, size: { readonly width: number; readonly height: number }): Promise<Tab>
}

/** Debian's chromium without a window, driven over a pipe: it ends when the pipe does, whatever becomes of the test. */
export async function browser(): Promise<Browser> {
  const home = await mkdtemp(join(tmpdir(), 'slipway-browser-'))
  const child = spawn(
    pathOf('chromium') ?? 'chromium',
    [
      '--headless=new',
      '--remote-debugging-pipe',
      `--user-data-dir=${home}`,
      // It reads our own files only, and containers have no user namespaces to make a sandbox of.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND'
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'] ?? '', HOME: home } }
  )
  const ended = once(child, 'exit')
  const client = pipe(child.stdio[3] as Writable, child.stdio[4] as Readable)
  void ended.then(() => client.end('the browser ended'))
  return {
    open: async (url, size) => await open(client, url, size),
    async [Symbol.asyncDispose]() {
      await client.send('Browser.close').catch(() => child.kill('SIGKILL'))
      await ended
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

async function open(client: Client, url: string, size: { width: number; height: number }): Promise<Tab> {
  const { targetId } = await client.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await client.send('Target.attachToTarget', { targetId, flatten: true })
  const send = (method: string, params: Data = {}) => client.send(method, params, sessionId as string)
  const requests: string[] = []
  const complaints: string[] = []
  const loaded = deferred<void>()
  client.listen(sessionId as string, (method, params) => {
    if (method === 'Page.loadEventFired') loaded.resolve()
    if (method === 'Network.requestWillBeSent') requests.push((params['request'] as { url: string }).url)
    if (['Log.entryAdded', 'Runtime.consoleAPICalled', 'Runtime.exceptionThrown', 'Audits.issueAdded'].includes(method))
      complaints.push(JSON.stringify(params))
  })
  for (const domain of ['Page', 'Network', 'Log', 'Runtime', 'Audits']) await send(`${domain}.enable`)
  await send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false })
  await send('Page.navigate', { url })
  await loaded.promise
  return {
    send,
    requests,
    complaints,
    async evaluate<T>(expression: string) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, returnByValue: true })
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
      return (result as { value: T }).value
    }
  }
}

interface Client {
  send(method: string, params?: Data, sessionId?: string): Promise<Data>
  listen(sessionId: string, hear: (method: string, params: Data) => void): void
  end(why: string): void
}

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: Data
  readonly result?: Data
  readonly error?: { readonly message: string }
}

/** Messages of the DevTools protocol, each ended by a NUL. */
function pipe(to: Writable, from: Readable): Client {
  const open = new Map<number, Deferred<Data>>()
  const listeners = new Map<string, (method: string, params: Data) => void>()
  let over: string | undefined
  let rest = ''
  let last = 0
  from.setEncoding('utf8')
  from.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) hear(JSON.parse(message) as Message)
  })
  // A pipe breaks when the browser ends; whoever waits is told then.
  to.on('error', () => undefined)
  const hear = ({ id, sessionId = '', method, params, result, error }: Message): void => {
    if (id === undefined) return listeners.get(sessionId)?.(method ?? '', params ?? {})
    const waiting = open.get(id)
    open.delete(id)
    if (error) waiting?.reject(new Error(error.message))
    else waiting?.resolve(result ?? {})
  }
  return {
    send(method, params = {}, sessionId) {
      if (over !== undefined) return Promise.reject(new Error(over))
      const id = ++last
      const answer = deferred<Data>()
      open.set(id, answer)
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
      return answer.promise
    },
    listen: (sessionId, hear) => void listeners.set(sessionId, hear),
    end(why) {
      over = why
      for (const { reject } of open.values()) reject(new Error(why))
    }
  }
}
