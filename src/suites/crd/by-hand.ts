import type { Json } from '../../base/json.ts'
import type { Crd } from '../../crds/source.ts'

/** The two definitions of a change, for lines that a person can run in a clone of the repository. */
export interface Story {
  /** Of the baseline. */
  readonly tag: string
  readonly before: Crd
  readonly after: Crd
}

const pathOf = ({ from }: Crd): string => from.replace(/:\d+$/, '')

const quote = (text: string): string => (/^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

/** `git show v1.0.0:./crds/a.yaml | kubectl apply …`, or the file as it lies there. */
export const formatInstall = (tag: string, crd: Crd, which: 'N-1' | 'N'): string =>
  which === 'N'
    ? `kubectl apply --server-side --force-conflicts -f ${quote(pathOf(crd))}`
    : `git show ${quote(`${tag}:./${pathOf(crd)}`)} | kubectl apply --server-side --force-conflicts -f -`

/** What changed between the two. */
export const formatDiff = (tag: string, before: Crd, after: Crd): string =>
  pathOf(before) === pathOf(after)
    ? `git diff ${quote(tag)} -- ${quote(pathOf(after))}`
    : `git diff ${quote(`${tag}:./${pathOf(before)}`)} ${quote(pathOf(after))}`

/** A line that makes an object. */
export const formatCreate = (object: Json): string =>
  `echo ${`'${JSON.stringify(object).replaceAll("'", `'\\''`)}'`} | kubectl create -f -`

/** A definition comes into force a moment after it was taken. */
const MOMENT = 'sleep 2'

/** N-1 is installed, objects are made, and then `last`. */
export const formatStart = ({ tag, before }: Story, objects: readonly Json[], last?: string): string =>
  [
    formatInstall(tag, before, 'N-1'),
    `kubectl wait --for=condition=Established crd/${before.name}`,
    MOMENT,
    ...objects.map(formatCreate),
    ...(last === undefined ? [] : [last])
  ].join(' && ')

/** The same, and N replaces it before `last`. */
export const formatStory = (story: Story, objects: readonly Json[], last?: string): string =>
  [formatStart(story, objects), formatInstall(story.tag, story.after, 'N'), MOMENT, ...(last ? [last] : [])].join(
    ' && '
  )
