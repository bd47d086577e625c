import { parse } from 'yaml'
import { Failure } from '../base/errors.ts'
import { deriveExecName } from '../go/command.ts'
import { checkCompilerFlags, checkLinkerFlags } from '../go/flags.ts'
import { formatTarget, parseTarget } from '../go/target.ts'
import { readFields, isObject, readItems, readText, type Json } from '../base/json.ts'
import { checkFlags, readFlags, readTags } from './goreleaser-flags.ts'
import { sortChoices, type Choice, type Taken } from './goreleaser-taken.ts'
import { readTargets } from './goreleaser-targets.ts'
import { YAML } from '../base/yaml.ts'
import type { ProjectDraft, DraftProgram } from './draft.ts'

/** Keys whose work Slipway does in its own way, or that change no byte. */
const OWN_WAY = [
  ...['version', 'project_name', 'builds', 'archives', 'checksum', 'signs', 'sboms', 'snapshot', 'dist', 'env'],
  ...['before', 'release', 'changelog', 'report_sizes', 'git', 'metadata', 'gomod', 'pro', 'prebuilt']
]

/** Reads a .goreleaser.yaml. Pure; throws an 'input' Failure for what is no such file. */
export function readGoreleaser(source: string, path: string, module: string): ProjectDraft {
  const config = parseGoreleaser(source, path)
  const name = readText(config['project_name']) || deriveExecName(module)
  const builds = readItems(config['builds']).map(readFields)
  const programs = (builds.length ? builds : [{}]).map((build) => readProgram(build, name, module))
  const targets = readTargets(builds)
  const mains = [...new Set(programs.map(({ value }) => value.main))]
  const files = readArchiveFiles(config)
  return {
    ...(name !== deriveExecName(module) && { name }),
    targets: [...new Set(targets.value)].map((target) => formatTarget(parseTarget(target))),
    ...(builds.length && { main: mains }),
    builds: programs.map(({ value }) => value).filter((program) => Object.keys(program).length > 1),
    files: files.value,
    left: [...programs.flatMap(({ left }) => left), ...targets.left, ...files.left, ...listOtherKeys(config)]
  }
}

function parseGoreleaser(source: string, path: string): { readonly [key: string]: Json | undefined } {
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

function readProgram(
  build: { readonly [key: string]: Json | undefined },
  project: string,
  module: string
): Taken<DraftProgram> {
  const folder = readMainFolder(build)
  const main = folder.value
  const wanted = readText(build['binary']).replace(/\{\{\s*\.ProjectName\s*\}\}/g, project) || project
  const standard = deriveExecName(main === '.' ? module : main)
  const linker = readFlags('ldflags', build['ldflags'])
  const linked = linker.value.filter((flag) => !isOwnFlag(flag))
  const ldflags = checkFlags('ldflags', linked, checkLinkerFlags)
  const compiler = readFlags('gcflags', build['gcflags'])
  const gcflags = checkFlags('gcflags', compiler.value, checkCompilerFlags)
  const tags = readTags(build)
  const env = readBuildEnvironment(build)
  return {
    value: {
      main,
      ...(wanted !== standard && /^[A-Za-z0-9][\w.-]*$/.test(wanted) && { name: wanted }),
      ...(ldflags.value.length && { ldflags: ldflags.value }),
      ...(gcflags.value.length && { gcflags: gcflags.value }),
      ...(tags.value.length && { tags: tags.value }),
      ...(Object.keys(env.value).length && { env: env.value })
    },
    left: [
      ...folder.left,
      ...(wanted.includes('{{') ? [`binary: ${wanted}: a name made by a template; name the program yourself.`] : []),
      ...[linker, ldflags, compiler, gcflags, tags, env].flatMap(({ left }) => left),
      ...(build['hooks'] === undefined ? [] : ['builds.hooks: Slipway runs no commands of yours; run them before it.'])
    ]
  }
}

/** Slipway strips, and sets main.version, main.commit and main.date, by itself. */
const isOwnFlag = (flag: string): boolean =>
  flag === '-s' || flag === '-w' || /^-X=main\.(version|commit|date)=\{(version|commit|date)\}$/.test(flag)

/** `main` may name a file or a package, and `dir` a folder around it. */
function readMainFolder(build: { readonly [key: string]: Json | undefined }): Taken<string> {
  const dir = readText(build['dir']).replace(/^\.\/?|\/$/g, '')
  const main = (readText(build['main']) || '.').replace(/\/?[^/]+\.go$/, '').replace(/^\.\/|\/$/g, '')
  const parts = [dir, main === '.' ? '' : main].filter(Boolean)
  return {
    value: parts.length ? `./${parts.join('/')}` : '.',
    left:
      dir === ''
        ? []
        : [`builds.dir: ${dir}: when that folder has a go.mod of its own, run Slipway there (module: ${dir}).`]
  }
}

function readBuildEnvironment(build: {
  readonly [key: string]: Json | undefined
}): Taken<Readonly<Record<string, string>>> {
  const { value, left } = sortChoices(readItems(build['env']).map(readText).flatMap(chooseVariable))
  return { value: Object.fromEntries(value), left }
}

function chooseVariable(line: string): readonly Choice<readonly [name: string, value: string]>[] {
  const [name = '', value = ''] = line.split(/=(.*)/s)
  switch (name) {
    case 'GOEXPERIMENT':
    case 'GOFIPS140':
      return [{ take: [name, value] }]
    case 'CGO_ENABLED':
      return value === '0' ? [] : [{ leave: 'CGO_ENABLED: Slipway builds without cgo, for every platform from one.' }]
    case 'GO111MODULE':
      return []
    default:
      return [{ leave: `builds.env: ${name} is not set.` }]
  }
}

/** LICENSE, README, NOTICE and CHANGELOG go in by themselves. */
function readArchiveFiles(config: { readonly [key: string]: Json | undefined }): Taken<readonly string[]> {
  const archives = readItems(config['archives']).map(readFields)
  const wanted = archives
    .flatMap((archive) => readItems(archive['files']))
    .map((file) => readText(file) || readText(readFields(file)['src']))
    .filter((file) => file !== '' && !/^(licen[cs]e|copying|notice|readme|changelog)[\w.*-]*$/i.test(file))
  const plain = wanted.filter((file) => /^[\w.][\w./-]*$/.test(file) && !file.includes('..'))
  const odd = wanted.filter((file) => !plain.includes(file))
  return {
    value: [...new Set(plain)],
    left: [
      ...odd.map((file) => `archives.files: ${file}: name the files one by one under archive.files.`),
      ...(archives.some((archive) => archive['name_template'] !== undefined)
        ? ['archives.name_template: archives are named NAME_VERSION_OS_ARCH; whoever downloads by name must know.']
        : [])
    ]
  }
}

function listOtherKeys(config: { readonly [key: string]: Json | undefined }): readonly string[] {
  const hooks = readItems(readFields(config['before'])['hooks']).map(readText)
  return [
    ...hooks.map((hook) => `before.hooks: ${hook}: commit what it makes, or run it in a step before Slipway.`),
    ...(config['signs'] === undefined ? [] : ['signs: Slipway signs checksums.txt itself; see the input sign.']),
    ...Object.keys(config)
      .filter((key) => !OWN_WAY.includes(key))
      .map((key) => `${key}: Slipway does not do this; keep a step for it after the release.`)
  ]
}
