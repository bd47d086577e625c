import { readFileSync } from 'node:fs'

/** What a process runs, cut by the kernel to 15 characters; '' for one that is gone. */
export const nameOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}
