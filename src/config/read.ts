import { join } from 'node:path'
import { parseInputs, type Config, type Given, type InputName } from './inputs.ts'
import type { Files } from '../model/ports/files.ts'
import type { Project } from './project-file.ts'

export const PROJECT_FILE = 'slipway.yaml'

/** A module without a slipway.yaml. */
export const NO_PROJECT: Project = {
  name: undefined,
  builds: [],
  archiveFiles: [],
  crds: { samples: [] },
  smi: {},
  workloads: [],
  data: [],
  surface: { api: [], accepted: [] },
  accepted: []
}

/** The inputs: flags or Action inputs first, then slipway.yaml beside the go.mod, then the defaults. */
export async function readConfig(
  files: Files,
  folder: string,
  read: (name: InputName) => Given | undefined
): Promise<{ config: Config; project: Project }> {
  const bytes = await files.read(join(folder, PROJECT_FILE))
  if (!bytes) return { config: parseInputs(read), project: NO_PROJECT }
  // The schema library is heavy, and most repositories have no such file.
  const { parseProject } = await import('./project-file.ts')
  const file = parseProject(Buffer.from(bytes).toString('utf8'), PROJECT_FILE)
  return { config: parseInputs((name) => read(name) ?? file.read(name)), project: file.project }
}
