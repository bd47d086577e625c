import { z } from 'zod'
import { Failure } from '../../../base/errors.ts'
import type { Client } from './client.ts'
import { explainError, isRefused } from './errors.ts'

const RULE = z.object({
  name: z.string(),
  create_access_levels: z.array(
    z.object({
      access_level: z.number().nullish(),
      user_id: z.number().nullish(),
      group_id: z.number().nullish(),
      deploy_key_id: z.number().nullish()
    })
  )
})

/**
 * Rejects ('environment') where the rules of a protected tag keep the role of the token's user from releasing it. Resolves
 * with what cannot be seen. `level`: GitLab's number of that role; undefined for a job, whose token may not ask.
 */
export async function demandTagRights(
  client: Client,
  tag: string,
  level: number | undefined,
  signal: AbortSignal
): Promise<readonly string[]> {
  const unseen = [`whether the user of the token may release ${tag}: it is a protected tag`]
  if (level === undefined) return unseen
  try {
    const rules = await client.list('protected_tags', RULE, {}, signal)
    const allowed = rules.filter(({ name }) => matches(name, tag)).flatMap((rule) => rule.create_access_levels)
    const roles = allowed.filter(({ user_id, group_id, deploy_key_id }) => !user_id && !group_id && !deploy_key_id)
    // 0 is "no one".
    if (roles.some(({ access_level: least }) => least && level >= least)) return []
    if (allowed.length > roles.length || allowed.length === 0) return unseen
  } catch (error) {
    // Only who may change the settings of a project is told its rules.
    if (isRefused(error, [401, 403, 404])) return unseen
    throw explainError(error, 'cannot list the protected tags', signal)
  }
  throw new Failure('environment', `the tag ${tag} is protected, and the role of the token's user may not release it`, {
    hint: 'Settings > Repository > Protected tags says who may: use a token of one of them, or change the rule.'
  })
}

/** A rule has the name of a tag, with `*` for any characters. */
const matches = (rule: string, tag: string): boolean =>
  new RegExp(`^${rule.split('*').map(escapePattern).join('.*')}$`, 's').test(tag)

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
