import { needsCgo, formatTarget, parseTarget } from '../go/target.ts'
import type { Setting } from './settings-file.ts'

/** GoReleaser's own lists (internal/builders/golang/targets.go, 2.16), and with them what it skips without a word. */
export const GORELEASER_PORTS: ReadonlySet<string> = new Set(
  [
    'aix/ppc64 android/386 android/amd64 android/arm android/arm64 darwin/amd64 darwin/arm64 dragonfly/amd64',
    'freebsd/386 freebsd/amd64 freebsd/arm freebsd/arm64 illumos/amd64 ios/arm64 js/wasm wasip1/wasm',
    'linux/386 linux/amd64 linux/arm linux/arm64 linux/ppc64 linux/ppc64le linux/mips linux/mipsle linux/mips64',
    'linux/mips64le linux/s390x linux/riscv64 linux/loong64 netbsd/386 netbsd/amd64 netbsd/arm netbsd/arm64',
    'openbsd/386 openbsd/amd64 openbsd/arm openbsd/arm64 openbsd/riscv64 plan9/386 plan9/amd64 plan9/arm',
    'solaris/amd64 solaris/sparc solaris/sparc64 windows/arm64 windows/386 windows/amd64'
  ].flatMap((line) => line.split(' '))
)

/** What `go tool dist list` prints (Go 1.26) beyond what GoReleaser builds. */
const MORE_GO_PORTS = new Set(['ios/amd64', 'openbsd/ppc64'])
/** What GoReleaser would build and Go has not. */
const NO_GO_PORTS = new Set(['solaris/sparc', 'solaris/sparc64'])

/** Whether Go 1.26 has a port of this name. */
export const isGoPort = (pair: string): boolean =>
  (GORELEASER_PORTS.has(pair) || MORE_GO_PORTS.has(pair)) && !NO_GO_PORTS.has(pair)

/** Which key has an architecture's variants, and which of them is built when it names none. */
const VARIANTS: Readonly<Record<string, { readonly key: string; readonly standard: string }>> = {
  386: { key: 'go386', standard: 'sse2' },
  amd64: { key: 'goamd64', standard: 'v1' },
  arm: { key: 'goarm', standard: '6' },
  arm64: { key: 'goarm64', standard: 'v8.0' },
  ...Object.fromEntries(
    ['mips', 'mipsle', 'mips64', 'mips64le'].map((arch) => [arch, { key: 'gomips', standard: 'hardfloat' }])
  ),
  ppc64: { key: 'goppc64', standard: 'power8' },
  ppc64le: { key: 'goppc64', standard: 'power8' },
  riscv64: { key: 'goriscv64', standard: 'rva20u64' }
}
const VARIANT_KEYS = [...new Set(Object.values(VARIANTS).map(({ key }) => key))]
const MATRIX_KEYS = ['goos', 'goarch', ...VARIANT_KEYS, 'ignore']

const FIRST_CLASS = ['darwin/amd64', 'darwin/arm64', 'linux/386', 'linux/amd64', 'linux/arm', 'linux/arm64'].concat(
  'windows/386',
  'windows/amd64'
)

/** A target of the other file: what it is made of, and the setting that asks for it. */
interface Wanted {
  readonly os: string
  readonly arch: string
  /** '' for what GoReleaser takes. */
  readonly variant: string
  readonly from: Setting
}

/** The targets of one build as GoReleaser decides them, each as `os/arch` or `os/arch/variant` of ours. */
export function readTargets(build: Setting): readonly string[] {
  const named = build.at('targets')
  const wanted = named.items().length > 0 ? nameTargets(build) : multiplyTargets(build)
  return [...new Set(wanted.flatMap(carryTarget))]
}

function carryTarget({ os, arch, variant, from }: Wanted): readonly string[] {
  const value = variant || (VARIANTS[arch]?.standard ?? '')
  const text = [os, arch, ...(value ? [arch === 'arm' ? `v${value}` : value] : [])].join('/')
  const refuse = (target: string, why: string): readonly string[] => {
    from.note({ do: `${target} is not built: ${why}.` })
    return []
  }
  try {
    const target = parseTarget(text)
    const ours = formatTarget(target)
    if (!isGoPort(`${target.os}/${target.arch}`)) return refuse(ours, 'Go has no such port')
    const why = needsCgo(target)
    return why === undefined ? [ours] : refuse(ours, why)
  } catch {
    return refuse(text, 'Slipway knows no such target; name the platform under targets')
  }
}

/** The one target that an override names, as ours; undefined for one that is none, or made by a template. */
export function readNamedTarget(override: Setting): string | undefined {
  const [os, arch] = [override.at('goos').text, override.at('goarch').text]
  const family = VARIANTS[arch]
  const variant = (family && override.at(family.key).text) || (family?.standard ?? '')
  try {
    const text = [os, arch, ...(variant ? [arch === 'arm' ? `v${variant}` : variant] : [])].join('/')
    const target = formatTarget(parseTarget(text))
    for (const key of ['goos', 'goarch', ...(family ? [family.key] : [])]) override.at(key).take()
    return target
  } catch {
    return undefined
  }
}

/** `targets`, beside which GoReleaser passes over the matrix. */
function nameTargets(build: Setting): readonly Wanted[] {
  build.at('targets').take()
  for (const key of MATRIX_KEYS) build.at(key).leave({ same: 'GoReleaser passes over it beside targets.' })
  return build
    .at('targets')
    .items()
    .flatMap((from) => {
      if (/^go(_118)?_first_class$/.test(from.text))
        return FIRST_CLASS.map((pair) => {
          const [os = '', arch = ''] = pair.split('/')
          return { os, arch, variant: '', from }
        })
      const [, os = '', arch = '', variant = ''] = /^([a-z0-9]+)_([a-z0-9]+)(?:_([\w.,]+))?$/.exec(from.text) ?? []
      if (os !== '') return [{ os, arch, variant, from }]
      from.leave({ do: `${from.text} names no target; write the platform under targets.` })
      return []
    })
}

/** Every system with every architecture and its variants, without those that are ignored and those that are none. */
function multiplyTargets(build: Setting): readonly Wanted[] {
  const oses = readList(build, 'goos', ['linux', 'darwin', 'windows'])
  const arches = readList(build, 'goarch', ['amd64', 'arm64', '386'])
  const rules = build
    .at('ignore')
    .items()
    .map((rule) => ({ rule, fits: readRule(rule) }))
  const used = new Set(arches.flatMap((arch) => VARIANTS[arch]?.key ?? []))
  for (const key of VARIANT_KEYS)
    if (!used.has(key)) build.at(key).leave({ same: 'goarch has no architecture that it is about.' })
  const asked = [build.at('goarch'), build.at('goos')].find(({ kind }) => kind !== 'absent')
  const from = asked ?? build
  const wanted = oses.flatMap((os) =>
    arches.flatMap((arch) => {
      const family = VARIANTS[arch]
      const variants = family ? readList(build, family.key, [family.standard]) : ['']
      return variants.map((variant) => ({ os, arch, variant, from }))
    })
  )
  const known = wanted.filter(({ os, arch }) => GORELEASER_PORTS.has(`${os}/${arch}`))
  const skipped = [...new Set(wanted.filter((item) => !known.includes(item)).map(({ os, arch }) => `${os}/${arch}`))]
  if (asked && skipped.length)
    asked.note({
      same: `${skipped.join(', ')}: no such port of Go is known to GoReleaser, which skips it, and so does Slipway.`
    })
  for (const { rule, fits } of rules)
    if (fits && !known.some(fits)) rule.leave({ same: 'it fits no target of this build.' })
  return known.filter((item) => !rules.some(({ fits }) => fits?.(item)))
}

/** The values of a list, or what stands for it; values made by a template are listed. */
function readList(build: Setting, key: string, standard: readonly string[]): readonly string[] {
  const items = build.at(key).items()
  if (items.length === 0) return standard
  return items.flatMap((item) => {
    if (/^[a-z0-9.,]+$/.test(item.text)) {
      item.take()
      return [item.text]
    }
    item.leave({ do: `${item.text} names no platform; write those that it stands for under targets.` })
    return []
  })
}

/** A rule says nothing about what it leaves out; one with a template is listed. */
function readRule(rule: Setting): ((target: Wanted) => boolean) | undefined {
  const keys = ['goos', 'goarch', ...VARIANT_KEYS].filter((key) => rule.at(key).text !== '')
  if (keys.length === 0 || keys.some((key) => rule.at(key).text.includes('{{'))) {
    rule.leave({ do: 'Slipway does not know what it ignores: take such targets out by hand.' })
    return undefined
  }
  for (const key of keys) rule.at(key).take()
  return ({ os, arch, variant }) =>
    keys.every((key) => {
      const value = key === 'goos' ? os : key === 'goarch' ? arch : VARIANTS[arch]?.key === key ? variant : ''
      return rule.at(key).text === value
    })
}
