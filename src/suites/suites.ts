import { crd } from './crd/suite.ts'
import { data } from './data/suite.ts'
import { smi } from './smi/suite.ts'
import { surface } from './surface/suite.ts'
import { workload } from './workload/suite.ts'
import type { Suite } from './suite.ts'

/** The one list of suites; `auto` takes those that fit, in this order. */
export const SUITES = [smi, crd, workload, data, surface] as const satisfies readonly Suite[]

type ListedSuite = (typeof SUITES)[number]
type KeyOf<S> = S extends Suite<unknown, infer Key> ? Key : never
type SettingsOf<S> = S extends Suite<infer Settings> ? Settings : never

/** What slipway.yaml says to suites, by key. */
export type SuiteSettings = { readonly [S in ListedSuite as KeyOf<S>]: SettingsOf<S> }

/** The settings of a module that has no slipway.yaml. */
export const UNSAID = Object.fromEntries(
  (SUITES as readonly Suite[]).flatMap(({ settings }) => (settings ? [[settings.key, settings.none] as const] : []))
) as unknown as SuiteSettings

export const findSuite = (name: string): Suite => {
  const found = (SUITES as readonly Suite[]).find((suite) => suite.name === name)
  if (!found) throw new Error(`there is no suite ${name}`)
  return found
}
