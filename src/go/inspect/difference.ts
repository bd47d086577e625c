import type { BuildInfo, Module } from './build-info.ts'
import { inspect } from './binary.ts'

/** The first thing by which two builds of one program differ, in words; undefined for equal bytes. */
export function binaryDifference(here: Uint8Array, there: Uint8Array): string | undefined {
  const at = firstByte(here, there)
  if (at === undefined) return undefined
  const [one, other] = [inspect(here), inspect(there)]
  const told =
    one.format === 'unchecked' || other.format === 'unchecked' || !one.build || !other.build
      ? undefined
      : infoDifference(one.build, other.build)
  if (told !== undefined) return `build info: ${told}`
  return `bytes: the first at ${at} of ${here.length} and ${there.length}, with equal build info`
}

/** Where two texts of bytes part; undefined when they are equal. */
export function firstByte(here: Uint8Array, there: Uint8Array): number | undefined {
  if (Buffer.compare(here, there) === 0) return undefined
  const end = Math.min(here.length, there.length)
  for (let at = 0; at < end; at++) if (here[at] !== there[at]) return at
  return end
}

function infoDifference(here: BuildInfo, there: BuildInfo): string | undefined {
  const one = linesOf(here)
  const other = linesOf(there)
  for (const name of new Set([...one.keys(), ...other.keys()])) {
    const [a, b] = [one.get(name), other.get(name)]
    if (a !== b) return `${name} is ${a ?? 'absent'} here and ${b ?? 'absent'} there`
  }
  return undefined
}

/** Build info as names and values, in the order of `go version -m`. */
function linesOf({ goVersion, path, main, deps, settings }: BuildInfo): ReadonlyMap<string, string> {
  return new Map([
    ['go', goVersion],
    ['path', path],
    ...(main ? ([['mod', words(main)]] as const) : []),
    ...deps.map((dep) => [`dep ${dep.path}`, words(dep)] as const),
    ...settings
  ])
}

const words = (module: Module): string =>
  [module.path, module.version, module.sum, ...(module.replace ? ['=>', words(module.replace)] : [])]
    .filter(Boolean)
    .join(' ')
