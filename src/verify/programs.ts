import type { Inspection } from '../go/inspect/binary.ts'
import { ARCHES, SYSTEMS } from '../go/ports.ts'
import { formatTarget, findVariantSetting } from '../go/target.ts'
import type { Target } from '../model/nouns.ts'

/** A program in an archive of a release, or by itself. */
export interface ReleasedProgram {
  readonly archive: ProgramFile
  readonly name: string
  readonly found: Inspection
}

export interface ExpectedPrograms {
  /** The release's version, without v. */
  readonly version?: string | undefined
  /** 40 hex digits. */
  readonly commit?: string | undefined
}

/** `NAME_VERSION_OS_ARCH.tar.gz`, as archives of Slipway are named. */
const NAME =
  /^.+_(\d+\.\d+\.\d+[^_]*)_([a-z0-9]+)_(riscv64|[a-z0-9]+?)(?:(v\d+(?:\.\d+)?)|_([a-z0-9]+))?\.(?:tar\.gz|zip)$/

/** What the name of an archive says of the programs in it; undefined for a name of another kind. */
export function parseArchiveName(name: string): { readonly version: string; readonly target: Target } | undefined {
  const [, version, os = '', arch = '', joint, apart] = NAME.exec(name) ?? []
  if (version === undefined || !SYSTEMS.includes(os) || !ARCHES.includes(arch)) return undefined
  const variant = joint ?? apart
  return { version, target: { os, arch, ...(variant !== undefined && { variant }) } }
}

/** A file of a release with programs in it: an archive, or a program as it is. */
export interface ProgramFile {
  readonly name: string
  readonly kind: 'archive' | 'program'
  readonly target?: Target | undefined
  /** As its name says, where it is named in the usual way. */
  readonly version?: string | undefined
}

/** A file of a release as a manifest, or its maker, describes it. */
export interface DescribedFile {
  readonly name: string
  readonly kind?: string
  readonly target?: Target | undefined
  readonly version?: string
}

/** The files of a release that hold programs: by what describes them, else by their names. */
export const findProgramFiles = (
  names: readonly string[],
  described: readonly DescribedFile[]
): readonly ProgramFile[] =>
  names.flatMap((name): readonly ProgramFile[] => {
    const said = described.find((file) => file.name === name && file.kind !== undefined)
    const parsed = parseArchiveName(name)
    if (said?.kind === 'archive' || said?.kind === 'program')
      return [{ name, kind: said.kind, target: said.target, version: parsed?.version ?? said.version }]
    return parsed && said === undefined ? [{ name, kind: 'archive', ...parsed }] : []
  })

/** What is wrong with the programs of a release by what the go command wrote into them, a sentence each. */
export function findProgramProblems(
  archives: readonly ProgramFile[],
  programs: readonly ReleasedProgram[],
  { version, commit }: ExpectedPrograms
): readonly string[] {
  const misnamed = version === undefined ? [] : archives.filter((archive) => (archive.version ?? version) !== version)
  const commits = new Set(programs.flatMap(({ found }) => findSetting(found, 'vcs.revision') ?? []))
  return [
    ...misnamed.map(({ name }) => `${name} is not of version ${version}`),
    ...programs.flatMap((program) => listProgramProblems(program, commit)),
    ...(commit === undefined && commits.size > 1
      ? [`its programs are of several commits: ${[...commits].join(', ')}`]
      : [])
  ]
}

function listProgramProblems({ archive, name, found }: ReleasedProgram, commit: string | undefined): readonly string[] {
  const where = archive.kind === 'program' ? archive.name : `${name} in ${archive.name}`
  const revision = findSetting(found, 'vcs.revision')
  const { target } = archive
  return [
    ...(findSetting(found, 'vcs.modified') === 'true' ? [`${where} was built from a changed work tree`] : []),
    ...(commit !== undefined && revision !== undefined && revision !== commit
      ? [`${where} is of commit ${revision}, not of ${commit}`]
      : []),
    ...(target && isOther(found, target) ? [`${where} is not for ${formatTarget(target)}`] : [])
  ]
}

function isOther(found: Inspection, target: Target): boolean {
  const go = found.build?.goVersion ?? ''
  const [variable, value] = findVariantSetting(target, go) ?? []
  const wanted = [
    ['GOOS', target.os],
    ['GOARCH', target.arch],
    ...(variable && value ? [[variable, value]] : [])
  ] as const
  return wanted.some(([name = '', expected]) => (findSetting(found, name) ?? expected) !== expected)
}

const findSetting = (found: Inspection, name: string): string | undefined => found.build?.settings.get(name)
