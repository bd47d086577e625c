import { Failure } from '../base/errors.ts'
import type { Given, InputName } from '../config/inputs.ts'
import type { Command } from '../config/commands.ts'

/** One command as a door read it: its operands, and a reader of its inputs. */
export interface CommandRequest {
  readonly command: Command
  readonly operands: readonly string[]
  readonly read: (name: InputName) => Given | undefined
}

/** Rejects words behind a command that takes flags only. */
export function refuseOperands({ command, operands }: Pick<CommandRequest, 'command' | 'operands'>): void {
  if (operands.length)
    throw new Failure('input', `${command} takes flags only, not ${operands.join(' ')}`, {
      hint: `slipway ${command} --help lists its flags.`
    })
}
