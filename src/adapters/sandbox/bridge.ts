import { spawn, type ChildProcess, type Serializable } from 'node:child_process'
import { connect as connectHere, Server, Socket } from 'node:net'
import { Failure } from '../../base/errors.ts'
import { Scope } from '../../base/scope.ts'
import type { Argv } from '../../model/ports/processes.ts'
import { addMarker } from '../machine/process.ts'

/** Ways in and out of a network that has nothing but its loopback. */
export interface Bridge extends AsyncDisposable {
  /** A connection to a port in there. */
  connect(port: number): Promise<Socket>
}

/**
 * A process in that network. It makes sockets there and hands them over: what belongs to a network is a socket, and not
 * the process that reads it. It sees no byte of what goes through them.
 */
const PROGRAM = `
const net = require('node:net')
process.on('disconnect', () => process.exit())
process.on('message', ({ id, listen, connect }) => {
  const refuse = ({ code, message }) => process.send({ id, error: code ?? message })
  if (listen) {
    const server = net.createServer().once('error', refuse)
    return server.listen(listen, '127.0.0.1', 511, () => process.send({ id }, server, () => server.close()))
  }
  const socket = net.connect(connect, '127.0.0.1').pause().once('error', refuse)
  socket.once('connect', () => process.send({ id }, socket.off('error', refuse).on('error', () => {})))
})
`

interface BridgeReply {
  readonly id: number
  readonly error?: string
}

/** `enter` is the start of a command line that runs in the network; `reaches` are ports of ours that it gets. */
export async function bridge(enter: Argv, reaches: readonly number[]): Promise<Bridge> {
  const [tool, ...args] = enter
  const child = spawn(tool, [...args, process.execPath, '-e', PROGRAM], {
    env: addMarker({}),
    cwd: '/',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: true
  })
  const ask = makeQuestions(child)
  await using stack = new Scope()
  stack.defer(() => endChild(child))
  const sockets = new Set<Socket>()
  stack.defer(() => sockets.forEach((socket) => socket.destroy()))
  for (const port of reaches) {
    const server = await ask({ listen: port })
    if (!(server instanceof Server)) throw new Error('the bridge gave no server')
    stack.defer(() => void server.close())
    server.on('connection', (socket) => joinSockets(socket, connectHere(port, '127.0.0.1'), sockets))
  }
  const owned = stack.move()
  return {
    async connect(port) {
      const socket = await ask({ connect: port })
      if (!(socket instanceof Socket)) throw new Error('the bridge gave no socket')
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      return socket
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

/** Asks the process, and resolves with the handle that comes back. */
function makeQuestions(child: ChildProcess): (question: Readonly<Record<string, number>>) => Promise<unknown> {
  const open = new Map<number, { resolve: (handle: unknown) => void; reject: (error: Error) => void }>()
  let serial = 0
  let gone: Failure | undefined
  const over = (cause: unknown): void => {
    gone = new Failure('environment', 'the bridge into the network of a sandbox has ended', {
      hint: 'Something outside of Slipway ended it, such as a lack of memory: dmesg tells.',
      cause
    })
    for (const { reject } of open.values()) reject(gone)
    open.clear()
  }
  child.once('error', over).once('exit', over)
  child.on('message', (told: Serializable, handle: unknown) => {
    const { id, error } = told as unknown as BridgeReply
    const asked = open.get(id)
    open.delete(id)
    if (error === undefined) asked?.resolve(handle)
    else asked?.reject(new Error(error))
  })
  return (question) =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone)
      open.set(++serial, { resolve, reject })
      child.send({ id: serial, ...question }, (error) => error && over(error))
    })
}

function joinSockets(one: Socket, other: Socket, open: Set<Socket>): void {
  for (const [from, to] of [
    [one, other],
    [other, one]
  ] as const) {
    open.add(from)
    from.setNoDelay(true)
    from.once('error', () => to.destroy())
    from.once('close', () => {
      open.delete(from)
      to.destroySoon()
    })
    from.pipe(to)
  }
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await exited
}
