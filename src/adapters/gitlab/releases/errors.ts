import { Failure } from '../../../base/errors.ts'

interface More {
  /** Seconds until GitLab wants to be asked again. */
  readonly after?: number | undefined
  /** GitLab's id for the request. */
  readonly id?: string | undefined
  readonly cause?: unknown
}

/** An answer of GitLab's that is no success, or the lack of one (status 0). Holds no header, request body or query. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  /** What GitLab said, in one line. */
  readonly said: string
  readonly after: number | undefined
  /** `host` or `host:port`. */
  readonly host: string
  /** Whether it was asked for something, and not told to do something. */
  readonly reads: boolean

  /** `where`: method and address without query. */
  constructor(where: string, status: number, body: string, { after, id, cause }: More) {
    const said = status === 0 ? findInnermostReason(cause) : readRefusalLine(body)
    super(
      `${where}: ${status === 0 ? 'no answer, ' : `${status} `}${said}${id === undefined ? '' : ` (request ${id})`}`,
      cause === undefined ? {} : { cause }
    )
    this.status = status
    this.said = said
    this.after = after
    this.reads = where.startsWith('GET ')
    this.host = new URL(where.slice(where.indexOf(' ') + 1)).host
  }

  /** Whether the same request may well succeed later: no answer, or a server's own trouble. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

/** Whether GitLab refused with one of these statuses, and said what matches. */
export const isRefused = (error: unknown, statuses: readonly number[], said = /(?:)/): error is Refused =>
  error instanceof Refused && statuses.includes(error.status) && said.test(error.said)

export const isPassing = (error: unknown): boolean => error instanceof Refused && error.passing

/** Not found, and not because the token may not see the project. */
export const isMissing = (error: unknown): boolean =>
  isRefused(error, [404]) && !isRefused(error, [404], /project not found/i)

/** What GitLab refused, as a Failure with the next step; other errors as they are. `doing`: "cannot list releases". */
export function explainError(error: unknown, doing: string, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason
  if (!(error instanceof Refused)) return error
  const { status, said } = error
  const failure = (kind: 'environment' | 'host' | 'input' | 'verification', message: string, hint: string): Failure =>
    new Failure(kind, `${doing}: ${message}`, { hint, cause: error })
  const kept = error.reads ? '' : '; what is uploaded stays and is not uploaded again'
  const told = `GitLab says ${status}: ${said}`
  if (status === 0) return failure('host', `no answer from ${error.host} (${said})`, 'Check the network; run again.')
  if (status === 429 || (status === 503 && error.after !== undefined)) {
    const until = error.after === undefined ? undefined : new Date(Date.now() + error.after * 1000).toISOString()
    return failure(
      'host',
      `${status === 429 ? "GitLab's rate limit is used up" : told}${until ? ` until ${until.replace(/\.\d+Z$/, 'Z')}` : ''}`,
      `Run again ${until ? 'after that' : 'later'}${kept}.`
    )
  }
  const rule = RULES.find((each) => each.statuses.includes(status) && each.said.test(said))
  return rule ? failure(rule.kind, told, rule.hint) : failure('host', told, `Run again${kept}.`)
}

/** What GitLab's refusals mean to who reads them; the first that fits counts. */
const RULES: readonly {
  readonly statuses: readonly number[]
  readonly said: RegExp
  readonly kind: 'environment' | 'host' | 'input' | 'verification'
  readonly hint: string
}[] = [
  {
    statuses: [401],
    said: /(?:)/,
    kind: 'environment',
    hint: 'The token is wrong or has expired (a job token ends with its job): run the job again, or set a fresh GITLAB_TOKEN.'
  },
  {
    statuses: [403],
    said: /job token/i,
    kind: 'environment',
    hint: 'Put the project that runs this job on the job token allow list of the other one (Settings > CI/CD > Job token permissions), with the rights to packages and releases; or set GITLAB_TOKEN.'
  },
  {
    statuses: [403],
    said: /insufficient_scope|scope/i,
    kind: 'environment',
    hint: 'Give the access token the scope "api".'
  },
  {
    statuses: [403],
    said: /package protected/i,
    kind: 'environment',
    hint: 'A rule protects this package (Settings > Packages and registries): the user of this token needs the role that the rule asks for.'
  },
  {
    statuses: [403],
    said: /tag.*protected/i,
    kind: 'environment',
    hint: 'The tag is protected (Settings > Repository > Protected tags): the user of this token has to be one who may create it.'
  },
  {
    statuses: [403],
    said: /(?:)/,
    kind: 'environment',
    hint: 'The user of this token needs the role Developer in the project, the package registry and releases have to be switched on, and the project must not be archived.'
  },
  {
    statuses: [404],
    said: /(?:)/,
    kind: 'environment',
    hint: 'GitLab hides what a token may not see: check the project (CI_PROJECT_ID), and that the token has a role in it. Where only packages are not found, the instance has no package registry.'
  },
  {
    statuses: [400, 413],
    said: /too large/i,
    kind: 'input',
    hint: 'The instance sets a limit for files of generic packages (5 GB by default): make the file smaller, or ask its administrator.'
  },
  {
    statuses: [413],
    said: /(?:)/,
    kind: 'input',
    hint: 'The instance, or a proxy before it, takes no file of this size.'
  },
  {
    statuses: [400],
    said: /duplicate package/i,
    kind: 'environment',
    hint: 'The file is there and this token does not see it: look for a hidden package of this version in the registry.'
  },
  {
    statuses: [422],
    said: /ref is not specified/i,
    kind: 'verification',
    hint: 'The tag is not there any more. Push it again; or release the commit that you mean under a new tag.'
  },
  { statuses: [400, 409, 422], said: /(?:)/, kind: 'host', hint: 'The message above says what GitLab does not accept.' }
]

interface GitlabSaid {
  readonly message?: unknown
  readonly error?: string
  readonly error_description?: string
}

/** `{"message": "x"}`, `{"message": {"name": ["x"]}}`, `{"error": "x"}`, or plain text, as one line. */
function readRefusalLine(body: string): string {
  let text = body
  try {
    const { message, error, error_description: more } = JSON.parse(body) as GitlabSaid
    const found = message ?? (more === undefined ? error : `${error}: ${more}`) ?? ''
    text = typeof found === 'string' ? found : JSON.stringify(found)
  } catch {
    // Not JSON, not an object, or nested without an end: what stands before GitLab answers in HTML or plain text.
    if (/^\s*</.test(body)) text = /<title>([^<]*)/i.exec(body)?.[1] ?? 'a page'
  }
  return (
    text
      .trim()
      .split(/[\r\n]/, 1)[0]
      ?.slice(0, 500) ?? ''
  )
}

/** The innermost message of an error without an answer: fetch says only "fetch failed" itself. */
function findInnermostReason(error: unknown): string {
  const { cause, errors, message, name } = error as {
    readonly cause?: unknown
    readonly errors?: readonly unknown[]
    readonly message?: string
    readonly name?: string
  }
  const inner = cause ?? errors?.[0]
  if (typeof inner === 'object' && inner !== null) return findInnermostReason(inner)
  return readRefusalLine(message || name || 'unknown')
}
