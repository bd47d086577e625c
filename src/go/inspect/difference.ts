import type { BuildInfo, Module } from './build-info.ts'
import { inspectBinary, listSections } from './binary.ts'

/**
 * The first thing by which two builds of one program differ, in words: their build info, else the section that the first
 * other byte lies in; undefined for equal bytes. `places`: what they are called.
 */
export function findBinaryDifference(
  here: Uint8Array,
  there: Uint8Array,
  places: readonly [string, string] = ['here', 'there']
): string | undefined {
  const at = findFirstOtherByte(here, there)
  if (at === undefined) return undefined
  const [one, other] = [inspectBinary(here), inspectBinary(there)]
  const told = one.build && other.build ? findInfoDifference(one.build, other.build, places) : undefined
  if (told !== undefined) return `build info: ${told}`
  const section = findOtherSection(here, there)
  return section === undefined
    ? `bytes: the first at ${at} of ${here.length} and ${there.length}`
    : `section ${section}, with equal build info`
}

/** The first section that is in both programs and not the same, and where in it. */
function findOtherSection(here: Uint8Array, there: Uint8Array): string | undefined {
  const others = new Map(listSections(there).map((section) => [section.name, section]))
  for (const { name, offset, size } of listSections(here)) {
    const other = others.get(name)
    if (!other) continue
    const [a, b] = [here.subarray(offset, offset + size), there.subarray(other.offset, other.offset + other.size)]
    const at = findFirstOtherByte(a, b)
    if (at !== undefined) return `${name}: the first byte at ${at} of ${a.length} and ${b.length}`
  }
  return undefined
}

/** Where two texts of bytes part; undefined when they are equal. */
export function findFirstOtherByte(here: Uint8Array, there: Uint8Array): number | undefined {
  if (Buffer.compare(here, there) === 0) return undefined
  const end = Math.min(here.length, there.length)
  for (let at = 0; at < end; at++) if (here[at] !== there[at]) return at
  return end
}

function findInfoDifference(
  here: BuildInfo,
  there: BuildInfo,
  [first, second]: readonly [string, string]
): string | undefined {
  const one = listInfoLines(here)
  const other = listInfoLines(there)
  for (const name of new Set([...one.keys(), ...other.keys()])) {
    const [a, b] = [one.get(name), other.get(name)]
    if (a !== b) return `${name} is ${a ?? 'absent'} ${first} and ${b ?? 'absent'} ${second}`
  }
  return undefined
}

/** Build info as names and values, in the order of `go version -m`. */
function listInfoLines({ goVersion, path, main, deps, settings }: BuildInfo): ReadonlyMap<string, string> {
  return new Map([
    ['go', goVersion],
    ['path', path],
    ...(main ? ([['mod', formatModule(main)]] as const) : []),
    ...deps.map((dep) => [`dep ${dep.path}`, formatModule(dep)] as const),
    ...settings
  ])
}

const formatModule = (module: Module): string =>
  [module.path, module.version, module.sum, ...(module.replace ? ['=>', formatModule(module.replace)] : [])]
    .filter(Boolean)
    .join(' ')
