import { Failure } from '../../base/errors.ts'
import { callOnce } from '../../base/once.ts'
import { parseCrds, readDefinition } from '../../crds/source.ts'
import type { SuiteTools } from '../suite.ts'

/**
 * Which releases before the baseline stored a version of a definition, the newest first. Only read when somebody asks. A
 * release whose files cannot be read is named as one of which nothing is known.
 */
export const storedBefore = ({ earlierCrds }: Pick<SuiteTools, 'earlierCrds'>) => {
  const releases = callOnce(async () =>
    (await earlierCrds()).map(({ tag, files }) => {
      try {
        return { tag, crds: parseCrds(files).map(({ name, crd }) => ({ name, ...readDefinition(crd) })) }
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        return { tag, crds: undefined }
      }
    })
  )
  return async (name: string, version: string): Promise<readonly string[]> =>
    (await releases()).flatMap(({ tag, crds }) => {
      if (crds === undefined) return [`${tag} (its CRDs cannot be read: perhaps)`]
      const own = crds.find((each) => each.name === name)
      return own?.versions.some((each) => each.name === version && each.storage) ? [tag] : []
    })
}
