import { dirname, join } from 'node:path'
import type { Files } from '../model/ports/files.ts'
import type { GoSources } from './list.ts'

/** The list of all systems and processors in a Go's own source, since Go 1.21. */
const SOURCE = 'src/internal/platform/zosarch.go'

/**
 * What `go tool dist list` prints, a pair a line. It is read from Go's source where that has it: a module of a toolchain
 * comes without that tool, and the go command would compile it first.
 */
export async function readTargetList(
  { run, go, env, signal, files }: GoSources & { readonly files: Pick<Files, 'read'> },
  cwd: string
): Promise<string> {
  const source = await files.read(join(dirname(dirname(go)), ...SOURCE.split('/')))
  const pairs = source && parsePairs(Buffer.from(source).toString('utf8'))
  if (pairs) return pairs.join('\n')
  return (await run([go, 'tool', 'dist', 'list'], { cwd, env, signal })).stdout
}

/** The pairs that are not broken; undefined for a source of another shape. */
export function parsePairs(source: string): readonly string[] | undefined {
  const [, list] = /^var List = \[\]OSArch\{\n([^]*?)^\}/m.exec(source) ?? []
  const [, facts] = /^var distInfo = map\[OSArch\]osArchInfo\{\n([^]*?)^\}/m.exec(source) ?? []
  if (list === undefined || facts === undefined) return undefined
  const broken = matchPairs(facts, /^\t\{"(\w+)", "(\w+)"\}:\s*\{.*\bBroken: true\b.*\},$/gm)
  const all = matchPairs(list, /^\t\{"(\w+)", "(\w+)"\},$/gm)
  const whole = all.length > 0 && all.length === list.trimEnd().split('\n').length
  return whole ? all.filter((pair) => !broken.includes(pair)) : undefined
}

const matchPairs = (text: string, form: RegExp): readonly string[] =>
  [...text.matchAll(form)].map(([, os = '', arch = '']) => `${os}/${arch}`)
