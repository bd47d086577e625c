import { Failure } from '../../errors.ts'
import type { Draft, Publisher } from '../../ports.ts'

/**
 * A publisher whose platform may answer anything: an answer that is of another shape than the API's ends in a 'host'
 * Failure that says so, not in the middle of our own code. The cause keeps where it was read.
 */
export function answered(publisher: Publisher, platform: string): Publisher {
  const sane = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError)) throw error
      throw new Failure(
        'host',
        `${platform} answers in another way than its API does: ${error.message.slice(0, 300)}`,
        {
          hint: 'Is this the address of the API? Something in between may answer in its place.',
          cause: error
        }
      )
    }
  }
  const { generateNotes } = publisher
  return {
    ...publisher,
    find: (...args) => sane(() => publisher.find(...args)),
    foresee: (...args) => sane(() => publisher.foresee(...args)),
    list: (...args) => sane(() => publisher.list(...args)),
    commitOf: (...args) => sane(() => publisher.commitOf(...args)),
    yank: (...args) => sane(() => publisher.yank(...args)),
    draft: (...args) => sane(async () => saneDraft(await publisher.draft(...args), sane)),
    ...(generateNotes && {
      generateNotes: (...args: Parameters<typeof generateNotes>) => sane(() => generateNotes(...args))
    })
  }
}

const saneDraft = (draft: Draft, sane: <T>(work: () => Promise<T>) => Promise<T>): Draft => ({
  get finished() {
    return draft.finished
  },
  get files() {
    return draft.files
  },
  download: (name) => draft.download(name),
  add: (file) => sane(() => draft.add(file)),
  publish: () => sane(() => draft.publish()),
  [Symbol.asyncDispose]: () => draft[Symbol.asyncDispose]()
})
