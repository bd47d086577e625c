import { Failure } from './errors.ts'

const [KIB, MIB, GIB] = [2 ** 10, 2 ** 20, 2 ** 30]

/** A limit: `in` says of what, where it is not bytes; `of` what is meant, `above` what happens with more. */
export interface SizeLimit {
  readonly most: number
  readonly in?: string
  readonly of: string
  readonly above: string
}

/**
 * What is held in memory at once, and how much of it at most; everything else is streamed. Bytes, or a number of things
 * where `in` says so. docs/limits.md prints this list.
 */
export const LIMITS = {
  document: {
    most: 16 * MIB,
    of: 'A file that is read whole: settings, go.mod and go.sum, a manifest, checksums, a bundle, a kubeconfig, a record',
    above: 'refused, with its size'
  },
  yaml: { most: 4 * MIB, in: 'characters', of: 'A YAML file', above: 'refused' },
  program: {
    most: GIB,
    of: 'A program, or another file of an archive: to look into it, to pack it, to compare it',
    above: 'not built or packed; `verify` goes by its digest alone'
  },
  licence: { most: 256 * KIB, of: 'A licence file of a module', above: 'the rest does not count' },
  log: { most: 16 * MIB, of: 'What a program under test logged', above: 'the end is looked at' },
  words: { most: 64 * KIB, of: 'What a server says when it refuses', above: 'the rest is left' },
  token: { most: 64 * KIB, of: 'The answer with an identity token', above: 'refused' },
  answer: { most: 32 * MIB, of: 'An answer of GitHub or GitLab', above: 'refused, and the connection closed' },
  list: { most: 128 * MIB, of: 'A list of GitHub or GitLab, all pages', above: 'refused' },
  pages: { most: 200, in: 'pages', of: 'The same', above: 'refused' },
  cluster: { most: 64 * MIB, of: 'An answer of the Kubernetes API', above: 'refused, and the connection closed' },
  listed: { most: 256 * MIB, of: 'The list that a watch begins with, all pages', above: 'refused' },
  event: { most: 16 * MIB, of: 'An event of a watch', above: 'the watch begins anew' },
  loopback: { most: MIB, of: 'An answer of a program under test', above: 'the rest is left' },
  stdout: { most: 64 * MIB, of: 'What a tool prints', above: 'the tool is stopped, and the run fails' },
  stderr: { most: MIB, of: 'What a tool prints as errors', above: 'the end is kept' },
  line: { most: 64 * KIB, in: 'characters', of: 'A line of that, as progress', above: 'the rest of the line is left' },
  entries: { most: 20_000, in: 'entries', of: 'An archive that is looked into', above: 'refused' },
  given: {
    most: 10_000,
    in: 'files and folders',
    of: 'A folder whose files `publish --from` releases',
    above: 'refused'
  },
  names: { most: 64 * MIB, of: 'The names of its entries, with the folders that they lie in', above: 'refused' },
  unpacked: { most: 4 * GIB, of: 'All of its files, which are not kept', above: 'refused before they are unpacked' },
  tool: { most: 400_000_000, of: 'A tool that is downloaded, to the disk', above: 'the download is stopped' },
  toolchain: {
    most: 200_000_000,
    of: 'A Go toolchain that is downloaded, to the disk',
    above: 'the download is stopped'
  },
  'toolchain files': { most: 30_000, in: 'files', of: 'Its archive', above: 'refused' },
  'toolchain unpacked': { most: 800_000_000, of: 'Its files, on the disk', above: 'refused before they are unpacked' }
} as const satisfies Readonly<Record<string, SizeLimit>>

/** 16 MiB, 1 GiB, 400 MB: a limit as people write it. */
export function formatSize(bytes: number): string {
  const units = [
    [GIB, 'GiB'],
    [MIB, 'MiB'],
    [1_000_000, 'MB'],
    [KIB, 'KiB']
  ] as const
  const [unit, name] = units.find(([unit]) => bytes >= unit && bytes % unit === 0) ?? [1, 'bytes']
  return `${bytes / unit} ${name}`
}

/** The Failure for a file with more than is read of it; `size` where it is known. */
export const makeSizeFailure = (path: string, size: number | undefined, most: number): Failure =>
  new Failure(
    'input',
    `cannot read ${path}: ${size === undefined ? 'it grows while it is read, beyond' : `it has ${size} bytes, and is read up to`} ${formatSize(most)}`,
    { hint: 'Is this the file that is meant? docs/limits.md says how much is read of what.' }
  )
