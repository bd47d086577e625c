import { join } from 'node:path'
import { Failure } from '../base/errors.ts'
import type { Files } from '../model/ports/files.ts'
import type { Input } from './input.ts'
import { USUAL_ARCHIVE } from '../model/archive-settings.ts'
import { NO_EXTRAS } from '../model/release-extras.ts'
import { refuseAmbiguousSigner, SIGNER_INPUTS } from './expected-signer.ts'
import type { Suite } from '../suites/suite.ts'
import { UNSAID } from '../suites/suites.ts'
import { INPUTS, type Config, type Given, type InputName } from './inputs.ts'
import { keepTargets } from './programs.ts'
import type { Project } from './project-file.ts'

export const PROJECT_FILE = 'slipway.yaml'

/** A module without a slipway.yaml. */
export const NO_PROJECT: Project = {
  name: undefined,
  builds: [],
  archives: [USUAL_ARCHIVE],
  extras: NO_EXTRAS,
  accepted: [],
  acceptedStubs: [],
  acceptedBreaks: [],
  steps: [],
  ...UNSAID
}

/** What slipway.yaml says to a suite; undefined for one that has no part there. */
export const findSuiteSettings = (project: Project, { settings }: Suite): unknown =>
  settings && (project as unknown as Readonly<Record<string, unknown>>)[settings.key]

export interface ReadSettings {
  readonly config: Config
  readonly project: Project
  /** The line of slipway.yaml where a key or an item stands, or what is nearest around it. */
  readonly findLine: (path: readonly (string | number)[]) => number | undefined
}

/** The inputs: flags or Action inputs first, then slipway.yaml beside the go.mod, then the defaults. */
export async function readConfig(
  files: Files,
  folder: string,
  read: (name: InputName) => Given | undefined
): Promise<ReadSettings> {
  const bytes = await files.read(join(folder, PROJECT_FILE))
  return await parseSettings(bytes && Buffer.from(bytes).toString('utf8'), PROJECT_FILE, read)
}

/** The same, of the text of a slipway.yaml; `path` is where it stands, for messages. */
export async function parseSettings(
  text: string | undefined,
  path: string,
  read: (name: InputName) => Given | undefined
): Promise<ReadSettings> {
  if (text === undefined) return { config: parseInputs(read), project: NO_PROJECT, findLine: () => undefined }
  // The schema library is heavy, and most repositories have no such file.
  const { parseProject } = await import('./project-file.ts')
  const { read: own, project, findLine } = parseProject(text, path)
  const config = parseInputs((name) => read(name) ?? own(name))
  const isNamed = (read('targets')?.text.trim() ?? '') !== ''
  const builds = isNamed ? keepTargets(project.builds, config.targets) : project.builds
  return { config, project: { ...project, builds }, findLine }
}

/** No value of an input is longer, in characters; a system takes no longer variable or argument either. */
const LONGEST = 100_000
/** As much of one mistake is shown. */
const SHOWN = 2000

/** Reads every input, then reports every mistake at once, each with where the value stood. */
export function parseInputs(read: (name: InputName) => Given | undefined): Config {
  const parsed: Record<string, unknown> = {}
  const mistakes: string[] = []
  for (const [name, input] of Object.entries(INPUTS) as [InputName, Input<unknown>][]) {
    const given = read(name)
    const text = given?.text.trim()
    try {
      if (text !== undefined && text.length > LONGEST)
        throw new Error(`is ${text.length} characters long, and no value is longer than ${LONGEST}`)
      parsed[name] = input.parse(text ? text : input.default)
    } catch (error) {
      mistakes.push(describeInputMistake(given?.from ?? name, error))
    }
  }
  const config = parsed as Config
  try {
    if (SIGNER_INPUTS.every((name) => name in parsed)) refuseAmbiguousSigner(config)
  } catch (error) {
    const given = SIGNER_INPUTS.filter((name) => config[name] !== '')
    mistakes.push(describeInputMistake(given.map((name) => read(name)?.from ?? name).join(', '), error))
  }
  if (mistakes.length)
    throw new Failure('input', mistakes.join('\n'), {
      code: 'invalid-inputs',
      hint: 'See "Inputs" in the README, or --help.'
    })
  return config
}

/** One mistake, after the place where its value stood. */
function describeInputMistake(from: string, error: unknown): string {
  const { message, hint } = error as Error & { hint?: string }
  const said = message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message
  return `${from}: ${said}${hint ? ` (${hint})` : ''}`
}
