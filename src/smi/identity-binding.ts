import type { SmiKind } from './kind.ts'
import { described, list, object, text, type Schema } from './schema.ts'

const labels: Schema = { type: 'object', additionalProperties: { type: 'string' } }

const selectors = list(object({ name: text, matchLabels: labels }, ['name', 'matchLabels']))

/**
 * What identities a workload has. A draft: smi-spec apis/traffic-access/v1alpha4 (2340800), which no release has. That
 * label selectors and a service account exclude each other is left to who reads it, as in the text.
 */
export const identityBinding: SmiKind = {
  kind: 'IdentityBinding',
  group: 'access.smi-spec.io',
  plural: 'identitybindings',
  singular: 'identitybinding',
  shortName: 'ib',
  versions: [
    {
      name: 'v1alpha4',
      schema: object(
        {
          spec: object(
            {
              schemes: described(
                {
                  ...object({ podLabelSelectors: selectors, spiffeIdentities: list(text), serviceAccount: text }),
                  minProperties: 1
                },
                'The ways in which the workload is known; any of them is enough.'
              )
            },
            ['schemes']
          )
        },
        ['spec']
      )
    }
  ],
  fields: []
}
