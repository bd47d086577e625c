import { expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { gitlabPublisher } from '../../src/adapters/gitlab/releases/publisher.ts'
import { startGitlab, type FakeGitlab } from '../fakes/gitlab/server.ts'
import { COMMIT, gitlabPlaceOf, localFiles, TAG, wanted } from '../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()
const SERVER = fileURLToPath(new URL('../fakes/gitlab/server.ts', import.meta.url))

/** The fake as a process of its own; it is gone when the scope ends. */
async function serve(state: string): Promise<Pick<FakeGitlab, 'origins'> & AsyncDisposable> {
  const child = spawn(process.execPath, [SERVER, '--port', '0', '--state', state, '--commit', COMMIT], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const ended = once(child, 'exit')
  const line = await new Promise<string>((found, failed) => {
    createInterface(child.stdout).once('line', found)
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
  })
  return {
    origins: JSON.parse(line) as FakeGitlab['origins'],
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
    await using draft = await gitlabPublisher(gitlabPlaceOf(server), local.files).draft(wanted(), signal)
    await draft.add(await local.make('checksums.txt', 'sums'))
  }
  await using server = await serve(state)
  await using draft = await gitlabPublisher(gitlabPlaceOf(server), local.files).draft(wanted(), signal)
  expect(await draft.add(await local.make('checksums.txt', 'sums'))).toBe('kept')
  expect((await draft.publish()).tag).toBe(TAG)
  expect(await (await fetch(`${server.origins.storage}/_violations`)).json()).toEqual([])
})

test.each<[string, string, string, unknown, RegExp]>([
  ['an unknown path', 'GET', 'release', undefined, /not in GitLab's documentation/],
  ['an unknown field', 'POST', 'releases', { tag_name: 'v1', realeased_at: 'x' }, /realeased_at/],
  ['an unknown field of a link', 'POST', 'releases', { tag_name: 'v1', assets: { links: [{ href: 'x' }] } }, /href/],
  ['a missing field', 'POST', 'releases', { name: 'v1' }, /tag_name is missing/],
  ['links in an update, which GitLab ignores', 'PUT', 'releases/v1', { assets: {} }, /assets/],
  ['an unknown query parameter', 'GET', 'packages?name=demo', undefined, /name/],
  ['more items a page than GitLab gives', 'GET', 'releases?per_page=200', undefined, /per_page is 200/],
  ['a page that is no number', 'GET', 'releases?page=last', undefined, /page is last/]
])('a request with %s is a violation', async (_, method, path, body, complaint) => {
  await using server = await startGitlab({ commit: COMMIT })
  await fetch(`${server.origins.api}/projects/42/${path}`, {
    method,
    headers: { 'job-token': 'job-maintainer', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
  expect(server.violations).toEqual(expect.arrayContaining([expect.stringMatching(complaint)]))
})

test('a body that is not sent as JSON has no fields for GitLab: that is a violation', async () => {
  await using server = await startGitlab({ commit: COMMIT })
  await fetch(`${server.origins.api}/projects/42/releases`, {
    method: 'POST',
    headers: { 'job-token': 'job-maintainer', 'content-type': 'text/plain' },
    body: JSON.stringify({ tag_name: 'v1.0.0' })
  })
  expect(server.violations).toEqual([expect.stringContaining('sent as text/plain')])
})

test.each([
  ['GET', 301],
  ['POST', 404]
])('a project is found by its old path by reads alone: %s', async (method, status) => {
  await using server = await startGitlab({ commit: COMMIT })
  Object.assign(server.state, { path: 'octo/renamed', formerly: ['octo/demo'] })
  const answer = await fetch(`${server.origins.api}/projects/octo%2Fdemo/releases?per_page=5`, {
    method,
    redirect: 'manual',
    headers: { 'job-token': 'job-maintainer', 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: JSON.stringify({ tag_name: 'v1.0.0' }) } : {})
  })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('location')).toBe(
    status === 301 ? `${server.origins.api}/projects/42/releases?per_page=5` : null
  )
})

test('a form in the place of a file is a violation: GitLab would store the form', async () => {
  await using server = await startGitlab({ commit: COMMIT })
  server.state.redirects = false
  const form = new FormData()
  form.set('file', new Blob(['x']), 'a.txt')
  const url = `${server.origins.api}/projects/42/packages/generic/demo/v1/a.txt`
  const headers = { 'job-token': 'job-maintainer' }
  expect(await (await fetch(url, { method: 'PUT', headers, body: form })).json()).toEqual({ message: '201 Created' })
  expect(await (await fetch(url, { headers })).text()).toContain('form-data')
  expect(server.violations).toEqual([expect.stringContaining('the form would be stored')])
})

test('the table of answers to an upload holds for the fake', async () => {
  await using server = await startGitlab({ commit: COMMIT })
  const { state } = server
  const put = async (token: string | undefined, query = ''): Promise<[number, unknown]> => {
    const url = `${server.origins.api}/projects/42/packages/generic/demo/v1/a.txt${query}`
    const headers = token === undefined ? {} : { 'job-token': token }
    const response = await fetch(url, { method: 'PUT', headers, body: 'content' })
    return [response.status, await response.json()]
  }
  const says = (message: string): object => ({ message: expect.stringContaining(message) })
  expect(await put('job-developer')).toEqual([201, { message: '201 Created' }])
  expect(await put('job-developer', '?select=package_file')).toEqual([
    200,
    expect.objectContaining({ file_name: 'a.txt', size: 7, file_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  ])
  expect(state.files).toHaveLength(2)
  state.duplicatesAllowed = false
  expect(await put('job-developer')).toEqual([400, says('Duplicate package is not allowed')])
  state.largest = 3
  expect(await put('job-developer')).toEqual([400, says('File is too large')])
  state.protectedPackages.push('demo')
  expect(await put('job-developer')).toEqual([403, says('Package protected.')])
  expect(await put(undefined)).toEqual([401, says('401 Unauthorized')])
  expect(await put('job-old')).toEqual([401, says('401 Unauthorized')])
  expect(await put('job-guest')).toEqual([403, says('403 Forbidden')])
  expect(await put('job-stranger')).toEqual([403, says('403 Forbidden')])
  expect(await put('job-unlisted')).toEqual([403, says('not allowed from octo/other to octo/demo.')])
  state.visibility = 'private'
  expect(await put('job-stranger')).toEqual([404, says('404 Project Not Found')])
  expect(state.files).toHaveLength(2)
})

test('a fetch that follows redirects by itself shows the token to the storage: that is a violation', async () => {
  await using server = await startGitlab({ commit: COMMIT })
  const url = `${server.origins.api}/projects/42/packages/generic/demo/v1/a.txt`
  const headers = { 'job-token': 'job-maintainer' }
  await fetch(url, { method: 'PUT', headers, body: 'x' })
  expect((await fetch(url, { headers })).status).toBe(400)
  expect(server.violations).toEqual(['the token was sent to storage: job-token'])
})
