import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { program, type Ran } from '../cli.ts'
import { git, repository } from '../repository.ts'
import { DIST } from '../shipped.ts'
import type { GitlabHost } from './host.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** gitlab-ci-local, which runs pipelines on this machine. */
export const PIPELINE_RUNNER = join(ROOT, 'node_modules', 'gitlab-ci-local', 'dist', 'index.js')

/** The component as `GROUP/slipway` of a host has it, with the tag 1.0.0; resolves with its work tree and its commit. */
export async function publishComponent(folder: string): Promise<{ readonly path: string; readonly sha: string }> {
  const path = join(folder, 'component')
  await mkdir(path)
  await cp(join(ROOT, 'templates'), join(path, 'templates'), { recursive: true })
  await cp(join(DIST, 'cli'), join(path, 'dist', 'cli'), { recursive: true })
  const sha = await repository(path, { 'README.md': '# The component\n' }, ['1.0.0'])
  const bare = join(folder, 'tools', 'slipway.git')
  await mkdir(join(folder, 'tools'))
  await git(folder, 'clone', '--quiet', '--bare', path, bare)
  await git(bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  await git(bare, 'config', 'uploadpack.allowFilter', 'true')
  return { path, sha }
}

/** It warns of every variable that is GitLab's own, unless it is told that this is meant. */
export const formatVariables = (variables: readonly (readonly [string, string])[]): readonly string[] => [
  ...['--ignore-predefined-vars', variables.map(([name]) => name).join(',')],
  ...variables.flatMap(([name, value]) => ['--variable', `${name}=${value}`])
]

/** Runs jobs of the pipeline of a project in the shell, each in a checkout of its own; never rejects for the status. */
export const runPipeline = (
  { api }: GitlabHost,
  cwd: string,
  variables: Readonly<Record<string, string>>,
  args: readonly string[]
): Promise<Ran> => {
  const flags = ['--force-shell-executor', '--shell-isolation', '--no-artifacts-to-source', '--no-color']
  const given = formatVariables(Object.entries({ CI_API_V4_URL: api, CI_PROJECT_ID: '7', ...variables }))
  return program([process.execPath, PIPELINE_RUNNER, ...flags, ...given, ...args], {
    cwd,
    env: {
      PATH: `${join(ROOT, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`,
      GIT_CONFIG_GLOBAL: '/dev/null'
    }
  })
}
