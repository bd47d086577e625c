import { z } from 'zod'
import { Failure } from '../base/errors.ts'
import type { Reach } from './model.ts'

/** golang.org/x/vuln/internal/govulncheck, protocol v1.0.0: one field is filled in each message. */
const MESSAGE = z.object({
  config: z.object({ protocol_version: z.string(), db_last_modified: z.string().optional() }).optional(),
  osv: z.object({ id: z.string(), aliases: z.array(z.string()).nullish(), summary: z.string().optional() }).optional(),
  finding: z
    .object({
      osv: z.string(),
      fixed_version: z.string().optional(),
      trace: z
        .array(
          z.object({
            module: z.string(),
            version: z.string().optional(),
            package: z.string().optional(),
            function: z.string().optional(),
            receiver: z.string().optional()
          })
        )
        .min(1)
    })
    .optional()
})

/** What govulncheck says of one program. */
export interface GovulncheckReport {
  readonly modified: string | null
  readonly known: ReadonlyMap<string, { readonly aliases: readonly string[]; readonly summary: string }>
  readonly findings: readonly HeardFinding[]
}

export interface HeardFinding {
  readonly id: string
  readonly module: string
  readonly version: string
  readonly fixed: string | null
  readonly reach: Reach
  readonly symbol: string | undefined
}

/**
 * Reads the messages of `govulncheck -mode=binary -format json`. Rejects with a 'command' Failure what is none of them.
 */
export function parseGovulncheck(text: string): GovulncheckReport {
  const messages = splitDocuments(text).map((document) => {
    const parsed = MESSAGE.safeParse(parseMessage(document))
    if (!parsed.success) throw makeUnreadableFailure(parsed.error.issues[0]?.message ?? 'an unknown message')
    return parsed.data
  })
  const config = messages.find((message) => message.config)?.config
  if (!config?.protocol_version.startsWith('v1.'))
    throw makeUnreadableFailure(`protocol ${config?.protocol_version ?? 'unnamed'}`)
  const known = new Map(
    messages.flatMap(({ osv }) =>
      osv ? [[osv.id, { aliases: osv.aliases ?? [], summary: osv.summary ?? '' }] as const] : []
    )
  )
  const findings = messages.flatMap(({ finding }): readonly HeardFinding[] => {
    const frame = finding?.trace[0]
    if (!finding || !frame) return []
    const name = [frame.receiver?.replace(/^\*/, ''), frame.function].filter(Boolean).join('.')
    return [
      {
        id: finding.osv,
        module: frame.module,
        version: frame.version ?? '',
        fixed: finding.fixed_version ?? null,
        reach: frame.function ? 'linked' : frame.package ? 'imported' : 'required',
        symbol: frame.function ? `${frame.package ?? ''}.${name}` : undefined
      }
    ]
  })
  return { modified: config.db_last_modified ?? null, known, findings }
}

/** The tool indents what it writes, so only the last line of a message is a brace alone at its beginning. */
const splitDocuments = (text: string): readonly string[] =>
  text
    .split(/(?<=^\}$)/m)
    .map((document) => document.trim())
    .filter(Boolean)

function parseMessage(document: string): unknown {
  try {
    return JSON.parse(document)
  } catch {
    throw makeUnreadableFailure('no JSON')
  }
}

const makeUnreadableFailure = (what: string): Failure =>
  new Failure('command', `govulncheck says what we cannot read: ${what}`, {
    hint: 'Report it; with --vulnerabilities off the run goes on without it.'
  })
