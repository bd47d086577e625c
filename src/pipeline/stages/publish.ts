import { findPlatform } from '../../facts/platforms.ts'
import { showAttested } from '../../publish/attest-on-platform.ts'
import { COMPATIBILITY, PROVENANCE } from '../../model/release-chains.ts'
import { leaveDraft, publishDraft } from '../../publish/publish-draft.ts'
import type { Artifact } from '../../model/nouns.ts'
import { listProved } from '../../evidence/compatibility.ts'
import { nameRelease } from '../../model/release-words.ts'
import { formatProvedRows } from '../../report/proved-text.ts'
import { stage } from '../../steps/stage.ts'
import { takeWork } from '../../model/planned.ts'
import type { PublicationPlan } from '../../plan/publication.ts'
import type { Draft, Publisher, ReleaseRequest } from '../../model/ports/publisher.ts'
import type { Attested } from '../../model/ports/signer.ts'
import type { Run } from '../run.ts'
import type { Outcome, Tools } from '../tools.ts'
import { signRelease } from './sign/sign.ts'
import { findOwnerOfLatest } from '../../publish/latest.ts'

/** Where a release goes, and how. */
interface PublishTarget {
  readonly publication: PublicationPlan
  readonly publisher: Publisher
}

/** Signs what was proved, and publishes it where the plan says so: a draft is there before anything is signed. */
export async function signAndPublish(run: Run<Tools>, proved: Outcome, checksums: Artifact): Promise<Outcome> {
  const { plan, tools } = run
  const publication = takeWork(plan.publication)
  const destination = publication && tools.publisher && { publication, publisher: tools.publisher }
  const request = destination && (await describeRelease(run, destination, proved))
  await using draft = destination && request && (await openReleaseDraft(run, destination, request, proved, checksums))
  const outcome = await signRelease(run, proved, checksums, (name) => draft && readLeft(draft, name))
  if (destination && draft)
    return { ...outcome, ...(await goPublic(run, destination, { draft, latest: request.latest }, outcome)) }
  stage('publish', tools).all(plan.publication)
  return outcome
}

/** The release as nobody can see it yet; a checksums.txt of other bytes is refused before anything is signed. */
async function openReleaseDraft(
  run: Run<Tools>,
  { publisher }: PublishTarget,
  request: ReleaseRequest,
  proved: Outcome,
  checksums: Artifact
): Promise<Draft> {
  findPlatform(publisher.name)?.refuseFiles?.(proved.artifacts)
  const draft = await publisher.draft(request, run.signal)
  try {
    // Another commit under a tag that was released, or begun, is not signed at all: the refusal shows both digests.
    if (draft.files.some(({ name }) => name === checksums.name)) await draft.add(checksums)
    return draft
  } catch (error) {
    await draft[Symbol.asyncDispose]()
    throw error
  }
}

/** Upload, compare, publish, and verify what everybody can see now; what is wrong by then is taken back. */
async function goPublic(
  { plan, tools, signal }: Run<Tools>,
  { publication, publisher }: PublishTarget,
  { draft, latest }: { readonly draft: Draft; readonly latest: boolean },
  { artifacts, signed }: Outcome
) {
  const signing = {
    proves:
      signed &&
      (async (what: string | Attested, bundle: string) => (await tools.signer()).verify(what, bundle, signal)),
    version: plan.version,
    commit: plan.commit,
    asked: { tag: publication.tag, module: plan.module },
    ...(signed && 'identity' in signed.identity && { signer: signed.identity }),
    identity: signed?.identity
  }
  const outgoing = { publisher, draft, tag: publication.tag, latest, files: artifacts, signing }
  const showing = { ...tools, now: tools.thisRun.now }
  const left = publication.draft ? await leaveDraft(showing, outgoing, signal) : undefined
  if (left) return 'kept' in left ? { foreign: left.kept.foreign, kept: left.kept.url } : left.shown
  const show = () => publishDraft(showing, outgoing, signal)
  return await showAttested(tools, { publisher, planned: takeWork(plan.attestation), files: artifacts }, show, signal)
}

/** The bytes of a file that an earlier run left in a draft, when it lies there. */
const readLeft = (draft: Draft, name: string): AsyncIterable<Uint8Array> | undefined =>
  draft.files.some((file) => file.name === name) ? draft.download(name) : undefined

async function describeRelease(
  { plan, tools: { changes, verification, warn, thisRun }, signal }: Run<Tools>,
  { publication: { tag, prerelease, latest, latestBy, notes, since, words }, publisher }: PublishTarget,
  { verdicts }: Outcome
): Promise<ReleaseRequest> {
  const request = { tag, commit: plan.commit, title: nameRelease(words, { ...plan, tag }), prerelease }
  const published = await publisher.find(tag, signal)
  // This clone may not have all tags: the releases that are there have the last word.
  const owner =
    latest && latestBy === 'auto'
      ? findOwnerOfLatest(tag, await publisher.list(signal), await publisher.latest?.now(signal))
      : undefined
  // A finished release is only compared: neither words nor dates go there.
  if (published) return { ...request, latest: latest && owner === undefined, notes: '' }
  if (owner !== undefined) warn(`${tag} does not become the latest release: ${owner}`)
  const told = notes === 'history' ? await changes(since) : undefined
  if (notes === 'history' && since !== undefined && told === undefined)
    warn(`the notes do not tell the changes since ${since}: this clone does not have them all`)
  const generated = notes === 'generated' ? await publisher.generateNotes?.(tag, since, signal) : undefined
  const pages = thisRun.repository === undefined ? undefined : findPlatform(publisher.name)?.pages
  const locate = (path: string): string => `${thisRun.repository}/${path}`
  const proved = formatProvedRows(listProved(verdicts, plan.reported?.by))
  const { composeReleaseNotes } = await import('../../publish/notes.ts')
  return {
    ...request,
    latest: latest && owner === undefined,
    notes: composeReleaseNotes(plan, {
      ...{ tag, since, changes: told, generated, proved, unproved: false, words },
      comparison: told && pages && since !== undefined ? locate(pages.compare(since, tag)) : undefined,
      evidence: pages && locate(pages.file(tag, COMPATIBILITY)),
      // What will lie beside the files.
      verification: await verification([PROVENANCE, ...(verdicts.length > 0 ? [COMPATIBILITY] : [])])
    })
  }
}
