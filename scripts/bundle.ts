/** Bundles each entry point with ncc into dist/NAME. ncc's output is the same bytes on every machine. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

for (const name of ['action', 'cli']) {
  rmSync(join('dist', name), { recursive: true, force: true })
  execFileSync(
    process.execPath,
    [
      join('node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js'),
      'build',
      `src/${name}.ts`,
      '-o',
      `dist/${name}`,
      '--license',
      'licenses.txt',
      '--no-cache',
      '--quiet'
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] }
  )
}
