import { BESIDE, KEY_NOTE } from '../model/verification-commands.ts'
import { formatBlock, formatCode, escapeMarkdown } from '../base/markdown.ts'

/** How a release is verified, as lines of Markdown: `commands`, and what is said beside them. */
export const composeVerifying = (commands: readonly string[]): readonly string[] => [
  ...formatBlock('sh', commands.join('\n')),
  '',
  [
    ...BESIDE.map(([when, command]) => `${when}: ${formatCode(command)}.`),
    ...(needsKey(commands) ? [escapeMarkdown(KEY_NOTE)] : [])
  ].join(' ')
]

export const needsKey = (commands: readonly string[]): boolean => commands.some((line) => line.includes(' --key '))
