import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stripVTControlCharacters } from 'node:util'
import { plainEnvironment, SLIPWAY } from '../cli.ts'

/** Runs the command line in a terminal of its own, where a person types the keys once what it says has the words. */
export async function inTerminal(
  args: readonly string[],
  {
    cwd,
    env = {},
    at,
    keys
  }: { cwd: string; env?: Readonly<Record<string, string>>; at: string; keys: string | (() => Promise<string>) }
): Promise<{ readonly said: string; readonly status: number | null }> {
  // The one program of every Linux that gives a command a terminal; it takes a line of shell, and gets no word of ours. A
  // terminal without a size shows nothing of what goes on.
  const child = spawn('script', ['-q', '-e', '-c', 'stty rows 24 cols 100 && exec "$NODE" "$CLI" $ARGS', '/dev/null'], {
    cwd,
    env: {
      ...plainEnvironment(),
      ...{ NODE: SLIPWAY[0], CLI: SLIPWAY[1], ARGS: args.join(' '), TERM: 'xterm', SHELL: '/bin/sh' },
      ...env
    },
    stdio: ['pipe', 'pipe', 'inherit']
  })
  let said = ''
  const shown = (): string => stripVTControlCharacters(said)
  const type = async (): Promise<void> => void child.stdin.write(typeof keys === 'string' ? keys : await keys())
  child.stdout.on('data', (chunk: Buffer) => {
    const asked = shown().includes(at)
    said += chunk.toString()
    if (!asked && shown().includes(at)) void type()
  })
  const [status] = (await once(child, 'close')) as [number | null]
  return { said, status }
}
