import { INPUTS } from './inputs.ts'
import { type Input } from './input.ts'
import { COMMANDS, type Command } from './commands.ts'
import { alignColumns } from '../base/text.ts'

const WHAT: Readonly<Record<Command, string>> = {
  auto: 'a tag is released; anything else is gated',
  plan: 'print what would happen, and do nothing',
  build: 'binaries, archives, SBOMs and checksums into --out',
  gate: 'build, prove, rehearse signing; publish nothing',
  release: 'all of it: build, prove, sign, publish, verify',
  publish: 'publish files that were made earlier: slipway publish --from DIR --tag TAG --to …',
  verify: 'check a release as a careful downloader does: slipway verify TAG|URL|DIR',
  yank: 'take a bad release back: it is marked, the one before it is the latest again',
  crds: 'print SMI CRDs for kubectl apply --server-side',
  schema: 'print the JSON Schema of slipway.yaml',
  doctor: 'say what is missing for a release from here, and whose move it is',
  init: 'make a first slipway.yaml and workflow, from go.mod and .goreleaser.yaml'
}

/** What `slipway --help` prints, and `slipway COMMAND --help` for one command; made from the one list of inputs. */
export function formatHelp(command: Command | undefined): string {
  const flags = (Object.entries(INPUTS) as [string, Input<unknown>][])
    .filter(
      ([, { doors, commands }]) => doors.includes('flag') && (command === undefined || commands.includes(command))
    )
    .flatMap(([name, { value, description, variable, default: fallback }]) => [
      [`  --${name}${value ? ` ${value}` : ''}`, description],
      ...(variable === undefined ? [] : [['', `variable: ${variable}`]]),
      ...(fallback && fallback !== 'false' ? [['', `default: ${fallback}`]] : [])
    ])
  return [
    'Slipway releases Go programs that live on Kubernetes, and proves them before it does.',
    '',
    `usage: slipway ${command ?? 'COMMAND'} [flags]`,
    '',
    ...(command === undefined
      ? [...alignColumns(COMMANDS.map((name) => [`  ${name}`, WHAT[name]])), '']
      : [`  ${WHAT[command]}`, '']),
    ...alignColumns(flags),
    '',
    'Exit status: 0 done, 2 wrong input, 3 something is missing, 4 a tool failed, 5 a check said no, 6 the host refused.'
  ].join('\n')
}
