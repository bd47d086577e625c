import { join } from 'node:path'
import type { Prepared, PrepareStep } from '../../../model/preparation.ts'
import type { Files } from '../../../model/ports/files.ts'
import type { Ledger } from '../../../steps/ledger.ts'
import { locatePrepared, makePrepareStep } from './record.ts'
import { findStepTools, runSteps, type StepSource, type StepTools } from './run-steps.ts'

/** Where what steps make is kept. */
export interface PreparedPlace {
  /** Of the output folder. */
  readonly files: Files
  readonly ledger: Ledger
  /** The output folder; absolute. */
  readonly out: string
  /** Whether it is kept there; else it lies in `temporary`. */
  readonly keep: boolean
  /** Absolute folder that goes away with this run. */
  readonly temporary: string
}

/** What steps made, and in which absolute folder it lies. */
export interface PreparedFiles extends Prepared {
  readonly folder: string
  readonly reused: boolean
}

export interface PrepareOrder {
  readonly source: StepSource
  readonly steps: readonly PrepareStep[]
  /** Programs that were built, by name. */
  readonly programs: Readonly<Record<string, { readonly path: string; readonly sha256: string }>>
  /** Rejects where the steps may not run here; only asked where they would. */
  readonly permit: () => Promise<void>
}

/** Runs steps once for the same commit, tools and programs. A kill at any moment leaves all that they made, or nothing. */
export async function prepareOnce(
  tools: StepTools,
  { files, ledger, out, keep, temporary }: PreparedPlace,
  { source, steps, programs, permit }: PrepareOrder,
  signal: AbortSignal
): Promise<PreparedFiles> {
  const located = await findStepTools(tools, source, steps)
  const built = Object.entries(programs).map(([name, { sha256 }]) => ({ name: `{program:${name}}`, sha256 }))
  const input = { source, steps, go: tools.go.version, tools: [...located, ...built] }
  const step = makePrepareStep(input)
  const known = await ledger.lookUp(step)
  if (known) return { ...known, folder: join(out, locatePrepared(input)), reused: true }
  await permit()
  const work = { steps, programs: Object.fromEntries(Object.entries(programs).map(([name, { path }]) => [name, path])) }
  const folder = join(keep ? out : temporary, locatePrepared(input))
  if (!keep) return { ...(await runSteps(tools, source, work, folder, signal)), folder, reused: false }
  await using scratch = await files.scratch('prepared')
  const place = join(scratch.path, 'made')
  const value = await runSteps(tools, source, work, place, signal)
  await files.move(place, folder)
  await ledger.record(step, { value })
  return { ...value, folder, reused: false }
}
