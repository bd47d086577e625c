import { accessSync, constants } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

/** What a machine with Node, Go and git may lack: the names of a program, and the Debian package that has it. */
const PROGRAMS = {
  bwrap: [['bwrap'], 'bubblewrap'],
  chromium: [['chromium', 'google-chrome', 'chrome'], 'chromium'],
  rsync: [['rsync'], 'rsync'],
  script: [['script'], 'bsdutils'],
  ssh: [['ssh'], 'openssh-client'],
  'ssh-agent': [['ssh-agent'], 'openssh-client'],
  unshare: [['unshare'], 'util-linux'],
  zstd: [['zstd'], 'zstd']
} as const satisfies Record<string, readonly [names: readonly string[], debian: string]>

export type Needed = keyof typeof PROGRAMS

/** The tests of a file, or of a part of it. */
export interface Tests {
  readonly describe: typeof describe.skip
  readonly test: typeof test.skip
}

/** The path of a program on PATH, or undefined. */
export const pathOf = (program: Needed): string | undefined =>
  PROGRAMS[program][0]
    .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })

/**
 * Tests that need programs which are not everywhere. Where one is missing they are skipped, and a line on stderr says so
 * and how to get it; in CI its absence is an error.
 */
export function needing(...programs: readonly Needed[]): Tests {
  const missing = programs.filter((program) => pathOf(program) === undefined)
  const packages = [...new Set(missing.map((program) => PROGRAMS[program][1]))].join(' ')
  return where(missing.length === 0, `${missing.join(', ')} missing (apt-get install ${packages})`)
}

/** Tests for machines that have what they need; elsewhere skipped with the reason, and an error in CI. */
export function where(possible: boolean, why: string): Tests {
  if (possible) return { describe, test }
  lacking(`skipped: ${why}`)
  return { describe: describe.skip, test: test.skip }
}

/** Says what this machine does not let a test do; an error in CI. */
export function lacking(why: string): void {
  if (process.env['CI'] === 'true') throw new Error(`in CI nothing may be left out: ${why}`)
  process.stderr.write(`${basename(expect.getState().testPath ?? '')}: ${why}\n`)
}
