import { parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import { Failure } from '../base/errors.ts'
import type { Input } from './input.ts'
import { INPUTS, type Given, type InputName } from './inputs.ts'
import type { Json } from '../base/json.ts'
import type { Suite } from '../suites/suite.ts'
import { SUITES, type SuiteSettings } from '../suites/suites.ts'
import type { ArchiveSettings } from '../model/archive-settings.ts'
import type { ExtraSettings } from '../model/release-extras.ts'
import type { AcceptedBreak } from '../model/accepted-break.ts'
import type { ReleaseWords } from '../model/release-words.ts'
import type { Acceptance } from '../vulnerabilities/model.ts'
import { listMistakes, readYaml, readYamlValue, YAML } from '../base/yaml.ts'
import { findOffset } from '../base/yaml-lines.ts'
import type { PrepareStep } from '../model/preparation.ts'
import { ARCHIVE_KEYS, readArchiveSettings } from './archive-settings.ts'
import { EXTRA_KEYS, readExtraSettings } from './release-extras.ts'
import { prepare, readSteps } from './prepare.ts'
import { build, type ProgramSettings } from './builds.ts'

const text = z.union([z.string(), z.number(), z.boolean()])
const given = z.union([text, z.array(text)])

const fromFile = (Object.entries(INPUTS) as [InputName, Input<unknown>][]).filter(([, { doors }]) =>
  doors.includes('file')
)
const inputs = Object.fromEntries(
  fromFile.map(([name, { description, inFile }]) =>
    inFile
      ? [inFile.key, z.enum(Object.keys(inFile.values)).optional().describe(description)]
      : [name, given.optional().describe(description)]
  )
) as Record<string, z.ZodOptional<typeof given>>

const ACCEPTED = 'accepted-vulnerabilities'

/** One entry of `accepted-vulnerabilities`: what a maintainer has judged, why, and for how long. */
const acceptedVulnerability = z.strictObject({
  id: z
    .string()
    .regex(
      /^(GO-\d{4}-\d{4,}|CVE-\d{4}-\d{4,}|GHSA(-[0-9a-z]{4}){3})$/,
      'must name one vulnerability, as GO-2024-1234, CVE-2024-12345 or GHSA-abcd-1234-efgh'
    )
    .describe('One vulnerability, by any of its names: GO-2024-1234, a CVE or a GHSA.'),
  reason: z.string().regex(/\S/, 'must say why').describe('Why it may ship, for those who read the report.'),
  until: z.iso
    .date('must be a day, as 2027-01-31')
    .describe('The last day (UTC) on which it is accepted, as 2027-01-31.')
})

const ACCEPTED_STUBS = 'accepted-without-cgo'

const acceptedStub = z.strictObject({
  package: z
    .string()
    .regex(/^[\w./~+-]+$/)
    .describe('Import path of a package.'),
  reason: z.string().regex(/\S/, 'must say why').describe('Why it may ship without its files that need cgo.')
})

const ACCEPTED_BREAKS = 'accepted-breaks'

const acceptedBreak = z.strictObject({
  suite: z.enum(SUITES.map(({ name }) => name)).describe('The suite whose report names it.'),
  claim: z.string().regex(/\S/).max(500).describe('The claim that does not hold, word for word as the report has it.'),
  reason: z.string().regex(/\S/, 'must say why').describe('Why it is wanted, for those who read the report.')
})

const WORDS = 'release-notes'

/** A comment of this form is how Slipway marks a release. */
const markdown = z
  .string()
  .max(20_000)
  .regex(/^(?![^]*<!--\s*\/?slipway)/i, 'must not hold a comment that begins with slipway: such are marks of releases')

const type = z.string().regex(/^\w+$/, 'must be a type of conventional commits, such as docs')

const releaseWords = z.strictObject({
  title: z
    .string()
    .max(200)
    .regex(
      /^(?=\S)(?:[^{}\p{Cc}]|\{(?:name|version|tag)\})+$/u,
      'must be one line that names only {name}, {version} and {tag}'
    )
    .optional()
    .describe('Title of a release; left out: {name} {version}.'),
  header: markdown
    .optional()
    .describe('Markdown before the notes; {name}, {version}, {tag} and {commit} are filled in.'),
  footer: markdown.optional().describe('Markdown after the notes, filled in the same way.'),
  'leave-out': z
    .array(type)
    .optional()
    .describe('Types of conventional commits that are not told, such as docs; what breaks something always is.'),
  groups: z
    .array(
      z.strictObject({
        title: z
          .string()
          .regex(/^\S.*$/)
          .max(100),
        types: z.array(type).min(1)
      })
    )
    .optional()
    .describe('Headings in their order, with the types below each; left out: Features, Fixes, Faster.'),
  authors: z.boolean().optional().describe('Whether each change names its author, as git has the name.')
})

/** What stands there for suites, by key. */
const SUITE_SETTINGS = Object.fromEntries(
  await Promise.all(
    (SUITES as readonly Suite[]).flatMap(({ settings }) =>
      settings ? [settings.schema().then((schema) => [settings.key, schema] as const)] : []
    )
  )
) as { readonly [K in keyof SuiteSettings]: z.ZodType<SuiteSettings[K]> }

const schema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z0-9][\w.-]*$/)
      .optional()
      .describe("Name in front of every archive; left out: the module's last path element."),
    'tag-prefix': z
      .string()
      .max(100)
      .regex(
        /^[A-Za-z0-9@](?!.*(\.\.|\/\/))[\w.@/-]*[/_@-]$/,
        'must end with a slash, a dash, an underscore or @, as in tool-'
      )
      .optional()
      .describe(
        "What tags begin with before the version, such as tool- for tool-v1.2.3; left out: the module's folder."
      ),
    builds: z.array(build).default([]).describe('Programs that need settings of their own.'),
    ...ARCHIVE_KEYS,
    ...EXTRA_KEYS,
    prepare,
    ...SUITE_SETTINGS,
    [ACCEPTED]: z
      .array(acceptedVulnerability)
      .default([])
      .describe(
        'Known vulnerabilities that are reachable and may ship all the same: told in every report, until a day.'
      ),
    [ACCEPTED_STUBS]: z
      .array(acceptedStub)
      .default([])
      .describe('Packages that may ship without their files that need cgo: told in every plan.'),
    [ACCEPTED_BREAKS]: z
      .array(acceptedBreak)
      .default([])
      .describe(
        'Breaks that are known and wanted: told in every report, with the reason, and once they happen no more.'
      ),
    [WORDS]: releaseWords
      .optional()
      .describe('What the notes of a release say beyond the changes, the proof and how to verify.'),
    ...inputs
  })
  .superRefine(({ archive, archives }, context) => {
    if (archive !== undefined && archives !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['archives'],
        message: 'stands beside archive: let it hold all of them'
      })
  })

/** A package that may ship without its files that need cgo, and why. */
export type AcceptedStub = z.infer<typeof acceptedStub>

/** What slipway.yaml says, beyond the inputs. */
export interface Project extends SuiteSettings {
  readonly name: string | undefined
  readonly builds: readonly ProgramSettings[]
  /** Of each target, one for every entry. */
  readonly archives: readonly ArchiveSettings[]
  readonly extras: ExtraSettings
  readonly accepted: readonly Acceptance[]
  readonly acceptedStubs: readonly AcceptedStub[]
  readonly acceptedBreaks: readonly (AcceptedBreak & { readonly suite: string })[]
  readonly steps: readonly PrepareStep[]
  readonly words?: ReleaseWords | undefined
  /** What tags begin with; left out: the module's folder. */
  readonly tagPrefix?: string | undefined
}

/** The JSON Schema of slipway.yaml, draft 2020-12. */
export const makeProjectSchema = (): Json => ({
  title: 'slipway.yaml',
  ...(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))) as { [key: string]: Json })
})

/** Reads a slipway.yaml; mistakes are all reported at once, each with its line. */
export function parseProject(
  source: string,
  path: string
): {
  readonly project: Project
  readonly read: (name: InputName) => Given | undefined
  readonly findLine: (path: readonly (string | number)[]) => number
} {
  const document = readYaml(source, path, (text) => parseDocument(text, { ...YAML, uniqueKeys: true }))
  if (document.errors.length)
    throw new Failure(
      'input',
      listMistakes(document.errors, (offset) => `${path}:${countLine(source, offset)}`),
      { code: 'invalid-project-file', hint: 'docs/slipway.schema.json has all keys.' }
    )
  const parsed = schema.safeParse(readYamlValue(document, path, 0) ?? {})
  if (!parsed.success)
    throw new Failure(
      'input',
      parsed.error.issues
        .map((issue) => {
          const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
          const says = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message
          const line = findLine(source, document, [...issue.path, ...unknown])
          return `${path}:${line}: ${[...issue.path, says].join(': ')}`
        })
        .join('\n'),
      {
        code: 'invalid-project-file',
        hint: 'docs/slipway.schema.json has all keys.'
      }
    )
  const {
    name,
    builds,
    prepare: steps,
    [ACCEPTED]: judged,
    [ACCEPTED_STUBS]: acceptedStubs,
    [ACCEPTED_BREAKS]: acceptedBreaks,
    [WORDS]: words,
    'tag-prefix': tagPrefix,
    ...rest
  } = parsed.data
  const accepted = judged.map((entry, i) => ({ ...entry, line: findLine(source, document, [ACCEPTED, i]) }))
  const settings = Object.fromEntries(
    Object.keys(SUITE_SETTINGS).map((key) => [key, rest[key as keyof SuiteSettings]])
  ) as unknown as SuiteSettings
  return {
    findLine: (path) => findLine(source, document, path),
    project: {
      ...{
        ...settings,
        name,
        builds,
        archives: readArchiveSettings(parsed.data),
        extras: readExtraSettings(parsed.data),
        accepted,
        acceptedStubs,
        acceptedBreaks,
        words,
        tagPrefix
      },
      steps: readSteps(steps)
    },
    read: (input) => {
      const { inFile }: Input<unknown> = INPUTS[input]
      const key = inFile?.key ?? input
      const value = (
        rest as unknown as Partial<Record<string, string | number | boolean | (string | number | boolean)[]>>
      )[key]
      if (value === undefined) return undefined
      const text = [value].flat().join('\n')
      return {
        text: inFile?.values[text] ?? text,
        from: `${path}:${findLine(source, document, [key])}: ${key}`
      }
    }
  }
}

/** The line of a key or an item, or of what is nearest around it. */
const findLine = (source: string, document: Document, path: readonly PropertyKey[]): number =>
  countLine(source, findOffset(document, path))

const countLine = (source: string, offset: number): number => source.slice(0, offset).split('\n').length
