import { z } from 'zod'
import { ALGORITHMS, type ExtraSettings } from '../model/release-extras.ts'
import { file } from '../suites/settings.ts'
import { template } from './archive-settings.ts'

const WORDS = ['name', 'version']

const releaseFile = z.union([
  file,
  z.strictObject({
    from: file.describe('A file or a pattern, relative to the module.'),
    name: template(WORDS)
      .optional()
      .describe('Its name in the release, of {name} and {version} too; left out: its own.')
  })
])

const sourceArchive = z.strictObject({
  name: template(WORDS)
    .optional()
    .describe('Name without .tar.gz, of {name} and {version}; left out: {name}_{version}_source.'),
  folder: template(WORDS).optional().describe('The folder in which the files lie; left out: {name}-{version}.')
})

const list = z.strictObject({
  name: template(WORDS).describe('Name of the list, such as {name}_{version}_checksums.txt.'),
  algorithm: z.enum(ALGORITHMS).default('sha256').describe('sha256 or sha512.')
})

export const EXTRA_KEYS = {
  'release-files': z
    .array(releaseFile)
    .default([])
    .describe('More files of a release: paths or patterns, of the commit or made by a step of prepare; a file each.'),
  'source-archive': sourceArchive
    .optional()
    .describe("A tar.gz of the commit's files, without those that .gitattributes marks export-ignore."),
  'checksum-lists': z
    .array(list)
    .default([])
    .describe('More lists of checksums beside checksums.txt, of the same files; checksums.txt names them.')
}

interface Read {
  readonly 'release-files': z.infer<(typeof EXTRA_KEYS)['release-files']>
  readonly 'source-archive'?: z.infer<typeof sourceArchive> | undefined
  readonly 'checksum-lists': ExtraSettings['lists']
}

export const readExtraSettings = (settings: Read): ExtraSettings => ({
  files: settings['release-files'].map((each) => (typeof each === 'string' ? { from: each } : each)),
  source: settings['source-archive'],
  lists: settings['checksum-lists']
})
