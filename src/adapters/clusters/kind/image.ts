import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../../base/errors.ts'
import type { NodeImage } from '../../toolchain/pins.ts'
import type { Docker } from './engine.ts'

/** Milliseconds before round 2, 3, … over all places. */
const WAITS = [1000, 5000, 15_000]
/** How long one pull of half a gigabyte may take, in milliseconds. */
const PULL_MS = 600_000

/**
 * The node image in the engine, pulled when it is not there: from where its name says, else from the mirrors, each by
 * the pinned digest, which the engine checks. Resolves with the reference under which it lies there. Rejects with an
 * 'environment' Failure that has each place's own words.
 */
export async function obtainNodeImage(
  { image, version }: NodeImage,
  mirrors: readonly string[],
  { docker, note }: { readonly docker: Docker; readonly note: (line: string) => void },
  signal: AbortSignal,
  waits: readonly number[] = WAITS
): Promise<string> {
  const places = [image, ...mirrors.map((mirror) => `${mirror}/${image}`)]
  for (const place of places) if (await isImageThere(place, docker, signal)) return place
  for (let round = 0; ; round++) {
    const refusals: string[] = []
    for (const place of places) {
      note(`pulling ${place} (Kubernetes ${version})`)
      const refusal = await pullImage(place, docker, signal)
      if (refusal === undefined) return place
      refusals.push(`${place}: ${refusal}`)
      note(`${place}: ${refusal}`)
    }
    const wait = waits[round]
    if (wait === undefined)
      throw new Failure(
        'environment',
        `the node image of Kubernetes ${version} cannot be pulled: ${refusals.join('; ')}`,
        {
          hint: 'Name a registry that can be reached: --image-mirrors HOST. Its digest is checked, whoever serves it.'
        }
      )
    await sleep(wait, undefined, { signal })
  }
}

const isImageThere = (ref: string, docker: Docker, signal: AbortSignal): Promise<boolean> =>
  docker(['image', 'inspect', '--format', '{{.Id}}', ref], signal).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Failure && error.kind === 'command') return false
      throw error
    }
  )

/** What the engine said when it could not, in a line. */
async function pullImage(ref: string, docker: Docker, signal: AbortSignal): Promise<string | undefined> {
  const limit = AbortSignal.timeout(PULL_MS)
  try {
    await docker(['pull', '--quiet', ref], AbortSignal.any([signal, limit]))
    return undefined
  } catch (error) {
    signal.throwIfAborted()
    if (limit.aborted) return `not there after ${PULL_MS / 1000} s`
    if (!(error instanceof Failure) || error.kind !== 'command') throw error
    return typeof error.cause === 'string' ? (error.cause.trim().split('\n').at(-1) ?? '') : error.message
  }
}
