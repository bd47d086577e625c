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
