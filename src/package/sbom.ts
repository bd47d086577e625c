import {
  ComponentScope,
  ComponentType,
  HashAlgorithm,
  LicenseAcknowledgement
} from '@cyclonedx/cyclonedx-library/Enums'
import {
  Bom,
  Component,
  HashDictionary,
  LicenseRepository,
  Metadata,
  Property,
  PropertyRepository,
  SpdxLicense,
  Tools
} from '@cyclonedx/cyclonedx-library/Models'
import { ComponentRepository } from '@cyclonedx/cyclonedx-library/Models'
import { JSON as Json, JsonSerializer } from '@cyclonedx/cyclonedx-library/Serialize'
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec'
import { SBOM_FORMAT } from './formats.ts'
import { listLinkedParts, describeProgram, computeSerialNumber, type Part, type LinkedBinary } from './parts.ts'

/**
 * CycloneDX 1.6 JSON of what is linked into a binary: the modules, with go.sum's hashes and their licences, and Go's
 * standard library. The same bytes for the same binary: no clock, no random number.
 */
export function sbom(subject: LinkedBinary): string {
  const parts = listLinkedParts(subject).map((part) =>
    makeComponent(ComponentType.Library, part, { scope: ComponentScope.Required })
  )
  const program = makeComponent(ComponentType.Application, describeProgram(subject), {
    hashes: new HashDictionary([[HashAlgorithm['SHA-256'], subject.sha256]])
  })
  for (const { bomRef } of parts) program.dependencies.add(bomRef)
  const bom = new Bom({
    serialNumber: computeSerialNumber(SBOM_FORMAT, subject),
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

function makeComponent(
  type: ComponentType,
  { reference, name, version, purl, licensed, properties }: Part,
  more: { readonly scope?: ComponentScope; readonly hashes?: HashDictionary }
): Component {
  const all = Object.entries({ ...properties, 'licence:unknown': licensed.unknown })
  return new Component(type, name, {
    ...more,
    bomRef: reference,
    ...(version === undefined ? {} : { version }),
    ...(purl === undefined ? {} : { purl }),
    // Their own words, and no expression: whether one of several may be chosen stands in no text that we read.
    licenses: new LicenseRepository(
      [...licensed.ids].sort().map((id) => new SpdxLicense(id, { acknowledgement: LicenseAcknowledgement.Declared }))
    ),
    properties: new PropertyRepository(
      all
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([name, value]) => (value ? [new Property(`slipway:${name}`, value)] : []))
    )
  })
}
