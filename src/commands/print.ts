import { parseInputs } from '../config/parse.ts'
import { printedJson } from '../base/json.ts'
import { refuseOperands, type CommandRequest } from './request.ts'
import type { World } from './context.ts'

/** crds: a set of SMI CRDs as YAML, for `kubectl apply --server-side -f -`. */
export async function crdsCommand(request: CommandRequest, world: World): Promise<void> {
  refuseOperands(request)
  const { set, storage } = parseInputs(request.read)
  const [{ crdSet }, { crdsYaml }] = await Promise.all([import('../smi/crds.ts'), import('../smi/crds-yaml.ts')])
  world.print(crdsYaml(crdSet(set, { storage })).trimEnd())
}

/** schema: the JSON Schema of slipway.yaml. */
export async function schemaCommand(request: CommandRequest, world: World): Promise<void> {
  refuseOperands(request)
  const { projectSchema } = await import('../config/project-file.ts')
  world.print(printedJson(projectSchema(), 2))
}
