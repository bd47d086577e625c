import { Failure } from '../base/errors.ts'
import type { KnownModule } from '../facts/known-module.ts'
import type { Held } from '../model/held-releases.ts'
import type { Setting } from './settings-file.ts'

/** What of `release` and `changelog` goes into slipway.yaml, and what into the step of the workflow. */
export interface Publishing {
  readonly notes?: 'none'
  readonly release?: 'draft'
  readonly step: Readonly<Record<string, string>>
}

/**
 * Reads `release`, `changelog` and `checksum`. Throws an 'input' Failure where Slipway would publish what the file keeps
 * back, or elsewhere than it says, unless `without` names that.
 */
export function readPublishing(root: Setting, path: string, known: KnownModule, without: readonly Held[]): Publishing {
  const release = root.at('release')
  const draft = readDraft(release, without)
  refuseOpenings(findOpenings(release, known, draft.release !== undefined), path, without)
  return {
    ...draft,
    ...readChangelog(root.at('changelog')),
    step: { ...readNotes(root.at('changelog').at('use')), ...readMarks(release) }
  }
}

/** A release that a person makes public stays one, unless the reader goes on without that. */
function readDraft(release: Setting, without: readonly Held[]): { readonly release?: 'draft' } {
  const draft = release.at('draft')
  if (!IS_ON.test(draft.text.trim()) || without.includes('release.draft')) return {}
  draft.take()
  return { release: 'draft' }
}

/** What YAML calls true, of which GoReleaser's reader takes every word where it wants one. */
const IS_ON = /^(true|yes|on|y)$/i

interface Opening {
  readonly stop: Held
  readonly setting: Setting
  readonly why: string
}

function findOpenings(release: Setting, known: KnownModule, keptDraft: boolean): readonly Opening[] {
  const [draft, disable, upload] = ['draft', 'disable', 'skip_upload'].map((key) => release.at(key))
  const held = (setting: Setting | undefined, stop: Held, why: string): readonly Opening[] => {
    if (!setting || setting.kind === 'absent') return []
    if (setting.kind === 'text' && /^(false|no|off|)$/i.test(setting.text.trim())) {
      setting.take()
      return []
    }
    return [{ stop, setting, why }]
  }
  return [
    ...held(
      keptDraft ? undefined : draft,
      'release.draft',
      'GoReleaser leaves a draft where it is true, and Slipway publishes at once, unless slipway.yaml says release: draft'
    ),
    ...held(disable, 'release.disable', 'GoReleaser makes no release where it is true, and Slipway makes one'),
    ...held(upload, 'release.skip_upload', 'GoReleaser uploads no files where it is true, and Slipway uploads them'),
    ...['github', 'gitlab', 'gitea'].flatMap((key) => findOtherRepository(release.at(key), known))
  ]
}

/** Slipway publishes in the repository whose job it is. */
function findOtherRepository(setting: Setting, { repository, module }: KnownModule): readonly Opening[] {
  if (setting.kind === 'absent') return []
  const own = [repository, module.split('/').slice(1, 3).join('/')].filter((name) => name.includes('/'))
  const [owner, name] = ['owner', 'name'].map((key) => setting.at(key).text.toLowerCase())
  const isOwn = own
    .map((full) => full.toLowerCase())
    .some((full) => (owner === '' || full.startsWith(`${owner}/`)) && (name === '' || full.endsWith(`/${name}`)))
  if (isOwn && !setting.name.endsWith('gitea')) {
    setting.at('owner').take()
    setting.at('name').take()
    return []
  }
  const why = `GoReleaser publishes in ${owner}/${name}, and Slipway in the repository whose job it is${repository ? `, ${repository}` : ''}`
  return [{ stop: 'release.repository', setting, why }]
}

function refuseOpenings(openings: readonly Opening[], path: string, without: readonly Held[]): void {
  const asked = openings.filter(({ stop }) => !without.includes(stop))
  const [first] = asked
  if (first)
    throw new Failure(
      'input',
      asked.map(({ setting, why }) => `${path}:${setting.line}: ${setting.name}: ${why}`).join('\n'),
      {
        code: 'cannot-carry-over',
        hint: `Nothing was written. If Slipway's way is right for you: --without ${[...new Set(asked.map(({ stop }) => stop))].join(',')}.`
      }
    )
  for (const { setting, why } of openings) setting.leave({ do: `${why}: you said --without.` })
}

function readChangelog(changelog: Setting): { readonly notes?: 'none' } {
  const disable = changelog.at('disable')
  if (disable.text.trim() === 'true') {
    changelog.leave({ same: 'there is no changelog.' })
    disable.take()
    return { notes: 'none' }
  }
  if (/^(false|)$/.test(disable.text)) disable.take()
  return {}
}

/** GitHub's own notes are asked for in the workflow: a release in a folder has none. */
function readNotes(use: Setting): Readonly<Record<string, string>> {
  if (use.text === 'github-native') {
    use.leave({
      do: 'the workflow that init makes for GitHub says notes: generated; any other pipeline has to say it itself.'
    })
    return { notes: 'generated' }
  }
  if (use.text === 'git') use.take()
  return {}
}

/** Whether it is a prerelease, and the latest: inputs of the step, not settings of the project. */
function readMarks(release: Setting): Readonly<Record<string, string>> {
  const [prerelease, latest] = ['prerelease', 'make_latest'].map((key) => release.at(key))
  const inStep = (setting: Setting | undefined, input: string): Readonly<Record<string, string>> => {
    const value = setting?.text.trim() ?? ''
    setting?.leave({
      do: `the workflow that init makes for GitHub says ${input}: ${value}; any other pipeline has to say it itself.`
    })
    return { [input]: value }
  }
  if (prerelease?.text === 'auto') prerelease.take()
  if (latest && /^(auto|true)$/.test(latest.text))
    latest.leave({ same: 'the highest stable version becomes the latest release.' })
  return {
    ...(prerelease && /^(true|false)$/.test(prerelease.text) && inStep(prerelease, 'prerelease')),
    ...(latest?.text === 'false' && inStep(latest, 'latest'))
  }
}
