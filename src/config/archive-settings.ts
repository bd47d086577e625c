import { z } from 'zod'
import { findClosest } from '../base/text.ts'
import { FORMATS, USUAL_ARCHIVE, type ArchiveSettings } from '../model/archive-settings.ts'
import { findTemplateMistake } from '../model/name-template.ts'
import { ARCHES, SYSTEMS } from '../go/ports.ts'
import { file } from '../suites/settings.ts'

/** Words for names of archives; a raw binary always has its program's. */
const WORDS = ['name', 'version', 'os', 'arch', 'program']

/** A name that is made of some of these words. */
export const template = (words: readonly string[]): z.ZodString =>
  z
    .string()
    .max(200)
    .superRefine(refuseBy((text) => findTemplateMistake(text, words)))

function refuseBy(find: (text: string) => string | undefined) {
  return (text: string, context: { addIssue: (message: string) => void }): void => {
    const mistake = find(text)
    if (mistake !== undefined) context.addIssue(mistake)
  }
}

/** Files by a path or a pattern, and where they lie. */
export const choice = z.union([
  file,
  z.strictObject({
    from: file.describe('A file, a folder or a pattern, relative to the module.'),
    to: file
      .optional()
      .describe('Its name there; with / at the end, the folder for all of them. Left out: as in the module.'),
    executable: z
      .boolean()
      .optional()
      .describe('Whether it may be run; left out: as git has it, and no for what a step of prepare makes.')
  })
])

const format = z.enum(FORMATS)
const system = z.string().superRefine(refuseBy((word) => findPortMistake(word, SYSTEMS)))
const port = z.string().superRefine(refuseBy((word) => findPortMistake(word, [...SYSTEMS, ...ARCHES])))

/** `armv7` and `amd64v3` are spelt by themselves, `amd64` for all without an own line. */
function findPortMistake(word: string, known: readonly string[]): string | undefined {
  if (known.includes(word) || known.some((arch) => ARCHES.includes(arch) && isVariantOf(word, arch))) return undefined
  const near = findClosest(word, known)
  return `is ${known.length === SYSTEMS.length ? 'no system' : 'no system or processor'} of Go${near === undefined ? '' : `; did you mean ${near}?`}`
}

const isVariantOf = (word: string, arch: string): boolean =>
  word.startsWith(arch) && /^(v\d[\d.]*|_[a-z0-9]+)$/.test(word.slice(arch.length))

const one = z
  .strictObject({
    programs: z.array(z.string()).min(1).optional().describe('Names of the programs in it; left out: all.'),
    format: format
      .optional()
      .describe('tar.gz, zip, or binary: each program as it is, in no archive. Left out: tar.gz, and zip for Windows.'),
    'format-of': z.record(system, format).default({}).describe('Other formats by system, such as windows: zip.'),
    name: template(WORDS)
      .optional()
      .describe(
        'Name without the ending, of {name} {version} {os} {arch} {program}; left out: {name}_{version}_{os}_{arch}, of a raw binary {program}_{version}_{os}_{arch}.'
      ),
    folder: template(WORDS).optional().describe('A folder in which everything lies; made of the same words.'),
    spell: z
      .record(port, z.string().regex(/^[\w.+-]+$/, 'must be letters, digits, ".", "_", "+" and "-"'))
      .default({})
      .describe('How names spell systems and processors, such as darwin: macOS or amd64: x86_64.'),
    files: z
      .array(choice)
      .default([])
      .describe(
        'Files beside LICENSE, README and NOTICE: paths, folders or patterns (*, **, ?, [ab], {a,b}) relative to the module; of the commit, or made by a step of prepare.'
      )
  })
  .superRefine((entry, context) => {
    const mistake = findArchiveMistake(entry)
    if (mistake !== undefined) context.addIssue(mistake)
  })

export const ARCHIVE_KEYS = {
  archive: one.optional().describe('What a release is packed into: one archive for each target.'),
  archives: z.array(one).min(1).optional().describe('Several archives for each target, instead of archive.')
}

type Read = z.infer<typeof one>

/** Both keys as one list; `archive` beside `archives` is refused before. */
export const readArchiveSettings = ({
  archive,
  archives
}: {
  readonly archive?: Read | undefined
  readonly archives?: readonly Read[] | undefined
}): readonly ArchiveSettings[] =>
  (archives ?? (archive && [archive]))?.map(({ 'format-of': formatOf, files, ...rest }) => ({
    ...{ ...rest, formatOf },
    files: files.map((each) => (typeof each === 'string' ? { from: each } : each))
  })) ?? [USUAL_ARCHIVE]

/** What no key says by itself: the mistake of an entry. */
function findArchiveMistake({
  format,
  'format-of': formatOf,
  folder,
  files
}: Pick<Read, 'format' | 'format-of' | 'folder' | 'files'>): string | undefined {
  const raw = format === 'binary' && Object.values(formatOf).every((each) => each === 'binary')
  return raw && (folder !== undefined || files.length > 0)
    ? 'format binary publishes programs as they are: it has no folder and no files'
    : undefined
}
