import { matchFiles } from '../base/file-patterns.ts'
import type { KnownModule } from '../facts/known-module.ts'
import { ALGORITHMS } from '../model/release-extras.ts'
import { isOwnName } from '../model/own-names.ts'
import type { DraftExtras, DraftFile } from './draft.ts'
import { carryName } from './goreleaser-names.ts'
import type { Setting } from './settings-file.ts'

/** `checksum`, `source` and `release.extra_files`, as slipway.yaml has them. */
export function readExtras(root: Setting, base: string, known: KnownModule): DraftExtras {
  const taken = new Set<string>()
  return {
    ...readChecksum(root.at('checksum'), taken),
    ...readSource(root.at('source'), taken),
    ...readReleaseFiles(root.at('release').at('extra_files'), base, known, taken)
  }
}

/** A name of the release alone: of {name} and {version}. */
function carryPlainName(text: string): string | undefined {
  const name = carryName(text, [], {})?.template
  return name !== undefined && !/\{(os|arch|program)\}/.test(name) ? name : undefined
}

/** checksums.txt is always there; the list that people know stands beside it. */
function readChecksum(checksum: Setting, taken: Set<string>): DraftExtras {
  const [name, algorithm, disable, split] = ['name_template', 'algorithm', 'disable', 'split'].map((key) =>
    checksum.at(key)
  )
  if (disable?.text === 'true') {
    disable.leave({ same: 'checksums.txt is always there.' })
    return {}
  }
  if (disable && /^(false|)$/.test(disable.text)) disable.take()
  if (split && /^(false|)$/.test(split.text)) split.take()
  else if (split) {
    split.leave({
      do: 'checksums.txt and checksum-lists have a line for each file, and no file has a list of its own: those who download have to know.'
    })
    return {}
  }
  const carried = carryPlainName(name?.text || '{{ .ProjectName }}_{{ .Version }}_checksums.txt')
  const known = ALGORITHMS.find((each) => each === (algorithm?.text || 'sha256'))
  if (known === undefined) {
    algorithm?.leave({ do: 'Slipway has sha256 and sha512: say it under checksum-lists, and tell those who download.' })
    return {}
  }
  if (carried === undefined || (isOwnName(carried) && (carried !== 'checksums.txt' || known !== 'sha256'))) {
    const advice = {
      do: 'give it another name under checksum-lists: checksums.txt is the list that is signed, of SHA-256.'
    }
    name?.leave(advice)
    algorithm?.leave(advice)
    return {}
  }
  taken.add(carried.toLowerCase())
  name?.take()
  algorithm?.take()
  return carried === 'checksums.txt'
    ? {}
    : { 'checksum-lists': [{ name: carried, ...(known === 'sha512' && { algorithm: known }) }] }
}

function readSource(source: Setting, taken: Set<string>): DraftExtras {
  const [enabled, name, format, prefix] = ['enabled', 'name_template', 'format', 'prefix_template'].map((key) =>
    source.at(key)
  )
  if (enabled?.text !== 'true') {
    if (enabled && /^(false|)$/.test(enabled.text))
      source.leave({ same: 'it is not enabled: there is no source archive.' })
    return {}
  }
  enabled.take()
  if (format && /^(tar\.gz|)$/.test(format.text)) format.take()
  else format?.leave({ do: 'the source archive is a tar.gz: those who download have to know.' })
  const carried = carryPlainName(name?.text || '{{ .ProjectName }}-{{ .Version }}')
  taken.add(`${carried ?? ''}.tar.gz`.toLowerCase())
  if (carried === undefined) name?.leave({ do: 'say it as name of source-archive in slipway.yaml.' })
  else name?.take()
  const folder = prefix?.text ? carryPlainName(prefix.text.replace(/\/$/, '')) : undefined
  if (folder !== undefined) prefix?.take()
  else if (prefix?.text) prefix.leave({ do: 'say it as folder of source-archive in slipway.yaml, in one part.' })
  else prefix?.note({ do: 'the files lie in the folder {name}-{version}, where GoReleaser puts them at the top.' })
  return {
    'source-archive': { ...(carried !== undefined && { name: carried }), ...(folder !== undefined && { folder }) }
  }
}

function readReleaseFiles(setting: Setting, base: string, { files }: KnownModule, taken: Set<string>): DraftExtras {
  const found = setting.items().flatMap((item): readonly DraftReleaseFile[] => {
    const [glob, template] = [item.at('glob'), item.at('name_template')]
    const near = base === '' ? [] : (matchFiles(`${base}/${glob.text}`, files) ?? [])
    const path = glob.text.replace(/^(\.\/)+/, '')
    const matched = near.length ? near : (matchFiles(path, files) ?? [])
    const name = template.text === '' ? undefined : carryPlainName(template.text)
    const names =
      name === undefined
        ? matched.map((file) => file.slice(file.lastIndexOf('/') + 1))
        : [name.replace(/\{\w+\}/g, 'x')]
    const good = /^[^-/.][^\\\p{Cc}]*$/u.test(path) && matched.length > 0
    if (!good || (template.text !== '' && (name === undefined || matched.length > 1)) || !areNew(names, taken)) {
      item.leave({
        do: 'git holds no such file under a name of its own: say it under release-files in slipway.yaml; a step of prepare may make it.'
      })
      return []
    }
    glob.take()
    template.take()
    const from = near.length ? `${base}/${path}` : path
    return [name === undefined ? from : { from, name }]
  })
  return found.length ? { 'release-files': found } : {}
}

type DraftReleaseFile = NonNullable<DraftExtras['release-files']>[number] | (DraftFile & string)

function areNew(names: readonly string[], taken: Set<string>): boolean {
  const keys = names.map((name) => name.toLowerCase())
  if (
    !names.every((name) => /^[\w+-][\w.+-]*$/.test(name)) ||
    new Set(keys).size < keys.length ||
    keys.some((key) => taken.has(key) || isOwnName(key))
  )
    return false
  for (const key of keys) taken.add(key)
  return true
}
