import { parse } from 'yaml'
import { Failure } from '../base/errors.ts'
import { execName } from '../go/command.ts'
import { checkCompilerFlags, checkLinkerFlags } from '../go/flags.ts'
import { formatTarget, parseTarget } from '../go/target.ts'
import { fields, isObject, items, text } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { allowed, flagsOf, tagsOf } from './goreleaser-flags.ts'
import { targetsOf } from './goreleaser-targets.ts'
import { YAML } from '../base/yaml.ts'

/** A program with settings of its own, as slipway.yaml has it. */
export interface Program {
  readonly main: string
  readonly name?: string
  readonly ldflags?: readonly string[]
  readonly gcflags?: readonly string[]
  readonly tags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** What slipway.yaml will say, and what of the other file it cannot say. */
export interface Draft {
  readonly name?: string
  readonly targets: readonly string[]
  readonly main?: readonly string[]
  readonly builds: readonly Program[]
  readonly files: readonly string[]
  /** One sentence for each thing that was left behind, and what to do about it. */
  readonly left: readonly string[]
}

/** Keys whose work Slipway does in its own way, or that change no byte. */
const OWN_WAY = [
  ...['version', 'project_name', 'builds', 'archives', 'checksum', 'signs', 'sboms', 'snapshot', 'dist', 'env'],
  ...['before', 'release', 'changelog', 'report_sizes', 'git', 'metadata', 'gomod', 'pro', 'prebuilt']
]

/** Reads a .goreleaser.yaml. Pure; throws an 'input' Failure for what is no such file. */
export function fromGoreleaser(source: string, path: string, module: string): Draft {
  const config = read(source, path)
  const name = text(config['project_name']) || execName(module)
  const builds = items(config['builds']).map(fields)
  const left: string[] = []
  const programs = (builds.length ? builds : [{}]).map((build) => program(build, name, module, left))
  const targets = targetsOf(builds, left)
  const mains = [...new Set(programs.map(({ main }) => main))]
  return {
    ...(name !== execName(module) && { name }),
    targets: [...new Set(targets)].map((target) => formatTarget(parseTarget(target))),
    ...(builds.length && { main: mains }),
    builds: programs.filter((program) => Object.keys(program).length > 1),
    files: archiveFiles(config, left),
    left: [...left, ...others(config)]
  }
}

function read(source: string, path: string): { readonly [key: string]: Json | undefined } {
  try {
    const config = parse(source, { ...YAML, maxAliasCount: 0 }) as Json
    if (isObject(config)) return config
  } catch (cause) {
    throw new Failure('input', `${path} is not YAML: ${(cause as Error).message.split('\n')[0] ?? ''}`, {
      hint: 'Mend it, or move it away: init then begins without it.',
      cause
    })
  }
  throw new Failure('input', `${path} holds no settings`, { hint: 'Move it away: init then begins without it.' })
}

function program(
  build: { readonly [key: string]: Json | undefined },
  project: string,
  module: string,
  left: string[]
): Program {
  const main = folderOf(build, left)
  const wanted = text(build['binary']).replace(/\{\{\s*\.ProjectName\s*\}\}/g, project) || project
  const standard = execName(main === '.' ? module : main)
  if (wanted.includes('{{')) left.push(`binary: ${wanted}: a name made by a template; name the program yourself.`)
  const linked = flagsOf('ldflags', build['ldflags'], left).filter((flag) => !isOurs(flag))
  const ldflags = allowed('ldflags', linked, checkLinkerFlags, left)
  const gcflags = allowed('gcflags', flagsOf('gcflags', build['gcflags'], left), checkCompilerFlags, left)
  const tags = tagsOf(build, left)
  const env = environmentOf(build, left)
  if (build['hooks'] !== undefined) left.push('builds.hooks: Slipway runs no commands of yours; run them before it.')
  return {
    main,
    ...(wanted !== standard && /^[A-Za-z0-9][\w.-]*$/.test(wanted) && { name: wanted }),
    ...(ldflags.length && { ldflags }),
    ...(gcflags.length && { gcflags }),
    ...(tags.length && { tags }),
    ...(Object.keys(env).length && { env })
  }
}

/** Slipway strips, and sets main.version, main.commit and main.date, by itself. */
const isOurs = (flag: string): boolean =>
  flag === '-s' || flag === '-w' || /^-X=main\.(version|commit|date)=\{(version|commit|date)\}$/.test(flag)

/** `main` may name a file or a package, and `dir` a folder around it. */
function folderOf(build: { readonly [key: string]: Json | undefined }, left: string[]): string {
  const dir = text(build['dir']).replace(/^\.\/?|\/$/g, '')
  if (dir !== '')
    left.push(`builds.dir: ${dir}: when that folder has a go.mod of its own, run Slipway there (module: ${dir}).`)
  const main = (text(build['main']) || '.').replace(/\/?[^/]+\.go$/, '').replace(/^\.\/|\/$/g, '')
  const parts = [dir, main === '.' ? '' : main].filter(Boolean)
  return parts.length ? `./${parts.join('/')}` : '.'
}

function environmentOf(build: { readonly [key: string]: Json | undefined }, left: string[]): Record<string, string> {
  const env: Record<string, string> = {}
  for (const line of items(build['env']).map(text)) {
    const [name = '', value = ''] = line.split(/=(.*)/s)
    if (name === 'GOEXPERIMENT' || name === 'GOFIPS140') env[name] = value
    else if (name === 'CGO_ENABLED' && value !== '0')
      left.push('CGO_ENABLED: Slipway builds without cgo, for every platform from one.')
    else if (name !== 'CGO_ENABLED' && name !== 'GO111MODULE') left.push(`builds.env: ${name} is not set.`)
  }
  return env
}

/** LICENSE, README, NOTICE and CHANGELOG go in by themselves. */
function archiveFiles(config: { readonly [key: string]: Json | undefined }, left: string[]): readonly string[] {
  const archives = items(config['archives']).map(fields)
  const wanted = archives
    .flatMap((archive) => items(archive['files']))
    .map((file) => text(file) || text(fields(file)['src']))
    .filter((file) => file !== '' && !/^(licen[cs]e|copying|notice|readme|changelog)[\w.*-]*$/i.test(file))
  const plain = wanted.filter((file) => /^[\w.][\w./-]*$/.test(file) && !file.includes('..'))
  for (const file of wanted.filter((file) => !plain.includes(file)))
    left.push(`archives.files: ${file}: name the files one by one under archive.files.`)
  if (archives.some((archive) => archive['name_template'] !== undefined))
    left.push('archives.name_template: archives are named NAME_VERSION_OS_ARCH; whoever downloads by name must know.')
  return [...new Set(plain)]
}

function others(config: { readonly [key: string]: Json | undefined }): readonly string[] {
  const hooks = items(fields(config['before'])['hooks']).map(text)
  return [
    ...hooks.map((hook) => `before.hooks: ${hook}: commit what it makes, or run it in a step before Slipway.`),
    ...(config['signs'] === undefined ? [] : ['signs: Slipway signs checksums.txt itself; see the input sign.']),
    ...Object.keys(config)
      .filter((key) => !OWN_WAY.includes(key))
      .map((key) => `${key}: Slipway does not do this; keep a step for it after the release.`)
  ]
}
