import type { BuildCacheKind } from '../model/build-cache.ts'

/** Which build cache it is, as people read it. */
export const describeBuildCache = (kind: BuildCacheKind): string =>
  kind === 'own' ? 'an empty build cache of this run' : "the user's build cache"
