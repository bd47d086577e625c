import { z } from 'zod'
import { Failure } from '../../../base/errors.ts'
import type { Listed, Published, RemoteFile } from '../../../model/ports/publisher.ts'
import { parseYank, type YankMark } from '../../../model/release-marks.ts'
import type { Client } from './client.ts'
import { explainError, isMissing } from './errors.ts'
import { streamFile, formatGenericPath, listServed, openShelf } from './package.ts'
import { quote } from '../../../base/text.ts'

const LINK = z.object({ id: z.number(), name: z.string(), url: z.string() })

const RELEASE = z.object({
  tag_name: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  released_at: z.string(),
  created_at: z.string().nullish(),
  /** Absent for who may not read the code. */
  commit: z.object({ id: z.string() }).nullish(),
  assets: z.object({ links: z.array(LINK) }),
  _links: z.object({ self: z.string().nullish() }).nullish()
})

export type Release = z.infer<typeof RELEASE>

/** Ends the description of our releases, unseen in rendered Markdown: the commit, and how many files belong to it. */
export const formatReleaseMark = (commit: string, files: number): string => `<!-- slipway ${commit} ${files} -->`
const MARK = /<!-- slipway ([0-9a-f]{40}) (\d+) -->\s*$/

export const parseReleaseMark = (release: Release): { readonly commit: string; readonly files: number } | undefined => {
  const [, commit, files] = MARK.exec(release.description ?? '') ?? []
  return commit === undefined ? undefined : { commit, files: Number(files) }
}

/** The description without that comment. */
export const stripReleaseMark = (release: Release): string => (release.description ?? '').replace(MARK, '').trimEnd()

/** How a release was taken back, if it was. */
export const readYank = (release: Release): YankMark | undefined => parseYank(release.description ?? '')

export const formatReleasePath = (tag: string): string => `releases/${encodeURIComponent(tag)}`

/** The release of a tag as GitLab has it, whole or not; undefined when there is none. */
export async function readRelease(client: Client, tag: string, signal: AbortSignal): Promise<Release | undefined> {
  try {
    return await client.json({ method: 'GET', path: formatReleasePath(tag) }, RELEASE, signal)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw explainError(error, `cannot look for the release ${tag}`, signal)
  }
}

/** A file that a release links: where it lies in this project's registry. */
interface Linked {
  readonly packageName: string
  readonly version: string
  readonly name: string
}

/** What a release leads to, looked up. */
export interface Standing {
  readonly release: Release
  /** The files of the package registry that it links, as a download gets them; undefined where the file is gone. */
  readonly files: ReadonlyMap<string, { readonly file: RemoteFile | undefined; readonly path: string }>
  /** Whether all that belongs to it is linked and there, and nothing says that it is unfinished. */
  readonly whole: boolean
}

/**
 * Looks up what a release links. One of ours says how many files belong to it; one that somebody else wrote is whole
 * when it links any of our package files, and all that it links are there.
 */
export async function readStanding(client: Client, release: Release, signal: AbortSignal): Promise<Standing> {
  const prefix = await client.address('packages/generic/', signal)
  const linked = release.assets.links.flatMap(({ url }) => parseLinked(url, prefix) ?? [])
  const files = new Map<string, { file: RemoteFile | undefined; path: string }>()
  const packages = new Map(
    linked.map(({ packageName, version }) => [`${packageName}/${version}`, { packageName, version }])
  )
  for (const { packageName, version } of packages.values()) {
    const there = listServed(await openShelf(client, packageName, version).look(signal))
    for (const each of linked.filter((link) => link.packageName === packageName && link.version === version)) {
      const path = formatGenericPath(packageName, version, each.name)
      files.set(each.name, { file: there.find(({ name }) => name === each.name), path })
    }
  }
  const present = [...files.values()].every(({ file }) => file !== undefined)
  const enough = files.size >= Math.max(1, parseReleaseMark(release)?.files ?? 1)
  return { release, files, whole: present && enough && readYank(release)?.half !== true }
}

function parseLinked(url: string, prefix: string): Linked | undefined {
  if (!url.startsWith(prefix)) return undefined
  try {
    const [packageName, version, name, ...more] = url.slice(prefix.length).split('/').map(decodeURIComponent)
    if (!packageName || !version || !name || more.length > 0) return undefined
    return { packageName, version, name }
  } catch {
    return undefined
  }
}

/** A release with its files as the port shows it. */
export function makePublished(
  client: Client,
  { release, files }: Standing,
  url: string,
  signal: AbortSignal
): Published {
  return {
    tag: release.tag_name,
    url: release._links?.self ?? url,
    files: [...files.values()].flatMap(({ file }) => file ?? []),
    yanked: readYank(release)?.why,
    since: release.created_at ?? undefined,
    download(name) {
      const { file, path } = files.get(name) ?? {}
      if (!file || path === undefined) {
        throw new Failure('host', `the release ${release.tag_name} has no file ${quote(name)}`)
      }
      return streamFile(client, path, file, signal)
    }
  }
}

/** The release that GitLab calls the latest: that with the latest date, whatever its version. */
export async function findLatest(client: Client, signal: AbortSignal): Promise<Release | undefined> {
  const query = { order_by: 'released_at', sort: 'desc', per_page: '1' }
  try {
    const [found] = await client.json({ method: 'GET', path: 'releases', query }, z.array(RELEASE), signal)
    return found
  } catch (error) {
    throw explainError(error, 'cannot look for the latest release', signal)
  }
}

/** Every release that people can see. */
export async function listReleases(client: Client, signal: AbortSignal): Promise<readonly Listed[]> {
  try {
    const all = await client.list('releases', RELEASE, {}, signal)
    return all.map((release) => ({
      tag: release.tag_name,
      prerelease: PRERELEASE.test(release.description ?? ''),
      yanked: readYank(release) !== undefined
    }))
  } catch (error) {
    throw explainError(error, 'cannot list the releases', signal)
  }
}

/** GitLab has no flag for it: the first line of the notes says so. */
export const PRERELEASE_LINE = '**This is a prerelease.**'
const PRERELEASE = /^\*\*This is a prerelease\.\*\*$/m
