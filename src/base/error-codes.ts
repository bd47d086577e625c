/** Whose move it is: the caller, the runner's setup, a tool, the product itself, or the host's API. */
export type FailureKind = 'input' | 'environment' | 'command' | 'verification' | 'host'

interface Meaning {
  readonly kind: FailureKind
  /** One sentence, for docs/errors.md. */
  readonly means: string
}

/**
 * The one list of codes that `--json` prints. A code keeps its meaning for ever; new ones are added. What has no code of
 * its own has that of its kind.
 */
export const CODES = {
  input: { kind: 'input', means: 'Something that the caller wrote is wrong; the message says what.' },
  'invalid-inputs': {
    kind: 'input',
    means: 'Flags, `with:` lines or slipway.yaml values that cannot be; all at once.'
  },
  'invalid-project-file': { kind: 'input', means: 'slipway.yaml does not fit its schema.' },
  'no-go-mod': { kind: 'input', means: 'There is no go.mod in the folder.' },
  'not-a-repository': { kind: 'input', means: 'The folder is in no git repository that git accepts.' },
  'dirty-tree': { kind: 'input', means: 'A release is wanted, and the work tree differs from its commit.' },
  'untracked-sources': { kind: 'input', means: 'A release would take in files that git does not hold.' },
  'changed-source': {
    kind: 'input',
    means: 'A file that is built, tried or shipped is not the one of the commit, which git status may hide.'
  },
  'leads-out': { kind: 'input', means: 'A path or a link leads to something that is no file of the commit.' },
  'held-output': { kind: 'input', means: 'The output folder is not of Slipway alone: git holds something of it.' },
  'without-cgo': {
    kind: 'input',
    means: 'A release would hold packages without their files that need cgo, and nobody accepted that.'
  },
  'no-version-tag': { kind: 'input', means: 'A release is wanted, and the commit has no fitting tag.' },
  'missing-variable': { kind: 'input', means: 'Flags of a program name a variable that is not set.' },
  'several-version-tags': { kind: 'input', means: 'A release is wanted, and nobody said which of several tags.' },
  'not-a-version-tag': { kind: 'input', means: 'The tag that started the run is no version of this module.' },
  'tag-elsewhere': { kind: 'input', means: 'The tag that started the run is not on the commit that is checked out.' },
  'foreign-head': { kind: 'input', means: 'Somebody else’s commit would be built with rights that they do not have.' },
  'untrusted-run': {
    kind: 'input',
    means: 'A run for a fork, a bot or a merge request from elsewhere may not publish.'
  },
  'no-base': {
    kind: 'environment',
    means: 'A change is judged by the settings of its base, and nobody knows its base or the clone does not hold it.'
  },
  'no-destination': { kind: 'input', means: 'A release is wanted, and nobody said where to.' },
  'shard-missing': { kind: 'input', means: 'A release is made of shards, and not all of them are here.' },
  'shard-twice': { kind: 'input', means: 'A release is made of shards, and one is here twice, or of another fan-out.' },
  'verdicts-missing': { kind: 'input', means: 'What another job proved was not handed over, or not all of it.' },
  'verdicts-of-another-plan': {
    kind: 'input',
    means: 'The verdicts are about another run, commit, plan or Slipway than this job.'
  },
  'verdicts-of-other-bytes': {
    kind: 'verification',
    means: 'What this job compiled is not what the other job proved.'
  },
  'shard-of-another-plan': { kind: 'input', means: 'A shard was built by another plan than the one carried out.' },
  'file-exists': { kind: 'input', means: 'init would have to overwrite a file.' },
  'cannot-carry-over': {
    kind: 'input',
    means:
      'init cannot carry over what matters most: a release that is kept back or published elsewhere, or every build.'
  },
  environment: { kind: 'environment', means: 'A tool, a permission or a variable is missing; the message says which.' },
  interrupted: { kind: 'environment', means: 'Somebody stopped the run; the next one goes on from there.' },
  'old-node': { kind: 'environment', means: 'The Node that Slipway was started with is older than what it needs.' },
  'tool-unavailable': { kind: 'environment', means: 'A tool is neither here nor to be had.' },
  'no-cluster': { kind: 'environment', means: 'No Kubernetes can be started or reached here.' },
  'no-isolation': {
    kind: 'environment',
    means: 'Programs under test would run beside a secret, and nothing keeps them apart on this machine.'
  },
  'no-key': { kind: 'environment', means: 'A key should sign, and there is none.' },
  'wrong-password': { kind: 'environment', means: 'The signing key is there, and its password does not open it.' },
  'no-identity-token': { kind: 'environment', means: 'Signing should be keyless, and the job gets no identity token.' },
  'foreign-output': {
    kind: 'environment',
    means: 'A link or something of another user lies where Slipway writes.'
  },
  'output-in-use': { kind: 'environment', means: 'Another run writes to the output folder.' },
  'vulnerabilities-unknown': {
    kind: 'environment',
    means: 'Known vulnerabilities have to be looked up, and the database or the tool cannot be had.'
  },
  command: { kind: 'command', means: 'A tool ran and failed; its words are shown.' },
  verification: { kind: 'verification', means: 'A digest, a signature or a check said no.' },
  'proof-failed': { kind: 'verification', means: 'A trial failed: nothing was signed or published.' },
  vulnerable: { kind: 'verification', means: 'The programs hold vulnerabilities that are known, and they should not.' },
  'weaker-gate': {
    kind: 'verification',
    means: 'A change takes away from the settings of its base by which it is judged.'
  },
  'shard-changed': { kind: 'verification', means: 'A file of a shard has other bytes than when it was built.' },
  'not-seen': {
    kind: 'host',
    means: 'The host does not show what was written, however often it was asked. Nothing was taken back; run again.'
  },
  host: { kind: 'host', means: 'GitHub or GitLab refused, after what may be tried again was.' }
} as const satisfies Readonly<Record<string, Meaning>>

export type Code = keyof typeof CODES
