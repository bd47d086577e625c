/** A response, as far as its body goes. */
export interface Answer {
  readonly body: ReadableStream<Uint8Array> | null
}

/** The text of an answer; what comes slower than `patience` ms a piece is broken off. Empty where it broke, or `broken`. */
export async function textOf(response: Answer, patience: number, broken?: (cause: unknown) => Error): Promise<string> {
  const parts: Uint8Array[] = []
  try {
    for await (const part of pieces(response, patience)) parts.push(part)
  } catch (cause) {
    if (broken) throw broken(cause)
  }
  return Buffer.concat(parts).toString()
}

/** The body of an answer, piece by piece; rejects when none has come for `patience` ms. */
export async function* pieces(response: Answer, patience: number): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const stalled = Promise.withResolvers<never>()
      const timer = setTimeout(
        () => stalled.reject(new DOMException('the answer stopped half-way', 'TimeoutError')),
        patience
      )
      try {
        const { done, value } = await Promise.race([reader.read(), stalled.promise])
        if (done) return
        yield value
      } finally {
        clearTimeout(timer)
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
