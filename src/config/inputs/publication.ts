import { PIPELINE, PUBLISHING, RELEASES } from '../commands.ts'
import type { Input } from '../input.ts'
import { flag, oneOf, path, destination, tagName, sentence, anything } from '../parsers.ts'

/** Where releases live, and how they look there. */
export const PUBLICATION = {
  to: {
    description:
      'Where releases live: github, gitlab, a folder, or none. auto: the platform whose job this is; elsewhere it has to be said. A gate reads the baseline there and publishes nothing.',
    default: 'auto',
    commands: ['gate', ...RELEASES],
    doors: ['flag', 'action'],
    value: 'auto|none|github|gitlab|DIR',
    parse: destination
  },
  prerelease: {
    description: 'Whether the release is a prerelease. auto: when its version says so, as 1.2.0-rc.1 does.',
    default: 'auto',
    commands: [...PUBLISHING, 'publish'],
    doors: ['flag', 'action'],
    value: 'auto|true|false',
    parse: oneOf('auto', 'true', 'false')
  },
  latest: {
    description: 'Whether the release becomes the latest. auto: when it is the highest stable version.',
    default: 'auto',
    commands: [...PUBLISHING, 'publish'],
    doors: ['flag', 'action'],
    value: 'auto|true|false',
    parse: oneOf('auto', 'true', 'false')
  },
  draft: {
    description:
      'The release is uploaded and verified, and stays a draft that nobody else sees: publish --finish TAG makes it public, or a person does. In slipway.yaml: release: draft.',
    default: 'false',
    commands: [...PUBLISHING, 'publish'],
    doors: ['flag', 'action', 'file'],
    inFile: { key: 'release', values: { draft: 'true', public: 'false' } },
    parse: flag
  },
  finish: {
    description: 'publish: the tag whose draft becomes public, when it is still what a run has left there.',
    default: '',
    commands: ['publish'],
    doors: ['flag', 'action'],
    value: 'TAG',
    parse: tagName
  },
  notes: {
    description:
      'What the notes tell: history: the commits since the release before, grouped where they are conventional; generated: what GitHub makes of its pull requests; none.',
    default: 'history',
    commands: PUBLISHING,
    doors: ['flag', 'action', 'file'],
    value: 'history|generated|none',
    parse: oneOf('history', 'generated', 'none')
  },
  token: {
    description:
      'Token that may write releases (contents: write). On the command line: GITHUB_TOKEN; GitLab: CI_JOB_TOKEN, else GITLAB_TOKEN.',
    default: '',
    actionDefault: '${{ github.token }}',
    commands: RELEASES,
    doors: ['action'],
    value: 'TOKEN',
    parse: anything
  },
  comment: {
    description:
      'A comment on the pull request, made once and then updated. auto: when the token may (pull-requests: write).',
    default: 'auto',
    commands: PIPELINE,
    doors: ['action'],
    value: 'auto|false',
    parse: oneOf('auto', 'false')
  },
  cache: {
    description:
      'What earlier gates left with the cache service of GitHub: modules, compiled packages, tools, steps. auto: for gates; a build or a release never restores any of it.',
    default: 'auto',
    commands: PIPELINE,
    doors: ['action'],
    value: 'auto|off',
    parse: oneOf('auto', 'off')
  },
  from: {
    description:
      'publish: the folder with the files; its manifest.json, when there is one, says which. init (command line): a configuration of GoReleaser that lies elsewhere than GoReleaser looks; none: begin without.',
    default: '',
    commands: ['publish', 'init'],
    doors: ['flag', 'action'],
    value: 'DIR|FILE',
    parse: path
  },
  tag: {
    description: 'publish: the tag to publish under. verify: the tag that a folder must be the release of.',
    default: '',
    commands: ['publish', 'verify'],
    doors: ['flag', 'action'],
    value: 'TAG',
    parse: tagName
  },
  which: {
    description:
      'verify, yank: which release: its tag, the address of its page or, for verify, a folder. On the command line it stands behind the command.',
    default: '',
    commands: ['verify', 'yank'],
    doors: ['action'],
    value: 'TAG|URL|DIR',
    parse: path
  },
  why: {
    description: 'yank: the reason, for the people who find the release.',
    default: 'Its publisher found it to be bad.',
    commands: ['yank'],
    doors: ['flag', 'action'],
    value: 'TEXT',
    parse: sentence
  },
  undo: {
    description: 'yank: stand by a release again that was taken back.',
    default: 'false',
    commands: ['yank'],
    doors: ['flag', 'action'],
    parse: flag
  },
  yes: {
    description: 'yank: do not ask.',
    default: 'false',
    commands: ['yank'],
    doors: ['flag'],
    parse: flag
  }
} as const satisfies Record<string, Input<unknown>>
