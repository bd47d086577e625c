import { expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { lstat, mkdir, readdir, readFile, readlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { nameTools, program, SLIPWAY, type Ran } from '../fakes/cli.ts'

/** What stands behind an attack: one of five faults. */
export type Kind =
  | 'read from the subject'
  | 'taken by a cast'
  | 'integrity beside what it protects'
  | 'a sample called a check'
  | 'inside one user'

/** One attack that is run, and how Slipway has to answer. */
export interface Attack {
  readonly kind: Kind
  /** Number of the attack in the report of the red team that this is, or is a variant of. */
  readonly of: number
  readonly attack: string
  /** What the refusal says: the file and the reason. */
  readonly expected: RegExp
  /** Runs it in a folder of its own, which holds nothing yet. */
  readonly run: (place: Place) => Promise<Ran>
}

/** A folder that an attack happens in. */
export interface Place {
  readonly path: string
  /** Runs `slipway` there as the victim does, with secrets in its environment, and looks what that leaves. */
  readonly slipway: (args: readonly string[], options?: Options) => Promise<Ran>
  /** The same for any program. */
  readonly run: (command: readonly string[], options?: Options) => Promise<Ran>
}

interface Options {
  /** Below the place; left out: the place itself. */
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Folders and files below the place that the run may write to, as a run that is not attacked does. */
  readonly writes?: readonly string[]
}

/** Secrets of the victim: found in a file or in what a run says, each gives the attack away. */
export const SECRETS = { COSIGN_PASSWORD: 'canary-of-the-password', GITHUB_TOKEN: 'canary-of-the-token' } as const

/** Declares a test for each attack of a table. */
export function attacks(table: readonly Attack[], root: () => string): void {
  test.each(table.map((row) => [row.of, row.attack, row.kind, row] as const))(
    '%i: %s (%s) is refused',
    async (of, attack, _, { expected, run }) => {
      const path = join(root(), createHash('sha256').update(`${of} ${attack}`).digest('hex').slice(0, 12))
      const left: string[] = []
      await mkdir(join(path, 'tmp'), { recursive: true })
      const ran = await run({
        path,
        slipway: (args, options = {}) =>
          watched(path, [...SLIPWAY, ...args], { ...options, env: nameTools(options.env) }, left),
        run: (command, options = {}) => watched(path, command, options, left)
      })
      const said = `${ran.stdout}${ran.stderr}`
      expect({ left, status: ran.status === 0 ? `let through:\n${said}` : 'refused', said }).toEqual({
        left: [],
        status: 'refused',
        said: expect.stringMatching(expected)
      })
      expect(said).not.toContain('this is a bug in Slipway')
    }
  )
}

async function watched(
  path: string,
  command: readonly string[],
  { cwd = '.', env = {}, writes = [] }: Options,
  left: string[]
): Promise<Ran> {
  const before = await snapshot(path)
  const ran = await program(command, { cwd: join(path, cwd), env: { ...SECRETS, TMPDIR: join(path, 'tmp'), ...env } })
  const after = await snapshot(path)
  const allowed = (name: string): boolean => writes.some((each) => name === each || name.startsWith(`${each}/`))
  for (const name of new Set([...before.keys(), ...after.keys()]))
    if (before.get(name) !== after.get(name) && !allowed(name)) left.push(`${name} was written`)
  for (const secret of Object.values(SECRETS)) {
    if (`${ran.stdout}${ran.stderr}`.includes(secret)) left.push(`the run said ${secret}`)
    for (const name of after.keys())
      if (before.get(name) !== after.get(name) && (await holds(join(path, name), secret)))
        left.push(`${name} holds ${secret}`)
  }
  left.push(...processesIn(path))
  return ran
}

/** Each entry below a folder with what it is: a file by its digest, a link by where it leads. */
async function snapshot(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    const stat = await lstat(path).catch(() => undefined)
    if (stat?.isSymbolicLink()) found.set(name, `link to ${await readlink(path)}`)
    else if (stat?.isFile())
      found.set(
        name,
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex')
      )
    else if (stat?.isDirectory() === false) found.set(name, 'neither file nor folder')
  }
  return found
}

const holds = async (path: string, secret: string): Promise<boolean> =>
  (await lstat(path).catch(() => undefined))?.isFile() === true && (await readFile(path)).includes(secret)

/** What runs with something of a folder in its command line or environment, or works there. */
function processesIn(folder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .flatMap((pid) => {
      try {
        const told = [readFileSync(`/proc/${pid}/cmdline`, 'utf8'), readFileSync(`/proc/${pid}/environ`, 'utf8')]
        const cwd = readlinkSync(`/proc/${pid}/cwd`)
        const own = told.some((text) => text.includes(folder)) || !relative(folder, cwd).startsWith('..')
        return own ? [`process ${pid} stays: ${told[0]?.replaceAll('\0', ' ')}`] : []
      } catch {
        return []
      }
    })
}
