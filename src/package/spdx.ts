import type { JsonObject } from '../base/json.ts'
import { SPDX_FORMAT } from './formats.ts'
import { listLinkedParts, describeProgram, computeSerialNumber, type Part, type LinkedBinary } from './parts.ts'

const DOCUMENT = 'SPDXRef-DOCUMENT'
const PROGRAM = 'SPDXRef-program'
const NOT_SAID = 'NOASSERTION'

/**
 * SPDX 2.3 JSON (spdx.github.io/spdx-spec/v2.3) of what is linked into a binary: what `sbom` says, in the other form.
 * Plain data, as npm writes it: no library of JavaScript for SPDX is kept.
 */
export function spdx(subject: LinkedBinary): string {
  const parts = listLinkedParts(subject).map((part, i) => ({ id: `SPDXRef-part-${i}`, part }))
  const program = describeProgram(subject)
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: DOCUMENT,
    name: `${subject.name} ${subject.version} ${program.properties['target'] ?? ''}`,
    documentNamespace: computeSerialNumber(SPDX_FORMAT, subject),
    creationInfo: {
      created: new Date(subject.committedAt).toISOString().replace(/\.\d+Z$/, 'Z'),
      creators: ['Tool: slipway']
    },
    packages: [
      {
        ...makePackage(PROGRAM, program),
        primaryPackagePurpose: 'APPLICATION',
        checksums: [{ algorithm: 'SHA256', checksumValue: subject.sha256 }]
      },
      ...parts.map(({ id, part }) => ({ ...makePackage(id, part), primaryPackagePurpose: 'LIBRARY' }))
    ],
    relationships: [
      { spdxElementId: DOCUMENT, relationshipType: 'DESCRIBES', relatedSpdxElement: PROGRAM },
      ...parts.map(({ id }) => ({ spdxElementId: PROGRAM, relationshipType: 'STATIC_LINK', relatedSpdxElement: id }))
    ]
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function makePackage(id: string, { name, version, purl, licensed, properties }: Part): JsonObject {
  const { ids, unknown } = licensed
  const told = Object.entries(properties)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]) => (value ? [`${name} ${value}`] : []))
  return {
    name,
    SPDXID: id,
    ...(version !== undefined && { versionInfo: version }),
    downloadLocation: NOT_SAID,
    filesAnalyzed: false,
    licenseConcluded: NOT_SAID,
    // Each text stands there: all of them hold, unless its authors let you choose, which no text says.
    licenseDeclared: [...ids].sort().join(' AND ') || NOT_SAID,
    ...(unknown !== undefined && { licenseComments: unknown }),
    copyrightText: NOT_SAID,
    ...(told.length && { sourceInfo: told.join('; ') }),
    ...(purl !== undefined && {
      externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }]
    })
  }
}
