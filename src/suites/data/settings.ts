import { z } from 'zod'
import { file } from '../settings.ts'

/** Arguments without the file would let every file pass. */
const calling = z
  .array(z.string())
  .min(1)
  .refine((args) => args.some((arg) => arg.includes('{fixture}')), { message: 'one of the arguments holds {fixture}' })

export const data = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/),
    program: z.string().optional().describe('Which program of the module; left out: the only one.'),
    files: z
      .array(file)
      .default([])
      .describe(
        'Fixtures: files, or folders with all that is in them; left out: SMI objects, when the program speaks SMI.'
      ),
    read: calling.describe('Arguments by which the program reads {fixture}, and ends.'),
    write: calling
      .optional()
      .describe('Arguments by which the program writes {fixture} anew; what one version wrote the other must read.'),
    stdout: z
      .enum(['auto', 'ignore', 'json', 'equal'])
      .default('auto')
      .describe(
        'What both must say of one fixture. json: every value that the older gives, the newer gives too. auto: json where it is JSON.'
      ),
    backward: z
      .boolean()
      .default(true)
      .describe(
        'Whether the baseline must read what the candidate has or writes; false is a way back that you give up.'
      ),
    within: z.number().min(1).max(600).default(20).describe('Seconds for each call.')
  })
  .describe('Files that the program reads: fixtures of both versions, read by both.')

export const fixtures = z.array(data).default([]).describe('Files that suite data has both versions read.')

export type DataFixture = z.infer<typeof data>
