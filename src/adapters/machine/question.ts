import { createInterface } from 'node:readline/promises'
import type { ReadStream, WriteStream } from 'node:tty'

/**
 * Asks a person in a terminal, who agrees by `y` or `yes` alone: anything else is a no, and so are Ctrl-C and Ctrl-D.
 * Where there is no terminal nobody is asked, and it is so.
 */
export async function askToConfirm(
  question: string,
  { stdin, stderr }: { readonly stdin: ReadStream; readonly stderr: WriteStream },
  signal: AbortSignal
): Promise<boolean> {
  if (!stdin.isTTY || !stderr.isTTY) return true
  const terminal = createInterface({ input: stdin, output: stderr })
  // A terminal that can do little closes without an answer.
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')))
  try {
    const answer = await Promise.race([terminal.question(`${question} [y/N] `, { signal }), closed])
    return /^y(es)?$/i.test(answer.trim())
  } catch (error) {
    signal.throwIfAborted()
    if ((error as Error).name !== 'AbortError') throw error
    stderr.write('\n')
    return false
  } finally {
    terminal.close()
  }
}
