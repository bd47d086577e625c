import { Failure } from '../../base/errors.ts'

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** The URL of a platform's API when a token may go there. `hint` says how it is written. Throws an 'input' Failure. */
export function parseApiUrl(api: string, platform: 'GitHub' | 'GitLab', hint: string): URL {
  const url = URL.canParse(api) ? new URL(api) : undefined
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname))
  if (!url || !safe || url.username !== '' || url.password !== '') {
    // The value is not shown: a URL that is refused here may hold a password.
    throw new Failure('input', `the API URL of ${platform} is not an https URL without credentials`, { hint })
  }
  return url
}
