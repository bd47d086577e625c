type End = () => PromiseLike<void> | void

/**
 * Holds what has to end, and ends all of it, the last first, when its own scope ends. Errors are combined as `await using`
 * combines them. It stands for AsyncDisposableStack, which Node has since version 24.
 */
export class Scope implements AsyncDisposable {
  #ends: End[] | undefined = []

  use<T extends AsyncDisposable | Disposable>(value: T): T {
    this.defer(() => (Symbol.asyncDispose in value ? value[Symbol.asyncDispose]() : value[Symbol.dispose]()))
    return value
  }

  defer(end: End): void {
    this.#open().push(end)
  }

  /** Hands everything to a new scope; this one is over, and its end does nothing. */
  move(): Scope {
    const moved = new Scope()
    moved.#ends = this.#open()
    this.#ends = undefined
    return moved
  }

  async disposeAsync(): Promise<void> {
    const ends = this.#ends ?? []
    this.#ends = undefined
    let failed: { readonly error: unknown } | undefined
    for (const end of ends.reverse()) {
      try {
        await end()
      } catch (error) {
        failed = { error: failed ? joinErrors(failed.error, error) : error }
      }
    }
    if (failed) throw failed.error
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.disposeAsync()
  }

  #open(): End[] {
    if (!this.#ends) throw new ReferenceError('this scope has ended')
    return this.#ends
  }
}

/** The language's SuppressedError: `error` came while `suppressed` was on its way. */
const joinErrors = (suppressed: unknown, error: unknown): Error =>
  Object.assign(new Error('An error was suppressed during disposal.'), { name: 'SuppressedError', error, suppressed })
