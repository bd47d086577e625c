import { tmpdir } from 'node:os'
import type { Host } from '../../model/ports/host.ts'
import { sweepFiles } from '../machine/lock.ts'
import { sweepProcesses } from '../machine/sweep.ts'

/**
 * The post step: ends what a cancelled or killed main step left running (clusters, compilers) and removes its temporary
 * files, on runners that live longer than a job. Never fails.
 */
export async function cleanUp(host: Pick<Host, 'info' | 'warn'>, out: string): Promise<void> {
  try {
    const swept = await sweepProcesses()
    const files = [...(await sweepFiles(tmpdir(), { deep: false })), ...(out === '' ? [] : await sweepFiles(out))]
    const ended = 'ended' in swept ? swept.ended.length : 0
    const left = 'left' in swept ? swept.left : []
    if (ended || files.length)
      host.info(`the main step left ${ended} processes and ${files.length} temporary files: gone`)
    if (left.length) host.warn(`processes ${left.join(', ')} of the main step could not be ended`)
  } catch (error) {
    host.warn(`cleaning up: ${error instanceof Error ? error.message : String(error)}`)
  }
}
