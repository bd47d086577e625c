import { Failure } from '../base/errors.ts'
import { printJson } from '../base/json.ts'
import type { Config } from '../config/inputs.ts'
import type { Trust } from '../config/trust.ts'
import { findPlatform } from '../facts/platforms.ts'
import { isPrerelease, parseTagFolder, readVersionOfTag } from '../facts/version.ts'
import { takeWork } from '../model/planned.ts'
import type { Files } from '../model/ports/files.ts'
import type { Publisher, ReleaseRequest } from '../model/ports/publisher.ts'
import { planAttestation } from '../plan/attestation.ts'
import { chooseDestination } from '../plan/publication.ts'
import { showAttested } from '../publish/attest-on-platform.ts'
import type { SignedManifest } from '../publish/from-folder.ts'
import { findOwnerOfLatest } from '../publish/latest.ts'
import { leaveDraft, publishDraft, type Publishable, type Signing } from '../publish/publish-draft.ts'
import { NO_LEDGER } from '../steps/ledger.ts'
import { stage } from '../steps/stage.ts'
import { timeline } from '../steps/timeline.ts'
import type { Context } from './context.ts'

/** Files that lie here, verified, and the release that they are to be. */
export interface Showing {
  readonly config: Config
  /** The name of a platform, or the path of a folder. */
  readonly to: string
  readonly publisher: Publisher
  readonly request: ReleaseRequest
  readonly files: readonly Publishable[]
  readonly signing: Signing
  /** Whether they are signed by the identity of a job. */
  readonly keyless: boolean
  /** Whether the release stays a draft. */
  readonly draft: boolean
}

/** Publishes files that lie here, or leaves them as a draft, and hands on what came of it. */
export async function showRelease(showing: Showing, files: Files, context: Context): Promise<void> {
  const { config, to, publisher, request, signing } = showing
  const { tag, latest } = request
  const { signal, host } = context
  const attesting = planAttestation(config, { to, keyless: showing.keyless, draft: showing.draft })
  for (const line of await foreseeGiven(showing, signal)) host.info(`  ${line}`)
  await using draft = await publisher.draft(request, signal)
  const tools = {
    files,
    unpack: context.unpack,
    timeline: timeline(host, () => performance.now()),
    ledger: NO_LEDGER,
    warn: (line: string) => host.warn(line)
  }
  const outgoing = { publisher, draft, tag, latest, files: showing.files, signing }
  const left = showing.draft ? await leaveDraft(tools, outgoing, signal) : undefined
  if (left && 'kept' in left) return await handOn(showing, { draft: left.kept.url }, left.kept.foreign, context)
  if (to === 'github') stage('attest', tools).all(attesting)
  const { published, foreign } =
    left?.shown ??
    (await showAttested(
      tools,
      { publisher, planned: takeWork(attesting), files: showing.files },
      () => publishDraft(tools, outgoing, signal),
      signal
    ))
  await handOn(showing, { url: published.url }, foreign, context)
}

async function foreseeGiven({ publisher, request, files }: Showing, signal: AbortSignal): Promise<readonly string[]> {
  const names = files.map(({ name }) => name)
  const { tag, commit } = request
  return (await publisher.foresee({ tag, commit, names, certain: names }, signal)).told
}

/** The step's outputs, and the last words to a person. */
async function handOn(
  { config, request: { tag }, files }: Showing,
  where: { readonly url: string } | { readonly draft: string },
  foreign: readonly string[],
  { host, print }: Context
): Promise<void> {
  const [state, url, draft] = 'url' in where ? ['published', where.url, ''] : ['draft', '', where.draft]
  for (const name of foreign)
    host.warn(`${name} is in the ${state === 'draft' ? state : 'release'} and was not made by this run; it is kept`)
  host.info('url' in where ? `published ${tag}: ${url}` : describeKept(tag, draft))
  await host.output('release-url', url)
  await host.output('release-state', state)
  await host.output('draft-url', draft)
  if (config.json) print(printJson({ tag, state, url, draft, files: files.map(({ name }) => name) }))
}

/** The last word on a draft. */
export const describeKept = (tag: string, url: string): string =>
  `${tag} is a draft, verified, and nobody else sees it: ${url}\n  make it public: slipway publish --finish ${tag}`

/** Where a command publishes to; rejects where it may not. */
export function demandPlace({ to: asked }: Config, { surroundings }: Context): string {
  if (surroundings.event.untrusted !== undefined)
    throw new Failure('input', `this run may not publish: ${surroundings.event.untrusted}`, {
      code: 'untrusted-run',
      hint: 'Publish from a job that a tag started.'
    })
  const to = chooseDestination(asked, surroundings)
  if (to !== undefined && to !== 'none') return to
  throw new Failure('input', 'nobody said where to publish', {
    code: 'no-destination',
    hint: 'Give --to DIR, --to github or --to gitlab.'
  })
}

/** The manifest says who signed, and not who should have: that is known from the caller, or from where the release goes. */
export async function readSigning(
  { version, commit, signature: identity }: SignedManifest,
  { tag, to, trust }: { readonly tag: string; readonly to: string; readonly trust: Trust },
  context: Context
): Promise<Signing> {
  const repository = context.repositoryOf(to)
  // A key is in nobody's page: it has to be named.
  const signer =
    trust.signer ?? (repository && !('publicKey' in identity) ? findPlatform(to)?.signer(repository, tag) : undefined)
  if (!signer)
    throw new Failure('input', 'no expected signer is configured', {
      hint: 'Give --key FILE, or --identity URL and --issuer URL: a manifest says who signed, and not who should have.'
    })
  const proves = await context.verifier(signer, context.scratchFiles, trust.trustedRoot)
  return { proves, signer, version, commit, identity, asked: { tag, repository: repository?.url } }
}

export const decidePrerelease = ({ prerelease }: Config, tag: string): boolean => {
  const version = readVersionOfTag(tag, parseTagFolder(tag))
  return prerelease === 'auto' ? version !== undefined && isPrerelease(version) : prerelease === 'true'
}

/** No tags are known without a checkout: the releases that are there say what is the highest. */
export async function decideLatest(
  config: Config,
  { tag, prerelease }: { readonly tag: string; readonly prerelease: boolean },
  publisher: Publisher,
  { signal }: Context
): Promise<boolean> {
  if (config.latest !== 'auto') return config.latest === 'true'
  if (prerelease || readVersionOfTag(tag, parseTagFolder(tag)) === undefined) return false
  return findOwnerOfLatest(tag, await publisher.list(signal), await publisher.latest?.now(signal)) === undefined
}
