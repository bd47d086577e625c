import { refuseSizes } from './asset-names.ts'
import { Failure } from './errors.ts'
import type { Artifact, Json } from './model.ts'
import type { Plan } from './plan.ts'
import type { PublicationPlan } from './plan/publication.ts'
import type { Published, Publisher, ReleaseRequest } from './ports.ts'
import { releaseNotes } from './notes.ts'
import type { Outcome, Tools } from './release.ts'
import { sealed } from './seal.ts'
import { earlier, publish } from './stages/publish.ts'
import { BUNDLE, type Signed } from './stages/sign.ts'
import { count } from './text.ts'
import { foundIn, verifyRelease, type Verification } from './verify.ts'
import { higherThan, takenBack } from './yank.ts'

/** Draft, sign, upload, compare, publish, and verify what everybody can see now; what is wrong by then is taken back. */
export async function goPublic(
  plan: Plan,
  tools: Tools,
  publication: PublicationPlan,
  publisher: Publisher,
  proved: Outcome,
  checksums: Artifact,
  signal: AbortSignal
): Promise<Outcome> {
  const { timeline } = tools
  refuseSizes(proved.artifacts)
  await using draft = await publisher.draft(await requestOf(plan, tools, publication, publisher, signal), signal)
  const outcome = await sealed(plan, tools, proved, checksums, earlier(draft, BUNDLE), signal)
  const { artifacts, signed } = outcome
  try {
    const published = await timeline.watch('publish', `${publication.tag} to ${publisher.name}`, async (note) => ({
      value: await publish(draft, artifacts, note),
      ...(draft.finished ? { reused: true, note: 'published before' } : { note: `${artifacts.length} files` })
    }))
    // What everybody can see now is looked up again rather than believed.
    const seen = (await publisher.find(publication.tag, signal)) ?? published
    await timeline.watch('verify', publication.tag, () =>
      verified(plan, tools, seen, artifacts, signed, draft.finished, signal)
    )
    const foreign = seen.files.map(({ name }) => name).filter((name) => !artifacts.some((file) => file.name === name))
    return { ...outcome, published: seen, foreign }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof Failure) || !error.exposed) throw error
    throw await takenBack(publisher, publication.tag, error, signal)
  }
}

/** Downloads what was published and verifies it as a stranger would, unless just this was verified before. */
async function verified(
  plan: Plan,
  { files, ledger, unpack, signer }: Tools,
  published: Published,
  artifacts: readonly Artifact[],
  signed: Signed | undefined,
  finished: boolean,
  signal: AbortSignal
): Promise<{ value: Verification; reused: boolean; note: string }> {
  const look = async () => {
    const proves = signed && (async (sums: string, bundle: string) => (await signer()).verify(sums, bundle, signal))
    const value = await verifyRelease(
      foundIn(published),
      { files, unpack },
      { proves, version: plan.version, commit: plan.commit, made: artifacts, strangers: 'keep' }
    ).catch((error: unknown) => {
      throw isWrong(error) ? wrong(published, error, finished) : error
    })
    return { value: value as unknown as Json, files: [] }
  }
  const digests = published.files.map(({ name, sha256 }) => ({ name, sha256 }))
  const input = { tag: published.tag, url: published.url, digests, identity: signed?.identity } as unknown as Json
  // Where the platform keeps no digests, every look is a download.
  const known = digests.every(({ sha256 }) => sha256 !== undefined)
  const { value, reused } = known ? await ledger.once('verified', input, look) : { ...(await look()), reused: false }
  const verification = value as unknown as Verification
  return {
    value: verification,
    reused,
    note: `${signed ? 'signature, ' : ''}${count(verification.covered.length, 'file')}, ${count(verification.programs, 'program')} looked into`
  }
}

const isWrong = (error: unknown): error is Failure => error instanceof Failure && error.kind === 'verification'

/** A release that this run did not make is not taken back by itself: the fault may be here. */
const wrong = ({ tag, url }: Published, cause: Failure, finished: boolean): Failure =>
  new Failure('verification', `${tag} is published (${url}) and does not verify: ${cause.message}`, {
    hint: finished
      ? `Find out whether it is the release or the way to it; slipway yank ${tag} takes it back.`
      : (cause.hint ?? ''),
    cause,
    exposed: !finished
  })

async function requestOf(
  plan: Plan,
  { changes, warn }: Tools,
  { tag, prerelease, latest, latestBy, notes, since }: PublicationPlan,
  publisher: Publisher,
  signal: AbortSignal
): Promise<ReleaseRequest> {
  const request = { tag, commit: plan.commit, title: `${plan.name} ${plan.version}`, prerelease }
  // A finished release is only compared: neither words nor dates go there.
  if (await publisher.find(tag, signal)) return { ...request, latest, notes: '' }
  // This clone may not have all tags: the releases that are there have the last word.
  const higher = latest && latestBy === 'auto' ? higherThan(tag, await publisher.list(signal)) : undefined
  if (higher !== undefined) warn(`${tag} does not become the latest release: ${higher} is published and higher`)
  const told = notes === 'history' ? await changes(since) : undefined
  if (notes === 'history' && since !== undefined && told === undefined)
    warn(`the notes do not tell the changes since ${since}: this clone does not have them all`)
  const generated = notes === 'generated' ? await publisher.generateNotes?.(tag, since, signal) : undefined
  return {
    ...request,
    latest: latest && higher === undefined,
    notes: releaseNotes(plan, { since, changes: told, generated })
  }
}
