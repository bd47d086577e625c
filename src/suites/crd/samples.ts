import { Failure } from '../../base/errors.ts'
import { readAt, readText } from '../../base/json.ts'
import { readDefinition, type Crd, type Manifest } from '../../crds/source.ts'

/** A user's samples, and what was left out of their files. */
export interface SortedSamples {
  readonly samples: readonly Manifest[]
  /** Each with its line and why it is not tried. */
  readonly leftOut: readonly string[]
}

/**
 * The samples that the definitions of N-1 or N serve. An 'input' Failure for one of their groups that neither defines: a
 * mistyped version would else prove nothing, unseen. Objects of others are told; a kustomization is no object.
 */
export const sortSamples = (
  manifests: readonly Manifest[],
  before: readonly Crd[],
  after: readonly Crd[]
): SortedSamples => {
  const known = [...before, ...after].map(({ crd }) => readDefinition(crd))
  const leftOut: string[] = []
  const samples = manifests.filter(({ object, path, line }) => {
    const [apiVersion, kind] = [readText(readAt(object, 'apiVersion')), readText(readAt(object, 'kind'))]
    const [group = '', version = ''] = apiVersion.split('/')
    if (kind === 'Kustomization') return false
    if (!known.some((each) => each.group === group)) {
      leftOut.push(
        `${path}:${line}: ${kind || 'no kind'} of ${apiVersion || 'no apiVersion'}, which no CRD here defines`
      )
      return false
    }
    const versions = known.filter((each) => each.group === group && each.kind === kind).flatMap((each) => each.versions)
    const own = versions.filter(({ name }) => name === version)
    if (own.length === 0)
      throw new Failure('input', `${path}:${line} is a ${kind} of ${apiVersion}, which no CRD of N or N-1 has`, {
        hint: versions.length
          ? `Its versions: ${[...new Set(versions.map(({ name }) => name))].join(', ')}. Correct the sample, or take it out of crds.samples.`
          : 'Correct its kind, or take it out of crds.samples.'
      })
    if (own.some(({ served }) => served)) return true
    leftOut.push(`${path}:${line}: ${kind} of ${apiVersion}, which is not served`)
    return false
  })
  return { samples, leftOut }
}
