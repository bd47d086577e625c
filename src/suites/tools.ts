import type { Toolchain } from '../model/ports/toolchain.ts'
import type { Files } from '../model/ports/files.ts'
import type { Loopback, Processes } from '../model/ports/processes.ts'
import type { SourceFile } from '../crds/files.ts'
import type { Sources } from '../crds/files.ts'
import type { Versions } from './programs/version.ts'

/** What suites need of the machine, beside their cluster. */
export interface ProvingTools {
  readonly processes: Processes
  readonly files: Files
  readonly loopback: Loopback
  readonly toolchain: Toolchain
  /** The environment of the go command. */
  readonly env: Readonly<Record<string, string>>
  /** Files of the candidate's repository. */
  readonly sources: Sources
  /** The CRDs of the baseline; none where there is no baseline. */
  readonly baselineCrds: () => Promise<readonly SourceFile[]>
  /** The programs that are compared, once they are there. */
  readonly versions: () => Promise<Versions>
}
