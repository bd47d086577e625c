import type { CrdVersion, Definition } from '../../crds/source.ts'

/** What can be tried of a change without the project's own conversion webhook, which does not run here. */
export interface Tried {
  /** Whether a webhook converts, before or after. */
  readonly webhook: boolean
  /** Whether another version is stored while a webhook converts: then each write is converted. */
  readonly moves: boolean
  /** Versions of N-1 in which objects are made and read. */
  readonly versions: readonly CrdVersion[]
  /** Served versions of which nothing is claimed. */
  readonly leftOut: readonly string[]
}

/** With a webhook, only what is written and read in the version that is stored: that needs no conversion. */
export const chooseTried = (old: Definition, now: Definition): Tried => {
  const webhook = old.webhook || now.webhook
  const served = old.versions.filter(({ served }) => served)
  const versions = served.filter(({ storage }) => !webhook || storage)
  const [stored, stores] = [old, now].map(({ versions }) => versions.find(({ storage }) => storage)?.name)
  return {
    webhook,
    moves: webhook && stored !== stores,
    versions,
    leftOut: served.filter((version) => !versions.includes(version)).map(({ name }) => name)
  }
}

/** What was left out, and why. */
export const describeLeftOut = ({ webhook, moves, versions, leftOut }: Tried): readonly string[] =>
  webhook
    ? [
        'the conversion webhook does not run here, so nothing is claimed of what it converts',
        ...(leftOut.length ? [`left out: objects of ${leftOut.join(', ')}`] : []),
        ...(moves
          ? [
              `left out, as another version is stored now: new objects and updates of ${versions.map(({ name }) => name).join(', ') || 'all versions'}`
            ]
          : [])
      ]
    : []
