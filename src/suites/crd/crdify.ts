import { join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { readFields, readItems, parseJson, readText } from '../../base/json.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Json } from '../../base/json.ts'
import type { SuiteTools } from '../suite.ts'

/** What crdify says of a change, or undefined where it is not on PATH. */
export type Crdify = (before: Json, after: Json, signal: AbortSignal) => Promise<string | undefined>

/** It only reads two files; the largest definitions take it a second. */
const PATIENCE_MS = 60_000

/**
 * Asks the crdify on PATH (https://sigs.k8s.io/crdify) about two definitions. It is told and never decides: a verdict
 * must not depend on what happens to lie on a machine. How it is called and what it answers was read in its sources.
 */
export const crdify =
  ({ processes, files, env }: Pick<SuiteTools, 'processes' | 'files' | 'env'>): Crdify =>
  async (before, after, signal) => {
    await using scratch = await files.scratch('crdify')
    const [old, now] = [join(scratch.path, 'old.json'), join(scratch.path, 'new.json')]
    await files.write(old, JSON.stringify(before))
    await files.write(now, JSON.stringify(after))
    const log = join(scratch.path, 'said')
    let how: string
    try {
      await using running = await processes.start(['crdify', '--output', 'json', `file://${old}`, `file://${now}`], {
        cwd: scratch.path,
        env: { PATH: env['PATH'] ?? '', HOME: scratch.path },
        log
      })
      const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
      const end = await Promise.race([running.exit, awaitAbort(patience)])
      signal.throwIfAborted()
      if (!end) return `crdify did not end within ${PATIENCE_MS / 1000} s`
      how = end.by ? `ended by ${end.by}` : `exit status ${end.status}`
    } catch (error) {
      if (error instanceof Failure && error.kind === 'environment') return undefined
      throw error
    }
    // Status 1 stands for what it found, and for what it could not read.
    // All of it, or it would be no JSON: more than this is as little use as none.
    const said = await files.tail(log, LIMITS.document.most)
    return summarizeCrdify(Buffer.from(said?.bytes ?? []).toString('utf8'), how)
  }

const awaitAbort = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined)
    else signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })

/** `2 errors: v1 ^.spec.size: type: …; 1 warning: …`, or that it found nothing. */
export function summarizeCrdify(output: string, how: string): string {
  const said = parseJson(output)
  if (said === undefined) return `crdify, ${how}: ${output.trim().slice(0, 300) || 'it says nothing'}`
  const { crdValidation, sameVersionValidation, servedVersionValidation } = readFields(said)
  const results = [
    ...readItems(crdValidation).map((result) => ({ where: '', result })),
    ...[sameVersionValidation, servedVersionValidation].flatMap((versions) =>
      Object.entries(readFields(versions)).flatMap(([version, paths]) =>
        Object.entries(readFields(paths)).flatMap(([path, list]) =>
          readItems(list).map((result) => ({ where: `${version} ${path}: `, result }))
        )
      )
    )
  ]
  const told = (key: 'errors' | 'warnings'): readonly string[] =>
    results.flatMap(({ where, result }) =>
      readItems(readFields(result)[key]).map(
        (one) => `${where}${readText(readFields(result)['name'])}: ${readText(one)}`
      )
    )
  const list = (all: readonly string[], what: string): readonly string[] =>
    all.length ? [`${all.length} ${what}${all.length > 1 ? 's' : ''}: ${all.slice(0, 10).join('; ')}`] : []
  return [...list(told('errors'), 'error'), ...list(told('warnings'), 'warning')].join('. ') || 'it finds nothing'
}
