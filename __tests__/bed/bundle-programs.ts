import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, stop } from 'esbuild'
import { BUNDLED, PROGRAMS } from '../fakes/programs.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MADE = join(ROOT, 'node_modules', '.cache', 'programs')

/**
 * Bundles the programs that tests start, once for each run of jest: hundreds of starts from hundreds of sources took most of
 * a run. They lie in a folder named by their content, so that Node's compile cache knows them again.
 */
export default async function bundlePrograms(): Promise<void> {
  // A run of jest that a test starts takes those of the run that it is in.
  if (process.env[BUNDLED] !== undefined) return
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [...PROGRAMS],
    outdir: MADE,
    outbase: ROOT,
    bundle: true,
    splitting: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'error',
    // Packages that @cyclonedx/cyclonedx-library uses where they are there.
    external: ['xmlbuilder2', 'libxmljs2', 'ajv', 'ajv-formats', 'ajv-formats-draft2019'],
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` }
  })
  await stop()
  const files = outputFiles.map(({ path, contents }) => [relative(MADE, path), contents] as const)
  const digest = createHash('sha256')
  for (const [path, contents] of files) digest.update(`${path} ${contents.length}\n`).update(contents)
  const folder = join(MADE, digest.digest('hex').slice(0, 16))
  await mkdir(MADE, { recursive: true })
  const scratch = await mkdtemp(join(MADE, '.new-'))
  for (const [path, contents] of [...files, ['package.json', '{"type":"module"}'] as const]) {
    await mkdir(dirname(join(scratch, path)), { recursive: true })
    await writeFile(join(scratch, path), contents)
  }
  await chmod(scratch, 0o755)
  // Another run of jest may have made the same.
  await rename(scratch, folder).catch(() => rm(scratch, { recursive: true }))
  process.env[BUNDLED] = folder
}
