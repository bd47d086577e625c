import { Failure } from '../../base/errors.ts'

/** How the go command words it when a module is not what go.sum or the checksum database says. */
const MISMATCH = /SECURITY ERROR|checksum mismatch/

/**
 * The Failure for a go command that had to fetch modules: 'verification' when what it got is not what was vouched for,
 * else 'environment' with the last line that it said.
 */
export function explainFetchFailure(what: string, cause: unknown): Failure {
  const said = cause instanceof Failure && typeof cause.cause === 'string' ? cause.cause.trim() : ''
  if (MISMATCH.test(said)) {
    return new Failure('verification', `${what} is not what the Go checksum database says`, {
      hint: 'Do not use it: something between here and there changed it.',
      cause
    })
  }
  const last = said.split('\n').at(-1) ?? ''
  return new Failure('environment', `${what} cannot be fetched${last === '' ? '' : `: ${last}`}`, {
    hint: 'Check GOPROXY and the network.',
    cause
  })
}
