import { Failure } from '../base/errors.ts'
import type { Target } from '../model/nouns.ts'
import type { Argv } from '../model/ports/processes.ts'
import { NO_FLAGS } from './environment.ts'
import { checkCompilerFlags, checkLinkerFlags, quoteFlags, refuseUnlinkable } from './flags.ts'
import { makeTargetEnv } from './target.ts'
import { quote } from '../base/text.ts'

/** What a project may add to its builds. */
export interface BuildSettings {
  /** Arguments for the linker, one an item, after ours: `['-X', 'example.com/a.Name=two words']`, or `-X …` in one. */
  readonly ldflags?: readonly string[]
  /** Arguments for the compiler; the first may carry a package pattern, as in `all=-l`. */
  readonly gcflags?: readonly string[]
  readonly tags?: readonly string[]
  /** Only those of BUILD_FLAGS. */
  readonly flags?: readonly string[] | undefined
  /** Whether `stamp` is left out. */
  readonly stamps?: 'off' | undefined
  /** Only the variables of SETTABLE. */
  readonly env?: Readonly<Record<string, string>>
}

/** One `go build`: several main packages for one target. */
export interface GoBuild {
  /** Absolute path of the go command. */
  readonly go: string
  readonly target: Target
  /** Import paths of the main packages. */
  readonly mains: readonly string[]
  /** Absolute folder that the binaries go to. */
  readonly outDir: string
  readonly vendored: boolean
  /** What `main.version`, `main.commit` and `main.date` are set to, where a program has them. */
  readonly stamp: { readonly version: string; readonly commit: string; readonly date: string }
  readonly settings?: BuildSettings
  /** How many actions go runs at once; its own default when left out. */
  readonly jobs?: number
  /** The caller's allow-list (PATH, HOME, GOCACHE, GOMODCACHE, GOPROXY, …). What is decided here wins over it. */
  readonly env: Readonly<Record<string, string>>
}

export interface GoCommand {
  readonly argv: Argv
  readonly env: Readonly<Record<string, string>>
  /** Where each binary will lie, in the order of `mains`. */
  readonly outputs: readonly { readonly main: string; readonly path: string }[]
}

/** Variables that change what the compiler makes and that a project may set. */
export const SETTABLE = ['GOEXPERIMENT', 'GOFIPS140'] as const

/** Flags of go build that a project may set: whether the profile beside a main package (default.pgo) is taken. */
export const BUILD_FLAGS = ['-pgo=off', '-pgo=auto'] as const

/** `-X a.b=c` in one argument counts as two. */
export const splitLinkerFlag = (flag: string): readonly string[] => {
  const [, value] = /^-X +(\S.*)$/s.exec(flag) ?? []
  return value === undefined ? [flag] : ['-X', value]
}

/** The command for one target. Run it in the module's folder. Throws an 'input' Failure for what cannot be built at once. */
export function makeBuildCommand(build: GoBuild): GoCommand {
  const { ldflags = [], gcflags = [], tags = [], flags = [], stamps: stamping, env = {} } = build.settings ?? {}
  const { version, commit, date } = build.stamp
  const set = stamping === 'off' ? {} : { version, commit, date }
  const stamps = Object.entries(set).flatMap(([name, value]) => ['-X', `main.${name}=${value}`])
  const outputs = listOutputs(build)
  const linked = ldflags.flatMap(splitLinkerFlag)
  checkLinkerFlags(linked)
  const linking = quoteFlags(['-s', '-w', '-buildid=', ...stamps, ...linked])
  refuseUnlinkable(linked, build.target)
  return {
    argv: [
      build.go,
      'build',
      '-trimpath',
      '-buildvcs=true',
      build.vendored ? '-mod=vendor' : '-mod=readonly',
      ...(build.jobs === undefined ? [] : ['-p', String(build.jobs)]),
      ...flags.map(checkFlag),
      ...(tags.length === 0 ? [] : ['-tags', tags.map(checkTag).join(',')]),
      ...(gcflags.length === 0 ? [] : ['-gcflags', quoteCompilerFlags(gcflags)]),
      '-ldflags',
      linking,
      '-o',
      `${build.outDir}/`,
      ...build.mains
    ],
    env: {
      ...build.env,
      ...checkEnv(env),
      ...makeTargetEnv(build.target),
      CGO_ENABLED: '0',
      GOENV: 'off',
      GOWORK: 'off',
      GOFLAGS: NO_FLAGS,
      GOTOOLCHAIN: 'local',
      GIT_OPTIONAL_LOCKS: '0'
    },
    outputs
  }
}

/**
 * The file name, without `.exe`, that `go build -o DIR/` gives a main package: the last element of its import path, or
 * the one before it when the last is a major version (exeFromImportPath in cmd/go/internal/load/pkg.go).
 */
export function deriveExecName(importPath: string): string {
  const elements = importPath.split('/')
  const last = elements.at(-1) ?? ''
  return (/^v([2-9]|[1-9]\d+)$/.test(last) ? elements.at(-2) : undefined) ?? last
}

function listOutputs({ mains, target, outDir }: GoBuild): GoCommand['outputs'] {
  if (mains.length === 0)
    throw new Failure('input', 'there is no main package to build', { hint: 'Name the programs: --main ./cmd/tool.' })
  const taken = new Map<string, string>()
  return mains.map((main) => {
    if (!/^[\p{L}\p{N}_~][\p{L}\p{N}._~+/-]*$/u.test(main) || main.includes('...')) {
      throw new Failure('input', `${quote(main)} is not the import path of a package`, {
        hint: 'Rename its folder: letters, digits and . _ ~ + - are allowed.'
      })
    }
    const name = deriveExecName(main)
    // Go would let the second overwrite the first, and case does not count on Windows and macOS.
    const other = taken.get(name.toLowerCase())
    if (other !== undefined) {
      throw new Failure('input', `${other} and ${main} both become a program named ${name}`, {
        hint: 'Give one of them another name, by builds[].name in slipway.yaml.'
      })
    }
    taken.set(name.toLowerCase(), main)
    return { main, path: `${outDir}/${name}${target.os === 'windows' ? '.exe' : ''}` }
  })
}

/** A first flag in quotes, or one that is no flag, would be read as a package pattern. */
function quoteCompilerFlags(flags: readonly string[]): string {
  const value = quoteFlags(flags)
  if (!/^(-|[^-'"=\s]+=)/.test(value)) {
    throw new Failure('input', `compiler flags ${quote(value)} do not begin with a flag or PATTERN=`, {
      hint: 'Write the flags as "-N" or "all=-N", the one with spaces not first.'
    })
  }
  checkCompilerFlags(flags)
  return value
}

function checkTag(tag: string): string {
  if (/^[\p{L}\p{N}_.]+$/u.test(tag)) return tag
  throw new Failure('input', `${quote(tag)} is not a build tag`, {
    hint: 'A tag is letters, digits, underscores and dots.'
  })
}

function checkFlag(flag: string): string {
  if ((BUILD_FLAGS as readonly string[]).includes(flag)) return flag
  throw new Failure('input', `a build may not give go build ${quote(flag)}`, {
    hint: `It may give ${BUILD_FLAGS.join(' or ')}; tags, ldflags and gcflags have settings of their own.`
  })
}

function checkEnv(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const settable: readonly string[] = SETTABLE
  const refused = Object.keys(env).filter((name) => !settable.includes(name))
  if (refused.length === 0) return env
  throw new Failure('input', `a build may not set ${refused.join(', ')}`, {
    hint: `It may set ${SETTABLE.join(' and ')}.`
  })
}
