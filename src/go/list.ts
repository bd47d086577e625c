import { Failure } from '../base/errors.ts'
import type { Exec } from '../model/ports/processes.ts'

/** A go command and what every question to it needs. */
export interface GoSources {
  readonly run: Exec
  /** The go command and its base environment (GOENV=off and so on). */
  readonly go: string
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** A package as `go list -json` prints it (`go help list`); the fields that were asked for. */
export interface Package {
  readonly ImportPath: string
  readonly Dir?: string
  readonly Name?: string
  readonly Standard?: boolean
  readonly Imports?: readonly string[]
  readonly Module?: { readonly Main?: boolean; readonly Replace?: { readonly Dir?: string; readonly Version?: string } }
  readonly GoFiles?: readonly string[]
  readonly CgoFiles?: readonly string[]
  readonly IgnoredGoFiles?: readonly string[]
  readonly SFiles?: readonly string[]
  readonly HFiles?: readonly string[]
  readonly SysoFiles?: readonly string[]
  readonly EmbedFiles?: readonly string[]
  readonly EmbedPatterns?: readonly string[]
  readonly Error?: { readonly Err: string; readonly Pos?: string; readonly ImportStack?: readonly string[] }
}

/** The packages, each with its own error where it has one. Rejects with an 'input' Failure when the module cannot be read. */
export async function listPackages(
  { run, go, env, signal }: GoSources,
  cwd: string,
  args: readonly string[],
  more: Readonly<Record<string, string>>
): Promise<readonly Package[]> {
  const { stdout } = await run([go, 'list', '-e', ...args], { cwd, env: { ...env, ...more }, signal }).catch(
    (cause: unknown) => {
      signal.throwIfAborted()
      throw explainUnreadable(cause)
    }
  )
  // go list prints one JSON object after another, each closed by a brace in the first column.
  try {
    return stdout
      .split(/^}$/m)
      .filter((part) => part.trim())
      .map((part) => JSON.parse(`${part}}`) as Package)
  } catch (cause) {
    throw new Failure('command', 'go list prints something else than packages', {
      hint: 'Is the go on PATH the real one? A wrapper must print nothing of its own.',
      cause
    })
  }
}

/** With -e, go list fails only for what concerns the whole module: its go.mod, or a module graph that it cannot fetch. */
function explainUnreadable(cause: unknown): unknown {
  if (!(cause instanceof Failure) || cause.kind !== 'command') return cause
  const said = typeof cause.cause === 'string' ? cause.cause.trim() : ''
  if (/^failed to initialize build cache|build cache is (required|disabled)/m.test(said))
    return new Failure('environment', `go has no build cache: ${findModuleLine(said)}`, {
      hint: 'Set GOCACHE to a folder that may be written, or HOME to one that can hold it.',
      cause: cause.cause
    })
  const about = explainUnfetched(said)
  return (
    about ??
    new Failure(
      'input',
      `go cannot read this module: ${dropProgress(said).replace(/^go: /, '').split('\n').slice(0, 3).join(' ')}`,
      {
        hint: 'Make `go mod tidy` and `go build ./...` pass, and commit go.mod and go.sum.',
        cause: cause.cause
      }
    )
  )
}

/** What go says when a module cannot be fetched, as a Failure that says whose move it is; undefined for anything else. */
export function explainUnfetched(said: string, about = 'a module'): Failure | undefined {
  if (/SECURITY ERROR|checksum mismatch/.test(said))
    return new Failure(
      'verification',
      `${about} is not what go.sum or the checksum database says: ${findModuleLine(said)}`,
      {
        hint: 'Somebody changed a published version: do not build it.',
        cause: said
      }
    )
  if (
    /could not read (Username|Password)|terminal prompts disabled|Authentication failed|Permission denied \(publickey/.test(
      said
    )
  )
    return new Failure('environment', `git may not read ${about}: ${findModuleLine(said)}`, {
      hint: 'Private modules: set GOPRIVATE, and SLIPWAY_GIT_CREDENTIALS=https://user:token@host or an SSH agent.',
      cause: said
    })
  if (
    /\b(40[134]|410|5\d\d) |dial tcp|no such host|i\/o timeout|connection refused|exit status 128|lookup disabled by GOPROXY=off/.test(
      said
    )
  )
    return new Failure('environment', `${about} cannot be fetched: ${findModuleLine(said)}`, {
      hint: 'Check GOPROXY and the network; for private modules GOPRIVATE and SLIPWAY_GIT_CREDENTIALS.',
      cause: said
    })
  return undefined
}

/** The first line that is no progress names the module. */
const findModuleLine = (said: string): string =>
  (dropProgress(said).split('\n')[0] ?? '').replace(/^go: /, '').replace(/:$/, '')

/** What the go command says, without its lines of progress, which stand before it where the module cache is empty. */
const dropProgress = (said: string): string => said.replace(/^go: (?:downloading|extracting|finding) .*\n?/gm, '')
