import { Failure } from '../../../base/errors.ts'
import { findOnPath } from '../../toolchain/machine.ts'
import type { Sweeping } from '../provider.ts'
import { bindDocker, type Docker } from './engine.ts'
import { sweepKind } from './remains.ts'

/** How long all of it may take: no run waits for an engine that hangs, in milliseconds. */
const PATIENCE_MS = 120_000

/**
 * Removes what killed runs left in the engine. Rejects only when `signal` aborts: that something could not be removed is
 * noted, and what is still there is found by the next run that makes a kind cluster. Resolves with whether it went well.
 */
export async function sweepEngine({ processes, env, platform, note }: Sweeping, signal: AbortSignal): Promise<boolean> {
  const path = await findOnPath('docker', env, platform)
  if (path === undefined) return true
  const limit = AbortSignal.timeout(PATIENCE_MS)
  try {
    await sweepNoted(bindDocker(path, processes.run, env), note, AbortSignal.any([signal, limit]))
    return true
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof Failure) && !limit.aborted) throw error
    const why = error instanceof Failure ? error.message : `no answer within ${PATIENCE_MS / 1000} s`
    note(`warning: what a killed run left in the container engine could not be removed: ${why}`)
    return false
  }
}

export async function sweepNoted(docker: Docker, note: (line: string) => void, signal: AbortSignal): Promise<void> {
  for (const name of await sweepKind(docker, signal)) note(`a killed run had left the cluster ${name}; it is removed`)
}
