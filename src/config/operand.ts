import { Failure } from '../base/errors.ts'
import { quote } from '../base/text.ts'
import type { Command } from './commands.ts'
import { INPUTS } from './inputs.ts'

/** What the Action hands to a command that takes a release behind it on the command line: the input `which`. */
export function readOperands(command: Command, which: string): readonly string[] {
  const takes = (INPUTS.which.commands as readonly Command[]).includes(command)
  if (takes === (which !== '')) return takes ? [which] : []
  throw new Failure(
    'input',
    takes ? `${command} needs the input which` : `${command} takes no input which: ${quote(which)}`,
    {
      hint: takes ? 'Say which release: with: { which: v1.2.3 }.' : `It is for ${INPUTS.which.commands.join(' and ')}.`
    }
  )
}

/** The input `command`, which no flag says. */
export function readCommand(text: string): Command {
  try {
    return INPUTS.command.parse(text === '' ? INPUTS.command.default : text)
  } catch (cause) {
    throw new Failure('input', `command: ${(cause as Error).message}`, {
      hint: 'Give one of these, or leave the input out.',
      cause
    })
  }
}
