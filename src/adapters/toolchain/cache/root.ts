import { isAbsolute, join } from 'node:path'
import { Failure } from '../../../base/errors.ts'

/**
 * Where tools are kept: the runner's tool cache where there is one, else a folder of the user's cache as the platform
 * has it (XDG, ~/Library/Caches, %LOCALAPPDATA%).
 */
export function toolCacheRoot(env: Readonly<Record<string, string | undefined>>, os: string): string {
  const absolute = (name: string): string | undefined => {
    const value = env[name]
    return value !== undefined && isAbsolute(value) ? value : undefined
  }
  const runner = absolute('RUNNER_TOOL_CACHE')
  if (runner !== undefined) return runner
  const home = absolute('HOME') ?? absolute('USERPROFILE')
  const platform =
    os === 'win32' ? absolute('LOCALAPPDATA') : os === 'darwin' && home ? join(home, 'Library', 'Caches') : undefined
  const cache = absolute('XDG_CACHE_HOME') ?? platform ?? (home === undefined ? undefined : join(home, '.cache'))
  if (cache !== undefined) return join(cache, 'slipway', 'tools')
  throw new Failure('environment', 'there is no folder to keep tools in: HOME is not set', {
    hint: 'Set RUNNER_TOOL_CACHE to an absolute path.'
  })
}
