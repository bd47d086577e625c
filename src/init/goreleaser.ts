import { Failure } from '../base/errors.ts'
import { deriveExecName } from '../go/command.ts'
import type { Held } from '../model/held-releases.ts'
import { describeLeft, type DraftProgram, type ProjectDraft } from './draft.ts'
import { adviseOn } from './goreleaser-advice.ts'
import { readArchives } from './goreleaser-archives.ts'
import { readConstants } from './goreleaser-environment.ts'
import { readBuilds, type CarriedBuild, type Shared } from './goreleaser-programs.ts'
import { readExtras } from './goreleaser-extras.ts'
import { readPublishing } from './goreleaser-release.ts'
import { readUniversal } from './goreleaser-universal.ts'
import type { KnownModule } from '../facts/known-module.ts'
import { openSettings, type Left, type Setting } from './settings-file.ts'

/**
 * Reads a configuration of GoReleaser: what of it Slipway does, and a list of all the rest. Pure. Throws an 'input'
 * Failure for what is no such file, what leaves nothing to build, and what only the reader may decide (`without`).
 */
export function readGoreleaser(
  source: string,
  path: string,
  known: KnownModule,
  without: readonly Held[] = []
): ProjectDraft {
  const { root, listLeft } = openSettings(source, path)
  const publishing = readPublishing(root, path, known, without)
  const project = readName(root, known)
  const shared: Shared = {
    project,
    constants: { fields: { ProjectName: project, ModulePath: known.module }, env: readConstants(root.at('env')) },
    env: root.at('env'),
    base: findBase(path, known)
  }
  const builds = root.at('builds').items()
  const made = readBuilds(builds.length ? builds : [root.at('builds')], known, shared)
  const carried = readUniversal(root.at('universal_binaries'), made, shared.constants)
  const targets = [...new Set(carried.flatMap(({ targets }) => targets))]
  if (targets.length === 0) throw makeEmptyFailure(listLeft(adviseOn), path)
  readHooks(root.at('before').at('hooks'))
  const packed = { project, constants: shared.constants, targets, base: shared.base, programs: carried }
  const archives = readArchives(root, packed, known)
  const extras = readExtras(root, shared.base, known)
  const { common, programs } = shareTargets(carried)
  return {
    ...(project !== deriveExecName(known.module) && { name: project }),
    ...{ targets: common, ...choosePrograms(programs, builds.length > 0, known), archives, extras, ...publishing },
    left: listLeft(adviseOn)
  }
}

/** Where a file with programs beside or below it was written for; not for those that lie where GoReleaser looks. */
function findBase(path: string, { mains }: KnownModule): string {
  const folder = path.replace(/^\.\//, '').split('/').slice(0, -1).join('/')
  return mains.some((main) => `${main}/`.startsWith(`./${folder}/`)) ? folder : ''
}

/** Says what of the builds stands in the way. */
function makeEmptyFailure(left: readonly Left[], path: string): Failure {
  const builds = left.filter(({ setting }) => setting.startsWith('builds'))
  return new Failure(
    'input',
    [
      `${path} leaves nothing to build: none of its builds is a Go program for a platform that Go has`,
      ...describeLeft(builds).todo,
      ...describeLeft(builds).rest
    ].join('\n'),
    { code: 'cannot-carry-over', hint: 'Begin without it: --from none.' }
  )
}

/** Half of all configurations run such a hook alone. */
function readHooks(hooks: Setting): void {
  for (const hook of hooks.items())
    if (/^\s*go mod (download|tidy|verify)\b[^;&|]*$/.test(hook.text))
      hook.leave({ same: 'Slipway fetches and checks modules, and takes go.mod and go.sum as they are committed.' })
}

/** As GoReleaser finds it (internal/pipe/project), but a major version is no name. */
function readName(root: Setting, { module }: KnownModule): string {
  const standard = deriveExecName(module)
  const given = root.at('project_name')
  const name = given.text || root.at('release').at('github').at('name').text || standard
  if (/^[A-Za-z0-9][\w.-]{0,99}$/.test(name)) {
    given.take()
    return name
  }
  given.leave({ do: `archives are named after ${standard}: a name has letters, digits, dots, dashes and underscores.` })
  return standard
}

/** The targets that most builds have, and the programs: those of other builds have targets of their own. */
function shareTargets(carried: readonly CarriedBuild[]): {
  readonly common: readonly string[]
  readonly programs: readonly DraftProgram[]
} {
  const making = carried.filter(({ programs }) => programs.length > 0)
  const lists = (making.length ? making : carried).map(({ targets }) => targets)
  const count = (list: readonly string[]): number => lists.filter((other) => isSameSet(list, other)).length
  const common = lists.reduce((best, list) => (count(list) > count(best) ? list : best), lists[0] ?? [])
  return {
    common,
    programs: carried.flatMap(({ programs, targets }) =>
      programs.map((program) => (isSameSet(targets, common) ? program : { ...program, targets }))
    )
  }
}

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((target) => other.includes(target))

/** Without builds, and where go gives the same name, a program needs no line. */
function choosePrograms(
  programs: readonly DraftProgram[],
  named: boolean,
  { mains }: KnownModule
): { readonly main?: readonly string[]; readonly builds: readonly DraftProgram[] } {
  const built = programs.map(({ main }) => main)
  const usual = !named && mains.length === built.length
  return {
    ...(built.length > 0 && !usual && { main: [...new Set(built)] }),
    // Beside another program of its main package, a plain one has to be named.
    builds: programs.filter(
      (program) => Object.keys(program).length > 1 || built.filter((main) => main === program.main).length > 1
    )
  }
}
