import type { Running } from './program.ts'

/** The end of a program's log, for a sentence; of one that panicked, what it said before the stack. */
export const readLastWords = async (running: Pick<Running, 'log'>): Promise<string> => {
  const all = (await running.log()).trim().split('\n')
  const panic = all.findLastIndex((line) => /^(panic|fatal error): /.test(line))
  const lines = panic < 0 ? all.slice(-6) : all.slice(Math.max(0, panic - 2), panic + 4)
  if (lines.join('') === '') return '; its log is empty'
  const words = lines.map((line) => line.slice(0, 400)).join('\n')
  return panic < 0 ? `; its log ends with:\n${words}` : `; it panicked:\n${words}`
}
