import { DEFAULT_TARGETS, formatTarget } from '../../go/target.ts'
import { LOOKING, STEPS } from '../commands.ts'
import type { Input } from '../input.ts'
import { inOrder } from '../../model/weaker.ts'
import { FOLDER, oneOf, targets, path, mains, semver, goVersion, matrix, shard } from '../parsers.ts'

/** What is built. */
export const BUILD = {
  command: {
    description:
      'What to do. auto: a tag is released; a pull request, or anything else, is gated and nothing is published. publish, verify and yank need no checkout.',
    default: 'auto',
    commands: STEPS,
    doors: ['action'],
    value: 'COMMAND',
    parse: oneOf(...STEPS)
  },
  module: {
    description: 'Folder of the go.mod, for modules in a subdirectory.',
    default: '.',
    commands: [...LOOKING, 'init'],
    doors: ['flag', 'action'],
    value: 'DIR',
    pattern: FOLDER,
    parse: path
  },
  out: {
    description: 'Folder for everything that is made; it git-ignores itself.',
    default: '.slipway',
    commands: LOOKING,
    doors: ['flag', 'action'],
    value: 'DIR',
    pattern: FOLDER,
    parse: path
  },
  targets: {
    description: 'Platforms to build: os/arch or os/arch/variant, separated by commas or lines.',
    default: DEFAULT_TARGETS.map(formatTarget).join(','),
    commands: LOOKING,
    doors: ['flag', 'action', 'file'],
    value: 'OS/ARCH,…',
    parse: targets
  },
  main: {
    description:
      'Main packages to build, such as ./cmd/tool; left out: those in . and ./cmd, or every one where there are none.',
    default: '',
    commands: LOOKING,
    doors: ['flag', 'action', 'file'],
    value: './PKG,…',
    parse: mains
  },
  version: {
    description: 'The version to build, when several tags or none are on the commit.',
    default: '',
    commands: LOOKING,
    doors: ['flag', 'action'],
    value: 'V',
    pattern: 'v?[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?',
    parse: semver
  },
  'go-version': {
    description: 'The Go to build with. go.mod: what its toolchain or go line asks for.',
    default: 'go.mod',
    commands: LOOKING,
    doors: ['flag', 'action', 'file'],
    value: 'go.mod|VERSION',
    pattern: 'go\\.mod|(go)?1\\.[0-9]+(\\.[0-9]+)?((rc|beta)[0-9]+)?',
    parse: goVersion
  },
  'build-cache': {
    description:
      "Where go finds what was compiled before. own: in an empty build cache of this run, gone at its end; shared: in the user's (GOCACHE). auto: own where a CI job releases or builds, shared elsewhere.",
    default: 'auto',
    commands: LOOKING,
    doors: ['flag', 'action', 'file'],
    value: 'auto|own|shared',
    parse: oneOf('auto', 'own', 'shared'),
    weaker: inOrder('shared', 'auto', 'own')
  }
} as const satisfies Record<string, Input<unknown>>

/** A build that several machines share. */
export const SHARDS = {
  matrix: {
    description: 'plan: print the job matrix of a fan-out over so many machines; none: the plan itself.',
    default: 'none',
    commands: ['plan'],
    doors: ['flag', 'action'],
    value: 'none|github:N|gitlab:N',
    parse: matrix
  },
  shard: {
    description: "build: build one machine's part of the targets, such as 2/3; left out: all of them.",
    default: '',
    commands: ['build'],
    doors: ['flag', 'action'],
    value: 'I/N',
    parse: shard
  },
  shards: {
    description: 'Folder with the output folders of every shard: nothing is built here. Left out: everything is.',
    default: '',
    commands: ['build', 'gate', 'release', 'auto'],
    doors: ['flag', 'action'],
    value: 'DIR',
    parse: path
  },
  verdicts: {
    description:
      'Folder with the verdicts.json of a gate in an earlier job of this run: everything is compiled again, compared with what was proved there, and no program of the project is run. Left out: the proof runs here.',
    default: '',
    commands: ['release', 'auto'],
    doors: ['flag', 'action'],
    value: 'DIR',
    parse: path
  }
} as const satisfies Record<string, Input<unknown>>
