import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseInputs } from '../config/parse.ts'
import { readTrust, refuseEmptyTrust, refuseOwnTrust } from '../config/trust.ts'
import { Failure } from '../base/errors.ts'
import type { Proved } from '../evidence/compatibility.ts'
import { findPlatform } from '../facts/platforms.ts'
import type { ExpectedSigner } from '../model/signer.ts'
import type { Config } from '../config/inputs.ts'
import { printJson } from '../base/json.ts'
import type { Publisher } from '../model/ports/publisher.ts'
import { RECORD } from '../model/release-record.ts'
import { listOdd, openFolder, openPublished, type ReleaseFiles } from '../verify/release-files.ts'
import { refuseYankedDownload } from '../verify/yanked.ts'
import { chooseDestination } from '../plan/publication.ts'
import { formatProvedRows } from '../report/proved-text.ts'
import { formatCount } from '../base/text.ts'
import { verifyRelease, type Verification } from '../verify/verify.ts'
import { parseTagFolder, readVersionOfTag } from '../facts/version.ts'
import type { CommandRequest, Context } from './context.ts'
import type { Rebuildable } from './rebuild.ts'

/** A release to look at, and what is known of it beside its bytes. */
interface VerifiedRelease {
  readonly found: ReleaseFiles
  readonly tag?: string
  readonly commit?: string | undefined
  /** Who signs in the jobs of the repository that the caller named. */
  readonly signer?: ExpectedSigner | undefined
  /** Where the caller says that its repository is. */
  readonly repository?: string | undefined
  /** The folder that is judged, where it lies on this machine. */
  readonly folder?: string
}

/**
 * verify TAG|URL|DIR: what a careful downloader checks, in one go. The expected signer comes from flags, variables, a file
 * that the caller names, or the repository that the caller named. No slipway.yaml is read that nobody named, and nothing
 * that lies in the release.
 */
export async function runVerify({ operands, read }: CommandRequest, context: Context): Promise<void> {
  const config = parseInputs(read)
  refuseEmptyTrust(read)
  const [operand, ...rest] = operands
  if (operand === undefined || rest.length)
    throw new Failure(
      'input',
      `verify takes one tag, URL or folder, not ${rest.length ? operands.join(' ') : 'none'}`,
      {
        hint: 'slipway verify DIR --key FILE'
      }
    )
  await context.sweepScratch()
  const trust = await readTrust(context.scratchFiles, context.cwd, config)
  if (trust.signer) await context.preflightTrust(trust.signer, context.scratchFiles, trust.trustedRoot)
  const subject = await findSubject(operand, config, context)
  const signer = trust.signer ?? subject.signer
  if (!signer)
    throw new Failure('input', 'no expected signer is configured', {
      hint: 'Give --key FILE, or --identity URL and --issuer URL, or --trust FILE; the release itself cannot say whom to trust, and a slipway.yaml counts only when --trust names it.'
    })
  if (subject.folder !== undefined) await refuseOwnTrust(context.scratchFiles, trust, subject.folder)
  const proves = await context.verifier(signer, context.scratchFiles, trust.trustedRoot)
  const { covered, uncovered, odd, programs, proved, built, recipe, described } = await verifyRelease(
    subject.found,
    { files: context.scratchFiles, unpack: context.unpack },
    {
      proves,
      signer,
      commit: subject.commit,
      version: subject.tag === undefined ? undefined : readVersionOfTag(subject.tag, parseTagFolder(subject.tag)),
      asked: { tag: subject.tag, repository: subject.repository, ...readRequested(config) },
      strangers: config['extra-files']
    }
  )
  const { where } = subject.found
  const who = 'key' in signer ? 'key' : 'identity' in signer ? 'identity' : `identity, ${signer.pattern}`
  context.host.info(
    `${where}: the signature is by the expected ${who}; ${formatCount(covered.length, 'file')} with the signed digest`
  )
  context.host.info(
    `  ${formatCount(programs, 'program')} in them, built from one commit for what the archives are named for`
  )
  if (built) context.host.info(`  built by ${built.builder} from commit ${built.commit} (${built.invocation})`)
  if (built?.compiledBy.length)
    context.host.info(`  that run took over what others compiled: ${describeOtherRuns(built)}`)
  for (const line of formatProved(proved)) context.host.info(`  ${line}`)
  for (const name of uncovered) context.host.info(`  ${name} is covered by no signature; nothing is read from it`)
  for (const sentence of odd) context.host.info(`  ${sentence}; nothing is read from it`)
  const many = read('rebuild') === undefined ? 0 : config.rebuild
  const rebuilt =
    many > 0 && built && recipe
      ? await rebuildAgain({ ...subject, commit: built.commit, recipe, described }, many, context)
      : []
  if (config.json)
    context.print(printJson({ where, covered, uncovered, odd, programs, proved, built: built ?? null, rebuilt }))
}

/** Of each other run what it compiled, as the run that signed says. */
const describeOtherRuns = ({ compiledBy }: NonNullable<Verification['built']>): string =>
  compiledBy
    .map(({ targets, invocation }) => `${targets.join(', ')} (${invocation || 'by a run that nobody named'})`)
    .join('; ')

/** What flags say beside the operand. */
const readRequested = ({ of, tag }: Config): { readonly [what in 'repository' | 'module' | 'tag']?: string } => ({
  ...(of !== '' && (/^[a-z+]+:\/\//.test(of) ? { repository: of } : { module: of })),
  ...(tag !== '' && { tag })
})

/** Builds it again; the names of the files that came out the same. */
async function rebuildAgain(
  {
    found,
    commit,
    repository,
    recipe,
    described
  }: Omit<Rebuildable, 'repository'> & Pick<VerifiedRelease, 'repository'>,
  many: number,
  context: Context
): Promise<readonly string[]> {
  const { rebuildRelease } = await import('./rebuild.ts')
  const same = await rebuildRelease(context, { found, commit, repository, recipe, described }, many)
  context.host.info(
    `${found.where}: built again from commit ${commit}: ${formatCount(same.length, 'file')} came out the same`
  )
  return same.map(({ name }) => name)
}

const formatProved = (proved: readonly Proved[]): readonly string[] =>
  proved.length === 0 ? ['nothing was proved of it'] : formatProvedRows(proved).map((row) => `proved ${row}`)

async function findSubject(operand: string, config: Config, context: Context): Promise<VerifiedRelease> {
  if (/^https?:\/\//.test(operand)) {
    const { publisher, tag, on, repository } = await context.releaseAt(operand, config.token, context.scratchFiles)
    return {
      ...(await verifyPublishedTag(publisher, tag, findPlatform(on)?.signer(repository, tag), context)),
      repository: repository.url
    }
  }
  const folder = operand.startsWith('file://') ? fileURLToPath(operand) : resolve(context.cwd, operand)
  const files = context.files(folder)
  // Who says where releases live means a tag, even where a folder has its name.
  const names = config.to === 'auto' ? await files.entries(folder) : []
  if (names.length || operand.startsWith('file://')) return { found: await openFolder(folder, files), folder }
  const to = chooseDestination(config.to, context.surroundings)
  if (to === undefined || to === 'none' || /^[./]/.test(operand))
    throw new Failure('input', `${operand} is no folder with a release in it`, {
      hint: 'For a tag, say where releases live: --to github, gitlab or a folder; or give the URL of its page.'
    })
  const publisher = await context.publisher(to, config.token, context.scratchFiles)
  const repository = context.repositoryOf(to)
  const signer = repository && findPlatform(to)?.signer(repository, operand)
  return { ...(await verifyPublishedTag(publisher, operand, signer, context)), repository: repository?.url }
}

async function verifyPublishedTag(
  publisher: Publisher,
  tag: string,
  signer: ExpectedSigner | undefined,
  { signal, scratchFiles }: Context
): Promise<VerifiedRelease> {
  const release = await publisher.find(tag, signal)
  if (!release)
    throw new Failure('input', `there is no release ${tag} to be seen there`, {
      hint: 'Check the tag and the repository; what may not be seen looks the same as what is not there.'
    })
  refuseYankedDownload(tag, release.url, release.yanked)
  const folder = release.pathOf && dirname(release.pathOf(RECORD))
  return {
    found: { ...openPublished(release), ...(folder !== undefined && { odd: await listOdd(folder, scratchFiles) }) },
    ...{ tag, commit: await publisher.commitOf(tag, signal), signer },
    ...(folder !== undefined && { folder })
  }
}
