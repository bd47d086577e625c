import { z } from 'zod'
import type { RemoteFile } from '../../../model/ports/publisher.ts'
import { streamResuming } from '../../http/download.ts'
import type { Client } from './client.ts'
import { explainError, isMissing, isPassing, Refused } from './errors.ts'

/** A file of a package, as GitLab lists it. There may be several of one name: GitLab serves the newest. */
export const ROW = z.object({
  id: z.number(),
  package_id: z.number(),
  file_name: z.string(),
  size: z.number(),
  /** Null for files from before GitLab kept it. */
  file_sha256: z.string().nullable().default(null)
})

export type Row = z.infer<typeof ROW>

/** One version of a generic package: the files of one tag. */
export interface PackageShelf {
  readonly version: string
  /** Encoded, below the project. */
  pathOf(file: string): string
  /** Its files as they were last seen, the oldest first. */
  rows(): readonly Row[]
  /** Its files now, the oldest first; [] when there is no such package. */
  look(signal: AbortSignal): Promise<readonly Row[]>
  /** What GitLab said of a file that it has just taken: finds the package even where it is not listed. */
  learn(row: Row): void
}

export const formatGenericPath = (...parts: readonly string[]): string =>
  `packages/generic/${parts.map(encodeURIComponent).join('/')}`

export function openShelf(client: Client, name: string, version: string): PackageShelf {
  let id: number | undefined
  let known: readonly Row[] = []
  const list = async (signal: AbortSignal): Promise<readonly Row[]> => {
    id ??= await findPackageId(client, name, version, signal)
    if (id === undefined) return []
    try {
      const rows = await client.list(`packages/${id}/package_files`, ROW, {}, signal)
      return [...rows].sort((a, b) => a.id - b.id)
    } catch (error) {
      if (!isMissing(error)) throw error
      // Deleted since, or not known everywhere yet.
      id = undefined
      return []
    }
  }
  return {
    version,
    pathOf: (file) => formatGenericPath(name, version, file),
    rows: () => known,
    async look(signal) {
      try {
        return (known = await list(signal))
      } catch (error) {
        throw explainError(error, `cannot list the files of the package ${name} ${version}`, signal)
      }
    },
    learn: (row) => void (id = row.package_id)
  }
}

const PACKAGE = z.object({ id: z.number(), name: z.string(), version: z.string().nullish(), package_type: z.string() })

async function findPackageId(
  client: Client,
  name: string,
  version: string,
  signal: AbortSignal
): Promise<number | undefined> {
  // GitLab looks for parts of the name, and an older one does not know `package_version`.
  const query = { package_type: 'generic', package_name: name, package_version: version }
  const all = await client.list('packages', PACKAGE, query, signal)
  return all.find((each) => each.package_type === 'generic' && each.name === name && each.version === version)?.id
}

/** The files that a download gets: the newest of each name. */
export function listServed(rows: readonly Row[]): readonly RemoteFile[] {
  const newest = new Map(rows.map((row) => [row.file_name, row]))
  return [...newest.values()].map(({ file_name: name, size, file_sha256 }) => ({
    name,
    size,
    sha256: file_sha256 ?? undefined
  }))
}

/** The bytes of a package's file through the API, streamed; storage behind a redirect does not see the token. */
export const streamFile = (
  client: Client,
  path: string,
  { name, size }: RemoteFile,
  signal: AbortSignal
): AsyncGenerator<Uint8Array> =>
  streamResuming(
    {
      name,
      size,
      patience: client.patience,
      ask: (from) => client.ask({ method: 'GET', path, headers: from > 0 ? { range: `bytes=${from}-` } : {} }, signal),
      wait: (seconds) => client.wait(seconds, signal),
      isPassing,
      isMissing,
      explained: (error, doing) => explainError(error, doing, signal)
    },
    signal
  )

/** Removes a file that this run has just made, when the token may; says whether it is gone. */
export async function withdrawFile(client: Client, row: Row, signal: AbortSignal): Promise<boolean> {
  const path = `packages/${row.package_id}/package_files/${row.id}`
  try {
    await client.tell({ method: 'DELETE', path }, signal)
    return true
  } catch (error) {
    signal.throwIfAborted()
    if (isMissing(error)) return true
    // Deleting asks for the role Maintainer, which the user of a job need not have.
    if (error instanceof Refused) return false
    throw error
  }
}
