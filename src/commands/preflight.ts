import { resolve } from 'node:path'
import { Failure } from '../base/errors.ts'
import { findPlatform } from '../facts/platforms.ts'
import { takeWork } from '../model/planned.ts'
import type { Files } from '../model/ports/files.ts'
import { BUNDLE, CHECKSUMS, COMPATIBILITY, MANIFEST, PROVENANCE } from '../model/release-chains.ts'
import { listExtraNames } from '../model/release-extras.ts'
import { listArchiveNames } from '../plan/archives.ts'
import { chooseExpectedSigner } from '../config/expected-signer.ts'
import type { Config } from '../config/inputs.ts'
import type { Plan } from '../plan/plan.ts'
import type { PublicationPlan } from '../plan/publication.ts'
import { refuseUnsigned, type SigningPlan } from '../plan/signing.ts'
import type { Foresight, Publisher } from '../model/ports/publisher.ts'
import type { Context } from './context.ts'

/** A run before its first compile. */
export interface Upcoming {
  readonly context: Context
  readonly config: Config
  readonly plan: Plan
  readonly files: Files
  /** Where the release goes; undefined for what is not published. */
  readonly publisher: Publisher | undefined
}

/** What was learnt before the first compile. */
interface Foreseen {
  /** What a person should know. */
  readonly told: readonly string[]
  /** That of the key that signs, where it was opened: deriving it costs as much as a signature. */
  readonly publicKey?: string
}

/** Asks all that can be asked before the first compile. Writes nothing. */
export async function preflightRun(run: Upcoming): Promise<Foreseen> {
  await preflightMeans(run)
  const publication = takeWork(run.plan.publication)
  const { published, told } =
    run.publisher && publication
      ? await preflightPublication(run.plan, publication, run.publisher, run.context.signal)
      : NOWHERE
  const opened = await openKey(run, published !== undefined)
  return { ...opened, told: [...told, ...opened.told] }
}

/** Where a release goes nowhere. */
const NOWHERE: Foresight = { published: undefined, told: [] }

/** How long a plan waits for a platform, in milliseconds. */
const ANSWER_MS = 20_000

/**
 * What a plan tells of its release beside itself: all that a run from here would be told or stopped by, without a stop and
 * without a look into folders, where a look may tidy up. One set of questions, for so long.
 */
export async function foreseeRelease(run: Omit<Upcoming, 'publisher'>): Promise<readonly string[]> {
  const { context, config, plan, files } = run
  const publication = takeWork(plan.publication)
  const told: string[] = []
  const limit = AbortSignal.any([context.signal, AbortSignal.timeout(ANSWER_MS)])
  const tell = async (ask: () => readonly string[] | Promise<readonly string[]>): Promise<void> => {
    try {
      told.push(...(await ask()))
    } catch (error) {
      context.signal.throwIfAborted()
      if (limit.aborted)
        told.push(`${publication?.to} did not answer for ${ANSWER_MS / 1000} seconds: it was not asked all`)
      else if (error instanceof Failure)
        told.push(
          `a release from here would stop: ${error.message}${error.hint === undefined ? '' : `. ${error.hint}`}`
        )
      else throw error
    }
  }
  await tell(() => {
    refuseUnsigned(plan, config, context.surroundings, undefined)
    return []
  })
  if (publication && findPlatform(publication.to))
    await tell(async () => {
      const publisher = await context.publisher(publication.to, config.token, files)
      return (await preflightPublication(plan, publication, publisher, limit)).told
    })
  return told
}

/** Rejects a release that nothing here can sign, and means to sign or to verify that are not there, or are something else. */
export async function preflightMeans(run: Upcoming): Promise<void> {
  const { context, config, plan, files } = run
  refuseUnsigned(plan, config, context.surroundings, await findSignedBefore(run))
  const signing = takeWork(plan.signing)
  if (signing) await context.preflightSigning(signing, files)
  const expected = chooseExpectedSigner(config, context.cwd)
  // Only the release before has to be signed by somebody.
  if (expected && !('skip' in plan.baseline) && plan.baseline.from !== undefined)
    await context.preflightTrust(expected, files, config['trusted-root'])
}

/** What a release needs of the place that it goes to. */
export async function preflightPublication(
  plan: Plan,
  { tag }: PublicationPlan,
  publisher: Publisher,
  signal: AbortSignal
): Promise<Foresight> {
  const certain = [...plan.archives.map(({ name }) => name), CHECKSUMS]
  const own = [...plan.archives.flatMap(listArchiveNames), ...(plan.extras ? listExtraNames(plan.extras) : [])]
  const names = [...own, CHECKSUMS, BUNDLE, COMPATIBILITY, MANIFEST, PROVENANCE]
  return await publisher.foresee({ tag, commit: plan.commit, names, certain }, signal)
}

/**
 * Opens the key that signs, so that nobody waits for a compiler and a proof to learn that its password is wrong: also in a
 * gate that may see it. A release that is `published` is only compared, and needs no key.
 */
export async function openKey(
  { context, plan, files }: Pick<Upcoming, 'context' | 'plan' | 'files'>,
  published: boolean
): Promise<Foreseen> {
  const signing = takeWork(plan.signing)
  if (signing?.mode === 'key')
    return published ? NOTHING : { told: [], publicKey: await derivePublicKey(context, signing, files) }
  const key = signing?.opens
  // A gate may be a job that has no key.
  if (signing === undefined || key === undefined) return NOTHING
  if (!key.includes('://') && !(await files.digest(resolve(context.cwd, key)))) return NOT_OPENED
  const later: SigningPlan = { mode: 'key', why: signing.why, key }
  try {
    await context.preflightSigning(later, files)
    await derivePublicKey(context, later, files)
    return NOTHING
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'no-key' || (error.code === 'wrong-password' && !context.surroundings.hasPassword))
      return NOT_OPENED
    throw error
  }
}

const NOTHING: Foreseen = { told: [] }
const NOT_OPENED: Foreseen = {
  told: ['not seen from here: whether the signing key can be opened (this run lacks it, or its password)']
}

async function derivePublicKey(context: Context, signing: SigningPlan, files: Files): Promise<string> {
  const identity = await (await context.signer(signing, files)).identity(context.signal)
  if (!('publicKey' in identity)) throw new Error('a key that signs without a public half')
  return identity.publicKey
}

/** The tag of the release before, when it is signed; asked only where this one would not be. */
async function findSignedBefore({ context, plan, publisher }: Upcoming): Promise<string | undefined> {
  const since = takeWork(plan.publication)?.since
  if (!publisher || since === undefined || takeWork(plan.signing)?.mode !== 'rehearsal') return undefined
  try {
    const before = await publisher.find(since, context.signal)
    return before?.files.some(({ name }) => name === BUNDLE) ? since : undefined
  } catch (error) {
    // The release is refused all the same: it only goes without this reason.
    context.signal.throwIfAborted()
    if (error instanceof Failure) return undefined
    throw error
  }
}
