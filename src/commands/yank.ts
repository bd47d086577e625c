import { readConfig } from '../config/parse.ts'
import { Failure } from '../base/errors.ts'
import { printJson } from '../base/json.ts'
import type { Config } from '../config/inputs.ts'
import type { Published, Publisher } from '../model/ports/publisher.ts'
import { chooseDestination, refuseUntrusted } from '../plan/publication.ts'
import { reinstate } from '../publish/reinstate.ts'
import { listStays } from '../publish/stays.ts'
import { yankAndPromote } from '../publish/yank.ts'
import type { CommandRequest, Context } from './context.ts'

/**
 * yank TAG: marks a bad release and makes the one before it the latest again; deletes nothing. With --undo the mark goes
 * away. Asks first in a terminal.
 */
export async function runYank({ operands, read }: CommandRequest, context: Context): Promise<void> {
  const { config } = await readConfig(context.files(context.cwd), context.cwd, read)
  const [tag, ...rest] = operands
  if (tag === undefined || rest.length)
    throw new Failure('input', `yank takes one tag, not ${rest.length ? operands.join(' ') : 'none'}`, {
      hint: config.undo ? 'slipway yank --undo v1.2.3' : 'slipway yank v1.2.3 --why "…"'
    })
  refuseUntrusted(
    context.surroundings,
    'take a release back',
    'Do it from a job that somebody starts who may, as by workflow_dispatch.'
  )
  const to = chooseDestination(config.to, context.surroundings)
  if (to === undefined || to === 'none')
    throw new Failure('input', 'nobody said where the release lives', {
      hint: 'Give --to github, --to gitlab or --to DIR.'
    })
  const publisher = await context.publisher(to, config.token, context.scratchFiles)
  const release = await publisher.find(tag, context.signal)
  if (!release)
    throw new Failure('input', `there is no release ${tag} to be seen there`, {
      hint: 'Check the tag and the repository; a draft is seen by nobody and need not be taken back.'
    })
  const yanking = { tag, to, config, publisher, release }
  await (config.undo ? undoYank(yanking, context) : takeBack(yanking, context))
}

interface Yanking {
  readonly tag: string
  readonly to: string
  readonly config: Config
  readonly publisher: Publisher
  readonly release: Published
}

async function takeBack({ tag, to, config, publisher, release }: Yanking, context: Context): Promise<void> {
  if (release.yanked === undefined) await demandYes(`Take ${tag} back, on ${to}?`, tag, config, context)
  const yanked = await yankAndPromote(publisher, { tag, why: config.why, half: false }, context.signal)
  if (!yanked) throw makeGoneFailure(tag)
  const stays = listStays(tag, release, publisher.name)
  context.host.info(`${tag} ${yanked.changed ? 'is taken back' : 'was taken back before'}: ${yanked.url}`)
  if (yanked.latest) context.host.info(`  the highest stable release that stays: ${yanked.latest}`)
  for (const line of stays) context.host.info(`  not taken back: ${line}`)
  for (const line of yanked.undone) context.host.warn(line)
  if (config.json) context.print(printJson({ tag, ...yanked, stays }))
}

async function undoYank({ tag, to, config, publisher, release }: Yanking, context: Context): Promise<void> {
  if (release.yanked === undefined)
    throw new Failure('input', `${tag} was never taken back, or stands again already: ${release.url}`, {
      hint: 'There is nothing to undo.'
    })
  context.host.info(`${tag} was taken back: ${release.yanked}`)
  await demandYes(`Stand by ${tag} again, on ${to}?`, tag, config, context)
  const warn = (line: string): void => context.host.warn(line)
  const done = await reinstate(publisher, tag, warn, context.signal)
  if (!done) throw makeGoneFailure(tag)
  context.host.info(`${tag} stands again: ${done.url}`)
  for (const line of done.undone) warn(line)
  if (config.json) context.print(printJson({ tag, ...done }))
}

async function demandYes(question: string, tag: string, { yes }: Config, context: Context): Promise<void> {
  if (yes || (await context.confirm(question))) return
  throw new Failure('input', `${tag} is left as it is`, { hint: 'Answer y, or give --yes.' })
}

const makeGoneFailure = (tag: string): Failure =>
  new Failure('host', `the release ${tag} was there, and is not any more`, { hint: 'Run again.' })
