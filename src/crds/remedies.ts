import type { CrdChange } from './promises.ts'

/** What somebody can do instead of a change that breaks clients, by what the change says. The first that fits holds. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/^the version is gone/, 'Keep it in spec.versions and serve it beside the new one; deprecate it first.'],
  [/^the version is no longer served/, 'Keep serving it beside the new one; deprecate it first.'],
  [/is gone: its values are pruned/, 'Keep the field and serve it, or add v2 beside v1 without it.'],
  [/is closed: /, 'Keep x-kubernetes-preserve-unknown-fields, or describe every field that objects have.'],
  [/is required now/, 'Leave it optional or give it a default.'],
  [/^default /, 'Keep the default; another one belongs to a new version, v2 beside v1.'],
  [/is no subresource any more/, 'Keep the subresource.'],
  [
    /any more|takes only|^(min|max)[A-Z]\w* |^(minimum|maximum) |^multipleOf/,
    'Keep taking what N-1 took, or add v2 beside v1.'
  ],
  [/server-side apply merges it otherwise/, 'Keep the list or map type; another one belongs to v2 beside v1.'],
  [/became a subresource/, 'Add the subresource with a new version, v2 beside v1.'],
  [/Path .* became /, 'Keep the path of the subresource and the field that it names.'],
  [/NamesAccepted=False|accepts one of them/, 'Take another short name, or none.'],
  [/finds nothing/, 'Keep the name; the new one can stand beside it as a short name.'],
  [/typed clients/, 'Keep the kind of lists.'],
  [/refuses --field-selector/, 'Keep the selectable field.'],
  [/refuses a new definition/, 'Keep the annotation.'],
  [/puts no certificate/, 'Keep the annotation, or set spec.conversion.webhook.clientConfig.caBundle.'],
  [/converts no more/, 'Keep the webhook while more than one version is served.'],
  [/takes reviews of/, 'Keep v1 among conversionReviewVersions.'],
  [/refuses of v1/, 'Use x-kubernetes-preserve-unknown-fields in the schema.'],
  [/is a whole object now/, 'Add a field of that form beside it.'],
  [
    / became /,
    'Keep it and add v2 beside v1; group, scope, kind and plural need a definition of their own beside this one.'
  ]
]

/** What to do instead of a change that breaks. */
export const findRemedy = ({ says }: Pick<CrdChange, 'says'>): string | undefined =>
  REMEDIES.find(([fits]) => fits.test(says))?.[1]
