import { deriveExecName, makeBuildCommand } from '../go/command.ts'
import type { DraftProgram } from './draft.ts'
import { listSetNames, readEnvironment } from './goreleaser-environment.ts'
import { readOverrides } from './goreleaser-overrides.ts'
import { readSettings, type CarriedSettings } from './goreleaser-settings.ts'
import { findMains } from './goreleaser-mains.ts'
import { readTargets } from './goreleaser-targets.ts'
import { fillTemplates, type Constants } from './goreleaser-templates.ts'
import type { KnownModule } from '../facts/known-module.ts'
import type { Setting } from './settings-file.ts'

/** A build of the other file that Slipway makes too. */
export interface CarriedBuild {
  readonly build: Setting
  readonly programs: readonly DraftProgram[]
  /** What each of them is named, by us or by go. */
  readonly names: readonly string[]
  readonly targets: readonly string[]
}

/** What every build of a configuration shares. */
export interface Shared {
  readonly project: string
  readonly constants: Constants
  /** Variables for all builds. */
  readonly env: Setting
  /** The folder of the file below the module's, '' for the module's own. */
  readonly base: string
}

/** The builds that Slipway makes too; those that it does not are listed whole. Alike ones are one, for the targets of both. */
export function readBuilds(builds: readonly Setting[], known: KnownModule, shared: Shared): readonly CarriedBuild[] {
  const carried: CarriedBuild[] = []
  for (const build of builds.filter(isBuilt)) {
    const read = readBuild(build, known, shared)
    const like = carried.find(({ programs }) => JSON.stringify(programs) === JSON.stringify(read.programs))
    if (like) {
      carried[carried.indexOf(like)] = { ...like, targets: [...new Set([...like.targets, ...read.targets])] }
      continue
    }
    const taken = carried.filter((other) => makesSame(other, read)).flatMap(({ targets }) => targets)
    const free = read.targets.filter((target) => !taken.includes(target))
    const gone = read.targets.filter((target) => taken.includes(target))
    const advice = {
      do: `another build makes ${read.names.join(', ')} of the same main package for ${gone.join(', ')}, with other settings: give this one a name of its own.`
    }
    if (free.length === 0 && gone.length > 0) build.leave(advice)
    else {
      if (gone.length > 0) build.note(advice)
      carried.push({ ...read, targets: free })
    }
  }
  return dropRepeatedNames(carried, known)
}

/** Whether two builds make programs of one main package with one name. */
const makesSame = (one: CarriedBuild, other: CarriedBuild): boolean =>
  one.programs.some(({ main }, i) =>
    other.programs.some((program, k) => program.main === main && other.names[k] === one.names[i])
  )

/** Whether it is a Go program that GoReleaser would build. */
function isBuilt(build: Setting): boolean {
  const [skip, builder, command, mode] = ['skip', 'builder', 'command', 'buildmode'].map((key) => build.at(key))
  if (skip?.text.trim().toLowerCase() === 'true') {
    build.leave({ same: 'skip is true: GoReleaser does not build it, and neither does Slipway.' })
    return false
  }
  const odd = [
    ...(builder && !['', 'go'].includes(builder.text) ? [`its builder is ${builder.text}`] : []),
    ...(command && !['', 'build'].includes(command.text) ? [`its command is go ${command.text}`] : []),
    ...(mode && /^c-/.test(mode.text) ? [`it makes a ${mode.text} library`] : [])
  ]
  if (odd.length > 0) {
    build.leave({ do: `Slipway builds Go programs alone, and ${odd.join(', ')}: make it in a step of its own.` })
    return false
  }
  if (skip?.text.includes('{{')) skip.leave({ do: 'a template: Slipway builds the program in every release.' })
  else skip?.take()
  builder?.take()
  command?.take()
  if (mode?.text === '') mode.take()
  return true
}

function readBuild(
  build: Setting,
  known: KnownModule,
  { project, constants, env: common, base }: Shared
): CarriedBuild {
  const binary = build.at('binary')
  const named = fillTemplates(binary.text, constants)
  const fixed = named.whole && !/[{}]/.test(named.text)
  const program = fixed && named.text !== '' ? named.text : project
  const found = findMains(build, known, { base, program })
  if ('missing' in found) {
    build.leave({ do: `${found.missing}. Its targets alone are carried over.` })
    return { build, programs: [], names: [], targets: readTargets(build) }
  }
  const { mains } = found
  const set = new Set([...listSetNames(common), ...listSetNames(build.at('env'))])
  const own = { ...constants, set, fields: { ...constants.fields, Binary: program } }
  const shared = readEnvironment(common, constants)
  const read = readSettings(build, own)
  const { cgo = shared.cgo } = read
  const ldflags = build.at('ldflags')
  const settings = { ...read, env: { ...shared.env, ...read.env } }
  const targets = readTargets(build)
  const overrides = readOverrides(build, targets, own)
  if (ldflags.kind === 'absent')
    ldflags.note({ same: 'GoReleaser sets main.builtBy to goreleaser; with Slipway it keeps the value of the source.' })
  if (cgo === undefined)
    build
      .at('env')
      .note({ same: 'CGO_ENABLED is not set, so GoReleaser used cgo for its own platform; Slipway builds without.' })
  if (build.at('mod_timestamp').text.replace(/\s/g, '') === '{{.CommitTimestamp}}') build.at('mod_timestamp').take()
  const kept = { ...keepGoodSettings(build, settings), ...(overrides.length && { overrides }) }
  // Programs of a pattern have the names of their packages.
  const isPattern = build.at('main').text.endsWith('...')
  const wanted = isPattern && (mains.length > 1 || binary.kind === 'absent') ? '' : program
  const programs = mains.map((main) => {
    const { name, exact } = nameProgram(wanted, nameByGo(main, known.module))
    if (exact && fixed && (wanted !== '' || binary.text === '')) binary.take()
    else
      binary.leave({
        do: `the program is named ${name ?? nameByGo(main, known.module)}: Slipway takes a fixed name without folders; set it under builds.name.`
      })
    return { main, ...(name !== undefined && { name }), ...kept }
  })
  const names = programs.map(({ main, name }) => name ?? nameByGo(main, known.module))
  return { build, programs, names, targets }
}

/** The name, where it is not the one that go gives; `exact` when it is the one that is wanted. */
function nameProgram(wanted: string, standard: string): { readonly name: string | undefined; readonly exact: boolean } {
  const base = wanted.split('/').at(-1) ?? ''
  const good = /^[A-Za-z0-9][\w.-]{0,99}$/.test(base) || base === ''
  return { name: good && base !== '' && base !== standard ? base : undefined, exact: good && base === wanted }
}

/** Without those that are empty, and without compiler flags that go cannot take together. */
function keepGoodSettings(build: Setting, settings: CarriedSettings): Partial<DraftProgram> {
  const { ldflags, gcflags, tags, flags, env } = settings
  const fits = isCommand(settings)
  if (!fits)
    build.at('gcflags').leave({ do: 'go does not take these flags together; write them under builds.gcflags.' })
  return {
    ...(ldflags.length && { ldflags }),
    ...(gcflags.length && fits && { gcflags }),
    ...(tags.length && { tags }),
    ...(flags.length && { flags }),
    ...(Object.keys(env).length && { env })
  }
}

function isCommand({ ldflags, gcflags, tags, flags, env }: CarriedSettings): boolean {
  const stamp = { version: '1.0.0', commit: 'c', date: 'd' }
  const target = { os: 'linux', arch: 'amd64' }
  try {
    makeBuildCommand({
      ...{ go: 'go', mains: ['a/b'], outDir: 'out', vendored: false },
      target,
      stamp,
      settings: { ldflags, gcflags, tags, flags, env },
      env: {}
    })
    return true
  } catch {
    return false
  }
}

/** Two programs cannot have one name: the later of two keeps the one that go gives. */
function dropRepeatedNames(carried: readonly CarriedBuild[], { module }: KnownModule): readonly CarriedBuild[] {
  const all = carried.flatMap(({ programs }) => programs)
  const named = (program: DraftProgram): string => (program.name ?? nameByGo(program.main, module)).toLowerCase()
  return carried.map(({ build, programs, names, targets }) => ({
    ...{ build, names, targets },
    programs: programs.map((program) => {
      const { name, ...rest } = program
      const others = all.filter((other) => other.main !== program.main && named(other) === named(program))
      const isFirst = all.find((other) => named(other) === named(program))?.main === program.main
      if (name === undefined || others.length === 0 || (isFirst && others.every((other) => other.name !== undefined)))
        return program
      build.at('binary').note({ do: `another program is named ${name} too: set builds.name of one of them.` })
      return rest
    })
  }))
}

/** The name of a program, as go gives it where it has none of its own. */
export const nameProgramOf = ({ main, name }: DraftProgram, module: string): string => name ?? nameByGo(main, module)

const nameByGo = (main: string, module: string): string =>
  deriveExecName(main === '.' ? module : `${module}/${main.slice(2)}`)
