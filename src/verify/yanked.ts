import { Failure } from '../base/errors.ts'

/** Tells a downloader of a release that its publisher no longer stands for; `why` is undefined for one that stands. */
export function refuseYankedDownload(tag: string, where: string, why: string | undefined): void {
  if (why === undefined) return
  throw new Failure('verification', `${tag} was taken back by its publisher (${where}): ${why}`, {
    hint: 'Use another release.'
  })
}
