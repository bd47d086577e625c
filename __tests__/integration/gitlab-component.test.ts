import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, jest } from '@jest/globals'
import { program, succeeded, type Ran } from '../fakes/cli.ts'
import { CORPUS } from '../fakes/hostile/hostile.ts'
import { gitlabHost, type GitlabHost } from '../fakes/gitlab/host.ts'
import { formatVariables, PIPELINE_RUNNER, publishComponent, runPipeline } from '../fakes/gitlab/pipelines.ts'
import { needing } from '../fakes/needs.ts'
import { commit, git, HELLO, repository, workspace, write } from '../fakes/repository.ts'
import { runAction, ship, tagEvent } from '../fakes/shipped.ts'

// A pipeline starts git, rsync, node and go a dozen times.
jest.setTimeout(180_000)

// It copies work trees with rsync.
const { describe, test } = needing('rsync')

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TOKEN = 'job-token-of-the-tests'
const stack = new AsyncDisposableStack()
let folder = ''
let host: GitlabHost
/** The component's project as somebody works on it. */
let component = ''
let sha = ''
let consumers = 0

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  host = stack.use(await gitlabHost(folder, TOKEN))
  ;({ path: component, sha } = await publishComponent(folder))
})
afterAll(() => stack.disposeAsync())

interface Consumer {
  readonly path: string
  readonly releases: string
  /** Runs the jobs of a pipeline in the shell, each in a checkout of its own. */
  run(variables: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran>
  /** Where a job ran. */
  build(job: string): string
}

/** A project with a program and a pipeline that includes the component. */
async function consumer(
  ref: string,
  inputs: Readonly<Record<string, string | boolean | number>> = {},
  template = 'slipway'
): Promise<Consumer> {
  const name = `consumer-${++consumers}`
  const path = join(folder, name)
  const releases = join(folder, `${name}-releases`)
  const given = {
    'component-project': 'tools/slipway',
    targets: 'linux/amd64',
    kubernetes: 'none',
    sign: 'none',
    ...(template === 'gate' ? {} : { to: releases }),
    ...inputs
  }
  const pipeline = {
    include: [{ component: `${host.name}/tools/slipway/${template}@${ref}`, inputs: given }]
  }
  await repository(path, {
    ...HELLO,
    '.gitignore': '.gitlab-ci-local/\n',
    '.gitlab-ci.yml': `${JSON.stringify(pipeline, null, 2)}\n`
  })
  await git(path, 'remote', 'add', 'origin', `http://${host.name}/acme/hello.git`)
  return {
    path,
    releases,
    build: (job) => join(path, '.gitlab-ci-local', 'builds', job),
    run: (variables, ...args) => runPipeline(host, path, { CI_JOB_TOKEN: TOKEN, ...variables }, args)
  }
}

const all = ({ stdout, stderr }: Ran): string => stdout + stderr

const job = (project: Consumer, name: string, file: string): Promise<string> =>
  readFile(join(project.build(name), '.slipway', file), 'utf8')

const TAG = { CI_COMMIT_TAG: 'v1.0.0', CI_COMMIT_REF_NAME: 'v1.0.0' }

describe('a consumer’s pipeline', () => {
  test('gates a branch, plans first, and hands on a report, findings and outputs', async () => {
    const project = await consumer(sha)
    const ran = await project.run({})
    expect(succeeded(ran)).toContain('mode      gate')
    expect(all(ran)).not.toContain('slipway-release')
    expect(all(ran).indexOf('slipway-plan')).toBeLessThan(all(ran).indexOf('slipway-gate'))
    expect(await job(project, 'slipway-gate', 'report/outputs.env')).toContain('SLIPWAY_COMPATIBILITY=skipped\n')
    expect(JSON.parse(await job(project, 'slipway-gate', 'report/code-quality.json'))).toEqual([])
    expect(await job(project, 'slipway-gate', 'report/junit.xml')).toContain('<testsuites')
    expect(host.asked).toContain(`${TOKEN} tools/slipway dist/cli/index.js 200`)
  })

  test('releases a tag, with the component at a tag of its own, and a second run writes nothing', async () => {
    const project = await consumer('1.0.0', {}, 'release')
    const ran = await project.run(TAG)
    expect(succeeded(ran)).toContain('released v1.0.0')
    expect(await readdir(join(project.releases, 'v1.0.0'))).toContain('hello_1.0.0_linux_amd64.tar.gz')
    expect(await job(project, 'slipway-release', 'report/outputs.env')).toMatch(/^SLIPWAY_TAG=v1\.0\.0$/m)
    expect(succeeded(await project.run(TAG))).toContain('published before')
  })

  test('fans a release out over machines, and one job takes their parts and publishes them', async () => {
    const project = await consumer(sha, { machines: 2, targets: 'linux/amd64,linux/arm64' }, 'fan-out')
    const ran = succeeded(await project.run(TAG))
    expect(ran).toContain('2 shards of this plan are here')
    // The merging job compiles nothing.
    expect(ran).toMatch(/slipway-release.*= build +linux\/amd64/)
    expect(ran).toMatch(/slipway-release.*= build +linux\/arm64/)
    expect(ran).toContain('released v1.0.0')
    const released = await readdir(join(project.releases, 'v1.0.0'))
    expect(released).toEqual(
      expect.arrayContaining(['hello_1.0.0_linux_amd64.tar.gz', 'hello_1.0.0_linux_arm64.tar.gz', 'checksums.txt'])
    )
    expect(succeeded(await project.run({}, '--list'))).not.toContain('slipway-build')
  })

  test('proves a tag in one job, and the other takes its verdicts and releases', async () => {
    const project = await consumer(sha, {}, 'two-jobs')
    const ran = succeeded(await project.run(TAG))
    expect(ran).toMatch(/slipway-prove.*verdicts for a job that releases/)
    expect(ran).toMatch(/slipway-release.*✓ build +linux\/amd64/)
    expect(ran).toContain('released v1.0.0')
    await rm(join(project.path, '.gitlab-ci-local/artifacts/slipway-prove'), { recursive: true })
    const without = await project.run(TAG, 'slipway-release')
    expect([without.status, all(without)]).toEqual([1, expect.stringMatching(/there is no \S+verdicts\.json/)])
  })

  test('stops before it runs anything when the component’s tag was moved to a program that its template does not know', async () => {
    const project = await consumer('2.0.0')
    const clone = join(folder, 'attacker')
    await git(folder, 'clone', '--quiet', join(folder, 'tools', 'slipway.git'), clone)
    await git(clone, 'tag', '2.0.0')
    await git(clone, 'push', '--quiet', 'origin', '2.0.0')
    expect(succeeded(await project.run({}, 'slipway-plan'))).toContain('mode      gate')

    const file = join(clone, 'dist', 'cli', 'index.js')
    await writeFile(file, `console.log('the moved one runs')\n${await readFile(file, 'utf8')}`)
    await commit(clone)
    await git(clone, 'tag', '--force', '2.0.0')
    await git(clone, 'push', '--quiet', '--force', 'origin', '2.0.0')
    const ran = await project.run({}, '--fetch-includes', 'slipway-plan')
    expect(ran.status).not.toBe(0)
    expect(all(ran)).toMatch(/dist\/cli\/index\.js of tools\/slipway at [0-9a-f]{40} has sha256 [0-9a-f]{64}, and/)
    expect(all(ran)).not.toContain('the moved one runs')

    // Whoever included the commit does not notice.
    const pinned = await consumer(sha)
    expect(succeeded(await pinned.run({}, 'slipway-plan'))).toContain('mode      gate')
  })

  test('says which project has to let it in when the API refuses its token', async () => {
    const project = await consumer(sha)
    const ran = await project.run({ CI_JOB_TOKEN: 'of-somebody-else' }, 'slipway-plan')
    expect(ran.status).not.toBe(0)
    expect(all(ran)).toContain('the API answered 401')
    expect(all(ran)).toContain('allow the job tokens of this project')
    expect(all(ran)).not.toContain('of-somebody-else')
  })

  test('runs the program of an image instead, and fetches none', async () => {
    const project = await consumer(sha, { core: join(folder, 'slipway') }, 'gate')
    await writeFile(join(folder, 'slipway'), '#!/bin/sh\necho "called with $*"\n', { mode: 0o755 })
    const before = host.asked.length
    const ran = succeeded(await project.run({}))
    expect(ran).toContain(
      'called with gate --module . --out .slipway --targets linux/amd64 --kubernetes none --sign none'
    )
    expect(host.asked).toHaveLength(before)
  })

  test('a compile error stands on its line in the code quality report', async () => {
    const project = await consumer(sha, {}, 'gate')
    await write(project.path, { 'main.go': 'package main\n\nfunc main() {\n\tundefined()\n}\n' })
    await commit(project.path)
    const ran = await project.run({})
    expect(ran.status).not.toBe(0)
    expect(JSON.parse(await job(project, 'slipway-gate', 'report/code-quality.json'))).toMatchObject([
      { check_name: 'go', severity: 'major', location: { path: 'main.go', lines: { begin: 4 } } }
    ])
  })

  test.each([
    ['targets', 'linux/amd64$(touch /tmp/x)'],
    ['targets', 'linux/amd64; id'],
    ['main', './x"\nscript: [id]'],
    ['out', '../elsewhere'],
    ['out', '-rf'],
    ['job-prefix', 'a b'],
    ['component-project', '../../other']
  ])('the input %s never gets %j into a job', async (name, value) => {
    const project = await consumer(sha, { [name]: value })
    const ran = await project.run({}, '--list')
    expect(ran.status).not.toBe(0)
    expect(all(ran)).toContain(`\`${name}\` input`)
  })
})

test('what is not meant kindly in a variable of the commit or an input is one word to the program, and run by nobody', async () => {
  const project = await consumer(sha, {}, 'release')
  // Each takes what it was called with, and ends well.
  const recorder = join(folder, 'recorder')
  const record =
    "require('node:fs').writeFileSync(`${__filename}-${process.pid}`, JSON.stringify({ args: process.argv.slice(2), env: process.env }))"
  await writeFile(recorder, `#!/usr/bin/env node\n${record}\n`, { mode: 0o755 })
  const names = ['targets', 'main', 'kubeconfig', 'context', 'sign-key', 'rebuild', 'to', 'key', 'identity', 'issuer']
  const through = [CORPUS['a way up'], CORPUS['an absolute path'], CORPUS['a short option']]
  const include = (inputs: Readonly<Record<string, string>>) => ({
    component: `${host.name}/tools/slipway/release@${sha}`,
    inputs: { 'component-project': 'tools/slipway', ...inputs }
  })
  const pipeline = {
    include: [
      include({ targets: 'linux/amd64', kubernetes: 'none', sign: 'none', to: 'none' }),
      ...through.map((text, i) =>
        include({
          ...Object.fromEntries(names.map((name) => [name, text])),
          ...{ core: recorder, 'job-prefix': i === 2 ? text : `job${i}-` }
        })
      )
    ]
  }
  await write(project.path, { '.gitlab-ci.yml': `${JSON.stringify(pipeline, null, 2)}\n` })
  await commit(project.path)
  const variables = {
    CI_COMMIT_TAG: CORPUS['a command for a shell'],
    CI_COMMIT_REF_NAME: CORPUS.quotes,
    CI_COMMIT_BRANCH: CORPUS['an option'],
    CI_COMMIT_MESSAGE: CORPUS['the end of a heredoc'],
    CI_COMMIT_TITLE: CORPUS['an escaped command'],
    CI_COMMIT_DESCRIPTION: CORPUS['a command for a runner'],
    CI_COMMIT_AUTHOR: CORPUS['characters that turn or hide others'],
    CI_COMMIT_TAG_MESSAGE: CORPUS['a way up']
  }
  const ran = await project.run(variables)
  expect(all(ran)).toContain(`the tag "${variables.CI_COMMIT_TAG}" is not a version of this module`)
  const found = (await readdir(folder, { recursive: true })).map(String)
  expect(found.filter((name) => /(^|\/)PWNED/.test(name))).toEqual([])
  const recorded = await Promise.all(
    found
      .filter((name) => name.startsWith('recorder-'))
      .map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Recorded)
  )
  const called = (text: string): readonly string[] => recorded.find(({ args }) => args.includes(text))?.args ?? []
  for (const text of through) {
    const args = called(text)
    expect(Object.fromEntries(names.map((name) => [name, args[args.indexOf(`--${name}`) + 1]]))).toEqual(
      Object.fromEntries(names.map((name) => [name, text]))
    )
    // A command, and pairs of a flag and its value.
    expect(args.filter((arg, i) => i % 2 === 1 && !/^--[a-z]/.test(arg))).toEqual([])
  }
  expect(recorded).toHaveLength(through.length)
  for (const { env } of recorded) expect(env).toMatchObject(variables)
})

interface Recorded {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

test('the pipeline of this repository tests every change, gates its example with its own component, and releases bare versions', async () => {
  const own = join(folder, 'own')
  await git(folder, 'clone', '--quiet', component, own)
  await cp(join(ROOT, '.gitlab-ci.yml'), join(own, '.gitlab-ci.yml'))
  await commit(own)
  await git(own, 'remote', 'set-url', 'origin', `http://${host.name}/tools/slipway.git`)
  const jobs = async (variables: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const given = Object.entries({ CI_SERVER_FQDN: host.name, CI_DEFAULT_BRANCH: 'main', ...variables })
    const ran = await program([process.execPath, PIPELINE_RUNNER, '--list-json', ...formatVariables(given)], {
      cwd: own
    })
    const listed = JSON.parse(succeeded(ran)) as { name: string; when: string }[]
    return listed.flatMap(({ name, when }) => (when === 'never' ? [] : [name])).sort()
  }
  expect(await jobs({ CI_COMMIT_BRANCH: 'main' })).toEqual(['check', 'example-gate'])
  expect(await jobs({ CI_COMMIT_TAG: '1.2.3', CI_COMMIT_BRANCH: '' })).toEqual(['check', 'release'])
  expect(await jobs({ CI_COMMIT_TAG: 'v1.2.3', CI_COMMIT_BRANCH: '' })).toEqual(['check'])
})

test('the same inputs give the same bytes, the same plan and the same report on both platforms', async () => {
  const project = await consumer(sha)
  const ran = succeeded(await project.run(TAG))
  expect(ran).toContain('slipway-plan')
  expect(ran).not.toContain('slipway-gate')
  const out = '.slipway'
  const { action } = await ship(folder)
  const step = await runAction(action, {
    cwd: project.path,
    temp: join(folder, 'step'),
    inputs: { targets: 'linux/amd64', kubernetes: 'none', sign: 'none', to: join(folder, 'on-github') },
    env: tagEvent('v1.0.0')
  })
  expect(step).toMatchObject({ status: 0 })
  const here = (file: string): Promise<string> => readFile(join(project.path, out, file), 'utf8')
  expect(await here('checksums.txt')).toBe(await job(project, 'slipway-release', 'checksums.txt'))
  expect(await here('report/junit.xml')).toBe(await job(project, 'slipway-release', 'report/junit.xml'))
  const [theirs, ours] = await Promise.all([job(project, 'slipway-release', 'manifest.json'), here('manifest.json')])
  expect(JSON.parse(ours)).toEqual(JSON.parse(theirs))
})
