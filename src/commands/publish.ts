import { resolve } from 'node:path'
import { findPlatform } from '../facts/platforms.ts'
import { refuseNames } from '../model/release-names.ts'
import { showAttested } from '../publish/attest-on-platform.ts'
import { parseInputs, readConfig } from '../config/parse.ts'
import { readTrust, refuseEmptyTrust, refuseOwnTrust, type Trust } from '../config/trust.ts'
import { listStatements } from '../model/verification-commands.ts'
import { Failure } from '../base/errors.ts'
import type { Config } from '../config/inputs.ts'
import { printJson } from '../base/json.ts'
import { publishDraft, type Signing } from '../publish/publish-draft.ts'
import { refuseInnerDestination } from '../publish/given-files.ts'
import { refuseOtherCommit } from '../publish/job-commit.ts'
import { readFromFolder, type FolderRelease } from '../publish/from-folder.ts'
import { takeWork } from '../model/planned.ts'
import { chooseDestination } from '../plan/publication.ts'
import { planAttestation } from '../plan/attestation.ts'
import type { Publisher } from '../model/ports/publisher.ts'
import { NO_LEDGER } from '../steps/ledger.ts'
import { stage } from '../steps/stage.ts'
import { timeline } from '../steps/timeline.ts'
import { verifyRelease } from '../verify/verify.ts'
import { isPrerelease, readVersionOfTag } from '../facts/version.ts'
import { findOwnerOfLatest } from '../publish/latest.ts'
import { parseTagFolder } from '../publish/yank.ts'
import { refuseOperands, type CommandRequest, type Context } from './context.ts'

/**
 * publish --from DIR --tag TAG: files that were made earlier, by their manifest when there is one; needs no checkout.
 * With a manifest its passing verdicts and its signature are demanded; without one the notes say that nothing is proved.
 */
export async function runPublish({ command, operands, read }: CommandRequest, context: Context): Promise<void> {
  refuseOperands({ command, operands })
  refuseEmptyTrust(read)
  const { config } = await readConfig(context.files(context.cwd), context.cwd, read)
  const to = demandInputs(config, context)
  const folder = resolve(context.cwd, config.from)
  const files = context.scratchFiles
  // A slipway.yaml may have come with what is to be published: of the signer it says nothing.
  const trust = await readTrust(files, context.cwd, parseInputs(read))
  await refuseOwnTrust(files, trust, folder)
  if (trust.signer) await context.preflightTrust(trust.signer, files, trust.trustedRoot)
  if (!findPlatform(to)) await refuseInnerDestination(files, folder, resolve(context.cwd, to))
  await using scratch = await files.scratch('publish')
  const given = await readFromFolder(folder, config.tag, files, scratch.path, (signature, names) =>
    context.downloaderLines(signature, {
      statements: listStatements(names),
      trustedRoot: trust.trustedRoot === '' ? undefined : trust.trustedRoot
    })
  )
  refuseNames(given.files.map(({ name }) => name))
  findPlatform(to)?.refuseFiles?.(given.files)
  const signing = await demandVerified({ given, config, to, trust }, context)

  const attestable = { to, keyless: given.manifest !== undefined && 'identity' in given.manifest.signature }
  const attesting = planAttestation(config, attestable)
  const publisher = await context.publisher(to, config.token, files)
  const commit = given.commit ?? (await publisher.commitOf(config.tag, context.signal)) ?? ''
  if (commit === '' && findPlatform(to))
    throw new Failure('verification', `there is no tag ${config.tag} on ${publisher.name}`, {
      hint: 'Push the tag first.'
    })
  refuseOtherCommit(config.tag, commit, given.commit === undefined ? publisher.name : config.from, context.surroundings)
  const names = given.files.map(({ name }) => name)
  const intent = { tag: config.tag, commit, names, certain: names }
  for (const line of await publisher.foresee(intent, context.signal)) context.host.info(`  ${line}`)
  const prerelease = await decidePrerelease(config)
  const request = {
    tag: config.tag,
    commit,
    title: given.title,
    notes: given.notes,
    prerelease,
    latest: await decideLatest(config, prerelease, publisher, context)
  }
  await using draft = await publisher.draft(request, context.signal)
  const tools = {
    files,
    unpack: context.unpack,
    timeline: timeline(context.host, () => performance.now()),
    ledger: NO_LEDGER,
    warn: (line: string) => context.host.warn(line)
  }
  if (to === 'github') stage('attest', tools).all(attesting)
  const outgoing = { publisher, draft, tag: config.tag, latest: request.latest, files: given.files, signing }
  const { published, foreign } = await showAttested(
    tools,
    { publisher, planned: takeWork(attesting), files: given.files },
    () => publishDraft(tools, outgoing, context.signal),
    context.signal
  )
  for (const name of foreign) context.host.warn(`${name} is in the release and was not made by this run; it is kept`)
  context.host.info(`published ${config.tag}: ${published.url}`)
  await context.host.output('release-url', published.url)
  if (config.json) context.print(printJson({ tag: config.tag, url: published.url, files: intent.names }))
}

function demandInputs(config: Config, { surroundings }: Context): string {
  if (config.from === '' || config.tag === '')
    throw new Failure('input', `publish needs ${config.from === '' ? '--from DIR' : '--tag TAG'}`, {
      hint: 'slipway publish --from DIR --tag TAG --to github|gitlab|DIR'
    })
  if (surroundings.event.untrusted !== undefined)
    throw new Failure('input', `this run may not publish: ${surroundings.event.untrusted}`, {
      code: 'untrusted-run',
      hint: 'Publish from a job that a tag started.'
    })
  const to = chooseDestination(config.to, surroundings)
  if (to !== undefined && to !== 'none') return to
  throw new Failure('input', 'nobody said where to publish', {
    code: 'no-destination',
    hint: 'Give --to DIR, --to github or --to gitlab.'
  })
}

interface Handing {
  readonly given: FolderRelease
  readonly config: Config
  /** Where it goes. */
  readonly to: string
  readonly trust: Trust
}

/** What lies here is verified as it will be after publishing; with a manifest, by the signature of the expected signer. */
async function demandVerified({ given, config, to, trust }: Handing, context: Context): Promise<Signing> {
  const files = context.scratchFiles
  if (!given.manifest && trust.signer)
    throw new Failure(
      'verification',
      `${resolve(context.cwd, config.from)} has no manifest.json, and a signer is expected`,
      {
        hint: 'Without it nothing says what was signed. Hand it over with the files, or leave --key or --identity out to publish them unproved.'
      }
    )
  const signing = given.manifest
    ? await readSigning(given.manifest, { config, to, trust }, context)
    : { proves: undefined, identity: undefined }
  await verifyRelease(
    {
      where: resolve(context.cwd, config.from),
      names: given.files.map(({ name }) => name),
      open: (name) => files.stream(given.pathOf(name)),
      pathOf: given.pathOf
    },
    { files, unpack: context.unpack },
    { ...signing, made: given.files, strangers: given.manifest ? 'refuse' : 'allow' }
  )
  return signing
}

/** The manifest says who signed, and not who should have: that is known from the caller, or from where the release goes. */
async function readSigning(
  { version, commit, signature: identity }: NonNullable<FolderRelease['manifest']>,
  { config, to, trust }: Omit<Handing, 'given'>,
  context: Context
): Promise<Signing> {
  const repository = context.repositoryOf(to)
  // A key is in nobody's page: it has to be named.
  const signer =
    trust.signer ??
    (repository && !('publicKey' in identity) ? findPlatform(to)?.signer(repository, config.tag) : undefined)
  if (!signer)
    throw new Failure('input', 'no expected signer is configured', {
      hint: 'Give --key FILE, or --identity URL and --issuer URL: a manifest says who signed, and not who should have.'
    })
  const proves = await context.verifier(signer, context.scratchFiles, trust.trustedRoot)
  return { proves, signer, version, commit, identity, asked: { tag: config.tag, repository: repository?.url } }
}

const decidePrerelease = async (config: Config): Promise<boolean> => {
  const version = readVersionOfTag(config.tag, parseTagFolder(config.tag))
  return config.prerelease === 'auto' ? version !== undefined && isPrerelease(version) : config.prerelease === 'true'
}

/** No tags are known without a checkout: the releases that are there say what is the highest. */
async function decideLatest(
  config: Config,
  prerelease: boolean,
  publisher: Publisher,
  context: Context
): Promise<boolean> {
  if (config.latest !== 'auto') return config.latest === 'true'
  if (prerelease || readVersionOfTag(config.tag, parseTagFolder(config.tag)) === undefined) return false
  const { signal } = context
  return findOwnerOfLatest(config.tag, await publisher.list(signal), await publisher.latest?.now(signal)) === undefined
}
