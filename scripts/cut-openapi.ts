/**
 * Cuts what the tests' GitHub needs out of GitHub's own OpenAPI description, so that the 400 MB package it comes from
 * is not a dependency: `node scripts/cut-openapi.ts PATH/TO/api.github.com.json` (of the npm package
 * @octokit/openapi) rewrites __tests__/fixtures/github-openapi.json.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { format } from 'prettier'

type Tree = null | boolean | number | string | Tree[] | { [key: string]: Tree }
type Branch = { [key: string]: Tree }

const REPO = '/repos/{owner}/{repo}'
const KEPT: Readonly<Record<string, readonly string[]>> = {
  '/rate_limit': ['get'],
  [REPO]: ['get'],
  [`${REPO}/immutable-releases`]: ['get'],
  [`${REPO}/attestations`]: ['post'],
  [`${REPO}/attestations/{subject_digest}`]: ['get'],
  [`${REPO}/git/ref/{ref}`]: ['get'],
  [`${REPO}/git/matching-refs/{ref}`]: ['get'],
  [`${REPO}/git/tags/{tag_sha}`]: ['get'],
  [`${REPO}/releases`]: ['get', 'post'],
  [`${REPO}/releases/latest`]: ['get'],
  [`${REPO}/releases/generate-notes`]: ['post'],
  [`${REPO}/releases/tags/{tag}`]: ['get'],
  [`${REPO}/releases/{release_id}`]: ['get', 'patch', 'delete'],
  [`${REPO}/releases/{release_id}/assets`]: ['get', 'post'],
  [`${REPO}/releases/assets/{asset_id}`]: ['get', 'patch', 'delete']
}

/** Prose and pictures, which no validator reads. */
const PROSE = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'tags', 'title', 'links'])

const isBranch = (tree: Tree | undefined): tree is Branch =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

const branch = (tree: Tree | undefined, what: string): Branch => {
  if (!isBranch(tree)) throw new Error(`the description has no ${what}`)
  return tree
}

/** Without prose, and with OpenAPI 3.0's `nullable` in JSON Schema's words. `names` are keys that are not keywords. */
function plain(tree: Tree, names: boolean): Tree {
  if (Array.isArray(tree)) return tree.map((item) => plain(item, false))
  if (!isBranch(tree)) return tree
  const kept: Branch = {}
  for (const [key, value] of Object.entries(tree)) {
    if (!names && (PROSE.has(key) || key.startsWith('x-') || key === 'nullable' || key === 'discriminator')) continue
    kept[key] = plain(value, !names && (key === 'properties' || key === 'headers' || key === 'responses'))
  }
  if (names || tree.nullable !== true) return kept
  if (typeof kept.type !== 'string') return { anyOf: [kept, { type: 'null' }] }
  return { ...kept, type: [kept.type, 'null'], ...(Array.isArray(kept.enum) ? { enum: [...kept.enum, null] } : {}) }
}

function references(tree: Tree): string[] {
  if (Array.isArray(tree)) return tree.flatMap(references)
  if (!isBranch(tree)) return []
  return Object.entries(tree).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : references(value)
  )
}

const at = (root: Branch, pointer: string): Tree =>
  pointer
    .slice(2)
    .split('/')
    .reduce<Tree>((tree, key) => branch(tree, pointer)[key] ?? null, root)

function cut(whole: Branch): Branch {
  const paths: Branch = {}
  for (const [path, methods] of Object.entries(KEPT)) {
    const item = branch(branch(whole.paths, 'paths')[path], path)
    paths[path] = Object.fromEntries(
      methods.map((method) => [method, plain(branch(item[method], `${method} ${path}`), false)])
    )
  }
  const components: Branch = {}
  const wanted = references(paths)
  for (let pointer = wanted.pop(); pointer !== undefined; pointer = wanted.pop()) {
    const [, , kind = '', name = ''] = pointer.split('/')
    const section = branch((components[kind] ??= {}), kind)
    if (name in section) continue
    section[name] = plain(at(whole, pointer), false)
    wanted.push(...references(section[name]))
  }
  // GitHub's prose names a state that its schema forgets: "This may leave an empty asset with a state of `starter`."
  const asset = branch(branch(components.schemas, 'schemas')['release-asset'], 'release-asset')
  branch(branch(asset.properties, 'properties').state, 'state').enum = ['uploaded', 'open', 'starter']
  const version = branch(whole.info, 'info').version ?? null
  return { from: '@octokit/openapi api.github.com.json', version, paths, components }
}

const [source] = argv.slice(2)
if (source === undefined) throw new Error('name the api.github.com.json of @octokit/openapi')
const kept = JSON.stringify(cut(branch(JSON.parse(readFileSync(source, 'utf8')) as Tree, 'root')))
const text = await format(kept, { parser: 'json', printWidth: 120 })
writeFileSync(new URL('../__tests__/fixtures/github-openapi.json', import.meta.url), text)
stdout.write(`${text.length} characters\n`)
