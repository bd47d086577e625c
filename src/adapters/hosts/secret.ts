import type { Host } from '../../ports.ts'

/**
 * The forms in which a secret may come up in a log: each of its lines, since logs are masked line by line, and what
 * becomes of it when somebody encodes it. Short lines of a longer secret, such as a brace, are no secrets.
 */
export function formsOf(secret: string): readonly string[] {
  const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim())
  const base64 = [secret, secret.trim()].map((text) => Buffer.from(text).toString('base64'))
  const whole = lines.filter(Boolean).length === 1
  return [...new Set([...lines.filter((line) => (whole ? line !== '' : line.length >= 4)), ...base64])].filter(Boolean)
}

/** Shorter ones cannot be told from ordinary words. */
const SHORTEST = 6

/**
 * A second net below the rule that no secret gets into a text: what a host was told to mask is hidden in texts for people
 * that do not go by the log, which each host looks through itself. Outputs and JSON are for programs and stay as they are.
 */
export function hiding() {
  const secrets = new Set<string>()
  const hide = (text: string): string => [...secrets].reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
  return {
    hide,
    from: (host: Host): Host => ({
      ...host,
      mask(secret) {
        for (const form of formsOf(secret)) if (form.length >= SHORTEST) secrets.add(form)
        host.mask(secret)
      },
      finding: ({ message, ...finding }) => host.finding({ ...finding, message: hide(message) }),
      summary: (markdown) => host.summary(hide(markdown))
    })
  }
}
