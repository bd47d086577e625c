/** What a refused change of a CRD means, and the way to make it all the same. */
export interface Explanation {
  readonly means: string
  readonly way: string
}

/**
 * What the API server's refusal of a changed CRD means to who wants the change; undefined for words that say it all.
 * `name` is the definition's.
 */
export const explainRefusal = (name: string, message: string): Explanation | undefined => {
  const stored = /status\.storedVersions\[\d+\]: Invalid value: "([^"]+)": (?:missing|must appear)/.exec(message)?.[1]
  if (stored !== undefined)
    return {
      means: `objects may still be stored as ${stored}, so the API server keeps ${stored} in the list of versions`,
      way: explainMigration(name, stored)
    }
  if (/spec\.(scope|group|names\.(plural|kind)).*(field is immutable|may not be changed)/.test(message))
    return {
      means: 'group, scope and names of a CRD cannot be changed',
      way: 'Define a new CRD beside the old one, copy the objects over, and drop the old one a release later.'
    }
  if (/could not find the requested resource|no matches for kind "CustomResourceDefinition"/.test(message))
    return {
      means: 'this Kubernetes has no such version of apiextensions.k8s.io: v1beta1 is gone since 1.22',
      way: 'Write the CRD as apiextensions.k8s.io/v1.'
    }
  if (/spec\.versions: Invalid value: .*exactly one version marked as storage/.test(message))
    return { means: 'a CRD stores one version', way: 'Set storage: true for one version and false for the others.' }
  if (/\.type: Required value: must not be empty/.test(message))
    return {
      means: 'v1 takes structural schemas only',
      way: 'Give each node of the schema its type: controller-gen does.'
    }
  return undefined
}

/** How objects stored in a version are moved to another one, so that the version can go. */
export const explainMigration = (name: string, stored: string, successor = 'SUCCESSOR'): string =>
  [
    `1. Keep ${stored} in spec.versions, with served: false if nobody asks for it, and storage: true on its successor.`,
    `2. Write every object again: kubectl get ${name} --all-namespaces -o json | kubectl replace -f -`,
    `3. Say that none is left: kubectl patch crd ${name} --subresource=status --type=merge -p '{"status":{"storedVersions":["${successor}"]}}'`,
    `4. Take ${stored} out in a later release: until then the way back is open.`
  ].join('\n')
