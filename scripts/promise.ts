/**
 * What docs/compatibility-promise.md promises, as data: keys of slipway.yaml, inputs, outputs, exit statuses. Run, it adds
 * what is new to docs/promise.json, and fails for what is gone or narrower.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { EXIT } from '../src/base/errors.ts'
import type { Input } from '../src/config/input.ts'
import { INPUTS } from '../src/config/inputs.ts'
import { OUTPUTS } from '../src/config/outputs.ts'
import { makeProjectSchema } from '../src/config/project-file.ts'

/** One thing that people write or read. */
interface Promised {
  /** What it may be: types, values, places; each of them stays. */
  readonly takes: readonly string[]
  /** What counts where nobody says it. */
  readonly default?: string
  readonly required?: true
  /** The form of a text. A person has to see whether another one takes all that this one did. */
  readonly form?: string
}
export type Promises = Readonly<Record<string, Promised>>

interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly default?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
}

function listKeys(schema: Schema, path: string, required: boolean): Promises {
  const all = schema.anyOf ?? [schema]
  const takes = [...new Set(all.flatMap(listTaken))].sort()
  const form = all.flatMap(({ pattern }) => pattern ?? []).join(' or ')
  const inside = all.flatMap((one): readonly Promises[] => [
    ...(one.items ? [listKeys(one.items, `${path}[]`, false)] : []),
    ...(typeof one.additionalProperties === 'object' ? [listKeys(one.additionalProperties, `${path}.*`, false)] : []),
    ...Object.entries(one.properties ?? {}).map(([key, inner]) =>
      listKeys(inner, `${path}.${key}`, one.required?.includes(key) ?? false)
    )
  ])
  return {
    [path]: {
      takes,
      ...(schema.default !== undefined && { default: JSON.stringify(schema.default) }),
      ...(required && { required: true as const }),
      ...(form !== '' && { form })
    },
    ...Object.fromEntries(inside.flatMap((keys) => Object.entries(keys)))
  }
}

const listTaken = ({ type, enum: values, const: only }: Schema): readonly string[] =>
  only !== undefined
    ? [JSON.stringify(only)]
    : (values?.map((value) => JSON.stringify(value)) ?? [...(typeof type === 'object' ? type : [type ?? 'anything'])])

/** What Slipway promises as it is now. */
export const readPromises = (): Promises => ({
  ...Object.fromEntries(
    Object.entries(listKeys(makeProjectSchema() as Schema, 'slipway.yaml', false)).filter(
      ([path]) => path !== 'slipway.yaml'
    )
  ),
  ...Object.fromEntries(
    (Object.entries(INPUTS) as [string, Input<unknown>][]).map(
      ([name, { commands, doors, default: fallback, parse }]) => [
        `input ${name}`,
        {
          takes: [...commands, ...doors.map((door) => `by ${door}`), ...(parse.options ?? [])].sort(),
          default: fallback
        }
      ]
    )
  ),
  ...Object.fromEntries(Object.keys(OUTPUTS).map((name) => [`output ${name}`, { takes: [] }])),
  ...Object.fromEntries(
    Object.entries(EXIT).map(([kind, status]) => [`exit status of ${kind}`, { takes: [String(status)] }])
  )
})

/** What was promised and is not kept, a sentence each. */
export const findBreaks = (promised: Promises, now: Promises): readonly string[] => [
  ...Object.entries(promised).flatMap(([name, before]) => {
    const after = now[name]
    if (!after) return [`${name} is gone`]
    return [
      ...before.takes.filter((each) => !after.takes.includes(each)).map((each) => `${name} no longer takes ${each}`),
      ...(before.default === after.default
        ? []
        : [`the default of ${name} was ${before.default} and is ${after.default}`]),
      ...(after.required && !before.required ? [`${name} must be said now`] : [])
    ]
  }),
  ...Object.entries(now).flatMap(([name, { required }]) => {
    const parent = name.replace(/\.[^.]*$/, '')
    return required && !promised[name] && promised[parent] ? [`${name} is new, and must be said`] : []
  })
]

/** What is new: promised from now on. */
export const findAdditions = (promised: Promises, now: Promises): readonly string[] =>
  Object.entries(now).flatMap(([name, { takes, form }]) => {
    const before = promised[name]
    if (!before) return [`${name} is new`]
    return [
      ...takes.filter((each) => !before.takes.includes(each)).map((each) => `${name} takes ${each}, which is new`),
      ...(form === before.form ? [] : [`${name} has another form: see that it takes all that it took`])
    ]
  })

export const PROMISES = join(import.meta.dirname, '../docs/promise.json')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const promised = JSON.parse(readFileSync(PROMISES, 'utf8')) as Promises
  const now = readPromises()
  const breaks = findBreaks(promised, now)
  if (breaks.length) {
    console.error(`docs/compatibility-promise.md forbids this before the next major version:\n${breaks.join('\n')}`)
    process.exitCode = 1
  } else {
    const options = await resolveConfig(PROMISES)
    writeFileSync(PROMISES, await format(JSON.stringify(now), { ...options, parser: 'json' }))
    for (const line of findAdditions(promised, now)) console.log(line)
  }
}
