import { resolve } from 'node:path'
import { sweepAndLock, sweepFiles } from '../machine/lock.ts'
import { ownDisk } from '../machine/own-disk.ts'
import { refuseLinkedPath } from '../machine/own-folder.ts'
import type { PublisherKind } from '../releases/destination.ts'

/** Releases in a folder of this machine: whatever is no platform's name is its path. */
export const folderReleases: PublisherKind<{ readonly root: string }> = {
  takes: () => true,
  destination(to, { cwd, host }) {
    const root = resolve(cwd, to)
    return {
      on: 'folder',
      place: { root },
      repository: () => undefined,
      async open(_, fs) {
        await refuseLinkedPath(root, cwd, fs)
        // A finished release is not locked again, and what a run left that was killed after publishing lies there.
        await sweepFiles(root, { fs })
        const { folder } = await import('./publisher.ts')
        return folder(root, ownDisk(root, fs), {
          warn: (line) => host.warn(line),
          lock: (held) => sweepAndLock(held, fs)
        })
      }
    }
  }
}
