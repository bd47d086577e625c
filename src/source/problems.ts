import { Failure } from '../base/errors.ts'
import { formatCount } from '../base/text.ts'
import { showPath } from './checkout.ts'

/** A file that is not the commit's. */
export interface Problem {
  readonly path: string
  /** What was seen of it, in a few words. */
  readonly seen: string
  /** One sentence: what to do. */
  readonly help: string
}

/** Throws an 'input' Failure that names files which are not the commit's, and how they become so. */
export function refuseOthers(problems: readonly Problem[]): void {
  if (problems.length === 0) return
  const more = problems.length > SHOWN ? `, and ${problems.length - SHOWN} more` : ''
  const [named, one] = [problems.slice(0, SHOWN), problems.length === 1]
  throw new Failure(
    'input',
    `${formatCount(problems.length, 'file')} that ${one ? 'is' : 'are'} built, tried or shipped ${one ? 'is' : 'are'} not ` +
      `the commit's: ${named.map(({ path, seen }) => `${showPath(path)} (${seen})`).join(', ')}${more}`,
    { code: 'changed-source', hint: [...new Set(named.map(({ help }) => help))].join(' ') }
  )
}

const SHOWN = 5
