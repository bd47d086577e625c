import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { plainEnvironment, program, SLIPWAY, type Ran } from '../cli.ts'

/** Runs a line in a folder as somebody who pasted it there. */
export type Shell = (line: string, cwd: string, shell?: 'bash' | 'dash') => Promise<Ran>

/** A person with cosign and slipway on their PATH, and nothing else of ours; `place` is theirs. */
export async function downloader(place: string, cosign: string): Promise<Shell> {
  const bin = join(place, 'bin')
  await mkdir(bin, { recursive: true })
  await symlink(cosign, join(bin, 'cosign'))
  await writeFile(join(bin, 'slipway'), `#!/bin/sh\nexec '${SLIPWAY.join(`' '`)}' "$@"\n`)
  await chmod(join(bin, 'slipway'), 0o755)
  const env = { PATH: `${bin}:${plainEnvironment()['PATH']}`, HOME: place }
  return (line, cwd, shell = 'bash') => program([shell, '-eu', '-c', line], { cwd, env })
}

/** The lines of the first block of shell commands behind a mark in a text. */
export function linesBehind(text: string, mark: string): readonly string[] {
  const from = text.indexOf(mark)
  const [, block] = /```sh\n([^`]*)```/.exec(from < 0 ? '' : text.slice(from)) ?? []
  if (block === undefined) throw new Error(`nothing to run behind ${mark}`)
  return block.trimEnd().split('\n')
}
