import { createHash } from 'node:crypto'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { isCount, isSha256, shaped } from '../../base/decode.ts'
import { hashBytes } from '../../base/digest.ts'
import { Failure } from '../../base/errors.ts'
import { LIMITS } from '../../base/limits.ts'
import { hashBlob } from '../../facts/blobs.ts'
import { LINK } from '../../facts/git.ts'
import { formatCount } from '../../base/text.ts'
import type { Artifact, Digest } from '../../model/nouns.ts'
import type { Deflate } from '../../model/ports/archive.ts'
import type { Files } from '../../model/ports/files.ts'
import type { ChecksumList, SourceArchive, SourceFile } from '../../model/release-extras.ts'
import type { ArchiveEntry } from '../../package/entries.ts'
import { formatDigestLines } from '../../package/checksums.ts'
import { ARCHIVE_FORMAT } from '../../package/formats.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Step } from '../../steps/ledger.ts'
import { stage, type Frame } from '../../steps/stage.ts'
import type { Run } from '../run.ts'
import { mapMade, type Steps } from './prepare/by-programs.ts'
import type { PreparedFiles } from './prepare/prepare.ts'

export interface ExtrasTools extends Frame {
  readonly files: Files
  readonly deflate: Deflate
  readonly folder: string
  readonly out: string
  readonly steps?: Steps
  /** Absolute path of the work tree. */
  readonly root: string
  /** The commit's files for the source archive. */
  readonly exported: readonly SourceFile[]
}

/** The extra files of a release and its source archive, in the output folder. */
export async function makeExtras(
  run: Run<ExtrasTools>,
  byPrograms: Promise<PreparedFiles | undefined> = Promise.resolve(undefined)
): Promise<readonly Artifact[]> {
  const { plan, tools } = run
  const { extras } = plan
  if (!extras) return []
  const late = extras.files.length > 0 ? await byPrograms : undefined
  const made = mapMade(plan.moduleDir, [...(tools.steps ? [tools.steps.made] : []), ...(late ? [late] : [])])
  const found: Artifact[] = []
  for (const { from, to } of extras.files)
    found.push(await copyFile(tools, made.get(from) ?? join(tools.folder, from), from, to))
  if (extras.source) found.push(await packSource(run, extras.source))
  return found
}

async function copyFile(
  { files, out, ...frame }: ExtrasTools,
  path: string,
  from: string,
  name: string
): Promise<Artifact> {
  return await stage('package', frame).watch(name, async () => {
    const digest = await files.digest(path)
    if (!digest)
      throw new Failure('input', `${from} of release-files is not in ${path}`, {
        hint: 'Commit it, or take it out of release-files in slipway.yaml.'
      })
    const to = join(out, name)
    const reused = (await files.digest(to))?.sha256 === digest.sha256
    if (!reused) await files.copy(path, to, { sha256: digest.sha256 })
    return { value: { kind: 'file', name, path: to, ...digest }, reused, note: from }
  })
}

/** The source archive is packed once of the same files. */
export const makeSourceStep = (plan: Plan, source: SourceArchive, exported: readonly SourceFile[]): Step<Digest> => ({
  kind: 'source',
  shape: 1,
  input: {
    format: ARCHIVE_FORMAT,
    ...{ name: source.name, folder: source.folder, committedAt: plan.committedAt },
    files: hashBytes(exported.map(({ path, mode, object }) => `${mode} ${object} ${path}\0`).join(''))
  },
  fits: shaped<Digest>({ sha256: isSha256, size: isCount }),
  leaves: (digest) => [{ path: source.name, ...digest }]
})

/** Files that are open at once, of how many a process may have. */
const AT_ONCE = 32

async function packSource({ plan, tools, signal }: Run<ExtrasTools>, source: SourceArchive): Promise<Artifact> {
  const { files, out, exported, deflate } = tools
  const path = join(out, source.name)
  const pack = async () => {
    signal.throwIfAborted()
    const limit = pLimit(AT_ONCE)
    const { archive } = await import('../../package/archive.ts')
    const entries = await Promise.all(exported.map((file) => limit(() => readSource(tools, source.folder, file))))
    const bytes = await archive('tar.gz', entries, new Date(plan.committedAt), deflate)
    await files.write(path, bytes)
    return { value: { sha256: hashBytes(bytes), size: bytes.length } }
  }
  const digest = await stage('package', tools).once(source.name, makeSourceStep(plan, source, exported), pack, () =>
    formatCount(exported.length, 'file')
  )
  return { kind: 'source', name: source.name, path, ...digest }
}

/** A file of the work tree that has the bytes of the commit. */
async function readSource(
  { files, root }: ExtrasTools,
  folder: string,
  { path, mode, object }: SourceFile
): Promise<ArchiveEntry> {
  const words = mode === LINK ? await files.link(join(root, path)) : undefined
  const bytes = words === undefined ? await files.read(join(root, path), LIMITS.program.most) : Buffer.from(words)
  if (!bytes || hashBlob(bytes, object) !== object)
    throw new Failure('input', `${path} ${bytes ? 'has other bytes than' : 'is not here, and is in'} the commit`, {
      code: 'changed-source',
      hint: 'The source archive holds what git holds: a filter (line ends, Git LFS) may have changed the file, or a sparse checkout left it out. Leave it out by export-ignore in .gitattributes, or check out without the filter.'
    })
  const name = `${folder}/${path}`
  if (words === undefined) return { name, bytes, executable: mode === '100755' }
  if (leadsOut(path, words))
    throw new Failure('input', `${path} is a link out of the repository, to ${words}`, {
      code: 'leads-out',
      hint: 'A source archive holds no such link: leave it out by export-ignore in .gitattributes.'
    })
  return { name, bytes: new Uint8Array(), executable: false, link: words }
}

function leadsOut(path: string, words: string): boolean {
  if (/^[/\\]|^[A-Za-z]:/.test(words)) return true
  let depth = path.split('/').length - 1
  for (const part of words.split('/')) {
    if (part === '..') depth--
    else if (part !== '' && part !== '.') depth++
    if (depth < 0) return true
  }
  return false
}

/** The lists of checksums beside checksums.txt, over all that it names but them. */
export async function writeLists(
  { plan, tools }: Run<Pick<ExtrasTools, 'files' | 'out'> & Frame>,
  artifacts: readonly Artifact[]
): Promise<readonly Artifact[]> {
  const lists = plan.extras?.lists ?? []
  return await Promise.all(lists.map((list) => writeList(tools, list, artifacts)))
}

async function writeList(
  { files, out, ...frame }: Pick<ExtrasTools, 'files' | 'out'> & Frame,
  { name, algorithm }: ChecksumList,
  artifacts: readonly Artifact[]
): Promise<Artifact> {
  return await stage('checksum', frame).watch(name, async () => {
    const path = join(out, name)
    const text = formatDigestLines(
      await Promise.all(
        artifacts.map(async (artifact) => ({
          name: artifact.name,
          digest: algorithm === 'sha256' ? artifact.sha256 : await hashFile(files, artifact)
        }))
      )
    )
    const before = await files.read(path)
    const reused = before !== undefined && Buffer.from(before).toString('utf8') === text
    if (!reused) await files.write(path, text)
    const value: Artifact = { kind: 'list', name, path, sha256: hashBytes(text), size: Buffer.byteLength(text) }
    return { value, reused, note: `${algorithm} of ${formatCount(artifacts.length, 'file')}` }
  })
}

/** The SHA-512 of a file whose SHA-256 is known: of the same bytes, or this throws. */
async function hashFile(files: Files, { name, path, sha256 }: Artifact): Promise<string> {
  const [own, known] = [createHash('sha512'), createHash('sha256')]
  for await (const piece of files.stream(path)) {
    own.update(piece)
    known.update(piece)
  }
  if (known.digest('hex') !== sha256)
    throw new Failure('verification', `${name} changed after it was made`, {
      hint: 'Something else writes to the output folder.'
    })
  return own.digest('hex')
}
