import { z } from 'zod'
import { file } from '../settings.ts'

const steps = z.array(z.enum(['baseline', 'candidate', 'rollback']))
const scalar = z.union([z.string(), z.number(), z.boolean()])
// What stands in braces is filled in by the trial; the name that comes of it is looked at there.
const object = z
  .string()
  .regex(
    /^[a-z0-9.-]+\/(?:[a-z0-9.:-]|\{[a-z][\w.-]*\})+$/,
    'must be RESOURCE.GROUP/NAME, such as deployments.apps/web or configmaps/{namespace}-shares'
  )

const value = {
  path: z.string().optional().describe('Where in the JSON, as kubectl writes it: {.status.phase}.'),
  equals: scalar.optional().describe('The value there, as text.'),
  matches: z.string().optional().describe('A regular expression that the value or the text holds.')
}
const on = steps.optional().describe('The steps in which it is expected; left out: in all.')

const url = z.strictObject({
  url: z.string().regex(/^https?:\/\/(127\.0\.0\.1|localhost):/, 'must begin with http://127.0.0.1:{port}'),
  status: z.number().int().optional().describe('The HTTP status; left out: any from 200 to 299.'),
  ...value,
  on
})
const condition = z.strictObject({
  object,
  condition: z.string().describe('A condition of its status, such as Ready.'),
  is: z.string().default('True'),
  on
})
const field = z.strictObject({ object, ...value, on })
const log = z.strictObject({ log: z.string().describe('A regular expression for a line of its log.'), on })
const command = z.strictObject({
  run: z.array(z.string()).describe('Arguments of the program for a call that ends by itself.'),
  status: z.number().int().default(0).describe('Its exit status.'),
  ...value,
  on
})

const expectation = z.union([url, condition, log, command, field])

const process = {
  program: z.string().optional().describe('Which program of the module; left out: the only one.'),
  args: z
    .array(z.string())
    .default([])
    .describe(
      'Its arguments; {kubeconfig}, {namespace}, {port}, {port.NAME} and {data} stand for what the trial gives.'
    ),
  env: z
    .record(z.string().regex(/^[A-Za-z_]\w*$/), z.string())
    .default({})
    .describe('Its environment, beside KUBECONFIG, HOME and PATH.')
}

const inPod = {
  args: z
    .array(z.string())
    .default([])
    .describe('Its arguments in a pod; {namespace} and {version} stand for what the trial gives.'),
  env: process.env
}

const saysMore = (args: readonly string[], env: object, ready: string | undefined, baseline: object): boolean =>
  args.length > 0 || ready !== undefined || [env, baseline].some((each) => Object.keys(each).length > 0)

const deployment = z
  .strictObject({
    ...inPod,
    kind: z.enum(['Deployment', 'DaemonSet', 'StatefulSet']).default('Deployment').describe('What runs it.'),
    manifest: file
      .optional()
      .describe(
        "Each version's own file with that Deployment, as it ships; left out: one is made of what stands here."
      ),
    container: z
      .string()
      .optional()
      .describe('Which container of the manifest runs the program; left out: the only one, or the one of its name.'),
    replicas: z
      .number()
      .int()
      .min(1)
      .max(5)
      .optional()
      .describe('How many pods; left out: as the manifest says, else 2. A DaemonSet has one on each node.'),
    port: z.number().int().min(1).max(65535).optional().describe('The port on which it listens in its pod.'),
    ready: z
      .string()
      .regex(/^\//, 'must be a path, such as /readyz')
      .optional()
      .describe('A path on that port that answers 2xx or 3xx once it is ready; left out: the port takes connections.'),
    expect: z
      .array(z.union([url, condition, log, field]))
      .default([])
      .describe('What it must bring about in its pods; {port} and {port.NAME} are those of its container.'),
    baseline: z
      .strictObject({ args: inPod.args.unwrap().optional(), env: inPod.env.unwrap().optional() })
      .prefault({})
      .describe('What the baseline is run with instead.')
  })
  .refine(
    ({ manifest, args, env, ready, baseline }) => manifest === undefined || !saysMore(args, env, ready, baseline),
    {
      path: ['manifest'],
      message: 'says itself what is run: leave args, env, ready and baseline out'
    }
  )
  .refine(({ port, ready }) => ready === undefined || port !== undefined, {
    path: ['ready'],
    message: 'needs the port that answers there: port'
  })
  .describe('How it runs in pods of a real cluster: there it is rolled out and undone as well.')

export const workload = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/),
    driver: z.literal('process').default('process'),
    ...process,
    manifests: z
      .array(file)
      .default([])
      .describe("Each version's own: accounts, roles, CRDs, configuration. Deployments and the like are left out."),
    'service-account': z
      .string()
      .optional()
      .describe("Who the program is; left out: what the manifests' workload or only account says."),
    'smi-crds': z
      .boolean()
      .optional()
      .describe('Whether the SMI CRDs are installed; left out: when the program speaks SMI.'),
    objects: z
      .array(file)
      .default([])
      .describe(
        'Objects that are there before the first step and must stay as they are; left out: SMI objects, when the program speaks SMI.'
      ),
    'may-change': z
      .array(z.string())
      .default([])
      .describe('Paths of these objects that the program may write, such as metadata.annotations.'),
    ready: z.array(expectation).min(1).describe('What tells that the program is up.'),
    expect: z.array(expectation).default([]).describe('What it must bring about, once it is up.'),
    changes: z
      .array(z.strictObject({ object, on: steps, patch: z.record(z.string(), z.unknown()) }))
      .default([])
      .describe('Merge patches that a user makes in a step, before its expectations are looked at.'),
    settle: z.number().min(0).max(600).default(1).describe('Seconds for which it must stay up after that.'),
    within: z.number().min(1).max(3600).default(30).describe('Seconds for each wait.'),
    stop: z
      .strictObject({ within: z.number().min(1).max(600).default(15), status: z.number().int().default(0) })
      .prefault({})
      .describe('How it must end after SIGTERM: in so many seconds, with this exit status.'),
    deployment: deployment.optional(),
    baseline: z
      .strictObject({ args: process.args.unwrap().optional(), env: process.env.unwrap().optional() })
      .prefault({})
      .describe('What the baseline is run with instead, where an upgrade is not a change of the program alone.')
  })
  .describe('A program that runs against the cluster: the baseline, then the candidate, then the baseline again.')

export const workloads = z
  .array(workload)
  .default([])
  .describe('Programs that suite workload runs, upgrades and rolls back.')

export type Workload = z.infer<typeof workload>
export type Deployed = z.infer<typeof deployment>
export type Expectation = z.infer<typeof expectation>
