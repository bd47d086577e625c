import { Failure } from '../base/errors.ts'
import type { BuildVariables } from '../config/variables.ts'
import { makeAbsentFailure } from '../config/variables.ts'

/** A shorter secret may be in any text by chance, in characters. */
const SHORT = 6
/** No value is longer, in characters. */
const LONGEST = 2000

/**
 * The values of variables that go into programs. Throws an 'input' Failure for one that is not set or empty, holds a secret of
 * the job, or is no text of one line. `secrets`: what the job keeps to itself.
 */
export function readBuildVariables(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
  secrets: readonly string[]
): BuildVariables {
  const absent = names.filter((name) => !env[name])
  if (absent.length > 0) throw makeAbsentFailure(absent)
  return Object.fromEntries(
    names.map((name) => {
      const value = env[name] ?? ''
      if (secrets.some((secret) => value === secret || (secret.length >= SHORT && value.includes(secret))))
        throw new Failure('input', `slipway.yaml names {env.${name}}, and its value holds a secret of this job`, {
          hint: 'Everybody can read what is in a program: take it out of the flags.'
        })
      if (value.length > LONGEST || /\p{Cc}/u.test(value))
        throw new Failure(
          'input',
          `slipway.yaml names {env.${name}}, and its value is longer than ${LONGEST} characters or more than one line`,
          { hint: 'Set it to a short text without line breaks.' }
        )
      return [name, value] as const
    })
  )
}
