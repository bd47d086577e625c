import { Failure } from '../../base/errors.ts'

/** An error that names what was tried, on which path, and what the system said. */
export const makeRefusalFailure = (doing: string, path: string, cause: unknown): Failure =>
  new Failure(
    'environment',
    `cannot ${doing} ${path}: ${HINTS[readSystemCode(cause)]?.[0] ?? (readSystemCode(cause) || 'refused')}`,
    {
      hint: HINTS[readSystemCode(cause)]?.[1] ?? 'Check the path and the disk under it.',
      cause
    }
  )

const HINTS: Readonly<Record<string, readonly [string, string]>> = {
  ENOSPC: ['no space left on the device', 'Free some space there, or choose another folder.'],
  EDQUOT: ['the disk quota is used up', 'Free some space there, or choose another folder.'],
  EACCES: ['permission denied', 'Give this user the right to it, or choose another folder.'],
  EPERM: ['operation not permitted', 'Give this user the right to it, or choose another folder.'],
  EROFS: ['the file system is read-only', 'Choose another folder.'],
  ENOENT: ['no such file or folder', 'Check the path.'],
  ENOTSUP: ['this file system does not take it', 'Choose another folder.'],
  EEXIST: ['something else lies there', 'Move it away, or choose another folder.'],
  EISDIR: ['it is a folder', 'Check the path.'],
  ENOTDIR: ['a part of the path is a file', 'Check the path.'],
  ELOOP: ['its links lead in a circle', 'Check the path.'],
  // What opens a socket.
  ENXIO: ['it is no file but a socket or a device', 'Check the path.']
}

/** The code of an error of node:fs, such as ENOENT; '' for any other. */
export const readSystemCode = (error: unknown): string => (error as NodeJS.ErrnoException | undefined)?.code ?? ''

/** The promise, with a refusal by the system as a Failure. */
export const explainSystemRefusal = <T>(doing: string, path: string, promise: Promise<T>): Promise<T> =>
  promise.catch((error: unknown) => {
    throw readSystemCode(error) === '' || error instanceof Failure ? error : makeRefusalFailure(doing, path, error)
  })

/** The promise, with undefined for what is not there. */
export const ignoreMissing = <T>(promise: Promise<T>): Promise<T | undefined> =>
  promise.catch((error: unknown) => {
    if (readSystemCode(error) === 'ENOENT' || readSystemCode(error) === 'ENOTDIR') return undefined
    throw error
  })
