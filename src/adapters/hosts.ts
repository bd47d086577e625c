import { detectPlatform } from '../facts/platforms.ts'
import type { Host } from '../model/ports/host.ts'
import { gitlabHost } from './gitlab/command-line.ts'
import { local, type CommandLineHost, type HostParts } from './terminal/host.ts'

/** The one list of them; the first that fits has it. The Action has its own, src/adapters/github/host.ts. */
export const HOSTS: readonly CommandLineHost[] = [gitlabHost, { open: ({ stream, drawing }) => local(stream, drawing) }]

export function chooseHost(parts: HostParts): Host {
  const here = detectPlatform(parts.env)?.name
  const fitting = HOSTS.find(({ platform }) => platform === undefined || platform === here)
  if (!fitting) throw new Error('no host for this place')
  return fitting.open(parts)
}
