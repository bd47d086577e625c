import { readConfig } from '../config/parse.ts'
import { Failure } from '../base/errors.ts'
import { printJson } from '../base/json.ts'
import { chooseDestination } from '../plan/publication.ts'
import { yankAndPromote } from '../publish/yank.ts'
import type { CommandRequest, Context } from './context.ts'

/**
 * yank TAG: marks a bad release and makes the one before it the latest again; deletes nothing. Asks first in a
 * terminal.
 */
export async function runYank({ operands, read }: CommandRequest, context: Context): Promise<void> {
  const { config } = await readConfig(context.files(context.cwd), context.cwd, read)
  const [tag, ...rest] = operands
  if (tag === undefined || rest.length)
    throw new Failure('input', `yank takes one tag, not ${rest.length ? operands.join(' ') : 'none'}`, {
      hint: 'slipway yank v1.2.3 --why "…"'
    })
  const to = chooseDestination(config.to, context.surroundings)
  if (to === undefined || to === 'none')
    throw new Failure('input', 'nobody said where the release lives', {
      hint: 'Give --to github, --to gitlab or --to DIR.'
    })
  const publisher = await context.publisher(to, config.token, context.scratchFiles)
  const release = await publisher.find(tag, context.signal)
  if (release?.yanked === undefined && !config.yes && !(await context.confirm(`Take ${tag} back, on ${to}?`)))
    throw new Failure('input', `${tag} is left as it is`, { hint: 'Answer y, or give --yes.' })
  const yanked = await yankAndPromote(publisher, { tag, why: config.why, half: false }, context.signal)
  if (!yanked)
    throw new Failure('input', `there is no release ${tag} to be seen there`, {
      hint: 'Check the tag and the repository; a draft is seen by nobody and need not be taken back.'
    })
  context.host.info(`${tag} ${yanked.changed ? 'is taken back' : 'was taken back before'}: ${yanked.url}`)
  if (yanked.latest) context.host.info(`  the highest stable release that stays: ${yanked.latest}`)
  for (const line of yanked.undone) context.host.warn(line)
  if (config.json) context.print(printJson({ tag, ...yanked }))
}
