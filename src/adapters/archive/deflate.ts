import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import pLimit from 'p-limit'
import { Failure } from '../../base/errors.ts'
import type { Deflate, Deflated } from '../../model/ports/archive.ts'

/** Smaller than zlib's level 9 at a fifth of its cost: docs/decisions/deflate.md. Another level is other bytes. */
const LEVEL = 5

/** The part of the global WebAssembly that is used here; its types come with a browser's only. */
const { WebAssembly: wasm } = globalThis as unknown as {
  readonly WebAssembly: { compile(bytes: Uint8Array): Promise<object> }
}

/**
 * A thread's whole program, as text: a bundle has no file that a thread could be started from. Each input gets a new
 * instance, so that its memory can go.
 */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads')
parentPort.on('message', (input) => {
  const wasm = new WebAssembly.Instance(workerData.module).exports
  wasm._initialize()
  const allocate = (size) => {
    const at = wasm.allocate(Math.max(size, 1)) >>> 0
    if (at === 0) throw new RangeError('no memory for ' + size + ' bytes')
    return at
  }
  const room = wasm.bound(input.length) >>> 0
  const from = allocate(input.length)
  const to = allocate(room)
  new Uint8Array(wasm.memory.buffer).set(input, from)
  const size = wasm.deflate(workerData.level, from, input.length, to, room) >>> 0
  if (size === 0) throw new RangeError('no memory to compress ' + input.length + ' bytes')
  const bytes = new Uint8Array(wasm.memory.buffer).slice(to, to + size)
  parentPort.postMessage({ bytes, crc32: wasm.crc32(from, input.length) >>> 0 }, [bytes.buffer])
})
`

/**
 * libdeflate as WebAssembly in at most `threads` threads. They stay for the next input, since starting one costs as much
 * as compressing 2 MB, but keep no process alive. An input and its result must fit into 4 GiB together; what does not is
 * an 'environment' Failure.
 */
export function deflateInThreads(threads: number = availableParallelism()): Deflate {
  const limit = pLimit(threads)
  const idle: Worker[] = []
  let compiled: Promise<object> | undefined
  return (bytes) =>
    limit(async () => {
      compiled ??= compile()
      const workerData = { module: await compiled, level: LEVEL }
      const worker = idle.pop() ?? new Worker(PROGRAM, { eval: true, env: {}, execArgv: [], workerData })
      const deflated = await run(worker, bytes)
      idle.push(worker)
      return deflated
    })
}

async function compile(): Promise<object> {
  // 80 kB of text, for those who compress.
  const { LIBDEFLATE } = await import('./libdeflate.ts')
  return await wasm.compile(Buffer.from(LIBDEFLATE, 'base64'))
}

/** One input through one thread. A thread that fails ends by itself. */
function run(worker: Worker, bytes: Uint8Array): Promise<Deflated> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => {
      reject(
        new Failure('environment', `cannot compress ${bytes.length} bytes: ${String(cause)}`, {
          hint: 'The machine is short of memory for it: give it more, or build fewer targets at once.',
          cause
        })
      )
    }
    worker.ref()
    worker.once('error', fail)
    worker.once('exit', fail)
    worker.once('message', (deflated: Deflated) => {
      worker.unref()
      worker.off('error', fail)
      worker.off('exit', fail)
      resolve(deflated)
    })
    // A copy, so that the caller keeps its bytes and a view does not drag its whole buffer along.
    const input = new Uint8Array(bytes)
    worker.postMessage(input, [input.buffer])
  })
}
