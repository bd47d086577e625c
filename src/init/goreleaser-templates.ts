import { isSecretName } from '../config/variables.ts'
import type { Advice } from './settings-file.ts'

/** What templates of a configuration stand for as long as nothing is built. */
export interface Constants {
  /** ProjectName, ModulePath, Binary. */
  readonly fields: Readonly<Record<string, string>>
  /** Variables that the configuration sets for all of it. */
  readonly env: Readonly<Record<string, string>>
  /** Names of variables that the configuration sets itself: no job has to. Left out where no variable may stay one. */
  readonly set?: ReadonlySet<string>
}

/** Fields that have a word in slipway.yaml. */
const WORDS: Readonly<Record<string, string>> = {
  Version: '{version}',
  Commit: '{commit}',
  FullCommit: '{commit}',
  Date: '{date}',
  CommitDate: '{date}',
  Tag: 'v{version}'
}

/** Fields whose word does not mean quite the same. */
const OTHERWISE: Readonly<Record<string, Advice>> = {
  Date: { same: '{{ .Date }} was the time of the build, and becomes the date of the commit: two builds are the same.' },
  Tag: { do: '{{ .Tag }} becomes v{version}: look at it if your tags do not begin with v.' }
}

/** A text with our words and values for its templates, and whether any is left that Slipway does not have. */
export interface Filled {
  readonly text: string
  readonly whole: boolean
  readonly otherwise: readonly Advice[]
}

/** No flag or name that people write is longer. */
const LONGEST = 10_000

export function fillTemplates(text: string, { fields, env, set }: Constants): Filled {
  if (text.length > LONGEST) return { text: '', whole: false, otherwise: [] }
  const used: string[] = []
  const wanted: string[] = []
  const filled = text.replace(
    /\{\{-?\s*\.(?:(Env)\.)?(\w+)\s*-?\}\}/g,
    (whole, inEnv: string | undefined, name: string) => {
      const value = inEnv === undefined ? (WORDS[name] ?? fields[name]) : env[name]
      if (inEnv === undefined && value !== undefined) used.push(name)
      if (inEnv === undefined || value !== undefined || !set || set.has(name) || isSecretName(name))
        return value ?? whole
      wanted.push(name)
      return `{env.${name}}`
    }
  )
  return {
    text: filled,
    // Slipway would fill in a word of its own that the other file meant as it stands.
    whole: !filled.includes('{{') && !/\{(version|commit|date|env\.\w+)\}/.test(text),
    otherwise: [
      ...[...new Set(used)].flatMap((name) => OTHERWISE[name] ?? []),
      ...[...new Set(wanted)].map((name) => ({
        do: `set ${name} for the step of Slipway, which refuses to build without it.`
      }))
    ]
  }
}
