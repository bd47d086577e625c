import { z } from 'zod'
import { files } from '../settings.ts'

export const smi = z
  .strictObject({
    manifests: files
      .optional()
      .describe("SMI objects that people apply; left out: the module's YAML files, when the program speaks SMI.")
  })
  .prefault({})
  .describe('Manifests that are read as a server with the SMI CRDs would; what it refuses or loses shows on its line.')

export type SmiSettings = z.infer<typeof smi>
