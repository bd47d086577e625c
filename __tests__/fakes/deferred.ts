export interface Deferred<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (reason: Error) => void
}

/** A promise and what settles it. */
export function deferred<T>(): Deferred<T> {
  const ways: Partial<Deferred<T>> = {}
  const promise = new Promise<T>((resolve, reject) => Object.assign(ways, { resolve, reject }))
  return { ...ways, promise } as Deferred<T>
}
