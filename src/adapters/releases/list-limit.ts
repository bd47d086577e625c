import { Failure } from '../../base/errors.ts'
import { LIMITS, formatSize } from '../../base/limits.ts'

/** To be told, after each page of a list, how much of it came so far; throws a 'host' Failure when it has no end. */
export function makeListLimit(platform: string): (size: number) => void {
  let pages = 0
  return (size) => {
    pages += 1
    if (pages <= LIMITS.pages.most && size <= LIMITS.list.most) return
    const seen = pages > LIMITS.pages.most ? `${LIMITS.pages.most} pages` : formatSize(LIMITS.list.most)
    throw new Failure('host', `${platform} answers with a list of more than ${seen}`, {
      hint: 'Check the API URL: something in between may answer in its place.'
    })
  }
}
