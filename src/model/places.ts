import { Failure } from '../base/errors.ts'
import type { Finding } from '../base/finding.ts'

/** As go build, go vet, go list and our own readers write a place: `cmd/main.go:5:2: undefined: x`. */
const PLACE = /^(?:vet: )?((?:\.{1,2}\/)*[\w@+~. -][\w@+~./\\ -]*\.(?:go|mod|sum|ya?ml)):(\d+)(?::(\d+))?: (.+)$/gm

/** Places behind a message that names none itself: `See main.go:3:1.` */
const SEE = /^See ((?:\.{1,2}\/)*[\w@+~. -][\w@+~./\\ -]*\.go):(\d+)(?::(\d+))?\.$/m

/** More than this is noise: GitHub shows ten of a step. */
const MOST = 30

/** What a failure says of lines in the user's own files; `moduleDir` is the module's folder below the repository. */
export function listFailureFindings(error: unknown, moduleDir: string): readonly Finding[] {
  if (!(error instanceof Failure)) return []
  if (error.findings.length) return error.findings
  if (error.kind !== 'input' && error.kind !== 'command') return []
  const said = typeof error.cause === 'string' ? error.cause : ''
  const named = listToolFindings(`${error.message}\n${said}`, moduleDir)
  const [, file, line, column] = SEE.exec(error.hint ?? '') ?? []
  const seen =
    named.length || file === undefined ? named : [makeToolFinding(file, line, column, error.message, moduleDir)]
  return seen.filter((item) => item !== undefined)
}

/** The lines of the repository's own files that a tool names in its output, each once. */
export function listToolFindings(said: string, moduleDir: string): readonly Finding[] {
  const all = [...said.matchAll(PLACE)].map(([, file = '', line, column, message = '']) =>
    makeToolFinding(file, line, column, message, moduleDir)
  )
  const unique = new Map(all.flatMap((item) => (item ? [[JSON.stringify(item), item] as const] : [])))
  return [...unique.values()].slice(0, MOST)
}

/** A finding in a file of the repository, or none for a file elsewhere, such as one of the module cache. */
function makeToolFinding(
  path: string,
  line: string | undefined,
  column: string | undefined,
  message: string,
  moduleDir: string
): Finding | undefined {
  const file = findPathInRepository(path.replaceAll('\\', '/'), moduleDir)
  if (file === undefined) return undefined
  return {
    rule: /\.go$/.test(file) ? 'go' : 'slipway',
    severity: 'error',
    file,
    line: Number(line),
    ...(column !== undefined && { column: Number(column) }),
    message: message.trim()
  }
}

/** The path below the repository's root of a path below the module, or undefined when it leads out of it. */
function findPathInRepository(path: string, moduleDir: string): string | undefined {
  const parts = moduleDir === '' ? [] : moduleDir.split('/')
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}
