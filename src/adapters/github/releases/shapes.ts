import { z } from 'zod'
import { fields, items, parsedJson, text } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import { demandShape } from '../../http/shapes.ts'

const ASSET = z.object({
  id: z.number(),
  name: z.string(),
  state: z.string(),
  size: z.number(),
  digest: z.string().nullish()
})

const RELEASE = z.object({
  id: z.number(),
  tag_name: z.string(),
  name: z.string().nullish(),
  body: z.string().nullish(),
  html_url: z.string(),
  upload_url: z.string().regex(/^https?:\/\//),
  draft: z.boolean(),
  prerelease: z.boolean(),
  immutable: z.boolean().nullish(),
  assets: z.array(ASSET)
})

const REPOSITORY = z.object({
  full_name: z.string(),
  archived: z.boolean().nullish(),
  permissions: z.object({ push: z.boolean().nullish() }).nullish()
})

const COMMENT = z.object({
  id: z.number(),
  body: z.string().nullish(),
  user: z.object({ type: z.string() }).nullish(),
  author_association: z.string().nullish()
})

const ENVELOPE = z.object({
  payload: z.string().nullish(),
  signatures: z.array(z.object({ sig: z.string().nullish() })).nullish()
})

/** What each request below a repository is answered with, as far as it is read. Of others nothing is. */
const SHAPES: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^GET $/, REPOSITORY],
  [/^GET \/releases$/, z.array(RELEASE)],
  [/^GET \/releases\/(latest|tags\/.*)$|^POST \/releases$|^PATCH \/releases\/\d+$/, RELEASE],
  [/^GET \/releases\/\d+\/assets$/, z.array(ASSET)],
  [/^POST \/releases\/\d+\/assets$/, ASSET],
  [/^GET \/git\/(ref|tags)\/.*$/, z.object({ object: z.object({ type: z.string(), sha: z.string() }) })],
  [/^POST \/releases\/generate-notes$/, z.object({ body: z.string() })],
  [/^GET \/immutable-releases$/, z.object({ enabled: z.boolean() })],
  [
    /^GET \/attestations\/.*$/,
    z.object({
      attestations: z.array(z.object({ bundle: z.object({ dsseEnvelope: ENVELOPE.nullish() }).nullish() })).nullish()
    })
  ],
  [/^GET \/issues\/\d+\/comments$/, z.array(COMMENT)]
]

/**
 * The text of a success as Octokit is to see it: the JSON of the fields that are read. Throws a 'host' Failure for what
 * is not an answer of GitHub's API.
 */
export function wantedOf(method: string, url: URL, answer: string): string {
  const below = /\/repos\/[^/]+\/[^/]+(?<rest>(?:\/.*)?)$/.exec(url.pathname)?.groups?.['rest']
  const [, shape] = SHAPES.find(([route]) => route.test(`${method} ${below}`)) ?? []
  return shape ? JSON.stringify(demandShape(shape, parsedJson(answer), 'GitHub', url)) : ''
}

/** The text of a refusal as Octokit is to see it: what it reads must be text, whoever answered. */
export function refusalOf(answer: string): string {
  const said = parsedJson(answer)
  if (said === undefined) return answer
  const { message, documentation_url, errors } = fields(said)
  const told = items(errors).map((error) =>
    typeof error === 'string'
      ? error
      : Object.fromEntries(['resource', 'field', 'code', 'message'].flatMap((name) => pair(name, fields(error)[name])))
  )
  return JSON.stringify({
    message: text(message) || 'no message',
    ...(told.length && { errors: told }),
    ...(text(documentation_url) && { documentation_url: text(documentation_url) })
  })
}

const pair = (name: string, value: Json | undefined): readonly (readonly [string, string])[] =>
  text(value) === '' ? [] : [[name, text(value)]]
