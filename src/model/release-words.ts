/** What a project says in the notes of its releases, beyond what is told by itself. */
export interface ReleaseWords {
  /** `{name} {version}` where nothing is said. */
  readonly title?: string | undefined
  /** Markdown before and after everything else. */
  readonly header?: string | undefined
  readonly footer?: string | undefined
  /** Types of conventional commits that are not told, unless they break something. */
  readonly 'leave-out'?: readonly string[] | undefined
  /** Headings in their order, with the types of conventional commits below each. */
  readonly groups?: readonly { readonly title: string; readonly types: readonly string[] }[] | undefined
  /** Whether each change names its author. */
  readonly authors?: boolean | undefined
}

/** What words may name, in braces. */
export interface Named {
  readonly name: string
  readonly version: string
  readonly tag: string
  readonly commit: string
}

/** Words with the release filled in: `{name}`, `{version}`, `{tag}` and `{commit}`. Other braces are text. */
export const fillIn = (words: string, release: Named): string =>
  words.replace(/\{(name|version|tag|commit)\}/g, (_, key: keyof Named) => release[key])

export const nameRelease = (words: ReleaseWords | undefined, release: Named): string =>
  fillIn(words?.title ?? '{name} {version}', release)
