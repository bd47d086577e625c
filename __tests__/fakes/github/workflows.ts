import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

export interface WorkflowStep {
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, unknown>>
}

export interface Workflow {
  readonly name?: string
  readonly on: unknown
  readonly permissions?: Readonly<Record<string, string>>
  readonly jobs: Readonly<
    Record<
      string,
      {
        'runs-on': string
        permissions?: Readonly<Record<string, string>>
        needs?: string
        if?: string
        environment?: string
        concurrency?: object
        steps: readonly WorkflowStep[]
      }
    >
  >
}

/** How the Action is called by whoever pasted an example. */
export const ACTION = 'acme/slipway@v1'

/** The workflows in a Markdown file of this repository, to paste: its YAML blocks that have jobs. */
export async function workflowsIn(
  markdown: string
): Promise<readonly { readonly workflow: Workflow; readonly text: string }[]> {
  const source = await readFile(fileURLToPath(new URL(`../../../${markdown}`, import.meta.url)), 'utf8')
  return [...source.matchAll(/^```yaml\n([^]*?)^```$/gm)]
    .map(([, text = '']) => ({ text, workflow: parse(text) as Workflow }))
    .filter(({ workflow }) => workflow.jobs !== undefined)
}

/** A workflow as somebody has it who pasted it: with references that a runner can follow. */
export const pasted = (text: string): string =>
  text.replaceAll('OWNER/slipway@SHA', ACTION).replace(/(uses: actions\/[\w-]+)@SHA/g, '$1@v6')
