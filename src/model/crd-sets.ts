/** The CRD sets that Slipway carries; what they hold is in crds.ts, which few runs need. */
export const CRD_SETS = ['all', 'sdk-main', 'controller-sdk', 'linkerd', 'osm'] as const
export type CrdSetName = (typeof CRD_SETS)[number]

/** What a user's own CRD files are called where a set is named. */
export const OWN = 'own'
