/** Bundles each entry point with ncc into dist/NAME. ncc's output is the same bytes on every machine. */
import { execFileSync } from 'node:child_process'
import { cpSync, lstatSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LEAST_NODE } from '../src/config/slipway-version.ts'

/** The part of webpack's statistics that is read here. */
interface Module {
  readonly name?: string
  readonly modules?: readonly Module[]
}

/** The post step is the same program, which is told so: without that, one whose main step never came to saving its state would do its work. */
const POST = `process.argv[2] = 'post'\nimport('./index.js')\n`

// Through a link, ncc names modules by other paths: other bytes, and no licences.
if (lstatSync('node_modules').isSymbolicLink()) throw new Error('node_modules is a link: bundle where npm ci has run')

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
    // What an old Node reads first and refuses by; the program itself is loaded after that.
    renameSync(join(made, 'index.js'), join(made, 'slipway.js'))
    writeFileSync(join(made, 'index.js'), entry(name), { mode: 0o755 })
    if (name === 'action') writeFileSync(join(made, 'post.js'), POST)
    // Last, so that sources that cannot be bundled leave the bundle that is there.
    rmSync(join('dist', name), { recursive: true, force: true })
    cpSync(made, join('dist', name), { recursive: true })
  }
} finally {
  rmSync(scratch, { recursive: true })
}

/** src/entry.js with what it stands for filled in. */
function entry(name: string): string {
  const filled = { LEAST: LEAST_NODE, DOOR: name }
  return Object.entries(filled).reduce(
    (text, [variable, value]) =>
      text.replace(new RegExp(`^var ${variable} = .*$`, 'm'), `var ${variable} = '${value}'`),
    readFileSync('src/entry.js', 'utf8')
  )
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
      ...(text.length ? text : [standard(license, author)])
    ].join('\n\n')
  })
  return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

/** The text of a license that a package names and does not hold, as SPDX lists it. */
function standard(license: string | undefined, author: string | undefined): string {
  const list = join('node_modules', 'spdx-license-list', 'licenses', `${license}.json`)
  const { licenseText } = JSON.parse(readFileSync(list, 'utf8')) as { licenseText: string }
  return licenseText.replace('<year> <copyright holders>', author ?? 'its authors').trim()
}
