import type { Inspection } from '../go/inspect/binary.ts'
import { formatTarget, findVariantSetting } from '../go/target.ts'
import type { Target } from '../model/nouns.ts'

/** A program in an archive of a release. */
export interface ReleasedProgram {
  readonly archive: string
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
  const [, version, os, arch, joint, apart] = NAME.exec(name) ?? []
  if (version === undefined || os === undefined || arch === undefined) return undefined
  const variant = joint ?? apart
  return { version, target: { os, arch, ...(variant !== undefined && { variant }) } }
}

/** What is wrong with the programs of a release by what the go command wrote into them, a sentence each. */
export function findProgramProblems(
  archives: readonly string[],
  programs: readonly ReleasedProgram[],
  { version, commit }: ExpectedPrograms
): readonly string[] {
  const misnamed =
    version === undefined ? [] : archives.filter((name) => (parseArchiveName(name)?.version ?? version) !== version)
  const commits = new Set(programs.flatMap(({ found }) => findSetting(found, 'vcs.revision') ?? []))
  return [
    ...misnamed.map((name) => `${name} is not of version ${version}`),
    ...programs.flatMap((program) => listProgramProblems(program, commit)),
    ...(commit === undefined && commits.size > 1
      ? [`its programs are of several commits: ${[...commits].join(', ')}`]
      : [])
  ]
}

function listProgramProblems({ archive, name, found }: ReleasedProgram, commit: string | undefined): readonly string[] {
  const where = `${name} in ${archive}`
  const revision = findSetting(found, 'vcs.revision')
  const target = parseArchiveName(archive)?.target
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
