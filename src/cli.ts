#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { ownDisk } from './adapters/machine/own-disk.ts'
import { canRedraw } from './adapters/terminal/host.ts'
import { chooseHost } from './adapters/hosts.ts'
import { makeHarmless } from './adapters/terminal/printable.ts'
import { chooseFetch } from './adapters/http/outgoing.ts'
import { Failure } from './base/errors.ts'
import { formatHelp } from './config/help.ts'
import { INPUTS, type InputName } from './config/inputs.ts'
import { type Input } from './config/input.ts'
import { COMMANDS, type Command } from './config/commands.ts'
import { main, type ProgramRequest } from './main.ts'
import { findClosest, quote } from './base/text.ts'

// Whoever reads us may go away (`slipway plan | head`, a closed terminal): that is no reason to break off the work.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

const drawing = [process.stdout, process.stderr].some(canRedraw)
  ? // It takes a quarter of a start, and in a script or a job there is nothing to draw on.
    (await import('./adapters/terminal/progress.ts')).terminal
  : undefined
const { env } = process
const makeHost = (stream: NodeJS.WriteStream) =>
  chooseHost({ env, stream, files: ownDisk, fetch: () => chooseFetch(env), drawing })

process.exitCode = await main(readRequest, (json) => makeHost(json ? process.stderr : process.stdout), {
  // A terminal, or the log of a job that reads commands in it.
  print: (text) => void process.stdout.write(`${makeHarmless(text)}\n`),
  json: process.argv.includes('--json')
})

/** The command line as a request; every flag has its place in the one list of inputs. */
function readRequest(): ProgramRequest | { readonly print: string } {
  const flags = Object.entries(INPUTS).filter(([, { doors }]) => (doors as readonly string[]).includes('flag'))
  const { values, positionals } = parseFlags({
    ...Object.fromEntries(
      flags.map(([name, input]) => [name, { type: 'value' in input ? ('string' as const) : ('boolean' as const) }])
    ),
    help: { type: 'boolean' as const, short: 'h' }
  })
  const [word, ...rest] = positionals
  const command = COMMANDS.find((known) => known === word)
  if (values['help'] || (word === undefined && rest.length === 0)) return { print: formatHelp(command) }
  if (command === undefined)
    throw new Failure('input', `there is no command ${quote(word ?? '')}${suggestWord(word ?? '')}`, {
      hint: `Commands: ${COMMANDS.join(', ')}.`
    })
  refuseForeignFlags(command, values)
  return {
    command,
    operands: rest,
    read: (name: InputName) => {
      if (values[name] !== undefined) return { text: String(values[name]), from: `--${name}` }
      const { variable }: Input<unknown> = INPUTS[name]
      const text = variable === undefined ? '' : (env[variable] ?? '')
      return variable === undefined || text === '' ? undefined : { text, from: variable }
    }
  }
}

function parseFlags(options: Record<string, { type: 'string' | 'boolean'; short?: string }>) {
  try {
    return parseArgs({ args: completeFlags(process.argv.slice(2)), options, allowPositionals: true })
  } catch (cause) {
    const message = (cause as Error).message.split('. ')[0] ?? ''
    const unknown = /^Unknown option '--([\w-]+)'/.exec(message)?.[1]
    const near = unknown === undefined ? undefined : findClosest(unknown, Object.keys(options))
    throw new Failure('input', near ? `${message}; did you mean --${near}?` : message, {
      hint: 'slipway --help lists the flags.',
      cause
    })
  }
}

/** Gives a flag that may stand alone its value where what follows is none of its values: `verify --rebuild v1.2.3`. */
function completeFlags(args: readonly string[]): string[] {
  return args.map((arg, i) => {
    const input: Input<unknown> | undefined = arg.startsWith('--') ? INPUTS[arg.slice(2) as InputName] : undefined
    if (input?.alone === undefined) return arg
    try {
      input.parse(args[i + 1] ?? '')
      return arg
    } catch {
      return `${arg}=${input.alone}`
    }
  })
}

function refuseForeignFlags(command: Command, values: Readonly<Record<string, unknown>>): void {
  const foreign = Object.keys(values).filter(
    (name) => name !== 'help' && !(INPUTS[name as InputName].commands as readonly Command[]).includes(command)
  )
  if (foreign.length)
    throw new Failure('input', `${command} takes no ${foreign.map((name) => `--${name}`).join(', ')}`, {
      hint: `slipway ${command} --help lists its flags.`
    })
}

function suggestWord(word: string): string {
  const near = findClosest(word, COMMANDS)
  return near ? `; did you mean ${near}?` : ''
}
