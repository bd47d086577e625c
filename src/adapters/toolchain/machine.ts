import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import semver from 'semver'
import { Failure } from '../../base/errors.ts'
import type { ToolName } from '../../model/ports/toolchain.ts'
import type { Exec } from '../../model/ports/processes.ts'
import type { Env } from './go-env.ts'
import { formatProgramName, type MachinePlatform } from './platform.ts'

/** The absolute path of a program on PATH, or undefined. Relative entries of PATH are passed over. */
export async function findOnPath(name: string, env: Env, platform: MachinePlatform): Promise<string | undefined> {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  for (const folder of folders) {
    const path = join(folder, formatProgramName(name, platform))
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile() && (await isRunnable(path))) return path
  }
  return undefined
}

const isRunnable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false
  )

interface VersionQuestion {
  readonly args: readonly string[]
  readonly answer: RegExp
}

const KUBERNETES: VersionQuestion = { args: ['--version'], answer: /^Kubernetes (v\S+)/m }

/** Tools that say which version they are. */
export type Talking = Exclude<ToolName, 'apidiff' | 'govulncheck'>

/** How each tool is asked for its version; the answers were seen with the versions in pins.ts. */
const QUESTIONS: Readonly<Record<Talking, VersionQuestion>> = {
  cosign: { args: ['version', '--json'], answer: /"gitVersion":\s*"(v[^"]+)"/ },
  kind: { args: ['version', '--quiet'], answer: /^v?(\d+\.\d+\.\d+\S*)/m },
  etcd: { args: ['--version'], answer: /^etcd Version: (\S+)/m },
  'kube-apiserver': KUBERNETES,
  'kube-controller-manager': KUBERNETES,
  'kube-scheduler': KUBERNETES,
  kubectl: { args: ['version', '--client', '--output=json'], answer: /"gitVersion":\s*"(v[^"]+)"/ }
}

/** How long a program may take to say its version, in milliseconds: big ones start slowly on a loaded machine. */
const PATIENCE_MS = 60_000

/** The version that a program says it has, with its `v`. Rejects with a Failure when it does not say one. */
export async function askVersion(
  run: Exec,
  name: Talking,
  path: string,
  env: Env,
  signal: AbortSignal
): Promise<string> {
  const { args, answer } = QUESTIONS[name]
  const given = ['PATH', 'HOME', 'SystemRoot', 'SYSTEMROOT'].flatMap((key) => {
    const value = env[key]
    return value === undefined ? [] : [[key, value] as const]
  })
  const limit = AbortSignal.timeout(PATIENCE_MS)
  const child = AbortSignal.any([signal, limit])
  const { stdout } = await run([path, ...args], { env: Object.fromEntries(given), signal: child }).catch(
    (cause: unknown) => {
      signal.throwIfAborted()
      if (!limit.aborted) throw cause
      throw new Failure('command', `${path} did not say its version within ${PATIENCE_MS / 1000} s`, {
        hint: 'Run again when the machine is less busy, or take that program off PATH.',
        cause
      })
    }
  )
  const version = answer.exec(stdout)?.[1]
  if (version === undefined) {
    throw new Failure('command', `${path} ${args.join(' ')} said no version: ${stdout.slice(0, 200).trim()}`, {
      hint: 'Take that program off PATH: it is not the tool of that name.'
    })
  }
  return version.startsWith('v') ? version : `v${version}`
}

/** What a program on PATH must be: a SemVer range, or a Kubernetes minor such as `1.37`. */
export type Fitting = { readonly range: string } | { readonly minor: string }

/** Whether a version fits. Alphas, betas and candidates do not; vendors' suffixes of a Kubernetes release do. */
export function fits(version: string, wanted: Fitting): boolean {
  const parsed = semver.parse(version)
  if (parsed === null) return false
  if ('range' in wanted) return semver.satisfies(parsed, wanted.range)
  const early = /^(alpha|beta|rc|dev)/.test(String(parsed.prerelease[0] ?? ''))
  return `${parsed.major}.${parsed.minor}` === wanted.minor && !early
}

export const describeFitting = (wanted: Fitting): string => ('range' in wanted ? wanted.range : `${wanted.minor}.x`)
