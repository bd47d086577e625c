import { Failure } from '../../../base/errors.ts'
import { readFields, readObjectsAt, readTextAt } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import type { Client } from './client.ts'
import { explainError, isPassing, readStatus } from './errors.ts'

/** Seconds before the second and the third try. */
const PAUSES: readonly number[] = [2, 10]

/**
 * Keeps a bundle as an artifact attestation (https://docs.github.com/rest/repos/attestations) unless the very same
 * signature is there. `about` is the sha256 of one of its subjects; GitHub reads the others from the statement.
 */
export async function keepAttestation(
  client: Client,
  bundle: Json,
  about: string,
  signal: AbortSignal
): Promise<'added' | 'kept'> {
  if (await isAttested(client, bundle, about, signal)) return 'kept'
  for (let tried = 0; ; tried++) {
    try {
      await postAttestation(client, bundle, signal)
      return 'added'
    } catch (error) {
      signal.throwIfAborted()
      if (!isPassing(error)) throw explainAttestationRefusal(client, error, signal)
      // An answer that got lost may have been a yes.
      if (await isAttested(client, bundle, about, signal)) return 'added'
      const pause = PAUSES[tried]
      if (pause === undefined) throw explainAttestationRefusal(client, error, signal)
      await client.wait(pause, signal)
    }
  }
}

async function postAttestation({ octokit, owner, repo }: Client, bundle: Json, signal: AbortSignal): Promise<void> {
  // Not tried again by the plugin, which would not look in between.
  const request = { signal, retries: 0 }
  await octokit.rest.repos.createAttestation({ owner, repo, bundle: { ...readFields(bundle) }, request })
}

function explainAttestationRefusal({ repository }: Client, error: unknown, signal: AbortSignal): unknown {
  const status = readStatus(error)
  if (status !== 403 && status !== 404)
    return explainError(error, `cannot keep the attestation in ${repository}`, signal)
  return new Failure('environment', `the token may not write attestations of ${repository} (GitHub says ${status})`, {
    hint: 'Give the job "permissions: attestations: write"; private repositories have attestations with GitHub Enterprise Cloud only.'
  })
}

async function isAttested(client: Client, bundle: Json, about: string, signal: AbortSignal): Promise<boolean> {
  const { octokit, owner, repo, repository } = client
  try {
    const { data } = await octokit.rest.repos.listAttestations({
      owner,
      repo,
      subject_digest: `sha256:${about}`,
      per_page: 100,
      request: { signal }
    })
    const wanted = readSignature(bundle)
    return (data.attestations ?? []).some((each) => readSignature(each.bundle as Json) === wanted)
  } catch (error) {
    // Nobody has attested this yet, or the token may not look: what comes next says so.
    if (readStatus(error) === 404 || readStatus(error) === 403) return false
    throw explainError(error, `cannot list the attestations of ${repository}`, signal)
  }
}

/** What no other bundle has, in whatever order its fields come back. */
const readSignature = (bundle: Json): string =>
  JSON.stringify([
    readTextAt(bundle, 'dsseEnvelope', 'payload'),
    readObjectsAt(bundle, 'dsseEnvelope', 'signatures').map((each) => readTextAt(each, 'sig'))
  ])
