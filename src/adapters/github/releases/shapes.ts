import { z } from 'zod'
import { readFields, readItems, parseJson, readText } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import { Failure } from '../../../base/errors.ts'
import { quote } from '../../../base/text.ts'
import { demandShape } from '../../http/shapes.ts'

const ASSET = z.object({
  id: z.number(),
  name: z.string(),
  state: z.string(),
  size: z.number(),
  digest: z.string().nullish(),
  created_at: z.string()
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
  published_at: z.string().nullish(),
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

/** Nothing of the answer is read: it only has to be a success. */
const UNREAD = undefined

/** What each request below a repository is answered with, as far as it is read. There are no others. */
const SHAPES: readonly (readonly [RegExp, z.ZodType | typeof UNREAD])[] = [
  [/^GET $/, REPOSITORY],
  [/^GET \/releases$/, z.array(RELEASE)],
  [/^GET \/releases\/(latest|tags\/.*)$|^POST \/releases$|^(GET|PATCH) \/releases\/\d+$/, RELEASE],
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
  [/^GET \/issues\/\d+\/comments$/, z.array(COMMENT)],
  [/^(POST \/issues\/\d+|PATCH \/issues)\/comments(\/\d+)?$|^POST \/attestations$/, UNREAD],
  [/^DELETE \/releases\/(assets\/)?\d+$/, UNREAD]
]

/** GitHub names a repository by owner and name, and in the links to further pages of a list by its number. */
const REPOSITORY_PATH = /\/(?:repos\/[^/]+\/[^/]+|repositories\/\d+)(?<rest>(?:\/.*)?)$/

/**
 * The text of a success as Octokit is to see it: the JSON of the fields that are read. Throws a 'host' Failure for what
 * is not an answer of GitHub's API, and for an answer whose form is not in the list above.
 */
export function pickWanted(method: string, url: URL, answer: string): string {
  const below = REPOSITORY_PATH.exec(url.pathname)?.groups?.['rest']
  const known = SHAPES.find(([route]) => route.test(`${method} ${below}`))
  if (!known) {
    const address = `${method} ${url.origin}${url.pathname}`
    throw new Failure(
      'host',
      `no form is known for the answer to ${address}; it begins ${quote(answer.slice(0, 80))}`,
      {
        hint: 'GitHub led Slipway to an address that it does not know. Please report this line.'
      }
    )
  }
  const [, shape] = known
  return shape ? JSON.stringify(demandShape(shape, parseJson(answer), 'GitHub', url)) : ''
}

/** The text of a refusal as Octokit is to see it: what it reads must be text, whoever answered. */
export function pickRefusal(answer: string): string {
  const said = parseJson(answer)
  if (said === undefined) return answer
  const { message, documentation_url, errors } = readFields(said)
  const told = readItems(errors).map((error) =>
    typeof error === 'string'
      ? error
      : Object.fromEntries(
          ['resource', 'field', 'code', 'message'].flatMap((name) => pickTextField(name, readFields(error)[name]))
        )
  )
  return JSON.stringify({
    message: readText(message) || 'no message',
    ...(told.length && { errors: told }),
    ...(readText(documentation_url) && { documentation_url: readText(documentation_url) })
  })
}

const pickTextField = (name: string, value: Json | undefined): readonly (readonly [string, string])[] =>
  readText(value) === '' ? [] : [[name, readText(value)]]
