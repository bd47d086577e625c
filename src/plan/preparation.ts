import { posix } from 'node:path'
import { Failure } from '../base/errors.ts'
import type { Tracked } from '../facts/git.ts'
import type { Target } from '../model/nouns.ts'
import {
  fillPrograms,
  formatStep,
  listOutputs,
  runsProgram,
  type Prepared,
  type PrepareStep
} from '../model/preparation.ts'
import type { BuildPlan } from './builds.ts'

/** What is made for a build by steps of slipway.yaml. */
export interface PreparationPlan extends Prepared {
  /** All of them. `files` and `tools` are of those that run before the build. */
  readonly steps: readonly PrepareStep[]
  /** Names the bytes of `files`: a part of the key of each build. */
  readonly digest: string
}

/** Where a path of the module lies, from the repository's root. */
export const findInRepository = (moduleDir: string, path: string): string => posix.join(moduleDir, path)

/** Throws an 'input' Failure for steps that make what they may not, before any of them runs. */
export function refuseSteps(steps: readonly PrepareStep[], moduleDir: string, committed: readonly Tracked[]): void {
  if (steps.length > 0 && !steps.some((step) => listOutputs(step).length > 0))
    throw new Failure('input', 'no step of prepare in slipway.yaml makes anything', {
      hint: 'Name its files or folders in makes, or the file for what it prints in stdout.'
    })
  const held = new Set(committed.map(({ path }) => path))
  const seen = new Map<string, number>()
  for (const [i, step] of steps.entries())
    for (const output of listOutputs(step)) {
      const path = findInRepository(moduleDir, output)
      if (NEVER.test(output))
        throw new Failure('input', `prepare[${i}] (${formatStep(step)}) makes ${output}, which no step may make`, {
          hint: 'It decides what is built before any step runs: commit it.'
        })
      const other = [path, ...listFoldersAbove(path)].find((each) => held.has(each))
      if (other !== undefined)
        throw new Failure(
          'input',
          `prepare[${i}] (${formatStep(step)}) makes ${output}, and git already holds ${other === path ? 'it' : other}`,
          { hint: 'Take it out of git (git rm --cached) and into .gitignore, or drop the step.' }
        )
      const before = seen.get(path)
      if (before !== undefined)
        throw new Failure('input', `prepare[${before}] and prepare[${i}] both make ${output}`, {
          hint: 'Name it where it is made last.'
        })
      seen.set(path, i)
    }
}

/** Of the module's folder, or git's own anywhere. */
const NEVER = /^(go\.(mod|sum|work|work\.sum)|slipway\.yaml|vendor(\/.*)?)$|(^|\/)\.git(\/|$)/i

/** `a/b` and `a` of `a/b/c`. */
const listFoldersAbove = (path: string): readonly string[] => {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, i) => parts.slice(0, i + 1).join('/')).reverse()
}

/** Throws an 'input' Failure for a step that runs a program which is not built for this machine. */
export function refuseUnknownPrograms(steps: readonly PrepareStep[], builds: readonly BuildPlan[], host: Target): void {
  const names = listHostPrograms(builds, host).map(({ name }) => name)
  for (const step of steps) fillPrograms(step.run, (name) => chooseProgram(name, names))
}

/** The programs that run on this machine. */
export const listHostPrograms = (builds: readonly BuildPlan[], host: Target): BuildPlan['binaries'] =>
  builds.filter(({ target }) => target === host).flatMap(({ binaries }) => binaries)

/** Which of some programs `{program:NAME}`, or `{program}` where `name` is undefined, stands for. */
export function chooseProgram(name: string | undefined, names: readonly string[]): string {
  const [only] = names
  if (name === undefined && only !== undefined && names.length === 1) return only
  if (name !== undefined && names.includes(name)) return name
  throw new Failure(
    'input',
    name === undefined
      ? `a step of prepare runs {program}, and this module has ${names.length}: ${names.join(', ')}`
      : `a step of prepare runs {program:${name}}, which is not built`,
    { hint: `Write ${names.map((each) => `{program:${each}}`).join(' or ')}.` }
  )
}

/** Things about steps that a person should know. */
export function listStepNotes(
  steps: readonly PrepareStep[],
  { dirty, isolated }: { readonly dirty: number; readonly isolated: string }
): readonly string[] {
  if (steps.length === 0) return []
  const offline = steps.some(({ network }) => !network)
  return [
    ...(dirty > 0 ? ['steps of prepare see the files of the commit, and none of your changes'] : []),
    ...(isolated === 'none'
      ? ['steps of prepare run on this machine as it is: nothing keeps them from your files and the network']
      : []),
    ...(isolated === 'user' && offline
      ? ['steps of prepare run as another user, which does not keep them from the network']
      : [])
  ]
}

/** The steps that run before the build, and those that run a program of it. */
export const splitSteps = (
  steps: readonly PrepareStep[]
): { readonly before: readonly PrepareStep[]; readonly after: readonly PrepareStep[] } => ({
  before: steps.filter((step) => !runsProgram(step)),
  after: steps.filter(runsProgram)
})
