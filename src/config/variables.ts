import { Failure } from '../base/errors.ts'

/** `{env.NAME}` in a flag. */
export const VARIABLE = /\{env\.([A-Za-z_]\w*)\}/g

/** Variables of the environment that end up in programs, by name. */
export type BuildVariables = Readonly<Record<string, string>>

const SECRET =
  /TOKEN|SECRET|PASS(WORD|WD|PHRASE|CODE)|CREDENTIAL|PRIVATE|COOKIE|SESSION|(^|_)(AUTH|PASS|PAT|PWD|DSN|JWT|KEYS?)(_|$)|(API|ACCESS|SIGNING|SSH|GPG)_?KEY/i

/** Whether the name of a variable says that it may hold a secret. */
export const isSecretName = (name: string): boolean => SECRET.test(name)

/** Where flags of a program name variables. */
interface Flagged {
  readonly ldflags: readonly string[]
  readonly gcflags: readonly string[]
  readonly overrides?: readonly { readonly [K in 'ldflags' | 'gcflags']?: readonly string[] | undefined }[] | undefined
}

/** The variables that the flags of programs name, sorted. */
export function listVariableNames(builds: readonly Flagged[]): readonly string[] {
  const flags = builds.flatMap(({ ldflags, gcflags, overrides = [] }) => [
    ...[...ldflags, ...gcflags],
    ...overrides.flatMap((own) => [...(own.ldflags ?? []), ...(own.gcflags ?? [])])
  ])
  return [...new Set(flags.flatMap((flag) => [...flag.matchAll(VARIABLE)].map(([, name = '']) => name)))].sort()
}

/** A flag with the values of its variables. Throws an 'input' Failure for one that has none. */
export const fillVariables = (flag: string, values: BuildVariables): string =>
  flag.replace(VARIABLE, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw makeAbsentFailure([name])
    return value
  })

export const makeAbsentFailure = (names: readonly string[]): Failure =>
  new Failure(
    'input',
    `slipway.yaml names ${names.map((name) => `{env.${name}}`).join(', ')}, and ${names.length === 1 ? 'that variable is' : 'those variables are'} not set, or empty`,
    {
      code: 'missing-variable',
      hint: 'Set it for the step of Slipway (env: on GitHub, variables: on GitLab), or take it out of the flags.'
    }
  )
