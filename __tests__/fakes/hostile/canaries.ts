import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { program, succeeded } from '../cli.ts'

/** Secrets by the variable that holds them, each its own and found nowhere else. */
export type Canaries = Readonly<Record<string, string>>

/** A process that was seen, by what the kernel says of it. */
export interface Sighting {
  readonly name: string
  readonly argv: readonly string[]
  /** Variables that hold a canary, by the name of the canary. */
  readonly holds: readonly string[]
  readonly told: readonly string[]
}

/** In every form in which a secret is sent or might be kept. */
const formsOf = (secret: string): readonly string[] => {
  const lines = secret.split('\n').filter((line) => line.length > 20 && !line.startsWith('-----'))
  const all = lines.length ? [secret, ...lines] : [secret]
  return [
    ...new Set(
      all.flatMap((text) => [
        text,
        encodeURIComponent(text),
        ...(['base64', 'base64url', 'hex'] as const).map((code) => Buffer.from(text).toString(code).replace(/=+$/, '')),
        ...withinBase64(text)
      ])
    )
  ]
}

/** What a text becomes as a part of what is encoded, wherever in it: `Basic base64(user:token)`. */
const withinBase64 = (text: string): readonly string[] =>
  [0, 1, 2].map((before) => {
    const code = Buffer.from('.'.repeat(before) + text).toString('base64')
    return code.slice(Math.ceil((before * 4) / 3), Math.floor(((before + Buffer.byteLength(text)) * 4) / 3))
  })

/** Names of the canaries that a text or some bytes hold in one of their forms. */
export function heldIn(bytes: Buffer | string, canaries: Canaries): readonly string[] {
  const all = Buffer.from(bytes as string)
  return Object.entries(canaries).flatMap(([name, secret]) =>
    formsOf(secret).some((form) => all.includes(form)) ? [name] : []
  )
}

/** Files below a folder that hold a canary, and which. */
export async function holders(folder: string, canaries: Canaries): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const found: string[] = []
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const held = heldIn(await readFile(path).catch(() => Buffer.alloc(0)), canaries)
    if (held.length) found.push(`${path}: ${held.join(', ')}`)
  }
  return found
}

const sighting = (seen: readonly string[], environment: Buffer, canaries: Canaries): Sighting => {
  // A probe is a script before it is the program.
  const argv = seen[0] === '/bin/sh' && seen[1] !== undefined ? seen.slice(1) : seen
  return { name: basename(argv[0] ?? ''), argv, ...held(argv, environment, canaries) }
}

const held = (argv: readonly string[], environment: Buffer, canaries: Canaries): Pick<Sighting, 'holds' | 'told'> => ({
  holds: heldIn(environment, canaries),
  told: heldIn(argv.join('\0'), canaries)
})

/** What a probe runs to write down how it was called. */
const isProbe = ([name, file = '']: readonly string[]): boolean => name === 'cat' && /^\/proc\/\d+\/environ$/.test(file)

/**
 * Looks at every process of this machine that `ours` says is one of a run, again and again until the scope ends: what it
 * was called with, and what its environment holds, as any other program of the user can read it.
 */
export function watching(canaries: Canaries, ours: (environment: string) => boolean) {
  const seen = new Map<string, Sighting>()
  const look = (): void => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`)
        if (!ours(environment.toString())) continue
        const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1)
        if (argv.length && !isProbe(argv)) seen.set(`${pid} ${argv.join(' ')}`, sighting(argv, environment, canaries))
      } catch {
        // It has ended meanwhile.
      }
    }
  }
  const timer = setInterval(look, 10)
  return { seen: () => [...seen.values()], [Symbol.dispose]: () => clearInterval(timer) }
}

/** A folder for PATH whose programs write down how they were called, and then are the real ones. */
export async function probes(folder: string, real: Readonly<Record<string, string>>) {
  const [bin, log] = [join(folder, 'bin'), join(folder, 'log')]
  for (const each of [bin, log]) await mkdir(each, { recursive: true })
  for (const [name, path] of Object.entries(real)) {
    const note = `cat /proc/$$/environ > '${log}'/$$.environ; printf '%s\\0' ${name} "$@" > '${log}'/$$.argv`
    await writeFile(join(bin, name), `#!/bin/sh\n${note}\nexec '${path}' "$@"\n`)
    await chmod(join(bin, name), 0o755)
  }
  return {
    bin,
    async seen(canaries: Canaries): Promise<readonly Sighting[]> {
      const calls = (await readdir(log)).filter((name) => name.endsWith('.argv'))
      return await Promise.all(
        calls.map(async (name) => {
          const argv = (await readFile(join(log, name), 'utf8')).split('\0').slice(0, -1)
          return sighting(argv, await readFile(join(log, name.replace('.argv', '.environ'))), canaries)
        })
      )
    }
  }
}

export const pathOf = async (name: string): Promise<string> =>
  succeeded(await program(['sh', '-c', `command -v ${name}`], { cwd: '/' })).trim()
