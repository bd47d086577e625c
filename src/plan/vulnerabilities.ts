import { Failure } from '../base/errors.ts'
import type { Config } from '../config/inputs.ts'
import { quote } from '../base/text.ts'
import type { Acceptance } from '../vulnerabilities/model.ts'
import type { Once } from '../model/planned.ts'
import type { Surroundings } from './surroundings.ts'
import type { Mode } from './mode.ts'

export interface VulnerabilityPlan {
  /** URL of a database in the form of https://go.dev/security/vuln/database#api, without a slash at its end. */
  readonly database: string
  readonly gate: 'warn' | 'fail'
  /** What may ship all the same; whether its day is over is for the run to say. */
  readonly accepted: readonly Acceptance[]
}

const DATABASE = 'https://vuln.go.dev'

/** Whether the programs are held against a database of known vulnerabilities, and which. */
export function planVulnerabilities(
  mode: Mode,
  { vulnerabilities: gate }: Config,
  accepted: readonly Acceptance[],
  { vulnerabilityDatabase: asked }: Surroundings
): Once<VulnerabilityPlan> {
  if (mode === 'build') return { skip: 'build proves nothing' }
  if (gate === 'off') return { skip: 'vulnerabilities is off' }
  if (asked === 'off') {
    if (gate === 'warn') return { skip: 'GOVULNDB is off' }
    throw new Failure('input', 'vulnerabilities is fail, and GOVULNDB is off: nobody could be asked', {
      hint: 'Take GOVULNDB away, let it name a mirror, or set vulnerabilities to warn or off.'
    })
  }
  return { work: [{ database: asked === '' ? DATABASE : parseDatabaseAddress(asked), gate, accepted }] }
}

/** Becomes an argument of a program, which others on the machine may read, and is shown: no credentials. */
function parseDatabaseAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.username || url?.password)
    throw new Failure('input', 'GOVULNDB holds credentials, which would be shown', {
      hint: 'Let it name a mirror that needs none; a proxy of HTTPS_PROXY may have some.'
    })
  const plain = url?.protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  if (!url || !['https:', 'http:', 'file:'].includes(url.protocol) || plain || url.search || url.hash)
    throw new Failure('input', `GOVULNDB is ${quote(text)}, which is no https:// or file:// URL`, {
      hint: 'It names a copy of the database, such as https://vulndb.example.com; off: none is asked.'
    })
  return url.href.replace(/\/+$/, '')
}
