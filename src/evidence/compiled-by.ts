import { readItems, readText, readTextAt, type JsonObject } from '../base/json.ts'
import { isRunId } from './invocation.ts'

/** Targets that another run compiled, as the records of its steps say. */
export interface CompiledBy {
  /** As `formatTarget` writes them. */
  readonly targets: readonly string[]
  /** As `Invocation.id`; '' where the record names no run. */
  readonly invocation: string
}

/**
 * Which runs other than `own` compiled what: a line a run in the order of the builds, and one for records that name none.
 * What a record says comes from whoever could write it; what is no id of a run counts as none.
 */
export function listOtherRuns(
  builds: readonly { readonly target: string; readonly by: string | undefined }[],
  own: string
): readonly CompiledBy[] {
  const runs = new Map<string, Set<string>>()
  for (const { target, by } of builds) {
    if (by === own) continue
    const invocation = by !== undefined && isRunId(by) ? by : ''
    runs.set(invocation, (runs.get(invocation) ?? new Set()).add(target))
  }
  return [...runs].map(([invocation, targets]) => ({ targets: [...targets], invocation }))
}

/** As a provenance has it. */
export const describeRun = ({ targets, invocation }: CompiledBy): JsonObject => ({
  targets: [...targets],
  ...(invocation !== '' && { invocationId: invocation })
})

/** What `describeRun` made. */
export const readRun = (run: JsonObject): CompiledBy => ({
  targets: readItems(run['targets']).map(readText),
  invocation: readTextAt(run, 'invocationId')
})
