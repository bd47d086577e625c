import * as fs from 'node:fs/promises'
import { resolve } from 'node:path'
import * as core from '@actions/core'
import { cleanUp } from './adapters/github/clean-up.ts'
import { actionCaches } from './adapters/github/cache/caching.ts'
import { commenting } from './adapters/github/comment/commenting.ts'
import { actionsExec } from './adapters/github/exec.ts'
import { readPayload } from './adapters/github/payload.ts'
import { github } from './adapters/github/host.ts'
import { harmless } from './adapters/terminal/printable.ts'
import { outgoing } from './adapters/http/outgoing.ts'
import { actionsToolCache } from './adapters/github/tool-cache.ts'
import { eventOf } from './facts/platforms.ts'
import { INPUTS, type InputName } from './config/inputs.ts'
import { main } from './main.ts'

const { env } = process
const input = (name: string): string => core.getInput(name)
const host = github((text) => void process.stdout.write(text))

// The runner calls this program twice: as the step, and after the job (post.js), with what the step had saved.
const OUT = 'out'
const CACHES = 'caches'
const service = async () => (await import('./adapters/github/cache/service.ts')).service
if (process.argv[2] === 'post') {
  await cleanUp(host, core.getState(OUT))
  const caches = core.getState(CACHES)
  if (caches !== '')
    await (await import('./adapters/github/cache/keeping.ts')).keepNoted(caches, { env, host, load: service })
} else {
  const toolRoot = env['RUNNER_TOOL_CACHE'] ?? ''
  core.saveState(OUT, resolve(input('out') || INPUTS.out.default))
  process.exitCode = await main(
    () => ({
      operands: [],
      read: (name: InputName) => (input(name) === '' ? undefined : { text: input(name), from: name })
    }),
    () =>
      commenting(host, {
        event: eventOf(env, readPayload(env['GITHUB_EVENT_PATH'])),
        wanted: input('comment') !== 'false',
        token: input('token'),
        key: [env['GITHUB_WORKFLOW'], env['GITHUB_JOB'], input('module')].filter(Boolean).join('/'),
        env,
        fetch: () => outgoing(env)
      }),
    { print: (text) => core.info(harmless(text)) },
    {
      query: actionsExec,
      // Runners that are not GitHub's may have no tool cache: ours is then the one of the command line.
      ...(toolRoot && {
        toolCache: actionsToolCache,
        caches: actionCaches({
          ...{ env, host, toolRoot, tools: actionsToolCache(toolRoot, fs), load: service },
          machine: { os: process.platform, arch: process.arch },
          note: (text) => core.saveState(CACHES, text)
        })
      })
    }
  )
}
