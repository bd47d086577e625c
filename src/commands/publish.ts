import { join, resolve } from 'node:path'
import { findPlatform } from '../facts/platforms.ts'
import { refuseNames } from '../model/release-names.ts'
import { parseInputs, PROJECT_FILE, readConfig } from '../config/parse.ts'
import { readTrust, refuseEmptyTrust, refuseOwnTrust, type Trust } from '../config/trust.ts'
import { listStatements } from '../model/verification-commands.ts'
import { Failure } from '../base/errors.ts'
import { isWithin } from '../base/paths.ts'
import type { Files } from '../model/ports/files.ts'
import type { Config } from '../config/inputs.ts'
import type { Signing } from '../publish/publish-draft.ts'
import { refuseInnerDestination } from '../publish/given-files.ts'
import { refuseOtherCommit } from '../publish/job-commit.ts'
import { readFromFolder, type FolderRelease } from '../publish/from-folder.ts'
import { verifyRelease } from '../verify/verify.ts'
import { refuseOperands, type CommandRequest, type Context } from './context.ts'
import { finishRelease } from './finish.ts'
import { decideLatest, decidePrerelease, demandPlace, readSigning, showRelease } from './show-release.ts'

/**
 * publish --from DIR --tag TAG: files that were made earlier, by their manifest when there is one; needs no checkout.
 * With a manifest its passing verdicts and its signature are demanded; without one the notes say that nothing is proved.
 */
export async function runPublish({ command, operands, read }: CommandRequest, context: Context): Promise<void> {
  refuseOperands({ command, operands })
  refuseEmptyTrust(read)
  await context.sweepScratch()
  if (read('finish') !== undefined) return await finishRelease(read, context)
  const { config, project } = await readConfig(context.files(context.cwd), context.cwd, read)
  const to = demandInputs(config, context)
  const folder = resolve(context.cwd, config.from)
  const files = context.scratchFiles
  // A slipway.yaml may have come with what is to be published: of the signer it says nothing.
  const trust = await readTrust(files, context.cwd, parseInputs(read))
  await refuseOwnTrust(files, trust, folder)
  if (trust.signer) await context.preflightTrust(trust.signer, files, trust.trustedRoot)
  if (!findPlatform(to)) await refuseInnerDestination(files, folder, resolve(context.cwd, to))
  await using scratch = await files.scratch('publish')
  const given = await readFromFolder(folder, config.tag, files, scratch.path, {
    linesOf: (signature, names) =>
      context.downloaderLines(signature, {
        statements: listStatements(names),
        trustedRoot: trust.trustedRoot === '' ? undefined : trust.trustedRoot
      }),
    words: (await liesIn(files, join(context.cwd, PROJECT_FILE), folder)) ? undefined : project.words
  })
  refuseNames(given.files.map(({ name }) => name))
  findPlatform(to)?.refuseFiles?.(given.files)
  const signing = await demandVerified({ given, config, to, trust }, context)

  const publisher = await context.publisher(to, config.token, files)
  const commit = given.commit ?? (await publisher.commitOf(config.tag, context.signal)) ?? ''
  if (commit === '' && findPlatform(to))
    throw new Failure('verification', `there is no tag ${config.tag} on ${publisher.name}`, {
      hint: 'Push the tag first.'
    })
  refuseOtherCommit(config.tag, commit, given.commit === undefined ? publisher.name : config.from, context.surroundings)
  const prerelease = decidePrerelease(config, config.tag)
  const request = {
    tag: config.tag,
    commit,
    title: given.title,
    notes: given.notes,
    prerelease,
    latest: await decideLatest(config, { tag: config.tag, prerelease }, publisher, context)
  }
  const keyless = given.manifest !== undefined && 'identity' in given.manifest.signature
  const showing = { config, to, publisher, request, files: given.files, signing, keyless, draft: config.draft }
  await showRelease(showing, files, context)
}

/** Whether a file lies in the folder that is to be published, by where both really lie: then it has no say. */
async function liesIn(files: Pick<Files, 'real'>, file: string, folder: string): Promise<boolean> {
  const [own, given] = [await files.real(file), await files.real(folder)]
  return own !== undefined && given !== undefined && isWithin(given, own)
}

function demandInputs(config: Config, context: Context): string {
  if (config.from === '' || config.tag === '')
    throw new Failure('input', `publish needs ${config.from === '' ? '--from DIR' : '--tag TAG'}`, {
      hint: 'slipway publish --from DIR --tag TAG --to github|gitlab|DIR, or slipway publish --finish TAG'
    })
  return demandPlace(config, context)
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
    ? await readSigning(given.manifest, { tag: config.tag, to, trust }, context)
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
