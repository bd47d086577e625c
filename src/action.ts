import * as core from '@actions/core'
import { github } from './adapters/hosts/github.ts'
import type { InputName } from './inputs.ts'
import { main } from './main.ts'

const input = (name: string): string => core.getInput(name)

process.exitCode = await main(
  () => ({
    operands: [],
    read: (name: InputName) => (input(name) === '' ? undefined : { text: input(name), from: name })
  }),
  () => github((text) => void process.stdout.write(text)),
  { print: (text) => core.info(text) }
)
