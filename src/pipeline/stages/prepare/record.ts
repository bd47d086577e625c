import { listOf, shaped } from '../../../base/decode.ts'
import { hashBytes } from '../../../base/digest.ts'
import { canonicalize } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import { isMadeByStep, isStepTool, listOutputs, type Prepared, type PrepareStep } from '../../../model/preparation.ts'
import { findInRepository } from '../../../plan/preparation.ts'
import type { Step } from '../../../steps/ledger.ts'
import type { StepSource } from './run-steps.ts'

/** All that decides what steps make. */
export interface PrepareInput {
  readonly source: Pick<StepSource, 'commit' | 'committedAt' | 'moduleDir' | 'host'>
  readonly steps: readonly PrepareStep[]
  readonly go: string
  /** The tools of this machine, and the programs that were built, by their digests. */
  readonly tools: readonly { readonly name: string; readonly sha256: string }[]
}

const isPrepared = shaped<Prepared>({ files: listOf(isMadeByStep), tools: listOf(isStepTool) })

/** Where what steps make lies, relative to the output folder: another input has another place. */
export const locatePrepared = (input: PrepareInput): string =>
  `prepared/${hashBytes(canonicalize(formatInput(input))).slice(0, 16)}`

/** Steps run once for the same commit, tools and programs; the record names files that they may make, and no other. */
export const makePrepareStep = (input: PrepareInput): Step<Prepared> => ({
  kind: 'prepare',
  shape: 1,
  input: formatInput(input),
  fits(value): value is Prepared {
    if (!isPrepared(value)) return false
    const outputs = input.steps.flatMap(listOutputs).map((path) => findInRepository(input.source.moduleDir, path))
    const paths = value.files.map(({ path }) => path)
    return (
      new Set(paths).size === paths.length &&
      paths.every(
        (path) => isPlain(path) && outputs.some((output) => path === output || path.startsWith(`${output}/`))
      ) &&
      outputs.every((output) => paths.some((path) => path === output || path.startsWith(`${output}/`))) &&
      value.tools.every(({ name, sha256 }) => input.tools.some((tool) => tool.name === name && tool.sha256 === sha256))
    )
  },
  leaves: ({ files }) => files.map((file) => ({ ...file, path: `${locatePrepared(input)}/${file.path}` }))
})

const isPlain = (path: string): boolean => path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

const formatInput = ({ source, steps, go, tools }: PrepareInput): Json =>
  ({
    ...{ commit: source.commit, committedAt: source.committedAt, dir: source.moduleDir },
    host: source.host,
    ...{ steps, go, tools: tools.map(({ name, sha256 }) => ({ name, sha256 })) }
  }) as unknown as Json

/** Names the bytes of files that steps made. */
export const digestPrepared = ({ files }: Pick<Prepared, 'files'>): string =>
  hashBytes(files.map(({ path, sha256 }) => `${sha256} ${path}`).join('\0'))
