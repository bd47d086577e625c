import { readFileSync } from 'node:fs'

/** The event that started the job, as the runner left it in a file; undefined when there is none that can be read. */
export function readPayload(path: string | undefined): unknown {
  try {
    return path ? (JSON.parse(readFileSync(path, 'utf8')) as unknown) : undefined
  } catch {
    return undefined
  }
}
