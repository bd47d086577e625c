import { expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { githubPublisher } from '../../src/adapters/github/releases/publisher.ts'
import { createRelease } from '../fakes/github/state.ts'
import { startGithub, type FakeGithub } from '../fakes/github/server.ts'
import { COMMIT, localFiles, placeOf, TAG, wanted } from '../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()
const SERVER = fileURLToPath(new URL('../fakes/github/server.ts', import.meta.url))

/** The fake as a process of its own; it is gone when the scope ends. */
async function serve(state: string): Promise<Pick<FakeGithub, 'origins'> & AsyncDisposable> {
  const child = spawn(process.execPath, [SERVER, '--port', '0', '--state', state, '--commit', COMMIT], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const ended = once(child, 'exit')
  const line = await new Promise<string>((found, failed) => {
    createInterface(child.stdout).once('line', found)
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
  })
  return {
    origins: JSON.parse(line) as FakeGithub['origins'],
    async [Symbol.asyncDispose]() {
      child.kill()
      await ended
    }
  }
}

test('as a process, the fake keeps its state over a restart', async () => {
  await using local = await localFiles()
  const state = join(local.folder, 'state.json')
  {
    await using server = await serve(state)
    await using draft = await githubPublisher(placeOf(server), local.files).draft(wanted(), signal)
    await draft.add(await local.make('checksums.txt', 'sums'))
  }
  await using server = await serve(state)
  await using draft = await githubPublisher(placeOf(server), local.files).draft(wanted(), signal)
  expect(await draft.add(await local.make('checksums.txt', 'sums'))).toBe('kept')
  expect((await draft.publish()).tag).toBe(TAG)
  const violations = await (await fetch(`${server.origins.web}/_violations`)).json()
  expect(violations).toEqual([])
})

test.each<[string, string, string, unknown, RegExp]>([
  ['an unknown path', 'GET', '/repos/octo/demo/release', undefined, /not in GitHub's description/],
  ['an unknown field', 'POST', '/repos/octo/demo/releases', { tag_name: 'v1', make_lastest: 'true' }, /make_lastest/],
  ['a field of the wrong type', 'POST', '/repos/octo/demo/releases', { tag_name: 'v1', draft: 'yes' }, /draft/],
  [
    'a value that is not offered',
    'POST',
    '/repos/octo/demo/releases',
    { tag_name: 'v1', make_latest: 'maybe' },
    /make_latest/
  ],
  ['an unknown query parameter', 'GET', '/repos/octo/demo/releases?size=3', undefined, /size/]
])('a request with %s is a violation', async (_, method, path, body, complaint) => {
  await using server = await startGithub({ commit: COMMIT })
  await fetch(`${server.origins.api}${path}`, {
    method,
    headers: { authorization: 'token ghs_writer' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
  expect(server.violations).toEqual(expect.arrayContaining([expect.stringMatching(complaint)]))
})

test.each<[string, string, string | undefined, string | undefined, number, RegExp | undefined]>([
  ['a body that is no JSON', '/repos/octo/demo/releases', '{', 'application/json', 400, /Problems parsing JSON/],
  ['a body that is no object', '/repos/octo/demo/releases', '[]', 'application/json', 400, /Body should be/],
  ['a number as a name', '/repos/octo/demo/releases', '{"tag_name":"v1","name":1}', 'application/json', 422, /"?name/],
  [
    'a body of another type',
    '/repos/octo/demo/releases',
    '{"tag_name":"v2"}',
    'text/plain',
    201,
    /sent as text\/plain/
  ],
  ['no body', '/repos/octo/demo/releases', undefined, undefined, 400, /Body should be/],
  ['another repository', '/repos/octo/other/releases', '{"tag_name":"v1"}', 'application/json', 404, undefined]
])('a create with %s is not taken for a good one', async (_, path, body, type, status, complaint) => {
  await using server = await startGithub({ commit: COMMIT })
  const answer = await fetch(`${server.origins.api}${path}`, {
    method: 'POST',
    headers: { authorization: 'token ghs_writer', ...(type === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body })
  })
  expect(answer.status).toBe(status)
  expect(server.violations).toEqual(complaint ? [expect.stringMatching(complaint)] : [])
})

test.each<[string, string, Readonly<Record<string, string>>, number]>([
  ['no token', '/repos/octo/demo/releases/1000/assets', { 'content-type': 'text/plain' }, 401],
  ['a token that may only read', '/repos/octo/demo/releases/1000/assets', { authorization: 'token ghs_reader' }, 403],
  ['another repository', '/repos/octo/other/releases/1000/assets', { authorization: 'token ghs_writer' }, 404],
  ['another release', '/repos/octo/demo/releases/1/assets', { authorization: 'token ghs_writer' }, 404],
  ['another path', '/repos/octo/demo/releases/1000/files', { authorization: 'token ghs_writer' }, 404]
])('an upload with %s is refused', async (_, path, headers, status) => {
  await using server = await startGithub({ commit: COMMIT })
  createRelease(server.state, { tag_name: TAG, draft: true }, new Date().toISOString())
  const answer = await fetch(`${server.origins.uploads}${path}?name=a.txt`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', ...headers },
    body: 'a'
  })
  expect(answer.status).toBe(status)
  expect(server.state.releases[0]?.assets).toEqual([])
})

test.each(['GET', 'POST'])('the old name of a repository is redirected by its number: %s', async (method) => {
  await using server = await startGithub({ commit: COMMIT })
  Object.assign(server.state, { repo: 'renamed', formerly: ['octo/demo'] })
  const answer = await fetch(`${server.origins.api}/repos/octo/demo/releases?per_page=5`, {
    method,
    redirect: 'manual',
    headers: { authorization: 'token ghs_writer' }
  })
  expect(answer.status).toBe(method === 'GET' ? 301 : 307)
  const location = answer.headers.get('location')
  expect(location).toBe(`${server.origins.api}/repositories/1300192/releases?per_page=5`)
  expect(await answer.json()).toMatchObject({ url: location })
})

test('the storage behind a download refuses a request that bears a token', async () => {
  await using local = await localFiles()
  await using server = await startGithub({ commit: COMMIT })
  await using draft = await githubPublisher(placeOf(server), local.files).draft(wanted(), signal)
  await draft.add(await local.make('checksums.txt', 'sums'))
  const id = server.state.releases[0]?.assets[0]?.id
  const url = `${server.origins.web}/storage/${id}`
  expect((await fetch(url, { headers: { authorization: 'token ghs_writer' } })).status).toBe(400)
  expect(await (await fetch(url)).text()).toBe('sums')
})
