import { fillTemplates, type Constants } from './goreleaser-templates.ts'
import type { CarriedBuild } from './goreleaser-programs.ts'
import type { Setting } from './settings-file.ts'

const BOTH = ['darwin/amd64', 'darwin/arm64']
const UNIVERSAL = 'darwin/all'

/** `universal_binaries`: the builds that they join get the target darwin/all, instead of both processors with `replace`. */
export function readUniversal(
  setting: Setting,
  carried: readonly CarriedBuild[],
  constants: Constants
): readonly CarriedBuild[] {
  let builds = carried
  for (const item of setting.kind === 'list' ? setting.items() : []) {
    const project = constants.fields['ProjectName'] ?? ''
    const ids = item
      .at('ids')
      .items()
      .map(({ text }) => text)
    const wanted = ids.length > 0 ? ids : [item.at('id').text || project]
    const joined = builds.filter(
      ({ build, programs, targets }) =>
        programs.length > 0 &&
        wanted.includes(build.at('id').text || project) &&
        BOTH.every((target) => targets.includes(target))
    )
    if (joined.length === 0) {
      item.leave({
        do: 'no build that is carried over is of this id and for darwin/amd64 and darwin/arm64: name the target darwin/all under targets.'
      })
      continue
    }
    const replace = item.at('replace').text === 'true'
    builds = builds.map((each) =>
      joined.includes(each)
        ? {
            ...each,
            targets: [...each.targets.filter((target) => !replace || !BOTH.includes(target)), UNIVERSAL]
          }
        : each
    )
    for (const key of ['id', 'ids']) item.at(key).take()
    if (/^(true|false|)$/.test(item.at('replace').text)) item.at('replace').take()
    if (item.at('mod_timestamp').text.replace(/\s/g, '') === '{{.CommitTimestamp}}') item.at('mod_timestamp').take()
    const name = fillTemplates(item.at('name_template').text || '{{ .ProjectName }}', constants)
    const names = joined.flatMap(({ names }) => names)
    if (name.whole && names.every((each) => each === name.text)) item.at('name_template').take()
    else
      item.at('name_template').note({
        do: `the program for both processors is named ${names.join(', ')}, as it is for each.`
      })
  }
  return builds
}
