import { join, posix } from 'node:path'
import { Failure } from '../base/errors.ts'
import type { Tracked } from '../facts/git.ts'
import { parseGoMod } from '../go/go-mod.ts'
import type { Checkout } from './checkout.ts'

/** So many go.mod files of a repository are read to find the one that go misses. */
const MOST = 500

/**
 * Throws what go said of a module, with what helps where a workspace (go.work) would help it: a release is built without
 * one, as those who install by `go install` build it.
 */
export const explainWorkspace =
  (checkout: Pick<Checkout, 'files' | 'root'>, committed: readonly Tracked[], moduleDir: string) =>
  async (error: unknown): Promise<never> => {
    if (!(error instanceof Failure) || error.kind !== 'input') throw error
    const hint =
      (await adviseOnVendor(checkout, moduleDir)) ?? (await adviseOnSibling(checkout, committed, moduleDir, error))
    throw hint === undefined ? error : new Failure(error, error.message, { hint, cause: error.cause })
  }

/** `go work vendor` writes such a first line ("Workspaces" in https://go.dev/ref/mod). */
async function adviseOnVendor(
  { files, root }: Pick<Checkout, 'files' | 'root'>,
  moduleDir: string
): Promise<string | undefined> {
  const list = await files.read(join(root, moduleDir, 'vendor', 'modules.txt')).catch(() => undefined)
  if (!list || !Buffer.from(list.subarray(0, 200)).toString().startsWith('## workspace')) return undefined
  return `vendor is that of a workspace (go work vendor), which no build of one module can use: run \`GOWORK=off go mod vendor\` in ${moduleDir || 'the root'}, or take the folder out of git.`
}

async function adviseOnSibling(
  { files, root }: Pick<Checkout, 'files' | 'root'>,
  committed: readonly Tracked[],
  moduleDir: string,
  { message }: Failure
): Promise<string | undefined> {
  const own = posix.join(moduleDir, 'go.mod')
  const others = committed.map(({ path }) => path).filter((path) => posix.basename(path) === 'go.mod' && path !== own)
  const words = message.split(/[\s:,()]+/)
  for (const path of others.slice(0, MOST)) {
    const module = await readModule(files, join(root, path))
    if (module === undefined) continue
    const isMeant = words.some(
      (word) => word === module || word.startsWith(`${module}/`) || word.startsWith(`${module}@`)
    )
    if (!isMeant) continue
    const folder = posix.dirname(path)
    const way = posix.relative(moduleDir === '' ? '.' : moduleDir, folder)
    const target = way.startsWith('..') ? way : `./${way}`
    return `${module} is a module of this repository (${folder === '.' ? 'its root' : folder}), and a release is built without go.work. Say it in ${own}: \`require ${module} v0.0.0\` and \`replace ${module} => ${target}\`; or require a published version of it.`
  }
  return undefined
}

/** The module of a go.mod; what cannot be read helps nobody, and the build does not depend on it. */
async function readModule(files: Checkout['files'], path: string): Promise<string | undefined> {
  try {
    const bytes = await files.read(path)
    return bytes && parseGoMod(Buffer.from(bytes).toString(), path).module
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
