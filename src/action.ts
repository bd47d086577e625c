import * as fs from 'node:fs/promises'
import { resolve } from 'node:path'
import * as core from '@actions/core'
import { cleanUp } from './adapters/github/clean-up.ts'
import { openActionCaches } from './adapters/github/cache/caching.ts'
import { withComment } from './adapters/github/comment/commenting.ts'
import { runInAction } from './adapters/github/exec.ts'
import { readPayload } from './adapters/github/payload.ts'
import { github } from './adapters/github/host.ts'
import { makeHarmless } from './adapters/terminal/printable.ts'
import { chooseFetch } from './adapters/http/outgoing.ts'
import { openActionsToolCache } from './adapters/github/tool-cache.ts'
import { readEvent } from './facts/platforms.ts'
import { INPUTS, type InputName } from './config/inputs.ts'
import { readCommand, readOperands } from './config/operand.ts'
import { main } from './main.ts'

const { env } = process
const readInput = (name: string): string => core.getInput(name)
const host = github((text) => void process.stdout.write(text))

// The runner calls this program twice: as the step, and after the job (post.js), with what the step had saved.
const OUT = 'out'
const CACHES = 'caches'
const loadCacheService = async () => (await import('./adapters/github/cache/service.ts')).service
if (process.argv[2] === 'post') {
  await cleanUp(host, core.getState(OUT))
  const caches = core.getState(CACHES)
  if (caches !== '')
    await (await import('./adapters/github/cache/keeping.ts')).keepNoted(caches, { env, host, load: loadCacheService })
} else {
  const toolRoot = env['RUNNER_TOOL_CACHE'] ?? ''
  core.saveState(OUT, resolve(readInput('out') || INPUTS.out.default))
  process.exitCode = await main(
    () => {
      const command = readCommand(readInput('command'))
      return {
        command,
        operands: readOperands(command, readInput('which')),
        read: (name: InputName) => (readInput(name) === '' ? undefined : { text: readInput(name), from: name })
      }
    },
    () =>
      withComment(host, {
        event: readEvent(env, readPayload(env['GITHUB_EVENT_PATH'])),
        wanted: readInput('comment') !== 'false',
        token: readInput('token'),
        key: [env['GITHUB_WORKFLOW'], env['GITHUB_JOB'], readInput('module')].filter(Boolean).join('/'),
        env,
        fetch: () => chooseFetch(env)
      }),
    { print: (text) => core.info(makeHarmless(text)) },
    {
      query: runInAction,
      // Runners that are not GitHub's may have no tool cache: ours is then the one of the command line.
      ...(toolRoot && {
        toolCache: openActionsToolCache,
        caches: openActionCaches({
          ...{ env, host, toolRoot, tools: openActionsToolCache(toolRoot, fs), load: loadCacheService },
          machine: { os: process.platform, arch: process.arch },
          note: (text) => core.saveState(CACHES, text)
        })
      })
    }
  )
}
