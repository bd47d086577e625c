/** A Retry-After in seconds from now, from either of its forms; undefined when it is neither. */
export function secondsUntil(retryAfter: string, now = Date.now()): number | undefined {
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter)
  const date = Date.parse(retryAfter)
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000))
}
