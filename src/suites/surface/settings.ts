import { z } from 'zod'

export const surface = z
  .strictObject({
    api: z
      .array(z.string().regex(/^\.(\/[\w.+~-]+)*(\/\.\.\.)?$/))
      .default([])
      .describe('Packages that others import, such as ./pkg/api/...; none: the Go API is not compared.'),
    accepted: z
      .array(z.string())
      .default([])
      .describe('Breaks that you know of, as the suite names them, such as --old-flag.')
  })
  .prefault({})
  .describe('What must fit the step of the version number.')

export type Surface = z.infer<typeof surface>
