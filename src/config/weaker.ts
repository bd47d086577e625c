import { isDeepStrictEqual } from 'node:util'
import { whenChanged, type Weaker } from '../model/weaker.ts'
import type { Suite } from '../suites/suite.ts'
import { SUITES } from '../suites/suites.ts'
import type { Input } from './input.ts'
import { INPUTS, type Config, type InputName } from './inputs.ts'
import { findSuiteSettings } from './parse.ts'
import type { Project } from './project-file.ts'

/** What counts for one commit: the step's inputs, then its slipway.yaml, then the defaults. */
export interface Settings {
  readonly config: Config
  readonly project: Project
}

/** Something that judges less than it did. */
export interface Weakening {
  /** The key of slipway.yaml, by which it is accepted. */
  readonly setting: string
  /** Where it stands in slipway.yaml. */
  readonly path: readonly (string | number)[]
  /** What changed, after the name of what did: `vet: from fail to off`. */
  readonly says: string
}

/** What the settings of a change take away from those of its base; what the change adds counts and is nothing of it. */
export const listWeakenings = (base: Settings, change: Settings): readonly Weakening[] => [
  ...compareInputs(base.config, change.config),
  ...compareAccepted(base.project, change.project),
  ...compareStubs(base.project, change.project),
  ...compareBreaks(base.project, change.project),
  ...(SUITES as readonly Suite[]).flatMap((suite) => compareSuite(suite, base.project, change.project))
]

/** The inputs that name a file which judges. */
export const JUDGING_FILES = [
  'key',
  'sign-key',
  'trusted-root',
  'signing-config'
] as const satisfies readonly InputName[]

const compareInputs = (base: Config, change: Config): readonly Weakening[] =>
  (Object.entries(INPUTS) as [InputName, Input<unknown>][])
    .filter(([name, { weaker }]) => weaker?.(base[name], change[name]))
    .map(([name]) => ({
      setting: name,
      path: [name],
      says: `${name}: from ${formatInput(base[name])} to ${formatInput(change[name])}`
    }))

const formatInput = (value: unknown): string => {
  if (value === Infinity) return 'all'
  const text = [value].flat().join(',')
  return text === '' ? 'none' : text
}

const ACCEPTED = 'accepted-vulnerabilities'

const compareAccepted = ({ accepted: base }: Project, { accepted: change }: Project): readonly Weakening[] =>
  change.flatMap(({ id, until }, i) => {
    const known = base.filter((entry) => entry.id === id).map((entry) => entry.until)
    const last = [...known].sort().at(-1)
    if (last !== undefined && until <= last) return []
    const says = last === undefined ? `${id} is new` : `${id} until ${until}, not ${last}`
    return [{ setting: ACCEPTED, path: [ACCEPTED, i], says: `${ACCEPTED}: ${says}` }]
  })

const STUBS = 'accepted-without-cgo'

const compareStubs = ({ acceptedStubs: base }: Project, { acceptedStubs: change }: Project): readonly Weakening[] =>
  change.flatMap(({ package: name }, i) =>
    base.some((entry) => entry.package === name)
      ? []
      : [{ setting: STUBS, path: [STUBS, i], says: `${STUBS}: ${name} is new` }]
  )

const BREAKS = 'accepted-breaks'

const compareBreaks = ({ acceptedBreaks: base }: Project, { acceptedBreaks: change }: Project): readonly Weakening[] =>
  change.flatMap(({ suite, claim }, i) =>
    base.some((entry) => entry.suite === suite && entry.claim === claim)
      ? []
      : [{ setting: BREAKS, path: [BREAKS, i], says: `${BREAKS}: ${suite}: ${claim} is new` }]
  )

function compareSuite(suite: Suite, base: Project, change: Project): readonly Weakening[] {
  if (!suite.settings) return []
  const { key, weaker = {} } = suite.settings
  const [from, to] = [base, change].map((project) => findSuiteSettings(project, suite))
  return compareValues({ path: [key], name: key, rule: '' }, from, to, weaker)
}

interface Place {
  readonly path: readonly (string | number)[]
  /** As people read it: `workloads.web.expect`. */
  readonly name: string
  /** As rules have it: `expect`. */
  readonly rule: string
}

/** What no rule speaks of: a list has lost an entry, an object a key, or a value is another one. */
function compareValues(
  place: Place,
  from: unknown,
  to: unknown,
  rules: Readonly<Record<string, Weaker>>
): readonly Weakening[] {
  const found = (says: string): readonly Weakening[] => [
    { setting: String(place.path[0]), path: place.path, says: `${place.name}: ${says}` }
  ]
  const rule = rules[place.rule]
  const fromTo = `from ${formatValue(from)} to ${formatValue(to)}`
  if (rule) return rule(from, to) ? found(fromTo) : []
  if (Array.isArray(from)) {
    const items: readonly unknown[] = from
    const others: readonly unknown[] = Array.isArray(to) ? to : []
    return items.flatMap((item) => {
      const name = readName(item)
      const at = others.findIndex((other) =>
        name === undefined ? isDeepStrictEqual(item, other) : readName(other) === name
      )
      if (at < 0) return found(`without ${name ?? (typeof item === 'string' ? item : formatValue(item))}`)
      if (name === undefined) return []
      const inner = { path: [...place.path, at], name: `${place.name}.${name}`, rule: place.rule }
      return compareValues(inner, item, others[at], rules)
    })
  }
  if (isObject(from) && isObject(to))
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) => {
      const dot = place.rule === '' ? '' : '.'
      const inner = {
        path: [...place.path, key],
        name: `${place.name}.${key}`,
        rule: `${place.rule}${dot}${key}`
      }
      return compareValues(inner, from[key], to[key], rules)
    })
  if (from === undefined) return []
  return whenChanged(from, to) ? found(fromTo) : []
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readName = (item: unknown): string | undefined =>
  isObject(item) && typeof item['name'] === 'string' ? item['name'] : undefined

/** No more of one value is shown, in characters. */
const SHOWN = 200

const formatValue = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, SHOWN)
