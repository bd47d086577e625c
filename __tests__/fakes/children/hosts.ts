import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gitlab } from '../../../src/adapters/gitlab/host.ts'
import { local } from '../../../src/adapters/terminal/host.ts'
import { terminal } from '../../../src/adapters/terminal/progress.ts'
import type { Finding } from '../../../src/base/finding.ts'
import type { Host } from '../../../src/model/ports/host.ts'
import type { Files } from '../../../src/model/ports/files.ts'
import { gitlabLog } from '../gitlab/log.ts'
import { runnerLog } from '../github/runner-log.ts'
import { fileOf } from '../programs.ts'
import { screen } from './screen.ts'

/** A call of a host, as data. */
export type Told =
  | readonly ['info' | 'warn' | 'error' | 'mask' | 'summary', string]
  | readonly ['finding', Finding]
  | readonly ['section' | 'quote' | 'output', string, string]
  | readonly ['progress', string, string, 'done' | 'reused' | 'skipped' | 'failed', string]

/** What a person sees, and what the machine behind the host was told. */
export interface Shown {
  readonly lines: readonly string[]
  /** Commands that the runner of GitHub would obey. */
  readonly commands: readonly string[]
  readonly output: string
  readonly summary: string
  /** A code quality report. */
  readonly quality?: string | undefined
}

export type Show = (...told: readonly Told[]) => Promise<Shown>

async function tell(host: Host, told: Told): Promise<void> {
  if (told[0] === 'progress') host.progress(told[1], told[2]).end(told[3], told[4])
  else if (told[0] === 'section' || told[0] === 'quote') host[told[0]](told[1], told[2])
  else if (told[0] === 'output') await host.output(told[1], told[2])
  else if (told[0] === 'finding') await host.finding(told[1])
  else await host[told[0]](told[1])
}

export const inPipe: Show = async (...told) => {
  let written = ''
  const stream = { isTTY: false, write: (text: string) => (written += text) !== '' } as unknown as NodeJS.WriteStream
  const host = local(stream)
  for (const each of told) await tell(host, each)
  return { ...runnerLog(written), output: '', summary: '' }
}

export const inTerminal: Show = async (...told) => {
  const { stream, lines, written } = screen(200, 50)
  const host = local(stream, terminal)
  for (const each of told) await tell(host, each)
  return { lines: lines().filter(Boolean), commands: runnerLog(written()).commands, output: '', summary: '' }
}

/** A job's log as GitLab reads it: sections, and lines with colours taken out. */
export const onGitlab: Show = async (...told) => {
  let written = ''
  const stream = { isTTY: false, write: (text: string) => (written += text) !== '' } as unknown as NodeJS.WriteStream
  const kept = new Map<string, string>()
  const host = gitlab(stream, () => keeping(kept))
  host.keepIn('/out')
  for (const each of told) await tell(host, each)
  return {
    ...gitlabLog(written),
    output: kept.get('/out/report/outputs.env') ?? '',
    summary: '',
    quality: kept.get('/out/report/code-quality.json')
  }
}

/** Files that only remember what is written. */
const keeping = (kept: Map<string, string>): Files =>
  ({ write: async (path: string, content: string) => void kept.set(path, content) }) as unknown as Files

/** A process of its own, read as the runner reads it. */
export const onGithub: Show = async (...told) => {
  const folder = await mkdtemp(join(tmpdir(), 'host-'))
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary')]
  try {
    for (const file of [output, summary]) await writeFile(file, '')
    const child = spawn(process.execPath, [fileOf('__tests__/fakes/children/host-child.ts')], {
      env: {
        ...{ PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] },
        ...{ GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary }
      },
      stdio: ['pipe', 'pipe', 'inherit']
    })
    child.stdin.end(JSON.stringify(told))
    const [stdout, status] = await Promise.all([text(child.stdout), new Promise((ended) => child.on('close', ended))])
    if (status !== 0) throw new Error(`the host ended with ${String(status)}: ${stdout}`)
    return {
      ...runnerLog(stdout),
      output: await readFile(output, 'utf8'),
      summary: await readFile(summary, 'utf8')
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
