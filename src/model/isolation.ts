/**
 * What keeps programs under test from the rest of the machine. `namespaces` are those of the kernel, by bubblewrap or by
 * the tools of util-linux; `user` is another user of this machine and nothing more.
 */
export const ISOLATIONS = ['bubblewrap', 'namespaces', 'user', 'none'] as const

export interface Isolation {
  readonly by: (typeof ISOLATIONS)[number]
  /** How it is had here, or why there is none, as a part of a sentence. */
  readonly why: string
}
