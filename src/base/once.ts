/** Does the work when it is first asked for, and once. */
export function callOnce<T>(work: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= work())
}
