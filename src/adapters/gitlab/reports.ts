import { hashBytes } from '../../base/digest.ts'
import type { Finding } from '../../base/finding.ts'

/** GitLab takes no dotenv report above this. */
const DOTENV_BYTES = 5 * 1024

/**
 * Outputs as variables for later jobs: `release-url` as SLIPWAY_RELEASE_URL. A dotenv report holds 5 KiB and no value of
 * several lines; what does not fit, and what would be expanded, is left out and named.
 */
export function formatDotenv(outputs: ReadonlyMap<string, string>): { text: string; leftOut: readonly string[] } {
  const leftOut: string[] = []
  let text = ''
  for (const [name, value] of outputs) {
    const line = `${formatVariableName(name)}=${value}\n`
    // GitLab would put another variable, which may be a secret, in place of what follows a "$".
    if (/[$\r\n\0]/.test(value) || Buffer.byteLength(text + line) > DOTENV_BYTES) leftOut.push(name)
    else text += line
  }
  return { text, leftOut }
}

export const formatVariableName = (output: string): string => `SLIPWAY_${output.toUpperCase().replaceAll('-', '_')}`

/** Findings in the part of Code Climate's format that GitLab reads. */
export function formatCodeQuality(findings: readonly Finding[]): string {
  const seen = new Map<string, number>()
  const issues = findings.map(({ rule, severity, file, line, message }) => {
    // Without the line: an issue stays the same one when lines above it come and go.
    const key = [rule, file, message].join('\0')
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return {
      description: message,
      check_name: rule,
      fingerprint: hashBytes(`${key}\0${count}`),
      severity: severity === 'error' ? 'major' : 'minor',
      location: { path: file, lines: { begin: line ?? 1 } }
    }
  })
  return `${JSON.stringify(issues, null, 2)}\n`
}
