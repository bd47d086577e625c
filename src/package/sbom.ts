import { createHash } from 'node:crypto'
import { ComponentScope, ComponentType, HashAlgorithm } from '@cyclonedx/cyclonedx-library/Enums'
import {
  Bom,
  Component,
  HashDictionary,
  Metadata,
  Property,
  PropertyRepository,
  Tools
} from '@cyclonedx/cyclonedx-library/Models'
import { ComponentRepository } from '@cyclonedx/cyclonedx-library/Models'
import { JSON as Json, JsonSerializer } from '@cyclonedx/cyclonedx-library/Serialize'
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec'
import type { BuildInfo, Module } from '../go/inspect/build-info.ts'
import { formatTarget } from '../go/target.ts'
import type { Target } from '../model.ts'
import { SBOM_FORMAT } from './formats.ts'
import { golangPurl } from './purl.ts'

/** A binary whose parts are to be named. */
export interface Subject {
  readonly name: string
  readonly version: string
  /** ISO 8601; the SBOM's timestamp. */
  readonly committedAt: string
  readonly target: Target
  /** 64 hex digits. */
  readonly sha256: string
  readonly buildInfo: BuildInfo
}

/**
 * CycloneDX 1.6 JSON of what is linked into a binary, by its own build info: the modules, with those that replace others
 * in their place, and Go's standard library. The same bytes for the same binary: no clock, no random number.
 */
export function sbom(subject: Subject): string {
  const parts = [standardLibrary(subject.buildInfo.goVersion), ...subject.buildInfo.deps.map(library)].sort(byReference)
  const program = application(subject)
  for (const { bomRef } of parts) program.dependencies.add(bomRef)
  const bom = new Bom({
    serialNumber: serialNumber(subject),
    metadata: new Metadata({
      timestamp: new Date(subject.committedAt),
      tools: new Tools({ components: new ComponentRepository([new Component(ComponentType.Application, 'slipway')]) }),
      component: program
    }),
    components: new ComponentRepository(parts)
  })
  const serializer = new JsonSerializer(new Json.Normalize.Factory(Spec1dot6))
  // Not `sortLists`: the library sorts as the host's language does, and that is not the same everywhere.
  return `${serializer.serialize(bom, { space: 2 })}\n`
}

function byReference(a: Component, b: Component): number {
  return (a.bomRef.value ?? '') < (b.bomRef.value ?? '') ? -1 : 1
}

function application({ name, version, target, sha256, buildInfo }: Subject): Component {
  const { path, main, settings } = buildInfo
  const purl =
    main &&
    golangPurl(main.path, released(main.version), { goos: target.os, goarch: target.arch }, below(main.path, path))
  return new Component(ComponentType.Application, name, {
    bomRef: 'program',
    version,
    ...(purl === undefined ? {} : { purl }),
    hashes: new HashDictionary([[HashAlgorithm['SHA-256'], sha256]]),
    properties: properties({
      target: formatTarget(target),
      'go:package': path,
      'go:tags': settings.get('-tags'),
      'vcs:revision': settings.get('vcs.revision')
    })
  })
}

function standardLibrary(goVersion: string): Component {
  const version = /^go(\d[\w.]*)/.exec(goVersion)?.[1]
  return new Component(ComponentType.Library, 'stdlib', {
    bomRef: 'stdlib',
    version: goVersion,
    ...(version === undefined ? {} : { purl: golangPurl('stdlib', version) }),
    scope: ComponentScope.Required
  })
}

/**
 * One module. go.sum's `h1:` hash is of a list of file hashes and of no file that anyone can fetch, so it is a property
 * and not among the hashes.
 */
function library(module: Module): Component {
  const { path, version, sum } = module.replace ?? module
  const original = `${module.path}@${module.version}`
  // A folder has no version; what it holds is known only by the path that it stands for.
  const folder = released(version) === undefined
  return new Component(ComponentType.Library, folder ? module.path : path, {
    bomRef: original,
    ...(folder ? {} : { version, purl: golangPurl(path, version) }),
    scope: ComponentScope.Required,
    properties: properties({
      'go:sum': sum === '' ? undefined : sum,
      'go:replaces': module.replace && original,
      'go:folder': folder ? path : undefined
    })
  })
}

function properties(values: Readonly<Record<string, string | undefined>>): PropertyRepository {
  return new PropertyRepository(
    Object.entries(values)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, value]) => (value ? [new Property(`slipway:${name}`, value)] : []))
  )
}

/** A module's version, unless it is a folder's, which has none. */
function released(version: string): string | undefined {
  return version === '(devel)' || version === '' ? undefined : version
}

function below(module: string, path: string): string {
  return path.startsWith(`${module}/`) ? path.slice(module.length + 1) : ''
}

/** A UUID of version 8 (RFC 9562, appendix B.2): SHA-256 of what the SBOM is about. */
function serialNumber({ name, version, target, sha256 }: Subject): string {
  const digest = createHash('sha256')
    .update([SBOM_FORMAT, name, version, formatTarget(target), sha256].join('\0'))
    .digest()
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6)
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = digest.toString('hex')
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`
}
