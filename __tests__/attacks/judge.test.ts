import { afterAll, beforeAll, jest } from '@jest/globals'
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { program, succeeded, type Ran } from '../fakes/cli.ts'
import { startGithub, type FakeGithub } from '../fakes/github/server.ts'
import { beginAsset, createRelease, finishAsset } from '../fakes/github/state.ts'
import { workspace, write } from '../fakes/repository.ts'
import { byKey, byToken, COMMIT, cosignPath, forge, keyPair, type Forged } from '../fakes/sigstore/forged.ts'
import { CLAIMS, fakeSigstore, type Claims, type FakeSigstore } from '../fakes/sigstore/sigstore.ts'
import { describeSigstore, type Described } from '../fakes/sigstore/sigstore-v2.ts'
import { attacks, type Attack, type Place } from './attack.ts'

jest.setTimeout(300_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

const IDENTITY = `https://github.com/${CLAIMS.job_workflow_ref}`
let root: string
let victim: string
let mallory: string
let sigstore: FakeSigstore
/** Of the Sigstore that the victim trusts. In attacks on the trust root it is the attacker's. */
let described: Described

beforeAll(async () => {
  root = stack.use(await workspace()).path
  ;[victim, mallory] = [join(root, 'victim'), join(root, 'mallory')]
  await keyPair(victim)
  await keyPair(mallory)
  sigstore = stack.use(await fakeSigstore(CLAIMS))
  await mkdir(join(root, 'sigstore'))
  const cosign = await cosignPath()
  described = await describeSigstore(
    sigstore,
    (name) => join(root, 'sigstore', name),
    (path, text) => writeFile(path, text),
    async (...args) => succeeded(await program([cosign, ...args], { cwd: root, env: { HOME: root } }))
  )
}, 600_000)

const FILES = { 'tool.txt': 'run me\n' }
const victimKey = (): string => `${victim}.pub`
const malloryKey = (): string => `${mallory}.pub`

/** Forged releases by what they are: cosign takes seconds for each. */
const forgeries = new Map<string, Promise<string>>()

async function copyOf(what: string, { path }: Place, make: (folder: string) => Promise<void>): Promise<void> {
  const folder = join(root, `forged-${forgeries.size}`)
  const made = forgeries.get(what) ?? make(folder).then(() => folder)
  forgeries.set(what, made)
  await cp(await made, join(path, 'release'), { recursive: true })
}

/** A release in the folder `release` of the victim, by the attacker's key. */
const forgedByKey = (place: Place, forged: Partial<Forged> = {}, key = mallory): Promise<void> =>
  copyOf(JSON.stringify([forged, key]), place, async (folder) =>
    forge(folder, await byKey(key), { files: FILES, ...forged })
  )

/** One by a token of the Sigstore, with other claims than the release's own job has; `swears` are those of its provenance. */
const forgedByToken = (
  place: Place,
  claims: Claims = {},
  forged: Partial<Forged> = {},
  swears = claims
): Promise<void> =>
  copyOf(JSON.stringify([claims, forged, swears]), place, async (folder) => {
    const signer = (of: Claims) => byToken(root, sigstore.token({ ...CLAIMS, ...of }), described)
    await forge(folder, await signer(claims), { files: FILES, ...forged }, await signer(swears))
  })

/** Copies a file to a path below the place. */
async function put({ path }: Place, name: string, from: string): Promise<void> {
  await mkdir(join(path, name, '..'), { recursive: true })
  await cp(from, join(path, name))
}

/** What a folder of releases has beside the files of each. */
const record = (tag: string): string =>
  JSON.stringify({ tag, commit: COMMIT, title: tag, notes: '', prerelease: false, latest: true })

/** The release of the attacker in a folder of releases, as one of a tag. */
async function asTag(place: Place, tag: string): Promise<void> {
  await cp(join(place.path, 'release'), join(place.path, 'releases', tag), { recursive: true })
  await write(place.path, { [`releases/${tag}/release.json`]: record(tag) })
}

const byIdentity = (): readonly string[] => [
  ...['verify', 'release', '--identity', IDENTITY, '--issuer', CLAIMS.iss],
  ...['--trusted-root', described.trustedRoot]
]
const NO_SIGNER = /no expected signer is configured/
/** No network: what cosign would have to fetch is not to be had. */
const ALONE = { HTTPS_PROXY: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' }

const SIGNER: readonly Attack[] = [
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'a slipway.yaml of the release names its own key, which poses as .gitignore',
    expected: NO_SIGNER,
    async run(place) {
      await forgedByKey(place, { byproducts: { 'slipway.yaml': 'key: .gitignore\n' } })
      await put(place, 'release/.gitignore', malloryKey())
      return await place.slipway(['verify', '.'], { cwd: 'release' })
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'a slipway.yaml of the release names a key in a folder below it',
    expected: NO_SIGNER,
    async run(place) {
      await forgedByKey(place, { byproducts: { 'slipway.yaml': 'key: keys/x.pub\n' } })
      await put(place, 'release/keys/x.pub', malloryKey())
      return await place.slipway(['verify', '.'], { cwd: 'release' })
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'an archive brings a slipway.yaml beside the release, with a key beside it',
    expected: NO_SIGNER,
    async run(place) {
      await forgedByKey(place)
      await put(place, 'x.pub', malloryKey())
      await write(place.path, { 'slipway.yaml': 'key: x.pub\n' })
      return await place.slipway(['verify', 'release'])
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'a slipway.yaml in a folder below the release, from which somebody verifies the one above',
    expected: NO_SIGNER,
    async run(place) {
      await forgedByKey(place)
      await put(place, 'release/docs/x.pub', malloryKey())
      await write(place.path, { 'release/docs/slipway.yaml': 'key: x.pub\n' })
      return await place.slipway(['verify', '..'], { cwd: 'release/docs' })
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'a slipway.yaml beside the release names identity, issuer and trust root of the attacker',
    expected: NO_SIGNER,
    async run(place) {
      await forgedByToken(place)
      await put(place, 'root.json', described.trustedRoot)
      await write(place.path, {
        'slipway.yaml': `identity: ${IDENTITY}\nissuer: ${CLAIMS.iss}\ntrusted-root: root.json\n`
      })
      return await place.slipway(['verify', 'release'])
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'identity and issuer are given, and a slipway.yaml brings the trust root of the attacker',
    expected: /trust root cannot be fetched|signature cannot be verified now/,
    async run(place) {
      await forgedByToken(place)
      await put(place, 'root.json', described.trustedRoot)
      await write(place.path, { 'slipway.yaml': 'trusted-root: root.json\n' })
      return await place.slipway(['verify', 'release', '--identity', IDENTITY, '--issuer', CLAIMS.iss], { env: ALONE })
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'a slipway.yaml where somebody verifies a tag of a folder',
    expected: NO_SIGNER,
    async run(place) {
      await forgedByKey(place)
      await asTag(place, 'v1.0.0')
      await put(place, 'x.pub', malloryKey())
      await write(place.path, { 'slipway.yaml': 'key: x.pub\n' })
      return await place.slipway(['verify', 'v1.0.0', '--to', 'releases'])
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'the key that is named lies in a folder below the release',
    expected: /keys\/x\.pub lies in the release that it should vouch for/,
    async run(place) {
      await forgedByKey(place)
      await put(place, 'release/keys/x.pub', malloryKey())
      return await place.slipway(['verify', 'release', '--key', 'release/keys/x.pub'])
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'the key that is named poses as .gitignore of the release',
    expected: /\.gitignore lies in the release that it should vouch for/,
    async run(place) {
      await forgedByKey(place)
      await put(place, 'release/.gitignore', malloryKey())
      return await place.slipway(['verify', 'release', '--key', 'release/.gitignore'])
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'the key that is named is a link into the release',
    expected: /lies in the release that it should vouch for/,
    async run(place) {
      await forgedByKey(place)
      await put(place, 'release/.gitignore', malloryKey())
      await symlink('release/.gitignore', join(place.path, 'theirs.pub'))
      return await place.slipway(['verify', 'release', '--key', 'theirs.pub'])
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'the release is named through a link, and the key lies in it',
    expected: /lies in the release that it should vouch for/,
    async run(place) {
      await forgedByKey(place)
      await put(place, 'release/.gitignore', malloryKey())
      await symlink('release', join(place.path, 'latest'))
      return await place.slipway(['verify', 'latest', '--key', 'release/.gitignore'])
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'the key lies in the release of a tag that a folder holds',
    expected: /lies in the release that it should vouch for/,
    async run(place) {
      await forgedByKey(place)
      await asTag(place, 'v1.0.0')
      await put(place, 'releases/v1.0.0/keys/x.pub', malloryKey())
      return await place.slipway(['verify', 'v1.0.0', '--to', 'releases', '--key', 'releases/v1.0.0/keys/x.pub'])
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'the trust root that is named lies in a folder below the release',
    expected: /root\.json lies in the release that it should vouch for/,
    async run(place) {
      await forgedByToken(place)
      await put(place, 'release/sigstore/root.json', described.trustedRoot)
      const by = ['--identity', IDENTITY, '--issuer', CLAIMS.iss, '--trusted-root', 'release/sigstore/root.json']
      return await place.slipway(['verify', 'release', ...by])
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'a variable names a key in the release',
    expected: /lies in the release that it should vouch for/,
    async run(place) {
      await forgedByKey(place)
      await put(place, 'release/keys/x.pub', malloryKey())
      return await place.slipway(['verify', 'release'], { env: { SLIPWAY_KEY: 'release/keys/x.pub' } })
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'the file that is named for who must have signed is of the release',
    expected: /slipway\.yaml lies in the release that it should vouch for/,
    async run(place) {
      await forgedByKey(place, { byproducts: { 'slipway.yaml': 'key: ../x.pub\n' } })
      await put(place, 'x.pub', malloryKey())
      return await place.slipway(['verify', 'release', '--trust', 'release/slipway.yaml'])
    }
  },
  {
    kind: 'read from the subject',
    of: 1,
    attack: 'the file that is named for who must have signed leads to a key in the release',
    expected: /x\.pub lies in the release that it should vouch for/,
    async run(place) {
      await forgedByKey(place)
      await put(place, 'release/keys/x.pub', malloryKey())
      await write(place.path, { 'own/slipway.yaml': 'key: ../release/keys/x.pub\n' })
      return await place.slipway(['verify', 'release', '--trust', 'own/slipway.yaml'])
    }
  }
]

/** Other entries of a folder whose signed files are as they were signed. */
const entry = (attack: string, expected: RegExp, add: (release: string, place: Place) => Promise<unknown>): Attack => ({
  kind: 'a sample called a check',
  of: 14,
  attack: `${attack} in a folder that is verified`,
  expected,
  async run(place) {
    await forgedByKey(place, {}, victim)
    await add(join(place.path, 'release'), place)
    return await place.slipway(['verify', 'release', '--key', victimKey()])
  }
})

const ENTRIES: readonly Attack[] = [
  entry('a program in a folder', /bin is a folder/, (release) => write(release, { 'bin/tool': '#!' })),
  entry('an empty folder', /bin is a folder/, (release) => mkdir(join(release, 'bin'))),
  entry('a link to a program', /run\.sh is a link/, async (release, { path }) => {
    await write(path, { elsewhere: '#!/bin/sh\n' })
    await symlink('../elsewhere', join(release, 'run.sh'))
  }),
  entry('a link that leads to nothing', /run\.sh is a link/, (release) => symlink('nowhere', join(release, 'run.sh'))),
  entry('a signed file that is a link', /tool\.txt is a link/, async (release, { path }) => {
    await rm(join(release, 'tool.txt'))
    await write(path, { 'later.txt': FILES['tool.txt'] })
    await symlink('../later.txt', join(release, 'tool.txt'))
  }),
  entry('a list that is a link', /checksums\.txt is a link/, async (release, { path }) => {
    await cp(join(release, 'checksums.txt'), join(path, 'later'))
    await rm(join(release, 'checksums.txt'))
    await symlink('../later', join(release, 'checksums.txt'))
  }),
  entry('a file .gitignore', /\.gitignore is in no signed list/, (release) => write(release, { '.gitignore': '#!' })),
  entry('a file .envrc', /\.envrc is in no signed list/, (release) => write(release, { '.envrc': 'curl evil' })),
  entry('a name like that of a temporary file', /\.slipway-tmp-1-1-0{8}-00000000 is in no signed list/, (release) =>
    write(release, { '.slipway-tmp-1-1-00000000-00000000': '#!' })
  ),
  entry('a folder with a name like that of a scratch folder', /\.slipway-scratch-\S+ is a folder/, (release) =>
    write(release, { '.slipway-scratch-1-1-00000000-00000000-x/tool': '#!' })
  ),
  entry('a pipe', /queue is neither a file nor a folder/, async (release) =>
    succeeded(await program(['mkfifo', join(release, 'queue')], { cwd: release }))
  )
]

const CERTIFICATE: readonly Attack[] = [
  {
    kind: 'a sample called a check',
    of: 8,
    attack: 'another repository called the reusable workflow that must have signed',
    expected: /the certificate of \S+ is of the repository https:\/\/github\.com\/mallory\/mesh/,
    async run(place) {
      await forgedByToken(place, { repository: 'mallory/mesh' })
      return await place.slipway(byIdentity())
    }
  },
  {
    kind: 'a sample called a check',
    of: 8,
    attack: 'another repository called it, and the provenance agrees',
    expected: /the certificate of \S+ is of the repository https:\/\/github\.com\/mallory\/mesh/,
    async run(place) {
      const source = 'git+https://github.com/mallory/mesh@refs/tags/v1.0.0'
      await forgedByToken(place, { repository: 'mallory/mesh' }, { source })
      return await place.slipway(byIdentity())
    }
  },
  {
    kind: 'a sample called a check',
    of: 8,
    attack: 'the workflow ran for a branch',
    expected: /the certificate of \S+ is of refs\/heads\/main/,
    async run(place) {
      await forgedByToken(place, { ref: 'refs/heads/main' })
      return await place.slipway(byIdentity())
    }
  },
  {
    kind: 'a sample called a check',
    of: 8,
    attack: 'the workflow ran for another commit than its provenance says',
    expected: /the certificate of \S+ is of commit b{40}/,
    async run(place) {
      await forgedByToken(place, { sha: 'b'.repeat(40) })
      return await place.slipway(byIdentity())
    }
  },
  {
    kind: 'a sample called a check',
    of: 8,
    attack: 'the certificate does not say for which repository it is',
    expected: /the certificate of \S+ names no repository/,
    async run(place) {
      const { iss, sub, job_workflow_ref } = CLAIMS
      const signer = await byToken(place.path, sigstore.token({ iss, sub, job_workflow_ref }), described)
      await forge(join(place.path, 'release'), signer, { files: FILES })
      return await place.slipway(byIdentity())
    }
  },
  {
    kind: 'a sample called a check',
    of: 8,
    attack: 'checksums.txt was signed by the right job, and the provenance by a job of another repository',
    expected: /the certificate of provenance\.sigstore\.json is of the repository https:\/\/github\.com\/mallory\/mesh/,
    async run(place) {
      await forgedByToken(place, {}, {}, { repository: 'mallory/mesh' })
      return await place.slipway(byIdentity())
    }
  },
  {
    kind: 'a sample called a check',
    of: 8,
    attack: 'the provenance was signed by the right job, and checksums.txt by a job of another repository',
    expected: /the certificate of checksums\.txt\.sigstore\.json is of the repository https:\/\/github\.com\/mallory/,
    async run(place) {
      await forgedByToken(place, { repository: 'mallory/mesh' }, {}, {})
      return await place.slipway(byIdentity())
    }
  }
]

/** A GitHub of the victim's `octo/demo`, on whose page somebody put a release of something else that the same key signed. */
async function onPage(place: Place, forged: Partial<Forged>): Promise<FakeGithub> {
  await forgedByKey(place, forged, victim)
  const at = stack.use(await startGithub({ commit: COMMIT, enterprise: true }))
  const { id } = createRelease(at.state, { tag_name: 'v1.0.0', draft: false }, '2026-01-01T00:00:00Z')
  for (const name of await readdir(join(place.path, 'release'))) {
    const bytes = await readFile(join(place.path, 'release', name))
    finishAsset(at.state, id, beginAsset(at.state, id, name, 'application/octet-stream', bytes.length), bytes)
  }
  return at
}

const verifyPage = (place: Place, at: FakeGithub, ...flags: readonly string[]): Promise<Ran> =>
  place.slipway(['verify', `${at.origins.web}/octo/demo/releases/tag/v1.0.0`, '--key', victimKey(), ...flags], {
    env: { GITHUB_API_URL: at.origins.api, GITHUB_SERVER_URL: at.origins.web, GITHUB_TOKEN: undefined }
  })

const OTHERS: readonly Attack[] = [
  {
    kind: 'a sample called a check',
    of: 11,
    attack: 'a release of another repository by the same key lies on the page that is verified',
    expected: /the provenance is of the repository https:\/\/github\.com\/octo\/other, not of http:\S+\/octo\/demo/,
    async run(place) {
      const at = await onPage(place, { source: 'git+https://github.com/octo/other@refs/tags/v1.0.0' })
      return await verifyPage(place, at)
    }
  },
  {
    kind: 'a sample called a check',
    of: 11,
    attack: 'a release whose provenance names no repository lies on the page that is verified',
    expected: /the provenance names no repository/,
    async run(place) {
      const at = await onPage(place, { source: 'pkg:golang/example.com/other@v1.0.0' })
      return await verifyPage(place, at)
    }
  },
  {
    kind: 'a sample called a check',
    of: 11,
    attack: 'an older release lies under the tag that is verified',
    expected: /the provenance is of the tag v1\.0\.0, not of v2\.0\.0/,
    async run(place) {
      await forgedByKey(place, {}, victim)
      await asTag(place, 'v2.0.0')
      return await place.slipway(['verify', 'v2.0.0', '--to', 'releases', '--key', victimKey()])
    }
  },
  {
    kind: 'a sample called a check',
    of: 11,
    attack: 'a folder with another tag than the one that was asked for',
    expected: /the provenance is of the tag v1\.0\.0, not of v2\.0\.0/,
    async run(place) {
      await forgedByKey(place, {}, victim)
      return await place.slipway(['verify', 'release', '--key', victimKey(), '--tag', 'v2.0.0'])
    }
  },
  {
    kind: 'a sample called a check',
    of: 11,
    attack: 'a folder with another module than the one that was asked for',
    expected: /the provenance is of the module example\.com\/hello, not of example\.com\/tool/,
    async run(place) {
      await forgedByKey(place, {}, victim)
      return await place.slipway(['verify', 'release', '--key', victimKey(), '--of', 'example.com/tool'])
    }
  },
  {
    kind: 'a sample called a check',
    of: 11,
    attack: 'a folder of another repository than the one that was asked for',
    expected: /the provenance is of the repository https:\/\/github\.com\/acme\/mesh, not of \S+\/acme\/tool/,
    async run(place) {
      await forgedByKey(place, {}, victim)
      const of = ['--of', 'https://github.com/acme/tool']
      return await place.slipway(['verify', 'release', '--key', victimKey(), ...of])
    }
  },
  {
    kind: 'a sample called a check',
    of: 11,
    attack: 'a release whose provenance says that it was built for another tag of its repository',
    expected: /the provenance names two tags: refs\/tags\/v0\.9\.0 and refs\/tags\/v1\.0\.0/,
    async run(place) {
      const source = 'git+https://github.com/acme/mesh@refs/tags/v0.9.0'
      await forgedByKey(place, { source }, victim)
      return await place.slipway(['verify', 'release', '--key', victimKey()])
    }
  }
]

attacks([...SIGNER, ...ENTRIES, ...CERTIFICATE, ...OTHERS], () => root)
