import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject } from 'ajv'
import formats from 'ajv-formats'

type Branch = { readonly [key: string]: unknown }

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: Branch
}

interface Operation {
  readonly parameters?: readonly Branch[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Branch }
  readonly responses: { readonly [status: string]: Branch }
}

export interface Exchange {
  readonly method: string
  /** Path and query, without the base path of the API. */
  readonly target: string
  readonly headers: { readonly [name: string]: string | string[] | undefined }
  /** Parsed JSON, or undefined when there was none or it was not JSON. */
  readonly body: unknown
  readonly status: number
  readonly reply: unknown
}

/** Refusals and redirects that GitHub gives on any path, whether its description lists them there or not. */
const EVERYWHERE = new Set([301, 307, 400, 401, 403, 404, 422, 429, 500, 502, 503, 504])

const branch = (value: unknown): Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Branch) : {}

/**
 * Holds requests and responses against GitHub's own OpenAPI description. Returns what is wrong with an exchange, one
 * sentence each; [] when all is well. A field or query parameter that the description does not know is wrong too:
 * GitHub would ignore it, and a misspelled `make_latest` must not pass unseen.
 */
export function descriptionOf(file: URL): (exchange: Exchange) => readonly string[] {
  const root = JSON.parse(readFileSync(file, 'utf8')) as Branch
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false })
  formats.default(ajv)
  ajv.addSchema({ ...root, $id: 'github' })

  const resolve = (value: Branch): Branch => {
    if (typeof value.$ref !== 'string') return value
    return value.$ref
      .slice(2)
      .split('/')
      .reduce((tree, key) => branch(tree[key]), root)
  }
  const qualified = (tree: unknown): unknown => {
    if (Array.isArray(tree)) return tree.map(qualified)
    if (typeof tree !== 'object' || tree === null) return tree
    return Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [
        key,
        key === '$ref' && typeof value === 'string' ? `github${value}` : qualified(value)
      ])
    )
  }
  const compiled = new Map<Branch, ReturnType<Ajv['compile']>>()
  const check = (schema: Branch, value: unknown, what: string): readonly string[] => {
    let validate = compiled.get(schema)
    if (!validate) compiled.set(schema, (validate = ajv.compile(qualified(schema) as Branch)))
    if (validate(value) === true) return []
    return (validate.errors ?? []).map((error: ErrorObject) => `${what}${error.instancePath} ${error.message ?? ''}`)
  }

  const routes = Object.entries(branch(root.paths)).map(([template, item]) => ({
    pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '([^/]+)')}$`),
    names: [...template.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? ''),
    item: branch(item),
    literal: template.replace(/\{[^}]+\}/g, '').length
  }))
  // `/releases/latest` is also a `/releases/{release_id}`: the more literal template wins.
  routes.sort((a, b) => b.literal - a.literal)

  const typed = (schema: Branch, text: string): unknown =>
    schema.type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text

  return (exchange) => {
    const url = new URL(exchange.target, 'http://github.invalid')
    const route = routes.find(({ pattern }) => pattern.test(url.pathname))
    const operation = route?.item[exchange.method.toLowerCase()] as Operation | undefined
    const label = `${exchange.method} ${url.pathname}`
    if (!route || !operation) return [`${label} is not in GitHub's description`]
    const wrong: string[] = []

    const values = route.pattern.exec(url.pathname)?.slice(1) ?? []
    const parameters = (operation.parameters ?? []).map((each) => resolve(each) as unknown as Parameter)
    for (const { name, in: place, required, schema } of parameters) {
      const text =
        place === 'path' ? decodeURIComponent(values[route.names.indexOf(name)] ?? '') : url.searchParams.get(name)
      if (text === null || text === '') {
        if (required) wrong.push(`${place} parameter ${name} is missing`)
      } else wrong.push(...check(schema, typed(schema, text), `${place} parameter ${name}`))
    }
    for (const name of url.searchParams.keys()) {
      if (!parameters.some((each) => each.in === 'query' && each.name === name)) {
        wrong.push(`query parameter ${name} is not in the description`)
      }
    }

    const json = branch(branch(operation.requestBody?.content)['application/json'])
    if (exchange.status < 400 && json.schema !== undefined) {
      const schema = resolve(branch(json.schema))
      if (exchange.body === undefined && operation.requestBody?.required) wrong.push('request body is missing')
      if (exchange.body !== undefined) {
        wrong.push(...check(schema, exchange.body, 'request body'))
        for (const name of Object.keys(branch(exchange.body))) {
          if (!(name in branch(schema.properties))) wrong.push(`request body field ${name} is not in the description`)
        }
      }
    }
    const type = String(exchange.headers['content-type'] ?? '')
    if (exchange.body !== undefined && !type.startsWith('application/json'))
      wrong.push(`request body is sent as ${type || 'nothing'}, not as JSON`)
    if (exchange.headers['user-agent'] === undefined) wrong.push('GitHub refuses requests without a User-Agent')

    const listed = operation.responses[String(exchange.status)]
    if (listed) {
      const { schema } = branch(branch(resolve(listed).content)['application/json'])
      if (schema !== undefined) wrong.push(...check(branch(schema), exchange.reply, `response ${exchange.status}`))
    } else if (!EVERYWHERE.has(exchange.status)) {
      wrong.push(`response ${exchange.status} is not in the description`)
    } else {
      wrong.push(...check({ $ref: '#/components/schemas/basic-error' }, exchange.reply, `response ${exchange.status}`))
    }
    return wrong.map((sentence) => `${label}: ${sentence}`)
  }
}
