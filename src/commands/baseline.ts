import { resolve } from 'node:path'
import { Failure } from '../base/errors.ts'
import type { Config } from '../config/inputs.ts'
import type { Plan } from '../plan/plan.ts'
import { takeWork } from '../model/planned.ts'
import type { Files } from '../model/ports/files.ts'
import type { Context } from './context.ts'

/** How long a platform may take to say whether a release was taken back, in milliseconds. */
const ANSWER_MS = 20_000

/**
 * The plan with a baseline that was not taken back, as far as its platform can be asked, and with who must have signed it.
 * Only asks, and only where a trial compares. `make`: the plan when these releases, by tag, were taken back.
 */
export async function planWithBaseline(
  context: Context,
  config: Config,
  files: Files,
  make: (yanked: Readonly<Record<string, string>>) => Plan
): Promise<Plan> {
  const known: Record<string, string> = {}
  for (;;) {
    const plan = make(known)
    const { baseline } = plan
    if ('skip' in baseline || baseline.from === undefined || !comparesVersions(plan)) return plan
    if (known[baseline.tag] === undefined) {
      const why = await explainYank(context, config, baseline.from, baseline.tag, files)
      if (why !== undefined) {
        known[baseline.tag] = why
        continue
      }
    }
    const signer = await describeSigner(context, config, plan)
    return signer === undefined ? plan : { ...plan, baseline: { ...baseline, signer } }
  }
}

const comparesVersions = ({ trials }: Plan): boolean =>
  'work' in trials && trials.work.some((trial) => (trial.with['baseline'] ?? null) !== null)

/** Why a release was taken back. What cannot be asked is not known: then the proof says why its release is not read. */
async function explainYank(
  context: Context,
  { token }: Config,
  from: string,
  tag: string,
  files: Files
): Promise<string | undefined> {
  const limit = AbortSignal.any([context.signal, AbortSignal.timeout(ANSWER_MS)])
  try {
    return (await (await context.publisher(from, token, files)).find(tag, limit))?.yanked
  } catch (error) {
    context.signal.throwIfAborted()
    if (error instanceof Failure || limit.aborted) return undefined
    throw error
  }
}

/** Who must have signed the baseline: who was named, else the key that signs this release. Tells one from another. */
async function describeSigner(context: Context, config: Config, plan: Plan): Promise<string | undefined> {
  const { key, identity, issuer } = config
  const digest = async (path: string): Promise<string> => {
    const found = await context.scratchFiles.digest(resolve(context.cwd, path))
    return found ? `sha256:${found.sha256}` : path
  }
  const root = config['trusted-root']
  const by = root === '' ? '' : `, trusted root ${await digest(root)}`
  // Of a key service there is no file, and its URL stays.
  if (key !== '') return `key ${await digest(key)}${by}`
  if (identity !== '') return `identity ${identity} of ${issuer}${by}`
  const own = takeWork(plan.signing)
  if (own?.mode !== 'key') return undefined
  return `the key of this release, ${(await context.fingerprint(own)) || own.key}`
}
