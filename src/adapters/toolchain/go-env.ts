import { Failure } from '../../base/errors.ts'
import { makeGoEnvironment, type Env } from '../../go/environment.ts'

export type { Env }

/**
 * The whole environment of a Go command that builds a tool: an allow-list, and no settings file of the user. The checksum
 * database is named, since distributions switch it off in the go.env of their Go.
 */
export const makeToolGoEnv = (env: Env, extra: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...makeGoEnvironment(env),
  GOSUMDB: env['GOSUMDB'] || 'sum.golang.org',
  ...extra
})

/**
 * Rejects an environment in which the Go command would not ask the checksum database about one of these modules:
 * tools are built only from what it vouches for. Returns what to call the database, for the report.
 */
export function demandChecksumDatabase(env: Env, modules: readonly string[]): string {
  const refuse = (why: string): never => {
    throw new Failure('environment', `${why}, so the Go checksum database would not vouch for a tool built here`, {
      hint: 'Leave the checksum database on for public modules, or put the tool on PATH.'
    })
  }
  const database = env['GOSUMDB'] ?? ''
  if (database === 'off') refuse('GOSUMDB is off')
  if ((env['GONOSUMCHECK'] ?? '') !== '') refuse('GONOSUMCHECK is set')
  const variable = env['GONOSUMDB'] === undefined ? 'GOPRIVATE' : 'GONOSUMDB'
  const patterns = env[variable] ?? ''
  const skipped = modules.find((module) => matchesPrefix(patterns, module))
  if (skipped !== undefined) refuse(`${variable}=${patterns} covers ${skipped}`)
  return database === '' ? "Go's checksum database" : (database.split(/[ +]/, 1)[0] ?? database)
}

/** As golang.org/x/mod/module.MatchPrefixPatterns: comma-separated globs against as many leading path elements. */
export function matchesPrefix(globs: string, path: string): boolean {
  return globs.split(',').some((raw) => {
    const glob = raw.trim().replace(/\/+$/, '')
    if (glob === '') return false
    const wanted = glob.split('/')
    const parts = path.split('/').slice(0, wanted.length)
    return parts.length === wanted.length && wanted.every((element, index) => matchesElement(element, parts[index]))
  })
}

function matchesElement(glob: string, part: string | undefined): boolean {
  // Globs of path.Match within one element: * ? [class]; a class is negated by ^ in Go as in regular expressions.
  const source = glob.replace(/\\.|\[(?:\\.|[^\]])+\]|[.+^${}()|[\]\\*?]/g, (token) =>
    token === '*' ? '.*' : token === '?' ? '.' : token.length > 1 ? token : `\\${token}`
  )
  return part !== undefined && new RegExp(`^${source}$`, 's').test(part)
}
