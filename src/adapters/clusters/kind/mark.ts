import { readdir } from 'node:fs/promises'
import { TEMPORARY } from '../../machine/disk.ts'
import { lifeOf, parseOwner } from '../../machine/owner.ts'

/**
 * The label of the scratch folder that is there as long as a run may have something in the container engine: made before
 * its first piece, and gone after the last. The engine is not asked where no killed run left one.
 */
export const MARK = 'kind'

/** Whether a run that was killed left its mark in the folder. */
export const hasMark = async (folder: string): Promise<boolean> =>
  (await readdir(folder).catch(() => [])).some((name) => {
    const owner = TEMPORARY.test(name) && name.endsWith(`-${MARK}`) ? parseOwner(name) : undefined
    return owner !== undefined && lifeOf(owner) === 'dead'
  })
