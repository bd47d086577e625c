/** What the step hands on, in action.yml's order. */
export const OUTPUTS = {
  version: 'The version that was built, without v.',
  tag: 'The tag that was released; empty for a gate.',
  'release-url': 'Where the published release is; empty when nothing was published.',
  'release-state': 'published, or draft for one that nobody else sees yet; empty when neither is there.',
  'draft-url': 'Where the draft is, for who may write; empty when there is none.',
  artifacts: 'JSON list of the artifacts: name, kind, target, size, sha256.',
  checksums: 'Path of checksums.txt.',
  manifest: 'Path of manifest.json.',
  compatibility: 'passed, failed or skipped.',
  matrix: 'The job matrix of a fan-out, when it was asked for.'
} as const
export type OutputName = keyof typeof OUTPUTS

/** Names of the files in `report/` that a job of GitLab hands on: `artifacts: reports: dotenv, codequality`. */
export const DOTENV = 'outputs.env'
export const CODE_QUALITY = 'code-quality.json'
