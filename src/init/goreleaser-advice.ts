import type { Advice } from './settings-file.ts'

const LATER = 'Slipway does not do this; keep a step for it after the release.'

/** What to do about settings that nobody looked at, by the longest beginning of their names that is here. */
const ADVICE: Readonly<Record<string, Advice>> = {
  version: { same: 'it is the version of this format.' },
  pro: { same: 'it is about this format.' },
  dist: { same: 'Slipway writes into the folder that the input out names.' },
  report_sizes: { same: 'the report of Slipway has the sizes.' },
  snapshot: { same: 'a build without a tag is named 0.0.0-snapshot.COMMIT.' },
  metadata: { same: 'files have the time of the commit.' },
  git: { do: 'Slipway goes by the tag that started the job, and by semantic versions.' },
  gomod: { do: 'Slipway builds the checkout, with go.sum, and checks that its bytes are those of the commit.' },
  before: { do: 'Slipway runs no commands of yours, and a release takes what git holds: commit what it makes.' },
  signs: { do: 'Slipway signs checksums.txt with cosign itself; see the input sign, and tell downloaders.' },
  binary_signs: { do: 'Slipway signs checksums.txt, which names every file, and no program by itself.' },
  sboms: { same: 'Slipway writes an SBOM for each program; see the input sbom.' },
  env_files: { do: 'tokens come from the environment of the job.' },
  force_token: { do: 'the platform whose job it is decides; see the input to.' },
  github_urls: { do: 'the job says where GitHub is.' },
  gitlab_urls: { do: 'the job says where GitLab is.' },
  retry: { same: 'Slipway repeats what may be repeated.' },
  builds: { do: 'slipway.yaml has no such setting of a program: see whether it does without.' },
  'builds.id': { same: 'slipway.yaml refers to programs by their main packages.' },
  'builds.hooks': {
    do: 'Slipway runs no commands of yours, and a release takes what git holds: commit what they make.'
  },
  'builds.overrides.asmflags': { do: 'Slipway gives no flags to the assembler: see whether the program does without.' },
  'builds.overrides.buildmode': { do: 'Slipway builds with the mode that Go takes for the platform.' },
  'builds.asmflags': { do: 'Slipway gives no flags to the assembler: see whether the program does without.' },
  'builds.buildmode': { do: 'Slipway builds with the mode that Go takes for the platform.' },
  'builds.mod_timestamp': { do: 'files have the time of the commit.' },
  'builds.no_unique_dist_dir': { same: 'it is about the folder that GoReleaser works in.' },
  'builds.no_main_check': { same: 'go says what is a program.' },
  'builds.tool': { do: 'Slipway compiles with Go itself.' },
  'builds.gobinary': { do: 'Slipway compiles with the Go that go.mod names; see the input go-version.' },
  archives: { do: 'slipway.yaml has no such setting of an archive: those who download have to know.' },
  source: { do: 'source-archive in slipway.yaml has a name and a folder: see whether that does.' },
  'archives.files': {
    do: 'Slipway packs a file with the mode that git has, as root, with the time of the commit; executable under files of the archive says another mode.'
  },
  'archives.wrap_in_directory': {
    do: 'say it as folder of the archive in slipway.yaml: those who unpack have to know.'
  },
  checksum: { do: 'checksums.txt holds the SHA-256 of every file; checksum-lists adds lists of the same files.' },
  release: { do: 'Slipway does not do this; set it on the page of the release, or in a step after it.' },
  'release.extra_files': {
    do: 'say it under release-files in slipway.yaml.'
  },
  'release.name_template': { do: 'say it as release-notes.title in slipway.yaml, with {name}, {version} and {tag}.' },
  'release.header': {
    do: 'say it as release-notes.header in slipway.yaml, with {name}, {version}, {tag} and {commit}.'
  },
  'release.footer': {
    do: 'say it as release-notes.footer in slipway.yaml, with {name}, {version}, {tag} and {commit}.'
  },
  'release.use_existing_draft': { same: 'Slipway goes on with a draft of the tag that is there.' },
  'release.replace_existing_draft': {
    do: 'Slipway goes on with a draft of the tag that is there, and deletes none: where it is another one, delete it by hand.'
  },
  'release.mode': { same: 'Slipway writes the notes of a release that it made.' },
  changelog: {
    do: 'Slipway groups conventional commits since the release before by itself: release-notes in slipway.yaml has groups and leave-out by their types; see the input notes, too.'
  },
  'universal_binaries.hooks': { do: 'Slipway runs no commands of yours after a build.' },
  universal_binaries: { do: 'name the target darwin/all under targets.' },
  upx: { do: 'Slipway packs programs as the linker made them.' }
}

/** `builds[0].hooks.pre` is of `builds.hooks`, and of `builds`. */
export function adviseOn(setting: string): Advice {
  const parts = setting.replace(/\[[^\]]*\]/g, '').split('.')
  for (let length = parts.length; length > 0; length--) {
    const found = ADVICE[parts.slice(0, length).join('.')]
    if (found) return found
  }
  return { do: LATER }
}
