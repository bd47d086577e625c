import { printJson } from '../base/json.ts'
import { refuseOperands, type CommandRequest, type Context } from './context.ts'

/** schema: the JSON Schema of slipway.yaml. */
export async function runSchema(request: CommandRequest, context: Context): Promise<void> {
  refuseOperands(request)
  const { makeProjectSchema } = await import('../config/project-file.ts')
  context.print(printJson(makeProjectSchema(), 2))
}
