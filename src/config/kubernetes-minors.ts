/**
 * The Kubernetes minors that clusters of ours can have, newest first; `auto` takes the first. What each is made of stands
 * in adapters/toolchain/pins.ts, and every page, schema and message that lists versions comes from these two.
 */
export const KUBERNETES_MINORS = ['1.37', '1.36', '1.35', '1.34'] as const

export type KubernetesMinor = (typeof KUBERNETES_MINORS)[number]
