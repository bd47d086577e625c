import { z } from 'zod'
import type { Json } from '../base/json.ts'
import { ISOLATIONS } from '../model/isolation.ts'

/** The shape of compatibility.json. Readers pass over what they do not know; `schema` counts up when a meaning changes. */

const outcome = z.enum(['passed', 'failed'])

const loss = z
  .object({
    kind: z.string(),
    written: z.string().describe('The version in which the object was written, such as v1alpha4, or N-1.'),
    stored: z.string().describe('The version in which the server kept it.'),
    read: z.string().describe('The version in which it was read.'),
    fields: z.array(z.string()).min(1).describe('Paths such as spec.matches[].name.'),
    because: z.string().optional().describe('Why, of a loss that was known before; missing for one that was not.')
  })
  .describe('Fields that were gone from an object after it was written, stored and read.')

const check = z.object({
  claim: z.string().describe('A sentence that is true when the check passes.'),
  outcome,
  seen: z.string(),
  repeat: z.string().optional().describe('How a person repeats it by hand.'),
  loss: loss.optional(),
  at: z.object({ file: z.string(), line: z.int() }).optional().describe('The line of the file that it is about.'),
  accepted: z
    .string()
    .optional()
    .describe('It does not hold, and slipway.yaml accepts that for this reason; its outcome is passed.')
})

const trial = z.object({
  suite: z.string(),
  kubernetes: z.string().optional().describe('The minor that was asked for; missing for a suite without a cluster.'),
  subject: z.string().optional().describe('Which of several, such as the name of a workload.'),
  drill: z.literal(true).optional().describe('A drill of the cluster, with nothing of the project in it.'),
  with: z.record(z.string(), z.unknown()).describe('What the suite was run with, such as its CRD set.')
})

const compared = z.object({
  name: z.string(),
  origin: z.string().describe('Compiled from what, or checked against what.')
})

const moment = z.object({
  at: z.number().describe('Milliseconds since the trial began.'),
  ms: z.number(),
  step: z.string().describe('baseline, candidate or rollback, with its version.'),
  what: z.string(),
  outcome
})

const verdict = z.object({
  trial,
  outcome,
  cluster: z
    .object({
      provider: z.string(),
      server: z.string().describe('As the server says, v1.37.1.'),
      simulated: z.boolean().describe('Pods did not really run: nothing is proved of the program in a container.')
    })
    .optional(),
  checks: z.array(check),
  compared: z.object({ baseline: compared.nullable(), candidate: compared }).optional(),
  isolation: z
    .enum(ISOLATIONS)
    .optional()
    .describe('What kept the programs from the rest of the machine; missing where none ran on it.'),
  moments: z.array(moment).optional().describe('The upgrade and the way back, as it happened.'),
  ms: z.number().describe('Wall time of the trial in milliseconds.')
})

const schema = z.object({
  schema: z.literal(1),
  name: z.string(),
  version: z.string(),
  commit: z.string(),
  outcome: z.enum(['passed', 'failed', 'skipped']),
  skipped: z.string().nullable().describe('Why nothing was proved.'),
  baseline: z
    .union([
      z.object({ tag: z.string(), version: z.string(), commit: z.string(), why: z.string() }),
      z.object({ skipped: z.string() })
    ])
    .optional()
    .describe('The release that was compared with, or why there was none.'),
  unproved: z
    .array(z.object({ suite: z.string(), why: z.string() }))
    .optional()
    .describe('Suites that fit and proved nothing.'),
  reportedBy: z
    .object({ run: z.string(), job: z.string() })
    .optional()
    .describe('The job that proved, where it was another than the one that released.'),
  tools: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      source: z.enum(['machine', 'download', 'module']),
      vouched: z.string().describe('What was checked, and against what.')
    })
  ),
  clusters: z
    .array(
      z.object({
        kubernetes: z.string(),
        provider: z.string(),
        server: z.string(),
        ms: z.number().describe('How long it took to be ready, in milliseconds.'),
        logs: z.string().nullable().describe('Where its logs lie, relative to the output folder.')
      })
    )
    .optional(),
  smi: z
    .object({
      speaks: z.array(z.string()).describe('By the import graph of the program: split.smi-spec.io/v1alpha4.'),
      others: z.array(
        z.object({
          name: z.string(),
          does: z.enum(['serves', 'writes']).describe('Whether it serves the CRDs or writes objects of them.'),
          versions: z.array(z.string()),
          state: z.string(),
          source: z.string().describe('Where that was read.'),
          shared: z.array(z.string()).describe('Versions that the program speaks too.'),
          apart: z.array(z.string()).describe('API groups that both speak, in no version that is the same.')
        })
      )
    })
    .optional()
    .describe('The SMI versions that the program speaks, and who else does; missing where it speaks none.'),
  verdicts: z.array(verdict),
  drills: z
    .array(verdict)
    .optional()
    .describe('What came of drills: they say something of the cluster, prove nothing and are not signed.'),
  broken: z
    .array(z.object({ trial, kind: z.string(), message: z.string(), hint: z.string().nullable() }))
    .optional()
    .describe('Trials that came to no verdict.')
})

/** As JSON Schema, draft 2020-12. Strict: one that refuses every field that it does not describe. */
export const makeCompatibilitySchema = (strict = false): Json => ({
  title: 'report/compatibility.json',
  ...(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: strict ? 'output' : 'input' }))) as {
    [key: string]: Json
  })
})
