/** Bundles each entry point with ncc into dist/NAME. ncc's output is the same bytes on every machine. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The part of webpack's statistics that is read here. */
interface Module {
  readonly name?: string
  readonly modules?: readonly Module[]
}

/** The post step is the same program, which is told so: without that, one whose main step never came to saving its state would do its work. */
const POST = `process.argv[2] = 'post'\nawait import('./index.js')\n`

const scratch = mkdtempSync(join(tmpdir(), 'bundle-'))
try {
  for (const name of ['action', 'cli']) {
    const made = join(scratch, name)
    const statistics = join(scratch, `${name}.json`)
    const ncc = join('node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js')
    const args = [ncc, 'build', `src/${name}.ts`, '-o', made, '--no-cache', '--quiet', '--stats-out', statistics]
    execFileSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    const { modules } = JSON.parse(readFileSync(statistics, 'utf8')) as { modules: readonly Module[] }
    writeFileSync(join(made, 'licenses.txt'), licenses(packagesOf(modules)))
    if (name === 'action') writeFileSync(join(made, 'post.js'), POST)
    // Last, so that sources that cannot be bundled leave the bundle that is there.
    rmSync(join('dist', name), { recursive: true, force: true })
    cpSync(made, join('dist', name), { recursive: true })
  }
} finally {
  rmSync(scratch, { recursive: true })
}

/** Folders of the packages that the modules belong to, sorted. */
function packagesOf(modules: readonly Module[]): readonly string[] {
  const folders = (module: Module): readonly string[] => [
    ...(/^\.\/((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.name ?? '')?.slice(1) ?? []),
    ...(module.modules ?? []).flatMap(folders)
  ]
  return [...new Set(modules.flatMap(folders))].sort()
}

/**
 * The licenses of what is bundled, and what they want to be passed on. ncc's own list leaves out whatever webpack put
 * into one scope with our sources, which is most of it.
 */
function licenses(folders: readonly string[]): string {
  const texts = folders.map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >
    const files = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|copying|notice)([.-]|$)/i.test(file))
      .sort()
    const text = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    return [
      `${name} ${version} (${license ?? 'see below'})`,
      ...(text.length ? text : [license === 'MIT' && author ? mit(author) : 'Its package holds no license text.'])
    ].join('\n\n')
  })
  return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

/** For a package that only names its license (@nodable/entities, below the cache client): the text that it names. */
function mit(author: string): string {
  return [
    'Its package.json names this license, and no text of it comes with the package.',
    `Copyright (c) ${author}`,
    'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:',
    'The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.',
    'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.'
  ].join('\n\n')
}
