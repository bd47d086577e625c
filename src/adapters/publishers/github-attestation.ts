import { Failure } from '../../errors.ts'
import { fields, objectsAt, textAt } from '../../json.ts'
import type { Json } from '../../model.ts'
import type { Client } from './github-client.ts'
import { explained, isPassing, statusOf } from './github-errors.ts'

/**
 * Keeps a bundle as an artifact attestation (https://docs.github.com/rest/repos/attestations) unless the very same
 * signature is there. `about` is the sha256 of one of its subjects; GitHub reads the others from the statement.
 */
export async function attest(
  client: Client,
  bundle: Json,
  about: string,
  signal: AbortSignal
): Promise<'added' | 'kept'> {
  const { octokit, owner, repo, repository } = client
  if (await isThere(client, bundle, about, signal)) return 'kept'
  try {
    // Not tried again by the plugin: an answer that got lost may have been a yes.
    await octokit.rest.repos.createAttestation({
      owner,
      repo,
      bundle: { ...fields(bundle) },
      request: { signal, retries: 0 }
    })
    return 'added'
  } catch (error) {
    if (isPassing(error) && (await isThere(client, bundle, about, signal))) return 'added'
    signal.throwIfAborted()
    const status = statusOf(error)
    if (status === 403 || status === 404)
      throw new Failure(
        'environment',
        `the token may not write attestations of ${repository} (GitHub says ${status})`,
        {
          hint: 'Give the job "permissions: attestations: write"; private repositories have attestations with GitHub Enterprise Cloud only.'
        }
      )
    throw explained(error, `cannot keep the attestation in ${repository}`, signal)
  }
}

async function isThere(client: Client, bundle: Json, about: string, signal: AbortSignal): Promise<boolean> {
  const { octokit, owner, repo, repository } = client
  try {
    const { data } = await octokit.rest.repos.listAttestations({
      owner,
      repo,
      subject_digest: `sha256:${about}`,
      per_page: 100,
      request: { signal }
    })
    const wanted = signatureOf(bundle)
    return (data.attestations ?? []).some((each) => signatureOf(each.bundle as Json) === wanted)
  } catch (error) {
    // Nobody has attested this yet, or the token may not look: what comes next says so.
    if (statusOf(error) === 404 || statusOf(error) === 403) return false
    throw explained(error, `cannot list the attestations of ${repository}`, signal)
  }
}

/** What no other bundle has, in whatever order its fields come back. */
const signatureOf = (bundle: Json): string =>
  JSON.stringify([
    textAt(bundle, 'dsseEnvelope', 'payload'),
    objectsAt(bundle, 'dsseEnvelope', 'signatures').map((each) => textAt(each, 'sig'))
  ])
