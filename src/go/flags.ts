import { Failure } from '../base/errors.ts'
import { quote as show } from '../base/text.ts'

/**
 * Joins arguments into one value of `-ldflags` or `-gcflags`, so that the go command splits it into the same arguments
 * (cmd/internal/quoted: quotes count only at the start of an argument, and there are no escapes). Throws an 'input'
 * Failure for what that syntax cannot carry.
 */
export function quoteFlags(args: readonly string[]): string {
  return args.map(quoteFlag).join(' ')
}

function quoteFlag(arg: string): string {
  if (arg.includes('\0'))
    throw new Failure('input', `build flag ${JSON.stringify(arg)} holds a NUL character`, {
      hint: 'Take it out of the ldflags, gcflags or asmflags of slipway.yaml.'
    })
  if (arg !== '' && !/[ \t\r\n]/.test(arg) && !/^['"]/.test(arg)) return arg
  if (!arg.includes("'")) return `'${arg}'`
  if (!arg.includes('"')) return `"${arg}"`
  throw new Failure('input', `build flag ${JSON.stringify(arg)} holds spaces and both kinds of quotes`, {
    hint: 'The go command has no way to quote it; leave out the spaces or one kind of quotes.'
  })
}

/** Flags of a tool of Go's that a project may set, with those of them whose value stands in the next argument. */
interface Allowed {
  readonly tool: string
  readonly flags: readonly string[]
  readonly withValue: readonly string[]
}

const splitWords = (text: string): readonly string[] => text.split(' ')

/**
 * What changes a program and nothing else (`go tool link -h`, `go tool compile -h`, Go 1.26). Left out is what runs
 * another program (-extld), reads other files (-importcfg, -pgoprofile, @FILE) or writes some (-o, -cpuprofile, -asmhdr):
 * a build does what the source says, and nothing beside that.
 */
const LINKER: Allowed = {
  tool: 'linker',
  flags: splitWords(
    'X s w v e aslr bindnow buildid checklinkname compressdwarf debugnosplit debugtramp dumpdep ' +
      'funcalign pruneweakmap randlayout strictdups B D E H R T'
  ),
  withValue: splitWords('X buildid funcalign randlayout strictdups B D E H R T')
}
const COMPILER: Allowed = {
  tool: 'compiler',
  flags: splitWords(
    'B C K L N S W c d dwarf dwarfbasentries dwarflocationlists e gendwarfinl l lang live m r ' +
      'smallframes spectre v w wb'
  ),
  withValue: splitWords('c d gendwarfinl lang spectre')
}

/** Throws an 'input' Failure for the first argument of `-ldflags` that may do more than change the program. */
export const checkLinkerFlags = (args: readonly string[]): void => checkFlagsOf(LINKER, args)

/** The same of `-gcflags`, whose first argument may begin with a package pattern, as in `all=-l`. */
export const checkCompilerFlags = ([first = '', ...rest]: readonly string[]): void =>
  checkFlagsOf(COMPILER, [first.replace(/^[^-=]+=/, ''), ...rest])

/** A flag of the linker with its value; '' where it has none. */
interface LinkerFlag {
  readonly name: string
  readonly value: string
}

const readLinkerFlags = (args: readonly string[]): readonly LinkerFlag[] => {
  const found: LinkerFlag[] = []
  for (let i = 0; i < args.length; i++) {
    const [, name = '', value] = /^--?([A-Za-z]+)(?:=([^]*))?$/.exec(args[i] ?? '') ?? []
    const apart = value === undefined && LINKER.withValue.includes(name)
    found.push({ name, value: value ?? (apart ? (args[i + 1] ?? '') : '') })
    if (apart) i++
  }
  return found
}

/** A variable that the linker sets. */
export interface SetVariable {
  /** Import path of its package, or main. */
  readonly package: string
  readonly name: string
}

/** What `-X` sets; words of another form are none. */
export const listSetVariables = (args: readonly string[]): readonly SetVariable[] =>
  readLinkerFlags(args)
    .filter(({ name }) => name === 'X')
    .flatMap(({ value }) => {
      const [, path, name] = SETTING.exec(value) ?? []
      return path === undefined || name === undefined ? [] : [{ package: path, name }]
    })

const SETTING = /^([^=]+)\.([^=.]+)=/

/** By the name of a system as Go has it, what the linker calls its form of programs (cmd/internal/objabi, HeadType). */
const FORMS: Readonly<Record<string, string>> = { android: 'linux', ios: 'darwin', illumos: 'solaris' }

/** Throws an 'input' Failure for the first flag with which go would compile everything and then not link this target. */
export function refuseUnlinkable(
  args: readonly string[],
  { os, arch }: { readonly os: string; readonly arch: string }
): void {
  for (const { name, value } of readLinkerFlags(args)) {
    if (name === 'X' && !SETTING.test(value))
      throw new Failure('input', `the linker cannot set ${show(value)}`, {
        hint: 'Write -X IMPORTPATH.NAME=VALUE; a variable of the program itself is main.NAME.'
      })
    if (name === 'aslr' && /^(0|f|false)$/i.test(value))
      throw new Failure('input', `-aslr=${value} is for shared libraries alone, and this is a program`, {
        hint: 'Take it out of ldflags in slipway.yaml.'
      })
    if (name === 'H' && value !== (FORMS[os] ?? os) && !(os === 'windows' && value === 'windowsgui'))
      throw new Failure('input', `-H ${value} makes no program for ${os}/${arch}`, {
        hint: 'Leave -H out: each target has its own form. What wants windowsgui is built apart, by --targets with Windows alone.'
      })
  }
}

function checkFlagsOf({ tool, flags, withValue }: Allowed, args: readonly string[]): void {
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    const [, name = '', value] = /^--?([A-Za-z]+)(=[^]*)?$/.exec(arg) ?? []
    // -d=ssa/PHASE/dump writes files.
    if (
      !flags.includes(name) ||
      (tool === 'compiler' && name === 'd' && /(^|[=,])ssa\//.test(value ?? args[i + 1] ?? ''))
    )
      throw new Failure('input', `a build may not give the ${tool} ${show(arg)}`, {
        hint: `It may set what changes the program alone: ${flags.map((flag) => `-${flag}`).join(' ')}.`
      })
    if (value !== undefined || !withValue.includes(name)) continue
    i++
    // Wherever it stands, Go's tools take it for a file of more arguments.
    if (args[i]?.startsWith('@'))
      throw new Failure(
        'input',
        `a build may not give the ${tool} ${show(args[i] ?? '')}: it would be read as a file`,
        {
          hint: `Write it as one argument: -${name}=VALUE.`
        }
      )
  }
}
