/**
 * What GitLab's documentation lets a client say to the routes that a publisher needs. GitLab itself ignores what it
 * does not know, so that a mistyped field goes unseen; here it is a violation.
 */
interface Route {
  readonly method: string
  readonly path: RegExp
  readonly query?: readonly string[]
  readonly body?: readonly string[]
  readonly required?: readonly string[]
}

const PAGES = ['page', 'per_page', 'cursor']

const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^$/ },
  { method: 'GET', path: /^protected_tags$/, query: PAGES },
  { method: 'GET', path: /^repository\/tags\/[^/]+$/ },
  {
    method: 'GET',
    path: /^packages$/,
    query: [...PAGES, 'order_by', 'sort', 'package_type', 'package_name', 'package_version', 'status']
  },
  { method: 'GET', path: /^packages\/\d+\/package_files$/, query: [...PAGES, 'order_by', 'sort'] },
  { method: 'DELETE', path: /^packages\/\d+\/package_files\/\d+$/ },
  { method: 'PUT', path: /^packages\/generic\/[^/]+\/[^/]+\/[^/]+$/, query: ['select', 'status'] },
  { method: 'GET', path: /^packages\/generic\/[^/]+\/[^/]+\/[^/]+$/ },
  { method: 'GET', path: /^releases$/, query: [...PAGES, 'order_by', 'sort', 'include_html_description'] },
  {
    method: 'POST',
    path: /^releases$/,
    body: ['name', 'tag_name', 'tag_message', 'description', 'ref', 'milestones', 'assets', 'released_at'],
    required: ['tag_name']
  },
  { method: 'GET', path: /^releases\/permalink\/latest(\/.*)?$/ },
  { method: 'GET', path: /^releases\/[^/]+$/, query: ['include_html_description'] },
  { method: 'PUT', path: /^releases\/[^/]+$/, body: ['name', 'description', 'milestones', 'released_at'] },
  { method: 'GET', path: /^releases\/[^/]+\/downloads\/.+$/ },
  { method: 'GET', path: /^releases\/[^/]+\/assets\/links$/, query: PAGES },
  {
    method: 'POST',
    path: /^releases\/[^/]+\/assets\/links$/,
    body: ['name', 'url', 'direct_asset_path', 'link_type'],
    required: ['name', 'url']
  },
  { method: 'DELETE', path: /^releases\/[^/]+\/assets\/links\/\d+$/ }
]

const TYPES = ['other', 'runbook', 'image', 'package']

/** What is wrong with a request, a sentence each. `path` is below the project, still encoded. */
export function violationsOf(
  method: string,
  path: string,
  query: URLSearchParams,
  contentType: string | undefined,
  body: unknown
): readonly string[] {
  const route = ROUTES.find((each) => each.method === method && each.path.test(path))
  const where = `${method} ${path}`
  if (!route) return [`${where} is not in GitLab's documentation`]
  const wrong: string[] = []
  for (const name of query.keys()) if (!route.query?.includes(name)) wrong.push(`${where}: unknown parameter ${name}`)
  const size = query.get('per_page') ?? '20'
  if (!/^[1-9]\d*$/.test(size) || Number(size) > 100) wrong.push(`${where}: per_page is ${size}, of 1 to 100`)
  if (!/^[1-9]\d*$/.test(query.get('page') ?? '1')) wrong.push(`${where}: page is ${query.get('page')}`)
  if (method === 'PUT' && path.startsWith('packages/')) {
    if (contentType?.startsWith('multipart/')) wrong.push(`${where}: the form would be stored, not the file`)
    return wrong
  }
  // Grape reads a body by its type: what is sent as anything else has no fields.
  if (body !== undefined && !contentType?.startsWith('application/json'))
    wrong.push(`${where}: the body is sent as ${contentType ?? 'nothing'}, not as JSON`)
  const fields = (body ?? {}) as Readonly<Record<string, unknown>>
  for (const name of Object.keys(fields)) if (!route.body?.includes(name)) wrong.push(`${where}: unknown field ${name}`)
  for (const name of route.required ?? []) if (!(name in fields)) wrong.push(`${where}: ${name} is missing`)
  for (const [name, value] of Object.entries(fields)) {
    if (name !== 'assets' && typeof value !== 'string') wrong.push(`${where}: ${name} is not text`)
  }
  const { links = [] } = (fields['assets'] ?? {}) as { links?: readonly Readonly<Record<string, unknown>>[] }
  const all = path.endsWith('/assets/links') && method === 'POST' ? [fields] : links
  for (const link of all) {
    for (const name of Object.keys(link)) {
      if (!['name', 'url', 'direct_asset_path', 'link_type'].includes(name))
        wrong.push(`${where}: unknown field ${name}`)
    }
    const type = link['link_type'] ?? 'other'
    if (typeof type !== 'string' || !TYPES.includes(type)) wrong.push(`${where}: unknown link_type`)
  }
  return wrong
}
