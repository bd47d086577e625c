import { Failure } from '../base/errors.ts'
import type { Target } from '../model/nouns.ts'
import { quote } from '../base/text.ts'
import { parseGoMinor } from './version.ts'

/**
 * What an architecture's variants are called, which variable carries them, and which one Go takes when none is given
 * (src/internal/buildcfg/cfg.go in GOROOT). `shown` marks architectures whose default is always written out.
 */
interface ArchFamily {
  readonly variable: string
  readonly pattern: RegExp
  readonly example: string
  readonly standard: string
  readonly shown?: true
  /** The first Go 1.x that knows the variable, where a Go that is still in use does not: older ones record nothing. */
  readonly since?: number
}

const float = (variable: string): ArchFamily => ({
  variable,
  pattern: /^(hard|soft)float$/,
  example: 'hardfloat or softfloat',
  standard: 'hardfloat'
})
const power: ArchFamily = {
  variable: 'GOPPC64',
  pattern: /^power(8|9|10)$/,
  example: 'power8, power9 or power10',
  standard: 'power8'
}

const FAMILIES: ReadonlyMap<string, ArchFamily> = new Map([
  ['386', { variable: 'GO386', pattern: /^(sse2|softfloat)$/, example: 'sse2 or softfloat', standard: 'sse2' }],
  ['amd64', { variable: 'GOAMD64', pattern: /^v[1-4]$/, example: 'v1, v2, v3 or v4', standard: 'v1' }],
  ['arm', { variable: 'GOARM', pattern: /^v[567]$/, example: 'v5, v6 or v7', standard: 'v7', shown: true }],
  [
    'arm64',
    {
      variable: 'GOARM64',
      pattern: /^v(8\.\d|9\.[0-5])$/,
      example: 'v8.0 to v8.9, or v9.0 to v9.5',
      standard: 'v8.0',
      since: 23
    }
  ],
  ['mips', float('GOMIPS')],
  ['mipsle', float('GOMIPS')],
  ['mips64', float('GOMIPS64')],
  ['mips64le', float('GOMIPS64')],
  ['ppc64', power],
  ['ppc64le', power],
  [
    'riscv64',
    {
      variable: 'GORISCV64',
      pattern: /^rva(20|22|23)u64$/,
      example: 'rva20u64, rva22u64 or rva23u64',
      standard: 'rva20u64',
      since: 23
    }
  ],
  ['wasm', { variable: 'GOWASM', pattern: /^(satconv|signext)$/, example: 'satconv or signext', standard: '' }]
])

export const DEFAULT_TARGETS: readonly Target[] = [
  { os: 'linux', arch: 'amd64' },
  { os: 'linux', arch: 'arm64' },
  { os: 'linux', arch: 'ppc64le' },
  { os: 'darwin', arch: 'amd64' },
  { os: 'darwin', arch: 'arm64' },
  { os: 'windows', arch: 'amd64' },
  { os: 'windows', arch: '386' }
]

/**
 * Reads `os/arch` or `os/arch/variant`. Two spellings of one target give equal values: arm's variant is always set, and
 * everywhere else Go's default variant is left out. Throws an 'input' Failure; whether Go has the pair is asked of
 * `unknownTargets`.
 */
export function parseTarget(text: string): Target {
  const parts = text.trim().split('/')
  const [os = '', arch = '', variant] = parts
  if (parts.length > 3 || !/^[a-z0-9]+$/.test(os) || !/^[a-z0-9]+$/.test(arch)) {
    throw new Failure('input', `target ${quote(text)} is not of the form os/arch or os/arch/variant`, {
      hint: 'Write it in Go\'s words and lower case, such as "linux/amd64" or "linux/arm/v7".'
    })
  }
  if (arch === UNIVERSAL && (os !== 'darwin' || variant !== undefined))
    throw new Failure('input', `target ${quote(text)} stands for several processors, which only darwin/all does`, {
      hint: 'Name each one, such as "linux/amd64" and "linux/arm64".'
    })
  const family = FAMILIES.get(arch)
  if (variant === undefined) return family?.shown ? { os, arch, variant: family.standard } : { os, arch }
  if (family === undefined) {
    throw new Failure('input', `target ${quote(text)} names a variant, but ${arch} has none`, {
      hint: `Write "${os}/${arch}".`
    })
  }
  if (!family.pattern.test(variant)) {
    throw new Failure('input', `target ${quote(text)} has the variant ${quote(variant)}`, {
      hint: `Variants of ${arch} are ${family.example}.`
    })
  }
  return variant === family.standard && !family.shown ? { os, arch } : { os, arch, variant }
}

/** The text that `parseTarget` reads: `linux/arm/v7`. Equal targets give equal text. */
export function formatTarget({ os, arch, variant }: Target): string {
  return variant === undefined ? `${os}/${arch}` : `${os}/${arch}/${variant}`
}

/**
 * The target's part of a file name: `linux_arm64`, `linux_armv7`, `linux_amd64v3`, `linux_mips_softfloat`.
 * Different targets give different names.
 */
export function formatTargetName({ os, arch, variant = '' }: Target): string {
  const joint = variant === '' || /^v\d/.test(variant) ? '' : '_'
  return `${os}_${arch}${joint}${variant}`
}

/**
 * The variables that make the go command build for a target. Go's default variant is named too, since a toolchain can
 * be built with another one.
 */
export function makeTargetEnv({ os, arch, variant }: Target): Readonly<Record<string, string>> {
  const family = FAMILIES.get(arch)
  if (family === undefined) return { GOOS: os, GOARCH: arch }
  const value = variant ?? family.standard
  return { GOOS: os, GOARCH: arch, [family.variable]: arch === 'arm' ? value.replace(/^v/, '') : value }
}

/** The variant's variable and value as build info holds them, where this Go (`go1.26.8`) records one. */
export function findVariantSetting(target: Target, go: string): readonly [name: string, value: string] | undefined {
  const { variable: name, since = 0 } = FAMILIES.get(target.arch) ?? {}
  const value = name === undefined || parseGoMinor(go) < since ? undefined : makeTargetEnv(target)[name]
  return name === undefined || !value ? undefined : [name, value]
}

/** Rejects targets whose variant this Go does not know: it would build another one, without a word. */
export function refuseUnknownVariants(targets: readonly Target[], go: string): void {
  for (const target of targets) {
    const { variable = '', since = 0 } = FAMILIES.get(target.arch) ?? {}
    if (target.variant === undefined || parseGoMinor(go) >= since) continue
    throw new Failure('input', `${go} does not know ${variable}, so it cannot build ${formatTarget(target)}`, {
      hint: `Go 1.${since} and newer do: set go-version, or write "${target.os}/${target.arch}".`
    })
  }
}

/**
 * The targets whose programs are joined into those of one: `darwin/all` is one file for both processors of macOS, and
 * every other target is built by itself.
 */
export const splitUniversal = (target: Target): readonly Target[] =>
  target.os === 'darwin' && target.arch === UNIVERSAL
    ? ['amd64', 'arm64'].map((arch) => ({ os: target.os, arch }))
    : [target]

/** Stands for all processors of a system. */
const UNIVERSAL = 'all'

/** Why a target cannot be built without cgo whatever the code, if so (MustLinkExternal and DefaultPIE in internal/platform). */
export function needsCgo({ os, arch }: Target): string | undefined {
  if (os === 'ios' || (os === 'android' && arch !== 'arm64')) {
    return `${os}/${arch} always needs cgo and an external linker, and Slipway builds without cgo`
  }
  return undefined
}
