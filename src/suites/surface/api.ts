import { join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { parseGoMod } from '../../go/go-mod.ts'
import type { SuiteTools } from '../suite.ts'
import type { Version } from '../programs/version.ts'
import type { SurfaceChange } from './commands.ts'

/**
 * What changed in the exported Go API of some packages, as apidiff tells it (golang.org/x/exp/apidiff). Internal
 * packages are nobody's API. Rejects with a 'command' Failure where one of the two versions cannot be loaded.
 */
export async function compareApi(
  { toolchain, processes, env }: SuiteTools,
  { from, to }: { readonly from: Version; readonly to: Version },
  patterns: readonly string[],
  folder: string,
  signal: AbortSignal
): Promise<readonly SurfaceChange[]> {
  const apidiff = (await toolchain.tool('apidiff', undefined, signal)).path
  const write = async (version: Version): Promise<string> => {
    const source = await version.source()
    const goMod = Buffer.from((await version.file('go.mod')) ?? []).toString('utf8')
    const { module } = parseGoMod(goMod, 'go.mod')
    const file = join(folder, `${version.version.replace(/[^\w.-]/g, '-')}.x`)
    // As the builds do it, so that their compiled packages serve here too.
    const go = { ...env, CGO_ENABLED: '0', GOFLAGS: '-trimpath -mod=readonly', GOWORK: 'off' }
    await processes
      .run([apidiff, '-m', '-w', file, module], { cwd: source, env: go, signal })
      .catch((cause: unknown) => {
        signal.throwIfAborted()
        if (!(cause instanceof Failure) || cause.kind !== 'command') throw cause
        throw new Failure('command', `the packages of ${version.name} cannot be loaded, to compare their API`, {
          hint: 'Every package of the module has to compile: try go vet ./... there; or leave surface.api out.',
          cause: cause.cause
        })
      })
    return file
  }
  const [old, fresh] = [await write(from), await write(to)]
  const { stdout } = await processes.run([apidiff, '-m', old, fresh], { cwd: folder, env: { ...env }, signal })
  return parseApidiff(stdout, patterns)
}

/** The changes of packages that a pattern names, each as apidiff words it. */
export function parseApidiff(text: string, patterns: readonly string[]): readonly SurfaceChange[] {
  let needs: SurfaceChange['needs'] | undefined
  const found: SurfaceChange[] = []
  for (const line of text.split('\n')) {
    if (/^Incompatible changes:/.test(line)) needs = 'major'
    else if (/^Compatible changes:/.test(line)) needs = 'minor'
    else if (line.startsWith('- ') && needs) {
      const [, name = '', what = ''] = /^- (?:package )?(\S+?): (.*)$/.exec(line) ?? []
      if (name !== '' && patterns.some((pattern) => matchesPattern(line.slice(2), pattern)))
        found.push({ name, what, needs })
    }
  }
  return found
}

/** `./pkg/a.T.B: …` and `package example.com/m/pkg/a: …` belong to `./pkg/a` and `./pkg/...`. */
function matchesPattern(message: string, pattern: string): boolean {
  const whole = pattern.endsWith('/...')
  const base = whole ? pattern.slice(0, -4) : pattern
  const [, path] = /^package (\S+?): /.exec(message) ?? []
  const tail = base.replace(/^\./, '')
  if (path !== undefined)
    return whole ? tail === '' || path.includes(`${tail}/`) || path.endsWith(tail) : tail !== '' && path.endsWith(tail)
  return message.startsWith(`${base}.`) || (whole && message.startsWith(`${base}/`))
}
