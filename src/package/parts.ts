import { createHash } from 'node:crypto'
import type { BuildInfo, Module } from '../go/inspect/build-info.ts'
import { formatTarget } from '../go/target.ts'
import type { Licensed } from '../licences/module-licences.ts'
import type { Target } from '../model/nouns.ts'
import { formatGolangPurl } from './purl.ts'

/** A binary whose parts are to be named. */
export interface LinkedBinary {
  readonly name: string
  readonly version: string
  /** ISO 8601; the SBOM's timestamp. */
  readonly committedAt: string
  readonly target: Target
  /** 64 hex digits. */
  readonly sha256: string
  readonly buildInfo: BuildInfo
  /** What our own licence files grant. */
  readonly licensed: Licensed
  /** What those of a module that is linked in grant, by `formatReference`. */
  readonly licences: ReadonlyMap<string, Licensed>
  /** go.sum as `PATH VERSION` and hash, where a copy of the modules was compiled that it does not vouch for. */
  readonly vendored: ReadonlyMap<string, string> | undefined
}

/** The program, Go's standard library or a module, as every kind of SBOM names it. */
export interface Part {
  /** Names it in this SBOM, and in no other. */
  readonly reference: string
  readonly name: string
  readonly version: string | undefined
  readonly purl: string | undefined
  readonly licensed: Licensed
  /** What no field of an SBOM is for, by names of ours. */
  readonly properties: Readonly<Record<string, string | undefined>>
}

/** What a module is called in this program: by what was asked for, whatever replaced it. */
export const formatReference = ({ path, version }: Module): string => `${path}@${version}`

/** Go's own, all of it: LICENSE in the folder of every Go, though distributions put it elsewhere. */
const GO_LICENCE = 'BSD-3-Clause'

export function describeProgram({ name, version, target, buildInfo, licensed }: LinkedBinary): Part {
  const { path, main, settings } = buildInfo
  const purl =
    main &&
    formatGolangPurl(
      main.path,
      findReleasedVersion(main.version),
      { goos: target.os, goarch: target.arch },
      findSubpath(main.path, path)
    )
  return {
    reference: 'program',
    name,
    version,
    purl,
    licensed,
    properties: {
      target: formatTarget(target),
      'go:package': path,
      'go:tags': settings.get('-tags'),
      'vcs:revision': settings.get('vcs.revision')
    }
  }
}

/** What is linked in, by its own build info: the modules, with those that replace others in their place, and Go's library. */
export const listLinkedParts = ({
  buildInfo: { goVersion, deps },
  licences,
  vendored
}: LinkedBinary): readonly Part[] =>
  [
    describeStandardLibrary(goVersion),
    ...deps.map((module) => describeLinked(module, licences.get(formatReference(module)), vendored))
  ].sort((a, b) => (a.reference < b.reference ? -1 : 1))

function describeStandardLibrary(goVersion: string): Part {
  const version = /^go(\d[\w.]*)/.exec(goVersion)?.[1]
  return {
    reference: 'stdlib',
    name: 'stdlib',
    version: goVersion,
    purl: version === undefined ? undefined : formatGolangPurl('stdlib', version),
    licensed: { ids: [GO_LICENCE] },
    properties: {}
  }
}

/**
 * One module. go.sum's `h1:` hash is of a list of file hashes and of no file that anyone can fetch, so it is a property
 * and not among the hashes. Of a copy in vendor/ it says what the copy was made of, and no more.
 */
function describeLinked(module: Module, licensed: Licensed = { ids: [] }, vendored: LinkedBinary['vendored']): Part {
  const { path, version, sum } = module.replace ?? module
  const reference = formatReference(module)
  // A folder has no version; what it holds is known only by the path that it stands for.
  const folder = findReleasedVersion(version) === undefined
  return {
    reference,
    name: folder ? module.path : path,
    version: folder ? undefined : version,
    purl: folder ? undefined : formatGolangPurl(path, version),
    licensed,
    properties: {
      'go:sum': sum === '' ? undefined : sum,
      'go:vendored': vendored && 'true',
      'go:vendored:sum': vendored?.get(`${path} ${version}`),
      'go:replaces': module.replace && reference,
      'go:folder': folder ? path : undefined
    }
  }
}

/** A module's version, unless it is a folder's, which has none. */
const findReleasedVersion = (version: string): string | undefined =>
  version === '(devel)' || version === '' ? undefined : version

const findSubpath = (module: string, path: string): string =>
  path.startsWith(`${module}/`) ? path.slice(module.length + 1) : ''

/** A UUID of version 8 (RFC 9562, appendix B.2) as a URN: SHA-256 of what an SBOM of this form is about. */
export function computeSerialNumber(form: string, { name, version, target, sha256 }: LinkedBinary): string {
  const digest = createHash('sha256')
    .update([form, name, version, formatTarget(target), sha256].join('\0'))
    .digest()
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6)
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = digest.toString('hex')
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`
}
