import { Failure } from '../errors.ts'
import { parseInputs } from '../inputs.ts'
import { printedJson } from '../json.ts'
import type { PipelineRequest } from './pipeline.ts'
import type { World } from './world.ts'

const noOperands = ({ command, operands }: PipelineRequest): void => {
  if (operands.length)
    throw new Failure('input', `${command} takes flags only, not ${operands.join(' ')}`, {
      hint: `slipway ${command} --help lists its flags.`
    })
}

/** crds: a set of SMI CRDs as YAML, for `kubectl apply --server-side -f -`. */
export async function crdsCommand(request: PipelineRequest, world: World): Promise<void> {
  noOperands(request)
  const { set, storage } = parseInputs(request.read)
  const [{ crdSet }, { crdsYaml }] = await Promise.all([import('../smi/crds.ts'), import('../smi/crds-yaml.ts')])
  world.print(crdsYaml(crdSet(set, { storage })).trimEnd())
}

/** schema: the JSON Schema of slipway.yaml. */
export async function schemaCommand(request: PipelineRequest, world: World): Promise<void> {
  noOperands(request)
  const { projectSchema } = await import('../project.ts')
  world.print(printedJson(projectSchema(), 2))
}
