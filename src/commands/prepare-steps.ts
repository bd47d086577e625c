import { join } from 'node:path'
import { hashBytes } from '../base/digest.ts'
import type { Config } from '../config/inputs.ts'
import type { Tracked } from '../facts/git.ts'
import type { Facts, Tool } from '../model/nouns.ts'
import { listOutputs, type PrepareStep } from '../model/preparation.ts'
import type { Files } from '../model/ports/files.ts'
import { refuseUnisolated } from '../plan/isolation.ts'
import type { Mode } from '../plan/mode.ts'
import { findInRepository, listStepNotes, refuseSteps, splitSteps, type PreparationPlan } from '../plan/preparation.ts'
import { planSigning } from '../plan/signing.ts'
import { digestPrepared } from '../pipeline/stages/prepare/record.ts'
import { prepareOnce } from '../pipeline/stages/prepare/prepare.ts'
import type { StepSource, StepTools } from '../pipeline/stages/prepare/run-steps.ts'
import { checkOutCommit } from '../source/second-checkout.ts'
import { makeOverlay, type Made } from '../source/overlay.ts'
import type { Ledger } from '../steps/ledger.ts'
import type { Context } from './context.ts'

/** What steps of slipway.yaml make for the commit that is built. */
export interface StepsDone {
  readonly plan: PreparationPlan
  readonly made: Made
  /** Absolute path of what the go command is told of it. */
  readonly overlay: string
  readonly notes: readonly string[]
  readonly tools: StepTools
  readonly source: StepSource
}

interface StepsRequest {
  readonly mode: Mode
  readonly config: Config
  readonly steps: readonly PrepareStep[]
  readonly folder: string
  readonly out: string
  readonly temporary: string
  readonly keep: boolean
  readonly facts: Facts
  readonly committed: readonly Tracked[]
  readonly go: Tool
  readonly env: Readonly<Record<string, string>>
}

/** Runs the steps that make files for the build, unless they ran; undefined where there are none. */
export async function prepareSteps(
  context: Context,
  request: StepsRequest,
  files: Files,
  ledger: Ledger
): Promise<StepsDone | undefined> {
  const { steps, folder, out, temporary, keep, facts, committed, go, env } = request
  if (steps.length === 0) return undefined
  refuseSteps(steps, facts.moduleDir, committed)
  const isolation = await context.sandboxes.isolation()
  const permit = async (): Promise<void> => refuseBesideSecrets(context, request)
  const { before, after } = splitSteps(steps)
  if (after.length > 0) await permit()
  const { sandboxes, processes, scratchFiles, host, signal } = context
  const tools: StepTools = {
    run: processes.run,
    files: scratchFiles,
    sandboxes: {
      ...sandboxes,
      open: (given) => sandboxes.open({ ...given, hides: [...given.hides, out, facts.root] })
    },
    checkOut: (commit, to, signal) =>
      checkOutCommit(
        { run: processes.run, env: context.gitEnv(folder), files: scratchFiles, root: facts.root, signal },
        commit,
        to
      ),
    go,
    env,
    tell: (line) => host.info(line)
  }
  const { commit, committedAt, moduleDir, vendored } = facts
  const source: StepSource = { commit, committedAt, moduleDir, vendored, committed, host: context.surroundings.host }
  const none = { files: [], tools: [], folder: out }
  const order = { source, steps: before, programs: {}, permit }
  const done =
    before.length === 0 ? none : await prepareOnce(tools, { files, ledger, out, keep, temporary }, order, signal)
  const outputs = before.flatMap(listOutputs).map((path) => findInRepository(moduleDir, path))
  const made: Made = { files: done.files, folder: done.folder, outputs }
  const text = await makeOverlay(context.files(facts.root), facts.root, made, committed)
  const overlay = join(temporary, `overlay-${hashBytes(text).slice(0, 16)}.json`)
  await scratchFiles.write(overlay, text)
  return {
    plan: { steps, tools: done.tools, files: done.files, digest: digestPrepared(done) },
    ...{ made, overlay, tools, source },
    notes: listStepNotes(steps, { dirty: facts.dirty.length, isolated: isolation.by })
  }
}

/** As programs under test are refused: a step is code of the project, too. */
async function refuseBesideSecrets(
  { sandboxes, surroundings }: Context,
  { mode, config }: StepsRequest
): Promise<void> {
  refuseUnisolated(
    'steps of prepare',
    {
      signing: mode === 'build' ? { skip: 'build signs nothing' } : planSigning(mode, config, surroundings),
      cluster: config.cluster === 'kubeconfig' ? { provider: 'kubeconfig' } : undefined
    },
    await sandboxes.isolation(),
    { surroundings, token: config.token !== '' }
  )
}

/** GOFLAGS by which every go command sees what steps made. */
export const formatOverlayFlags = (overlay: string): string => {
  const flag = `-overlay=${overlay}`
  if (!/[\s'"]/.test(flag)) return flag
  return flag.includes("'") ? `"${flag}"` : `'${flag}'`
}
