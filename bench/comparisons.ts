import { Failure } from '../src/base/errors.ts'
import type { ToolName, Toolchain } from '../src/model/ports/toolchain.ts'
import { glue, goreleaser, slipway, type Contender } from './contenders.ts'
import type { Programs } from './glue/cluster.ts'
import { SCENARIOS, type Scenario } from './scenarios.ts'
import { actionlint, meshCanary, type Subject } from './subject.ts'

/** What is set beside what, on which program, when. The first contender is the one whose ratio is told. */
export interface Comparison {
  subject(): Promise<Subject>
  contenders(tools: Toolchain, signal: AbortSignal): Promise<readonly [Contender, Contender]>
  /** Names of the scenarios that are played unless others are asked for. */
  readonly scenarios: readonly string[]
}

const KUBERNETES = '1.37'

export const COMPARISONS: Readonly<Record<string, Comparison>> = {
  goreleaser: {
    subject: actionlint,
    contenders: async () => [slipway('none'), goreleaser],
    scenarios: ['cold', 'restored', 'warm', 'library', 'unchanged']
  },
  glue: {
    subject: meshCanary,
    contenders: async (tools, signal) => [slipway(KUBERNETES), glue(await programs(tools, signal))],
    scenarios: ['restored', 'warm', 'emptied']
  }
}

/** The entries of a table that a comma-separated list names; an 'input' Failure when one is not there. */
export function chosen<T>(
  what: string,
  list: string,
  table: Readonly<Record<string, T>>
): readonly (readonly [string, T])[] {
  return list.split(',').map((name) => {
    const found = Object.hasOwn(table, name) ? table[name] : undefined
    if (found === undefined)
      throw new Failure('input', `there is no ${what} ${name}`, { hint: `Known: ${Object.keys(table).join(', ')}.` })
    return [name, found]
  })
}

/** From Slipway's own toolchain, so that both start the same programs. */
export async function programs(tools: Toolchain, signal: AbortSignal): Promise<Programs> {
  const names = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'] as const
  const find = async (name: ToolName) => [name, (await tools.tool(name, KUBERNETES, signal)).path] as const
  return Object.fromEntries(await Promise.all(names.map(find))) as Programs
}

export const scenarios = ({ scenarios: own }: Comparison, asked: string | undefined): readonly Scenario[] =>
  chosen('scenario', asked ?? own.join(','), SCENARIOS).map(([, scenario]) => scenario)
