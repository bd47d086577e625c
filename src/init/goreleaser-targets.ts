import { formatTarget, parseTarget } from '../go/target.ts'
import { fields, items, text } from '../base/json.ts'
import type { Json } from '../base/json.ts'

type Build = { readonly [key: string]: Json | undefined }

/** Pairs that its builder passes over, since Go has no such port (any more). */
const NONE = new Set(['darwin/386', 'darwin/arm', 'windows/arm'])
const VARIANTS: Readonly<Record<string, { readonly key: string; readonly standard: string }>> = {
  arm: { key: 'goarm', standard: '6' },
  amd64: { key: 'goamd64', standard: 'v1' },
  arm64: { key: 'goarm64', standard: 'v8.0' }
}

/** Every target of every build, as `os/arch/variant`; all programs are built for all of them. */
export function targetsOf(builds: readonly Build[], left: string[]): readonly string[] {
  const lists = (builds.length ? builds : [{}]).map((build) =>
    (build['targets'] === undefined ? matrix(build) : named(build, left)).flatMap((target) => known(target, left))
  )
  if (new Set(lists.map((list) => [...list].sort().join())).size > 1)
    left.push('builds have different targets: Slipway builds every program for all of them.')
  return lists.flat()
}

function matrix(build: Build): readonly string[] {
  const each = (key: string, standard: readonly string[]): readonly string[] => {
    const given = items(build[key]).map(text)
    return given.length ? given : standard
  }
  const ignored = items(build['ignore']).map(fields)
  return each('goos', ['linux', 'darwin', 'windows']).flatMap((os) =>
    each('goarch', ['386', 'amd64', 'arm64']).flatMap((arch) => {
      const variant = VARIANTS[arch]
      const values = variant ? each(variant.key, [variant.standard]) : ['']
      return values
        .filter(
          (value) =>
            !NONE.has(`${os}/${arch}`) &&
            !ignored.some(
              (rule) =>
                same(rule['goos'], os) && same(rule['goarch'], arch) && same(variant && rule[variant.key], value)
            )
        )
        .map((value) => [os, arch, ...(value ? [arch === 'arm' ? `v${value}` : value] : [])].join('/'))
    })
  )
}

/** A rule says nothing about what it leaves out. */
const same = (rule: Json | undefined, value: string): boolean => rule === undefined || text(rule) === value

/** `linux_amd64`, `linux_arm_7`, `linux_amd64_v1`. */
const named = (build: Build, left: string[]): readonly string[] =>
  items(build['targets'])
    .map(text)
    .flatMap((name) => {
      const [os = '', arch = '', variant] = name.split('_')
      if (arch === '' || name.startsWith('go_')) {
        left.push(`builds.targets: ${name}: name the platforms.`)
        return []
      }
      return [[os, arch, ...(variant ? [arch === 'arm' ? `v${variant}` : variant] : [])].join('/')]
    })

function known(target: string, left: string[]): readonly string[] {
  try {
    return [formatTarget(parseTarget(target))]
  } catch {
    left.push(`builds: the target ${target} is none that Slipway knows.`)
    return []
  }
}
