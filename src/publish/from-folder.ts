import { join } from 'node:path'
import { BUNDLE, CHECKSUMS, MANIFEST, PROVENANCE } from '../model/release-chains.ts'
import { COMPARE } from '../model/verification-commands.ts'
import { composeVerifying } from '../report/verifying.ts'
import { refuseNames } from '../model/release-names.ts'
import { either, holding, isNull, isOneOf, isSha256, isText, listOf, maybe } from '../base/decode.ts'
import { Failure } from '../base/errors.ts'
import { parseJson } from '../base/json.ts'
import { nameRelease, type ReleaseWords } from '../model/release-words.ts'
import { isIdentity, type Identity, type Named } from '../model/nouns.ts'
import { formatChecksums, parseChecksums } from '../package/checksums.ts'
import type { Files } from '../model/ports/files.ts'
import type { ReleaseManifest } from '../report/manifest.ts'
import { listGivenFiles, refuseOddFiles } from './given-files.ts'
import type { Publishable } from './publish-draft.ts'

/** Files that were made earlier, maybe by several jobs, as they are to be published. */
export interface FolderRelease {
  readonly files: readonly Publishable[]
  readonly pathOf: (name: string) => string
  readonly title: string
  readonly notes: string
  /** Undefined where no manifest says it. */
  readonly commit: string | undefined
  readonly manifest: SignedManifest | undefined
}

/** Of this machine, or of another release. */
const NOT_RELEASED = ['.gitignore', MANIFEST, 'release.json']

/** What the notes of such a release say. */
export interface Telling {
  /** The commands that verify it. */
  readonly linesOf: (signature: Identity, names: readonly string[]) => readonly string[]
  /** What the caller's slipway.yaml says in notes, where there is one. */
  readonly words?: ReleaseWords | undefined
}

/**
 * What a folder holds for a release: by its manifest, or all its files, also those in folders (as jobs hand them over).
 * Throws a 'verification' Failure for files that are lost, changed, or two under one name.
 */
export async function readFromFolder(
  folder: string,
  tag: string,
  files: Files,
  scratch: string,
  { linesOf, words }: Telling
): Promise<FolderRelease> {
  if ((await files.entries(folder)).length === 0)
    throw new Failure('input', `${folder} is no folder with files in it`, {
      hint: 'Name the folder that holds what is to be published: --from DIR.'
    })
  const manifest = await readSignedManifest(folder, tag, files)
  if (!manifest) return readWithoutManifest(folder, tag, files, scratch)
  const { signature } = manifest
  // Before any of them is taken for a path.
  refuseNames(manifest.artifacts.map(({ name }) => name))
  // What no manifest can name: itself, and the provenance that names it.
  const names = [...manifest.artifacts.map(({ name }) => name), MANIFEST, PROVENANCE]
  await refuseOddFiles(files, folder, names)
  const found = await readPublishables(folder, names, files)
  const wrong = manifest.artifacts.flatMap(({ name, sha256 }) => {
    const there = found.find((file) => file.name === name)
    if (!there) return [`${name} is not there`]
    return there.sha256 === sha256 ? [] : [`${name} is sha256 ${there.sha256}, and the manifest says ${sha256}`]
  })
  if (wrong.length)
    throw new Failure('verification', `${folder} is not what its manifest says: ${wrong.join('; ')}`, {
      hint: 'A job that made some of it is missing, or the files are of another run: fetch all of them again.'
    })
  const story = {
    words,
    ...{ tag, since: undefined, changes: undefined, generated: undefined },
    // Its evidence lies in files that nobody has read here.
    ...{ proved: [], unproved: manifest.verdicts.length === 0 },
    verification: [
      COMPARE,
      ...linesOf(
        signature,
        found.map(({ name }) => name)
      )
    ]
  }
  const { composeReleaseNotes } = await import('./notes.ts')
  return {
    files: found,
    pathOf: (name) => join(folder, name),
    title: nameRelease(words, { ...manifest, tag }),
    notes: composeReleaseNotes({ ...manifest, go: { version: manifest.go } }, story),
    commit: manifest.commit,
    manifest
  }
}

/** A manifest that says what was proved, and who signed it. */
export type SignedManifest = ReadManifest & { readonly signature: Identity }

/** The manifest in a folder, of this tag, proved and signed; undefined where there is none. */
export async function readSignedManifest(
  folder: string,
  tag: string,
  files: Pick<Files, 'read'>
): Promise<SignedManifest | undefined> {
  const path = join(folder, MANIFEST)
  const manifest = parseManifest(await files.read(path), path)
  return manifest && { ...manifest, signature: demandFit(manifest, tag, folder) }
}

/** What is read of a manifest. */
interface ReadManifest extends Pick<ReleaseManifest, 'schema' | 'name' | 'version' | 'commit' | 'go'> {
  readonly tag?: string | null
  readonly signature?: Identity | null
  readonly verdicts: readonly {
    readonly suite: string
    readonly kubernetes?: string | null
    readonly outcome: 'passed' | 'failed'
  }[]
  readonly artifacts: readonly Named[]
}

const isManifest = holding<ReadManifest>({
  schema: (value): value is 1 => value === 1,
  ...{ name: isText, version: isText, commit: isText, go: isText },
  tag: maybe(either(isText, isNull)),
  signature: maybe(either(isIdentity, isNull)),
  verdicts: listOf(
    holding<ReadManifest['verdicts'][number]>({
      ...{ suite: isText, kubernetes: maybe(either(isText, isNull)), outcome: isOneOf('passed', 'failed') }
    })
  ),
  artifacts: listOf(holding<Named>({ name: isText, sha256: isSha256 }))
})

function parseManifest(bytes: Uint8Array | undefined, path: string): ReadManifest | undefined {
  if (!bytes) return undefined
  const manifest = parseJson(Buffer.from(bytes).toString('utf8'))
  if (isManifest(manifest)) return manifest
  throw new Failure('input', `${path} is not a manifest of Slipway`, {
    hint: 'Take it away to publish the files without it: then nothing is proved.'
  })
}

/** Rejects what was not proved, not signed, or is of another release. */
function demandFit({ tag: theirs, verdicts, signature }: ReadManifest, tag: string, folder: string): Identity {
  if (theirs !== tag)
    throw new Failure('input', `${folder} holds ${theirs ?? 'a snapshot'}, not ${tag}`, {
      hint: 'Publish it under its own tag.'
    })
  const failed = verdicts.filter(({ outcome }) => outcome !== 'passed')
  if (failed.length)
    throw new Failure(
      'verification',
      `what lies in ${folder} failed its proof: ${failed.map(({ suite, kubernetes }) => `${suite} on Kubernetes ${kubernetes}`).join(', ')}`,
      { hint: 'Its report says why.' }
    )
  if (signature) return signature
  throw new Failure('verification', `what lies in ${folder} is not signed, and its manifest says so`, {
    hint: 'Make it with a key or an identity, or take the manifest away: then the notes say that nothing is proved.'
  })
}

async function readWithoutManifest(folder: string, tag: string, files: Files, scratch: string): Promise<FolderRelease> {
  const all = await listGivenFiles(files, folder)
  const places = await gatherPublishables(
    folder,
    all.filter((path) => !NOT_RELEASED.includes(cutBaseName(path))),
    files
  )
  if (places.length === 0)
    throw new Failure('input', `${folder} holds nothing to publish`, {
      hint: 'Put the files of the release at its top, or name another folder: --from DIR.'
    })
  const listed = places.find(({ name }) => name === CHECKSUMS)
  const others = places.filter(({ name }) => name !== CHECKSUMS && name !== BUNDLE)
  if (listed) demandListed(folder, others, parseChecksums((await files.read(listed.path)) ?? new Uint8Array()))
  const sums = listed ?? (await writePublishable(files, join(scratch, CHECKSUMS), formatChecksums(others)))
  const published = [...places.filter((file) => file !== listed), sums]
  return {
    files: published,
    pathOf: (name) => published.find((file) => file.name === name)?.path ?? join(folder, name),
    title: tag,
    notes: `*Unproved*: these files were made elsewhere, and nothing says how they were tried.\n\n${composeVerifying([COMPARE]).join('\n')}`,
    commit: undefined,
    manifest: undefined
  }
}

const cutBaseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

async function readPublishables(
  folder: string,
  names: readonly string[],
  files: Files
): Promise<readonly Publishable[]> {
  const found: Publishable[] = []
  for (const name of names) {
    const path = join(folder, name)
    const digest = await files.digest(path)
    if (digest) found.push({ name, path, ...digest })
  }
  return found
}

/** Each file under its own name; the same bytes handed over twice count once. */
async function gatherPublishables(
  folder: string,
  paths: readonly string[],
  files: Files
): Promise<readonly Publishable[]> {
  const found = new Map<string, Publishable>()
  for (const relative of paths) {
    const path = join(folder, relative)
    const digest = await files.digest(path)
    if (!digest)
      throw new Failure('verification', `${path} has just gone away`, {
        hint: 'Run again when nothing else writes to that folder.'
      })
    const other = found.get(cutBaseName(relative))
    if (other && other.sha256 !== digest.sha256)
      throw new Failure(
        'verification',
        `two files would be published as ${cutBaseName(relative)}: ${other.path} is sha256 ${other.sha256}, ${path} is ${digest.sha256}`,
        { hint: 'Two jobs made different bytes under one name: name them apart.' }
      )
    if (!other) found.set(cutBaseName(relative), { name: cutBaseName(relative), path, ...digest })
  }
  return [...found.values()]
}

function demandListed(
  folder: string,
  files: readonly Publishable[],
  sums: readonly { readonly name: string; readonly sha256: string }[]
): void {
  const wrong = [
    ...sums.filter(({ name }) => !files.some((file) => file.name === name)).map(({ name }) => `${name} is not there`),
    ...files.flatMap(({ name, sha256 }) => {
      const listed = sums.find((sum) => sum.name === name)
      if (!listed) return [`${name} is not listed`]
      return listed.sha256 === sha256 ? [] : [`${name} is sha256 ${sha256}, and listed as ${listed.sha256}`]
    })
  ]
  if (wrong.length === 0) return
  throw new Failure('verification', `${folder} is not what its ${CHECKSUMS} says: ${wrong.join('; ')}`, {
    hint: 'Fetch all of the files again; or take checksums.txt away, and it is made anew.'
  })
}

async function writePublishable(files: Files, path: string, text: string): Promise<Publishable> {
  await files.write(path, text)
  const digest = await files.digest(path)
  if (!digest) throw new Error(`${path} vanished`)
  return { name: CHECKSUMS, path, ...digest }
}
