import { printedJson } from '../base/json.ts'
import { refuseOperands, type CommandRequest, type Context } from './context.ts'

/** schema: the JSON Schema of slipway.yaml. */
export async function schemaCommand(request: CommandRequest, context: Context): Promise<void> {
  refuseOperands(request)
  const { projectSchema } = await import('../config/project-file.ts')
  context.print(printedJson(projectSchema(), 2))
}
