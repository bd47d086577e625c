import { dirname, join, sep } from 'node:path'
import { Failure } from '../../base/errors.ts'
import type { Tool } from '../../model/nouns.ts'
import type { Processes } from '../../model/ports/processes.ts'
import type { Bootstrapping } from './bootstrap.ts'
import { demandChecksumDatabase, makeToolGoEnv } from './go-env.ts'
import { explainFetchFailure } from './go-failure.ts'
import { findOnPath } from './machine.ts'
import { DEFAULT_GO } from './pins.ts'
import { formatProgramName } from './platform.ts'
import { quote } from '../../base/text.ts'

export interface GoFinding extends Bootstrapping {
  readonly processes: Processes
}

const VERSION = /^go1(\.\d+){1,2}((rc|beta)\d+)?$/

/** The Go of exactly this version: the machine's, else a toolchain module through it, else through the pinned one. */
export async function findGo(
  version: string,
  by: GoFinding,
  signal: AbortSignal,
  sums?: Readonly<Record<string, string>>
): Promise<Tool> {
  if (!VERSION.test(version)) {
    throw new Failure('input', `${quote(version)} is not the name of a Go release`, {
      hint: 'Such as go1.26.8.'
    })
  }
  const onPath = await findOnPath('go', by.env, by.platform)
  if (onPath !== undefined) {
    const machine = await askGo(onPath, 'local', by, signal)
    if (machine.version === version) {
      const vouched = `the machine's, which says it is ${version}; no digest checked`
      return { name: 'go', version, path: machine.path, source: 'machine', vouched, keeps: machine.keeps }
    }
    const switched = await findGoThrough(onPath, version, by, signal)
    if (switched !== undefined) return switched
    by.note(`${machine.version} on PATH cannot switch to other releases: a pinned Go does it`)
  }
  // It unpacks zips, which a machine with a Go does not need.
  const { bootstrapGo } = await import('./bootstrap.ts')
  const pinned = await bootstrapGo(by, signal, sums)
  if (version === DEFAULT_GO) return { ...pinned, keeps: (await askGo(pinned.path, 'local', by, signal)).keeps }
  const switched = await findGoThrough(pinned.path, version, by, signal)
  if (switched !== undefined) return switched
  throw new Failure('environment', `${DEFAULT_GO} did not switch to ${version}`, {
    hint: 'Install that Go (https://go.dev/dl/), or choose another: --go-version.'
  })
}

interface Seen {
  readonly version: string
  readonly path: string
  readonly keeps: NonNullable<Tool['keeps']>
}

/** What a go command says of the toolchain that it runs as. The folder is empty, so no go.mod has a say. */
async function askGo(go: string, toolchain: string, by: GoFinding, signal: AbortSignal): Promise<Seen> {
  await using scratch = await by.files.scratch('go')
  const env = makeToolGoEnv(by.env, { GOTOOLCHAIN: toolchain })
  const argv = [go, 'env', 'GOVERSION', 'GOROOT', 'GOMODCACHE', 'GOCACHE'] as const
  const onLine = (line: string): void => by.note(line)
  const { stdout } = await by.processes.run(argv, { cwd: scratch.path, env, signal, onLine })
  const [version = '', root = '', modules = '', builds = ''] = stdout.split(/\r?\n/)
  return {
    version: version.trim(),
    path: join(root.trim(), 'bin', formatProgramName('go', by.platform)),
    keeps: { builds: builds.trim(), modules: modules.trim() }
  }
}

/** The toolchain module of a version, by the go command's own switch; undefined when that go knows no switch (< 1.21). */
async function findGoThrough(
  go: string,
  version: string,
  by: GoFinding,
  signal: AbortSignal
): Promise<Tool | undefined> {
  const database = demandChecksumDatabase(by.env, ['golang.org/toolchain'])
  const seen = await askGo(go, version, by, signal).catch((cause: unknown) => {
    signal.throwIfAborted()
    throw explainFetchFailure(`the toolchain module of ${version}`, cause)
  })
  if (seen.version !== version) return undefined
  const fromModule = dirname(dirname(seen.path)).startsWith(seen.keeps.modules + sep)
  // The switch prefers a program of that name, such as one that golang.org/dl installed.
  if (!fromModule) {
    const vouched = `the machine's ${version}; no digest checked`
    return { name: 'go', version, path: seen.path, source: 'machine', vouched, keeps: seen.keeps }
  }
  const vouched = `toolchain module golang.org/toolchain of ${version}, checked by the go command against ${database}`
  return { name: 'go', version, path: seen.path, source: 'module', vouched, keeps: seen.keeps }
}
