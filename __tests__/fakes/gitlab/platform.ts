import {
  accessOf,
  answer,
  demandRegistry,
  demandRights,
  download,
  fileJson,
  type Call,
  type Origins
} from './routes.ts'
import { violationsOf } from './schema.ts'
import { demandUpload, Refusal, store, type State } from './state.ts'
import { jsonIn, segmentsOf, tokenIn, type Answer, type Begun, type Head, type Platform } from '../platform/platform.ts'

export const BASE = '/gitlab/api/v4'

/**
 * One project on a GitLab: its packages, releases and tags ('api'), and object storage ('storage'), which refuses a
 * second means of authentication. What is said to it is held against GitLab's documentation.
 */
export function gitlabPlatform({ state, origins }: { readonly state: State; readonly origins: Origins }): Platform {
  const violations: string[] = []
  /** The project that is meant, and the path and query below it. */
  const partsOf = ({ url }: Head): { readonly project: string; readonly target: string } => {
    const [, project = '', target = url] = new RegExp(`^${BASE}/projects/([^/?]+)/?(.*)$`).exec(url) ?? []
    return { project: decodeURIComponent(project), target }
  }
  const isUpload = (head: Head): boolean =>
    head.method === 'PUT' && partsOf(head).target.startsWith('packages/generic/')

  const begin = (head: Head): Begun => {
    const { project, target } = partsOf(head)
    const url = new URL(`/${target}`, 'http://gitlab.invalid')
    const path = url.pathname.slice(1)
    const call: Omit<Call, 'body'> = {
      ...accessOf(state, head.headers),
      method: head.method,
      path: segmentsOf(path),
      query: url.searchParams,
      now: head.now
    }
    // A project that moved is found by reads alone under its old path, and they are led to its number (gitlab!128642).
    if (state.formerly.includes(project) && call.method === 'GET') {
      demandRights(state, call)
      const location = `${origins.api}/projects/${state.id}${target === '' ? '' : `/${target}`}`
      return () => ({ status: 301, headers: { location }, body: { message: 'This resource has been moved' } })
    }
    if (![String(state.id), state.path].includes(project)) throw new Refusal(404, '404 Project Not Found')
    const judge = (body: unknown): void => {
      const type = head.headers['content-type']
      violations.push(...violationsOf(head.method, path, url.searchParams, type && String(type), body))
    }
    if (isUpload(head)) {
      judge(undefined)
      demandRights(state, call)
      demandRegistry(state)
      const [, , name = '', version = '', file = ''] = call.path
      demandUpload(state, name, version, file)
      // Nothing is there before the last byte.
      return ({ bytes, size, sha256 }) => {
        const row = store(state, name, version, file, { content: bytes?.toString('base64'), size, sha256 })
        const record = call.query.get('select') === 'package_file' && state.selectsFile
        return record ? { status: 200, body: fileJson(row) } : { status: 201, body: { message: '201 Created' } }
      }
    }
    return (content) => {
      const body = jsonIn(content)
      judge(body)
      if (head.method !== 'GET' || !path.startsWith('packages/generic/'))
        return answer(origins, state, { ...call, body })
      demandRights(state, call)
      demandRegistry(state)
      const reply = download(origins, state, call.path.slice(2))
      return 'packageId' in reply ? fileOf(reply) : reply
    }
  }

  const storage = (head: Head): Answer => {
    const token = tokenIn(head)
    if (token !== undefined) {
      violations.push(`the token was sent to storage: ${token}`)
      return { status: 400, body: { Code: 'InvalidArgument' } }
    }
    const { pathname } = new URL(head.url, 'http://gitlab.invalid')
    const row = state.files.find(({ id }) => `/${id}` === pathname)
    return row ? fileOf(row) : { status: 404, body: { Code: 'NoSuchKey' } }
  }

  return {
    state,
    violations,
    seen: (at, head) => ({ target: at === 'api' ? partsOf(head).target : head.url, upload: isUpload(head) }),
    signature: (count) => ({ 'x-request-id': `01FAKE${count}` }),
    begin(at, head) {
      if (at === 'storage') return () => storage(head)
      const begun = refusable(() => begin(head))
      return (content) => (typeof begun === 'function' ? refusable(() => begun(content)) : begun)
    }
  }
}

const fileOf = ({ content, size }: { readonly content: string | undefined; readonly size: number }): Answer => ({
  status: 200,
  file: { content: content === undefined ? undefined : Buffer.from(content, 'base64'), size }
})

function refusable<T>(work: () => T): T | Answer {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: error.status, body: error.body }
  }
}
