import { z } from 'zod'
import { file } from '../suites/settings.ts'
import type { PrepareStep } from '../model/preparation.ts'

const step = z
  .strictObject({
    run: z
      .array(z.string().max(4096))
      .min(1)
      .describe(
        'A program and its arguments; no shell. {program} stands for the program that was built for this machine, {program:NAME} for one of several.'
      ),
    makes: z
      .array(file.describe('A file or folder, relative to the module, with /.'))
      .default([])
      .describe('Files and folders that it makes. Everything else that it writes is dropped.'),
    stdout: file.optional().describe('The file that gets what it prints.'),
    network: z.literal(true).optional().describe('true: it may use the network; left out: it has none.')
  })
  .describe('One step, in the folder of the module of a clean checkout.')

/** `prepare` of slipway.yaml. */
export const prepare = z
  .array(step)
  .max(50)
  .default([])
  .describe(
    'Steps that make files which git does not hold, for go:embed, as Go sources, or for archive.files: docs/source.md.'
  )

export const readSteps = (said: z.infer<typeof prepare>): readonly PrepareStep[] =>
  said.map(({ run, makes, stdout, network = false }) => ({
    ...{ run, makes: makes.map(dropSlash), network },
    ...(stdout !== undefined && { stdout: dropSlash(stdout) })
  }))

const dropSlash = (path: string): string => path.replace(/\/$/, '')
