import { formatTarget, parseTarget } from '../go/target.ts'
import { readFields, readItems, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { sortChoices, type Choice, type Taken } from './goreleaser-taken.ts'

type Build = { readonly [key: string]: Json | undefined }

/** Pairs that its builder passes over, since Go has no such port (any more). */
const NONE = new Set(['darwin/386', 'darwin/arm', 'windows/arm'])
const VARIANTS: Readonly<Record<string, { readonly key: string; readonly standard: string }>> = {
  arm: { key: 'goarm', standard: '6' },
  amd64: { key: 'goamd64', standard: 'v1' },
  arm64: { key: 'goarm64', standard: 'v8.0' }
}

/** Every target of every build, as `os/arch/variant`; all programs are built for all of them. */
export function readTargets(builds: readonly Build[]): Taken<readonly string[]> {
  const lists = (builds.length ? builds : [{}]).map((build) => {
    const names = build['targets'] === undefined ? { value: multiplyTargets(build), left: [] } : nameTargets(build)
    const targets = sortChoices(names.value.map(readTarget))
    return { value: targets.value, left: [...names.left, ...targets.left] }
  })
  const differ = new Set(lists.map(({ value }) => [...value].sort().join())).size > 1
  return {
    value: lists.flatMap(({ value }) => value),
    left: [
      ...lists.flatMap(({ left }) => left),
      ...(differ ? ['builds have different targets: Slipway builds every program for all of them.'] : [])
    ]
  }
}

/** Every system with every architecture and its variants. */
function multiplyTargets(build: Build): readonly string[] {
  const each = (key: string, standard: readonly string[]): readonly string[] => {
    const given = readItems(build[key]).map(readText)
    return given.length ? given : standard
  }
  const ignored = readItems(build['ignore']).map(readFields)
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
                matchesRule(rule['goos'], os) &&
                matchesRule(rule['goarch'], arch) &&
                matchesRule(variant && rule[variant.key], value)
            )
        )
        .map((value) => [os, arch, ...(value ? [arch === 'arm' ? `v${value}` : value] : [])].join('/'))
    })
  )
}

/** A rule says nothing about what it leaves out. */
const matchesRule = (rule: Json | undefined, value: string): boolean => rule === undefined || readText(rule) === value

/** `linux_amd64`, `linux_arm_7`, `linux_amd64_v1`. */
const nameTargets = (build: Build): Taken<readonly string[]> =>
  sortChoices(
    readItems(build['targets'])
      .map(readText)
      .map((name) => {
        const [os = '', arch = '', variant] = name.split('_')
        return arch === '' || name.startsWith('go_')
          ? { leave: `builds.targets: ${name}: name the platforms.` }
          : { take: [os, arch, ...(variant ? [arch === 'arm' ? `v${variant}` : variant] : [])].join('/') }
      })
  )

function readTarget(target: string): Choice<string> {
  try {
    return { take: formatTarget(parseTarget(target)) }
  } catch {
    return { leave: `builds: the target ${target} is none that Slipway knows.` }
  }
}
