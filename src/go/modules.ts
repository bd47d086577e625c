import { Failure } from '../base/errors.ts'
import type { Exec } from '../model/ports/processes.ts'

/**
 * `go mod verify`: the module cache holds what go.sum says. Not for vendored modules, which lie in the repository.
 * Rejects with a 'verification' Failure that has go's words.
 */
export async function verifyModules(
  run: Exec,
  go: string,
  folder: string,
  env: Readonly<Record<string, string>>,
  signal: AbortSignal
): Promise<void> {
  try {
    await run([go, 'mod', 'verify'], { cwd: folder, env, signal })
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof Failure) || error.kind !== 'command') throw error
    throw new Failure('verification', 'the module cache differs from go.sum (go mod verify)', {
      hint: 'Somebody changed it: go clean -modcache, and try again.',
      cause: error.cause
    })
  }
}
