import { parseInputs } from '../config/parse.ts'
import { refuseOperands, type CommandRequest, type Context } from './context.ts'

/** crds: a set of SMI CRDs as YAML, for `kubectl apply --server-side -f -`. */
export async function runCrds(request: CommandRequest, context: Context): Promise<void> {
  refuseOperands(request)
  const { set, storage } = parseInputs(request.read)
  const { makeCrdSet, formatCrdsYaml } = await import('../smi/crds.ts')
  context.print(formatCrdsYaml(makeCrdSet(set, { storage })).trimEnd())
}
