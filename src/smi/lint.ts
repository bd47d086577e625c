import { isTemplate, parseManifests, type Manifest } from '../crds/source.ts'
import { type SourceFile } from '../crds/files.ts'
import { Failure } from '../base/errors.ts'
import { readAt, readText } from '../base/json.ts'
import { makeLintFinding, type LintFinding, type LintOptions } from './lint-finding.ts'
import { lintObject } from './lint-object.ts'
import { lintReferences } from './lint-references.ts'

export interface Linted {
  readonly findings: readonly LintFinding[]
  /** SMI objects that were looked at. */
  readonly objects: number
  /** Files that are no YAML yet, or none at all, with the reason. */
  readonly skipped: readonly { readonly file: string; readonly why: string }[]
}

/**
 * Reads SMI manifests as the API server would with these sets, and as the program will: groups and versions that nobody
 * serves, fields of another version, forms that only look right, and what is lost on the way from the version that the
 * manifest names to the one that the program reads. Files without SMI objects are passed over.
 */
export const lintManifests = (files: readonly SourceFile[], options: LintOptions): Linted => {
  const read = files.map((file) => readManifestFile(file))
  const manifests = read.flatMap(({ manifests }) => manifests)
  const objects = manifests.filter(isSmi)
  const findings = [
    ...manifests.flatMap(findOldDefinition),
    ...objects.flatMap((manifest) => lintObject(manifest, options)),
    ...lintReferences(objects)
  ]
  return {
    findings: findings.sort((a, b) =>
      a.at.file === b.at.file ? a.at.line - b.at.line : a.at.file < b.at.file ? -1 : 1
    ),
    objects: objects.length,
    skipped: read.flatMap(({ skipped }) => skipped)
  }
}

function readManifestFile(file: SourceFile): { manifests: readonly Manifest[]; skipped: Linted['skipped'] } {
  try {
    return { manifests: parseManifests(file), skipped: [] }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const why = isTemplate(file) ? 'a template: render it, and lint what comes out' : error.message
    return { manifests: [], skipped: [{ file: file.path, why }] }
  }
}

const isSmi = ({ object }: Manifest): boolean => /\.smi-spec\.io\//.test(readText(readAt(object, 'apiVersion')))

const findOldDefinition = (manifest: Manifest): readonly LintFinding[] =>
  readText(readAt(manifest.object, 'kind')) === 'CustomResourceDefinition' &&
  readText(readAt(manifest.object, 'apiVersion')) === 'apiextensions.k8s.io/v1beta1'
    ? [
        makeLintFinding(manifest, ['apiVersion'], {
          severity: 'error',
          rule: 'smi/v1beta1-crd',
          says: `no Kubernetes since 1.22 takes a CRD of apiextensions.k8s.io/v1beta1`,
          hint: 'Write it as v1; for SMI, `slipway crds` prints sets that can be installed.'
        })
      ]
    : []
