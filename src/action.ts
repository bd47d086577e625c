import * as core from '@actions/core'
import { actionsExec } from './adapters/github/exec.ts'
import { github } from './adapters/hosts/github.ts'
import { harmless } from './adapters/hosts/printable.ts'
import { actionsToolCache } from './adapters/tool-caches/actions.ts'
import type { InputName } from './inputs.ts'
import { main } from './main.ts'

const input = (name: string): string => core.getInput(name)

process.exitCode = await main(
  () => ({
    operands: [],
    read: (name: InputName) => (input(name) === '' ? undefined : { text: input(name), from: name })
  }),
  () => github((text) => void process.stdout.write(text)),
  { print: (text) => core.info(harmless(text)) },
  {
    query: actionsExec,
    // Runners that are not GitHub's may have no tool cache: ours is then the one of the command line.
    ...(process.env['RUNNER_TOOL_CACHE'] ? { toolCache: actionsToolCache } : {})
  }
)
