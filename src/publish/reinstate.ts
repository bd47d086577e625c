import { isPrerelease, parseTagFolder, readVersionOfTag } from '../facts/version.ts'
import type { Publisher, Yanked } from '../model/ports/publisher.ts'
import { findOwnerOfLatest, settleLatest } from './latest.ts'

/**
 * Stands by a release again that was taken back. Which one is the latest follows as after a publication; undefined for a
 * release that is not there.
 */
export async function reinstate(
  publisher: Publisher,
  tag: string,
  warn: (line: string) => void,
  signal: AbortSignal
): Promise<Yanked | undefined> {
  const version = readVersionOfTag(tag, parseTagFolder(tag))
  const prerelease = version !== undefined && isPrerelease(version)
  const before = await publisher.latest?.now(signal)
  const owner = findOwnerOfLatest(tag, await publisher.list(signal), before)
  const latest = version !== undefined && !prerelease && owner === undefined
  const done = await publisher.reinstate({ tag, latest, prerelease }, signal)
  if (done?.changed) await settleLatest(publisher, { tag, latest, before }, warn, signal)
  return done
}
