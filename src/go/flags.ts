import { Failure } from '../errors.ts'

/**
 * Joins arguments into one value of `-ldflags` or `-gcflags`, so that the go command splits it into the same arguments
 * (cmd/internal/quoted: quotes count only at the start of an argument, and there are no escapes). Throws an 'input'
 * Failure for what that syntax cannot carry.
 */
export function quoteFlags(args: readonly string[]): string {
  return args.map(quote).join(' ')
}

function quote(arg: string): string {
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
