import { fillName } from '../model/name-template.ts'
import type { ExtraSettings, ExtrasPlan } from '../model/release-extras.ts'
import type { PackedFile } from '../model/archive-settings.ts'
import type { NamedRelease } from './archive-names.ts'

/** What a release has beside archives and SBOMs; `found` is what each entry of release-files stands for. */
export function planExtras(
  { files, source, lists }: ExtraSettings,
  found: readonly (readonly PackedFile[])[],
  { name, version }: NamedRelease
): ExtrasPlan {
  const fill = (template: string): string => fillName(template, { name, version })
  return {
    files: files.flatMap((entry, i) =>
      (found[i] ?? []).map((file) => ({
        ...file,
        to: entry.name === undefined ? file.from.slice(file.from.lastIndexOf('/') + 1) : fill(entry.name)
      }))
    ),
    ...(source && {
      source: {
        name: `${fill(source.name ?? '{name}_{version}_source')}.tar.gz`,
        folder: fill(source.folder ?? '{name}-{version}')
      }
    }),
    lists: lists.map((list) => ({ ...list, name: fill(list.name) }))
  }
}

/** Each of them with what it is. */
export function describeExtraFiles(extras: ExtrasPlan): readonly { readonly name: string; readonly what: string }[] {
  const { files, source, lists } = extras
  return [
    ...files.map(({ from, to }) => ({ name: to, what: `${from} of release-files` })),
    ...(source ? [{ name: source.name, what: 'the source archive' }] : []),
    ...lists.map(({ name }) => ({ name, what: 'a list of checksums' }))
  ]
}

/** Rows of the plan's table: what it is, its name, what it holds. */
export const formatExtraRows = ({ files, source, lists }: ExtrasPlan): readonly (readonly string[])[] => [
  ...files.map(({ from, to }) => ['file', to, from]),
  ...(source ? [['source', source.name, `the commit, in ${source.folder}/`]] : []),
  ...lists.map(({ name, algorithm }) => ['list', name, `${algorithm} of every file`])
]
