/**
 * What another configuration may say of a release that would be seen, or seen elsewhere, with Slipway: init stops there,
 * unless the reader goes on without it.
 */
export const HELD = ['release.draft', 'release.disable', 'release.skip_upload', 'release.repository'] as const
export type Held = (typeof HELD)[number]
