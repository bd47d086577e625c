import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../../base/errors.ts'
import { judgeLife, parseOwner } from '../../machine/owner.ts'
import type { Docker } from './engine.ts'

/** On the network of each cluster; kind puts its own label, with the cluster's name, on the containers. */
export const NETWORK_LABEL = 'slipway-cluster'
const KIND_LABEL = 'io.x-k8s.kind.cluster'

/** `slipway-<owner>-<n>`: unique on an engine that several runs share, and it says whose it is. */
export const formatClusterName = (owner: string, n: number): string => `slipway-${owner}-${n}`

/** How long the engine may take to let go of a cluster, in milliseconds. */
const PATIENCE_MS = 60_000
/** What another host or container made is told by its age alone: longer than any job runs, in milliseconds. */
const OLD_MS = 24 * 3_600_000

/**
 * Removes the containers, their volumes and the network of a cluster. A creation that was broken off may still go on
 * inside the engine, so it looks again until nothing was there twice. Rejects with an 'environment' Failure otherwise.
 */
export async function removeCluster(name: string, docker: Docker, signal: AbortSignal): Promise<void> {
  const started = Date.now()
  for (let quiet = 0; quiet < 2;) {
    const left = await listPieces(name, docker, signal)
    quiet = left.containers.length + left.networks.length === 0 ? quiet + 1 : 0
    if (Date.now() - started > PATIENCE_MS)
      throw new Failure('environment', `the cluster ${name} does not go: ${JSON.stringify(left)}`, {
        hint: `By hand: docker rm -f -v $(docker ps -aq --filter label=${KIND_LABEL}=${name}); docker network rm ${name}`
      })
    // What is on its way out refuses a second removal: the next look tells.
    if (left.containers.length) await docker(['rm', '-f', '-v', ...left.containers], signal).catch(ignoreRefusal)
    else if (left.networks.length) await docker(['network', 'rm', ...left.networks], signal).catch(ignoreRefusal)
    if (quiet < 2) await sleep(quiet === 1 ? 100 : 20, undefined, { signal })
  }
}

const ignoreRefusal = (error: unknown): string => {
  if (error instanceof Failure && error.kind === 'command') return ''
  throw error
}

const listPieces = async (name: string, docker: Docker, signal: AbortSignal) => ({
  containers: splitLines(await docker(['ps', '-aq', '--filter', `label=${KIND_LABEL}=${name}`], signal)),
  networks: splitLines(await docker(['network', 'ls', '-q', '--filter', `label=${NETWORK_LABEL}=${name}`], signal))
})

/** Removes the clusters of runs that were killed; resolves with their names. Those of live runs stay. */
export async function sweepKind(docker: Docker, signal: AbortSignal): Promise<readonly string[]> {
  const listed = [
    ...splitLines(
      await docker(['ps', '-a', '--filter', `label=${KIND_LABEL}`, '--format', formatTemplate(KIND_LABEL)], signal)
    ),
    ...splitLines(
      await docker(
        ['network', 'ls', '--filter', `label=${NETWORK_LABEL}`, '--format', formatTemplate(NETWORK_LABEL)],
        signal
      )
    )
  ]
  const left = new Set(
    listed.flatMap((line) => {
      const [name = '', created = ''] = line.split('\t')
      return isLeftCluster(name, created) ? [name] : []
    })
  )
  for (const name of left) await removeCluster(name, docker, signal)
  return [...left]
}

const formatTemplate = (label: string): string => `{{.Label "${label}"}}\t{{.CreatedAt}}`

/** Whether the run that made a cluster is over. `created` as docker prints it: `2026-11-22 14:03:11.5 +0000 UTC`. */
export function isLeftCluster(name: string, created: string): boolean {
  const owner = name.startsWith('slipway-') ? parseOwner(name) : undefined
  if (!owner) return false
  const life = judgeLife(owner)
  const age = Date.now() - Date.parse(created.replace(/ [A-Z]{2,5}$/, ''))
  return life === 'dead' || (life === 'elsewhere' && age > OLD_MS)
}

const splitLines = (text: string): readonly string[] => text.split('\n').filter(Boolean)
