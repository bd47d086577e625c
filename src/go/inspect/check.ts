import type { Target } from '../../model/nouns.ts'
import { formatTarget, findVariantSetting } from '../target.ts'
import type { Inspection } from './binary.ts'
import type { BuildInfo } from './build-info.ts'
import { findTraces, type Trace } from './traces.ts'

/** What a binary has to be. */
export interface ExpectedBinary {
  readonly target: Target
  /** Import path of the main package, and path of the module it is in. */
  readonly main: string
  readonly module: string
  /** The main module's version as the go command may stamp it; `*` stands for any beginning. Not checked when empty. */
  readonly moduleVersions: readonly string[]
  /** `go1.26.8`. */
  readonly goVersion: string
  /** The project's own variables for this build: GOEXPERIMENT and GOFIPS140, where it sets them. */
  readonly env: Readonly<Record<string, string>>
  /** 40 hex digits. */
  readonly commit: string
  /** True for a snapshot of a changed work tree: then the binary must say so too. */
  readonly modified: boolean
  /** Strings of the build machine that must not be inside. */
  readonly traces: readonly Trace[]
}

type KnownInspection = Exclude<Inspection, { readonly format: 'unchecked' }>

/** Systems whose programs must need no library at all; others always load their C library through the system's loader. */
const STATIC = ['linux', 'freebsd', 'netbsd', 'dragonfly']
/** Part of every Windows; what else a program imports has to be shipped with it. */
const WINDOWS =
  /^(kernel32|ntdll|advapi32|user32|ws2_32|winmm|shell32|ole32|oleaut32|crypt32|bcrypt|bcryptprimitives|iphlpapi|userenv|api-ms-win-[\w-]+)\.dll$/i
const MACOS = /^(\/usr\/lib\/|\/System\/Library\/)/

/** What is wrong with a binary, a sentence each; empty when it is what was asked for. */
export function findBinaryProblems(bytes: Uint8Array, found: Inspection, expected: ExpectedBinary): readonly string[] {
  const traces = findTraces(bytes, expected.traces)
  const wanted = chooseFormat(expected.target.os)
  if (found.format !== wanted) {
    return [
      `it is ${describeFormat(found.format)}, and ${formatTarget(expected.target)} wants ${describeFormat(wanted)}`,
      ...traces
    ]
  }
  if (found.format === 'unchecked') return [...findBuildProblems(found.build, expected), ...traces]
  return [
    ...findMachineProblems(found, expected.target),
    ...findLinkProblems(found, expected.target.os),
    ...findBuildProblems(found.build, expected),
    ...traces
  ]
}

/** The format of a system's programs. */
export function chooseFormat(os: string): Inspection['format'] {
  switch (os) {
    case 'windows':
      return 'PE'
    case 'darwin':
    case 'ios':
      return 'Mach-O'
    case 'js':
    case 'wasip1':
      return 'Wasm'
    case 'aix':
    case 'plan9':
      return 'unchecked'
    default:
      return 'ELF'
  }
}

function describeFormat(format: Inspection['format']): string {
  return format === 'unchecked'
    ? 'of a format that Slipway cannot read'
    : `${format === 'ELF' ? 'an' : 'a'} ${format} file`
}

function findMachineProblems({ arch }: KnownInspection, target: Target): readonly string[] {
  return arch === target.arch ? [] : [`it is for ${arch}, and ${formatTarget(target)} was asked for`]
}

function findLinkProblems({ interpreter, libraries }: KnownInspection, os: string): readonly string[] {
  if (STATIC.includes(os)) {
    const needs = [...(interpreter === undefined ? [] : [`the loader ${interpreter}`]), ...libraries]
    return needs.length === 0 ? [] : [`it is linked dynamically and needs ${needs.join(', ')}`]
  }
  const own = os === 'windows' ? WINDOWS : os === 'darwin' ? MACOS : undefined
  const foreign = own === undefined ? [] : libraries.filter((library) => !own.test(library))
  return foreign.length === 0 ? [] : [`it needs ${foreign.join(', ')}, which ${os} does not bring along`]
}

function findBuildProblems(build: BuildInfo | undefined, expected: ExpectedBinary): readonly string[] {
  if (build === undefined) return ['it has no Go build info: it is no Go program, or was stripped after the build']
  const variant = findVariantSetting(expected.target, expected.goVersion)
  const settings: readonly (readonly [string, string])[] = [
    ['GOOS', expected.target.os],
    ['GOARCH', expected.target.arch],
    ...(variant === undefined ? [] : [variant]),
    ['CGO_ENABLED', '0'],
    ['-trimpath', 'true'],
    ['vcs.revision', expected.commit],
    ['vcs.modified', String(expected.modified)]
  ]
  // `go1.25.3 X:jsonv2`, and `go1.26.8-X:jsonv2` since 1.26, of a build with an experiment.
  const [version = '', foreign = ''] = build.goVersion.split(/[ -]X:/)
  const differs = (what: string, seen: string | undefined, wanted: string): readonly string[] =>
    seen === wanted ? [] : [`its ${what} is ${seen ?? 'not recorded'}, not ${wanted}`]
  return [
    ...differs('Go version', version, expected.goVersion),
    ...findExperimentProblems(build, foreign, expected.env),
    ...differs('main package', build.path, expected.main),
    ...differs('module', build.main?.path, expected.module),
    ...findVersionProblems(build.main?.version, expected.moduleVersions),
    ...settings.flatMap(([name, wanted]) => differs(name, build.settings.get(name), wanted))
  ]
}

/** A toolchain can have experiments, or a module for FIPS 140, that nobody asked for: by its go.env, or its own build. */
function findExperimentProblems(
  { settings }: BuildInfo,
  foreign: string,
  env: ExpectedBinary['env']
): readonly string[] {
  const whence = 'which nobody asked for: by the go.env in its GOROOT, or as it was made'
  const [asked, seen] = [env['GOEXPERIMENT'] ?? '', settings.get('GOEXPERIMENT') ?? '']
  if (seen !== asked) return [`its GOEXPERIMENT is ${seen || 'not recorded'}, ${asked ? `not ${asked}` : whence}`]
  if (asked === '' && foreign !== '') return [`its Go has the experiments ${foreign}, ${whence}`]
  const fips = settings.get('GOFIPS140')
  const module = env['GOFIPS140'] ?? 'off'
  // Names such as `certified` stand for a version.
  const isOther = /^(latest|v\d.*)$/.test(module) && !(fips === module || fips?.startsWith(`${module}-`))
  if (module !== 'off' && (fips === undefined || isOther))
    return [`its GOFIPS140 is ${fips ?? 'not recorded'}, not ${module}`]
  return fips !== undefined && (env['GOFIPS140'] ?? 'off') === 'off' ? [`its GOFIPS140 is ${fips}, ${whence}`] : []
}

function findVersionProblems(seen: string | undefined, wanted: readonly string[]): readonly string[] {
  const fits = (one: string): boolean => (one.startsWith('*') ? seen?.endsWith(one.slice(1)) === true : seen === one)
  if (wanted.length === 0 || wanted.some(fits)) return []
  return [`its module version is ${seen ?? 'not recorded'}, not ${wanted.join(' or ')}`]
}
