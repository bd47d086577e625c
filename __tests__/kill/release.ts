/**
 * A release that is hit by a signal at a chosen point, in a process of its own: every change of the file system, every
 * request (before it is sent, and when its answer has arrived), every tool (before it starts, while it runs, when it has
 * ended). `SLIPWAY_KILL` holds the orders as JSON. It is the shipped program, with tracing put around its adapters.
 */
import { writeSync } from 'node:fs'
import { basename } from 'node:path'
import { kindClusters } from '../../src/adapters/clusters/kind/kind.ts'
import { githubPublisher } from '../../src/adapters/github/releases/publisher.ts'
import { local } from '../../src/adapters/terminal/host.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { main } from '../../src/main.ts'
import type { Argv, RunOptions } from '../../src/model/ports/processes.ts'
import { traced } from '../fakes/traced.ts'
import { pointsOf, tracedRun, type Points } from './points.ts'
import { standInSigner } from './signer.ts'

export interface Orders extends Points {
  /** Left out: release. */
  readonly command?: 'release' | 'publish'
  readonly flags: Readonly<Record<string, string>>
  /** Folders whose names differ from run to run, and the word for each in the names of points. */
  readonly places: Readonly<Record<string, string>>
  readonly with?: 'SIGKILL' | 'SIGTERM' | 'SIGINT'
  readonly github?: { readonly api: string; readonly uploads: string }
  /** PKCS #8 in PEM; without it the real cosign signs. */
  readonly standIn?: string
  /** The engine of the test bed, and its node image, which no registry has. */
  readonly kind?: { readonly host: string; readonly version: string; readonly image: string }
  /** Starts, at the point, a tool that does not listen to SIGTERM, and has all the patience with it. */
  readonly stubborn?: boolean
}

const orders = JSON.parse(process.env['SLIPWAY_KILL'] ?? '') as Orders
if (orders.kind) process.env['DOCKER_HOST'] = orders.kind.host

const reach = pointsOf(
  orders,
  (what) =>
    Object.entries(orders.places)
      .reduce((text, [folder, word]) => text.replaceAll(folder, word), what)
      // These records are named by what they tell, and that includes where the release is to be seen.
      .replace(/steps\/(report|verified|attest)-[0-9a-f]+/, 'steps/$1'),
  () => {
    if (orders.stubborn) beStubborn()
    else process.kill(process.pid, orders.with ?? 'SIGKILL')
  }
)

const fs = traced((operation, args) => {
  const [path, second] = args
  reach([operation, path, ...(operation === 'rename' ? ['->', second] : [])].join(' '))
})

const own = processes(orders.stubborn ? { graceMs: 3_600_000 } : {})

function nameOf([tool, ...args]: Argv, { env }: RunOptions): string {
  return [basename(tool), args[0], env['GOOS'], env['GOARCH']].filter(Boolean).join(' ')
}

const tracing = tracedRun(own.run, reach, nameOf)
// git is only asked, and what asks changes nothing.
const run: typeof own.run = (argv, options) =>
  basename(argv[0]) === 'git' ? own.run(argv, options) : tracing(argv, options)

const start: typeof own.start = async (argv, options) => {
  reach(`before start ${basename(argv[0])}`)
  const service = await own.start(argv, options)
  reach(`after start ${basename(argv[0])}`)
  return service
}

const request: typeof fetch = async (input, init) => {
  const { pathname, search } = new URL(input instanceof Request ? input.url : input)
  const name = `${init?.method ?? 'GET'} ${pathname}${search}`
  reach(`before ${name}`)
  const response = await fetch(input, init)
  reach(`after ${name}`)
  return response
}

/** A tool that only SIGKILL ends; says on standard output when it stands. */
function beStubborn(): void {
  const script = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.error('up')`
  const env = { PATH: process.env['PATH'] ?? '' }
  const onLine = (): void => void writeSync(1, 'stubborn\n')
  own.run([process.execPath, '-e', script], { env, onLine }).catch(() => undefined)
}

process.exitCode = await main(
  () => ({
    command: orders.command ?? 'release',
    operands: [],
    read: (name) => (orders.flags[name] === undefined ? undefined : { text: orders.flags[name], from: `--${name}` })
  }),
  () => local(process.stdout),
  { print: (text) => void process.stdout.write(`${text}\n`) },
  {
    fs,
    fetch: request,
    processes: { ...own, run, start },
    change(world) {
      world.signal.addEventListener('abort', () => void writeSync(1, 'understood\n'))
      const { github: where, standIn, kind } = orders
      return {
        ...world,
        ...(standIn !== undefined && {
          signer: (_, files) => Promise.resolve(standInSigner(files, standIn)),
          preflightSigning: () => Promise.resolve(),
          preflightTrust: () => Promise.resolve(),
          verifier: async (_, files) => {
            const signer = standInSigner(files, standIn)
            return (what, bundle) => signer.verify(what, bundle, world.signal)
          }
        }),
        ...(kind && {
          // As src/wiring.ts does it, but for the image.
          clusters: (files) =>
            kindClusters(
              { mirrors: [] },
              {
                toolchain: world.toolchain,
                processes: { ...own, run, start },
                files,
                temporary: world.scratchFiles,
                env: process.env,
                platform: { os: process.platform, arch: process.arch },
                note: () => undefined,
                logs: '/nowhere',
                images: { '1.37': { ...kind, readAt: 'the test bed' } }
              }
            )
        }),
        ...(where && {
          repositoryOf: () => ({ url: 'https://github.com/octo/demo', server: 'https://github.com' }),
          async publisher(_to, _token, files) {
            // As src/wiring.ts does it, but for the waits, and for the origin of uploads, which the fake has apart.
            const place = {
              ...where,
              token: 'ghs_writer',
              repository: 'octo/demo',
              fetch: request,
              timing: { second: 2, pace: 0, patience: 10_000 }
            }
            return githubPublisher(place, files)
          }
        })
      }
    }
  }
)
