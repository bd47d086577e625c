import { Failure } from '../../base/errors.ts'

/** Rejects ('environment') a token that cannot be one, without showing it: fetch would, in its complaint. */
export function refuseToken(token: string): void {
  if (/^[\x21-\x7e]+$/.test(token)) return
  throw new Failure('environment', 'the token has characters that no token has', {
    hint: 'Look for a line end or a space in the variable that holds it.'
  })
}
