import { BESIDE, KEY_NOTE } from '../model/verification-commands.ts'
import { block, code, md } from '../base/markdown.ts'

/** How a release is verified, as lines of Markdown: `commands`, and what is said beside them. */
export const verifying = (commands: readonly string[]): readonly string[] => [
  ...block('sh', commands.join('\n')),
  '',
  [
    ...BESIDE.map(([when, command]) => `${when}: ${code(command)}.`),
    ...(needsKey(commands) ? [md(KEY_NOTE)] : [])
  ].join(' ')
]

export const needsKey = (commands: readonly string[]): boolean => commands.some((line) => line.includes(' --key '))
