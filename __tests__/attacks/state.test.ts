import { afterAll, beforeAll, jest } from '@jest/globals'
import { chown, lchown, mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { program, SLIPWAY, type Ran } from '../fakes/cli.ts'
import { fileOf } from '../fakes/programs.ts'
import { commit, git, HELLO, repository, workspace, write, type Sources } from '../fakes/repository.ts'
import { attacks, type Attack, type Place } from './attack.ts'

jest.setTimeout(300_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let root: string
beforeAll(async () => {
  root = stack.use(await workspace()).path
})

const BUILD = ['build', '--targets', 'linux/amd64']

/** The victim's clone in `work`, what lies beside it in `elsewhere`, and what the attacker adds to either. */
async function clone(place: Place, add: (work: string) => Promise<unknown>, sources: Sources = HELLO): Promise<void> {
  await repository(join(place.path, 'work'), sources)
  await write(place.path, { 'elsewhere/notes.txt': 'of the victim\n' })
  await add(join(place.path, 'work'))
}

/** As the commit of an attacker: everything is forced in, whatever is ignored. */
async function committed(work: string): Promise<void> {
  await git(work, 'add', '--force', '--all', '.')
  await commit(work, ['v1.0.1'])
}

const build = (place: Place, ...flags: readonly string[]): Promise<Ran> =>
  place.slipway([...BUILD, ...flags], { cwd: 'work', writes: ['work/.slipway'] })

const state = (
  attack: string,
  expected: RegExp,
  add: (work: string, place: Place) => Promise<unknown>,
  run: (place: Place) => Promise<Ran> = build
): Attack => ({
  kind: 'read from the subject',
  of: 2,
  attack,
  expected,
  async run(place) {
    await clone(place, (work) => add(work, place))
    return await run(place)
  }
})

/** A name that only a run has which is long dead. */
const LEFTOVER = '.slipway-tmp-4000000-1-00000000-00000000'

const OUTPUT: readonly Attack[] = [
  state('a commit brings a file in the output folder', /\.slipway holds files of the commit: \S*x/, async (work) => {
    await write(work, { '.slipway/x': 'x' })
    await committed(work)
  }),
  state('a commit brings a record of a step', /\.slipway holds files of the commit/, async (work) => {
    await write(work, { '.slipway/steps/analysis-0.json': '{}' })
    await committed(work)
  }),
  state(
    'a commit brings a record of a step, and somebody looks at the plan',
    /\.slipway holds files of the commit/,
    async (work) => {
      await write(work, { '.slipway/steps/analysis-0.json': '{}' })
      await committed(work)
    },
    (place) => place.slipway(['plan'], { cwd: 'work' })
  ),
  state('a commit brings a link in place of the output folder', /\.slipway is a link/, async (work) => {
    await symlink('../elsewhere', join(work, '.slipway'))
    await committed(work)
  }),
  state('a job before left a link in place of the output folder', /\.slipway is a link/, async (work) => {
    await write(work, { '../elsewhere/.gitignore': '*\n' })
    await symlink('../elsewhere', join(work, '.slipway'))
    await write(work, { '.git/info/exclude': '.slipway\n' })
  }),
  state(
    'a link in place of the output folder leads to what looks like leftovers',
    /\.slipway is a link/,
    async (work) => {
      await write(work, { [`../elsewhere/${LEFTOVER}`]: 'of the victim\n', '../elsewhere/.gitignore': '*\n' })
      await symlink('../elsewhere', join(work, '.slipway'))
      await write(work, { '.git/info/exclude': '.slipway\n' })
    }
  ),
  state('a commit brings a link to git’s hooks in place of a folder of programs', /\.slipway/, async (work) => {
    await mkdir(join(work, '.slipway/bin'), { recursive: true })
    await symlink('../../.git/hooks', join(work, '.slipway/bin/linux_amd64'))
    await write(work, { 'slipway.yaml': 'rebuild: 0\nbuilds:\n  - main: .\n    name: post-checkout\n' })
    await mkdir(join(work, '.git/hooks'), { recursive: true })
    await committed(work)
  }),
  state(
    'a job before left a link to git’s hooks in place of a folder of programs',
    /linux_amd64 is a link/,
    async (work) => {
      await mkdir(join(work, '.slipway/bin'), { recursive: true })
      await mkdir(join(work, '.git/hooks'), { recursive: true })
      await write(work, { '.slipway/.gitignore': '*\n' })
      await symlink('../../.git/hooks', join(work, '.slipway/bin/linux_amd64'))
    }
  ),
  state('a link in place of the records of steps', /steps is a link/, async (work) => {
    await write(work, { '.slipway/.gitignore': '*\n' })
    await symlink('../../elsewhere', join(work, '.slipway/steps'))
  }),
  state('a link in place of the report', /report is a link/, async (work) => {
    await write(work, { '.slipway/.gitignore': '*\n' })
    await symlink('../../elsewhere', join(work, '.slipway/report'))
  }),
  state('a link in place of a log, which would be appended to', /etcd\.log is a link/, async (work) => {
    await write(work, { '.slipway/.gitignore': '*\n' })
    await mkdir(join(work, '.slipway/logs'), { recursive: true })
    await symlink('../../../elsewhere/notes.txt', join(work, '.slipway/logs/etcd.log'))
  }),
  state('a link in place of the file that makes git ignore the folder', /\.gitignore is a link/, async (work) => {
    await mkdir(join(work, '.slipway'))
    await symlink('../../elsewhere/notes.txt', join(work, '.slipway/.gitignore'))
  }),
  state(
    'the output folder that is named lies behind a link of the commit',
    /build is a link/,
    async (work) => {
      await symlink('../elsewhere', join(work, 'build'))
      await committed(work)
    },
    (place) => build(place, '--out', 'build/out')
  ),
  state(
    'the output folder that is named lies behind a link outside of the clone',
    /shared is a link/,
    async (_, { path }) => {
      await symlink('elsewhere', join(path, 'shared'))
      // What root makes where only root can write is the machine's own.
      if (process.getuid?.() === 0) await lchown(join(path, 'shared'), 12345, 12345)
    },
    (place) => build(place, '--out', '../shared/out')
  ),
  state(
    'the output folder holds the clone itself',
    /holds the module/,
    async () => undefined,
    (place) => place.slipway([...BUILD, '--out', '..'], { cwd: 'work' })
  ),
  state(
    'the output folder lies in the folder of git',
    /lies in the folder of git/,
    async () => undefined,
    (place) => place.slipway([...BUILD, '--out', '.git/hooks'], { cwd: 'work' })
  ),
  state(
    'the Action cleans up behind a link',
    /nothing to clean up|is a link/,
    async (work) => {
      await write(work, { [`../elsewhere/${LEFTOVER}`]: 'of the victim\n' })
      await symlink('../elsewhere', join(work, '.slipway'))
    },
    async (place) => {
      const ran = await place.run([SLIPWAY[0], fileOf('src/action.ts'), 'post'], {
        cwd: 'work',
        env: { STATE_out: join(place.path, 'work/.slipway') }
      })
      return { ...ran, status: 1, stdout: `${ran.stdout}nothing to clean up` }
    }
  ),
  ...['.draft-v1.0.0', 'v1.0.0'].map((name) =>
    state(
      `a link in place of ${name} where releases go`,
      new RegExp(`${name.replaceAll('.', '\\.')} is a link`),
      async (_, { path }) => {
        await mkdir(join(path, 'releases'))
        await symlink('../elsewhere', join(path, 'releases', name))
      },
      (place) =>
        place.slipway(
          ['release', '--targets', 'linux/amd64', '--kubernetes', 'none', '--sign', 'none', '--to', '../releases'],
          { cwd: 'work', writes: ['work/.slipway', 'releases'] }
        )
    )
  ),
  state(
    'init writes its workflows behind a link of the commit',
    /\.github leads out of the repository|leads out of the repository/,
    async (work) => {
      await symlink('../elsewhere', join(work, '.github'))
      await git(work, 'rm', '--quiet', 'slipway.yaml')
      await committed(work)
    },
    (place) => place.slipway(['init', '--ci', 'github'], { cwd: 'work', writes: ['work/slipway.yaml'] })
  )
]

const OWNERS: readonly Attack[] = [
  state('another user owns the output folder', /\.slipway belongs to another user/, async (work) => {
    await write(work, { '.slipway/.gitignore': '*\n' })
    await chown(join(work, '.slipway'), 12345, 12345)
  }),
  state('another user owns a record in the output folder', /analysis-0\.json belongs to another user/, async (work) => {
    await write(work, { '.slipway/.gitignore': '*\n', '.slipway/steps/analysis-0.json': '{}' })
    await chown(join(work, '.slipway/steps/analysis-0.json'), 12345, 12345)
  }),
  state('a pipe lies in the output folder', /queue is neither a file nor a folder/, async (work) => {
    await write(work, { '.slipway/.gitignore': '*\n' })
    await program(['mkfifo', join(work, '.slipway/queue')], { cwd: work })
  })
]

attacks([...OUTPUT, ...(process.getuid?.() === 0 ? OWNERS : OWNERS.slice(2))], () => root)
