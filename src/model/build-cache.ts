/** Where go found what was compiled before: in an empty build cache of this run alone, or in that of the machine's user. */
export type BuildCacheKind = 'own' | 'shared'

export const isBuildCacheKind = (value: unknown): value is BuildCacheKind => value === 'own' || value === 'shared'
