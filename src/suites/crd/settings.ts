import { z } from 'zod'
import { files } from '../settings.ts'

export const crds = z
  .strictObject({
    files: files
      .optional()
      .describe('The CRDs that are installed with this version; left out: what lies in folders named crd or crds.'),
    samples: files.default([]).describe('Objects of theirs, tried beside those that are made from the schemas.'),
    apply: z
      .enum(['client-side', 'server-side'])
      .default('client-side')
      .describe('How people apply them: kubectl apply alone, or with --server-side, which the largest need.')
  })
  .prefault({})
  .describe('CustomResourceDefinitions that suite crd takes from the release before to this one and back.')

export type CrdSettings = Partial<z.infer<typeof crds>> & Pick<z.infer<typeof crds>, 'samples'>
