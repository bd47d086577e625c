import type { Config, Given, InputName } from '../config/inputs.ts'
import type { Ledger } from '../steps/ledger.ts'
import type { Files } from '../model/ports/files.ts'
import type { Project } from '../config/project-file.ts'
import type { Prepared } from './prepare-plan.ts'
import type { World } from './context.ts'

/** A plan, all that it came from, and where its work is done. */
export interface Job extends Prepared {
  readonly world: World
  readonly config: Config
  readonly project: Project
  readonly read: (name: InputName) => Given | undefined
  /** Absolute folder of the module. */
  readonly folder: string
  /** Absolute output folder. */
  readonly out: string
  readonly files: Files
  /** The steps that are done, in the output folder. */
  readonly ledger: Ledger
}
