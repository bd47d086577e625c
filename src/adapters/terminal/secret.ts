import type { Host } from '../../model/ports/host.ts'

/** Shorter ones cannot be told from ordinary words. */
const SHORTEST = 6

/**
 * The forms in which a secret may come up in a log: each of its lines, since logs are masked line by line, and what
 * becomes of it when somebody encodes it. Short lines of a longer secret, such as a brace, are no secrets.
 */
export function listSecretForms(secret: string): readonly string[] {
  const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim())
  const base64 = [secret, secret.trim()].map((text) => Buffer.from(text).toString('base64'))
  const whole = lines.filter(Boolean).length === 1
  const plain = lines.filter((line) => (whole ? line !== '' : line.length >= 4))
  const encoded = plain.map((line) => encodeURIComponent(line.toWellFormed()))
  const more = whole ? [...listBase64Forms(secret.trim()), ...listSecretParts(secret.trim())] : []
  return [...new Set([...plain, ...encoded, ...base64, ...more])].filter(Boolean)
}

/** What is left of a text when it is a part of what somebody encodes, as in `Basic base64(user:token)`. */
function listBase64Forms(text: string): readonly string[] {
  const { length } = Buffer.from(text)
  // Shorter ones are no more than a few letters of anything.
  if (length < SHORTEST) return []
  return [0, 1, 2].map((before) => {
    const code = Buffer.from('.'.repeat(before) + text).toString('base64')
    return code.slice(Math.ceil((before * 4) / 3), Math.floor(((before + length) * 4) / 3))
  })
}

/** The signature of a JSON web token: what makes one of claims that anybody may know. */
const listSecretParts = (text: string): readonly string[] => /^[\w-]+\.[\w-]+\.([\w-]{20,})$/.exec(text)?.slice(1) ?? []

/**
 * A second net below the rule that no secret gets into a text: what a host was told to mask is hidden in texts for people
 * that do not go by the log, which each host looks through itself. Outputs and JSON are for programs and stay as they are.
 */
export function makeHiding() {
  const secrets = new Set<string>()
  const hide = (text: string): string => [...secrets].reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
  return {
    hide,
    from: (host: Host): Host => ({
      ...host,
      mask(secret) {
        for (const form of listSecretForms(secret)) if (form.length >= SHORTEST) secrets.add(form)
        host.mask(secret)
      },
      finding: ({ message, ...finding }) => host.finding({ ...finding, message: hide(message) }),
      summary: (markdown) => host.summary(hide(markdown))
    })
  }
}
