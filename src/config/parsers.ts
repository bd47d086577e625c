import { parseTargets } from '../go/target-list.ts'
import type { Target } from '../model/nouns.ts'
import { CRD_SETS, OWN } from '../model/crd-sets.ts'
import { HELD } from '../model/held-releases.ts'
import { quote } from '../base/text.ts'
import { SUITES } from '../suites/suites.ts'
import { KUBERNETES_MINORS } from './kubernetes-minors.ts'

/** Words, paths, versions and references to keys. */
export const PLAIN = '[A-Za-z0-9_./,:@+=~-]*'
const PART = '\\.?[A-Za-z0-9_][A-Za-z0-9_.-]*'
/** A folder below the one where Slipway runs, for platforms that check values by a pattern. */
export const FOLDER = `\\.|(\\./)?${PART}(/${PART})*`

const splitList = (text: string): readonly string[] =>
  text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter(Boolean)

export const flag = (text: string): boolean => oneOf('true', 'false')(text) === 'true'

export const oneOf = <T extends string>(...options: readonly T[]) =>
  Object.assign(
    (text: string): T => {
      const found = options.find((item) => item === text)
      if (found === undefined) throw new Error(`must be one of ${options.join(', ')}, not ${quote(text)}`)
      return found
    },
    { options }
  )

export const targets = (text: string): readonly Target[] => parseTargets(splitList(text))

/** A path below the folder where we run or an absolute one; never an option, never with control characters. */
/** As Linux has it (PATH_MAX); other systems have less. */
const PATH_MOST = 4096

export const path = (text: string): string => {
  if (text.startsWith('-')) throw new Error(`${quote(text)} starts with "-" and would be taken for an option`)
  if (/\p{Cc}/u.test(text)) throw new Error(`${quote(text)} holds a control character`)
  if (text.length > PATH_MOST) throw new Error(`${quote(text)} is longer than ${PATH_MOST} characters`)
  return text
}

export const mains = (text: string): readonly string[] =>
  splitList(text).map((item) => {
    if (!/^\.(\/[\w.+~-]+)*$/.test(item) || item.includes('..'))
      throw new Error(`${quote(item)} is not a package folder such as ./cmd/tool`)
    return item
  })

export const semver = (text: string): string => {
  if (text !== '' && !/^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.test(text))
    throw new Error(`${quote(text)} is not a version such as 1.2.3`)
  return text.replace(/^v/, '')
}

export const goVersion = (text: string): string => {
  if (text !== 'go.mod' && !/^(go)?1\.\d+(\.\d+)?((rc|beta)\d+)?$/.test(text))
    throw new Error(`${quote(text)} is neither go.mod nor a Go version such as 1.26.8`)
  return text === 'go.mod' ? text : `go${text.replace(/^go/, '')}`
}

export const minors = (text: string): 'auto' | readonly string[] =>
  text === 'auto'
    ? text
    : text === 'none'
      ? []
      : splitList(text).map((item) => {
          if (!/^1\.\d{1,3}$/.test(item))
            throw new Error(`${quote(item)} is not a Kubernetes minor such as ${KUBERNETES_MINORS[0]}`)
          return item
        })

/** Registries as image references name them: a host with a dot or a port, and a path. */
export const mirrors = (text: string): readonly string[] =>
  splitList(text).map((item) => {
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?(\/[a-z0-9._-]+)*$/.test(item) || !/[.:]/.test(item.split('/')[0] ?? ''))
      throw new Error(`${quote(item)} is not a registry such as mirror.example.com`)
    return item
  })

export const destination = (text: string): string => {
  if (text === '') return text
  return path(text)
}

/** What git takes for the name of a tag, and no option (git-check-ref-format). */
export const tagName = (text: string): string => {
  if (/^-|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|^[/.]|\/\.|\/\/|[/.]$|\.lock$/.test(text))
    throw new Error(`${quote(text)} is not a name that git takes for a tag`)
  return text
}

export const suites = (text: string): 'auto' | readonly string[] =>
  text === 'auto' ? text : text === 'none' ? [] : splitList(text).map(oneOf(...SUITES.map(({ name }) => name)))

/** Programs by the tool's name, each with its SHA-256. */
export const toolDigests = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    splitList(text).map((item) => {
      const [, name, sha256] = /^([a-z]+(?:-[a-z]+)*)=([0-9a-f]{64})$/.exec(item) ?? []
      if (!name || !sha256)
        throw new Error(`${quote(item)} is not a tool with its SHA-256, such as cosign=<64 hex digits>`)
      return [name, sha256]
    })
  )

/** Keys of slipway.yaml. */
export const settingNames = (text: string): readonly string[] =>
  splitList(text).map((item) => {
    if (!/^[a-z]+(-[a-z]+)*$/.test(item)) throw new Error(`${quote(item)} is not a key of slipway.yaml such as vet`)
    return item
  })

/** What init goes on without. */
export const held = (text: string) => splitList(text).map(oneOf(...HELD))

/** Sets of SMI CRDs, each once. */
export const smiSets = (text: string) => [...new Set(splitList(text).map(oneOf(...CRD_SETS, OWN)))]

export const numberOrAll = (text: string): number => {
  if (text === 'all') return Infinity
  if (!/^\d{1,3}$/.test(text)) throw new Error(`${quote(text)} is neither a number nor all`)
  return Number(text)
}

/** Text on one line, cut to what people read. */
export const sentence = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 1000)

export const anything = (text: string): string => text

export const matrix = (
  text: string
): { readonly platform: 'github' | 'gitlab'; readonly machines: number } | undefined => {
  if (text === 'none') return undefined
  const [, platform, machines] = /^(github|gitlab):([1-9]\d{0,2})$/.exec(text) ?? []
  if (!platform) throw new Error(`must be none, or such as github:3, not ${quote(text)}`)
  return { platform: platform === 'github' ? 'github' : 'gitlab', machines: Number(machines) }
}

export const shard = (text: string): { readonly index: number; readonly of: number } | undefined => {
  if (text === '') return undefined
  const [index = 0, of = 0] = (/^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? []).slice(1).map(Number)
  if (index < 1 || index > of) throw new Error(`must be such as 2/3, not ${quote(text)}`)
  return { index, of }
}

/** The stored version of each kind that is named. */
export const storedVersions = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    splitList(text).map((item) => {
      const [, kind, version] = /^([A-Za-z]+)=(v[0-9a-z]+)$/.exec(item) ?? []
      if (!kind || !version) throw new Error(`${quote(item)} is not of the form KIND=VERSION`)
      return [kind, version]
    })
  )
