import { tmpdir } from 'node:os'
import { disk } from '../../../src/adapters/machine/disk.ts'
import { loopback } from '../../../src/adapters/machine/loopback.ts'
import { processes } from '../../../src/adapters/machine/process.ts'
import { sandboxes } from '../../../src/adapters/sandbox/sandboxes.ts'
import type { Processes } from '../../../src/model/ports/processes.ts'
import type { Sandboxes } from '../../../src/model/ports/sandbox.ts'

const files = disk(tmpdir())
const parts = {
  ...{ processes: processes(), files, loopback: loopback(files) },
  ...{ platform: process.platform, sudo: false, hides: [] }
}

/** Those of this machine, as a run has them. */
export const testSandboxes: Sandboxes = sandboxes(parts)

/** None: programs run by these on the machine as it is. */
export const unsandboxed = (processes: Processes): Sandboxes => sandboxes({ ...parts, processes, among: [] })
