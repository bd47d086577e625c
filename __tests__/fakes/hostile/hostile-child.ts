/**
 * Runs an entry point once for each case of stdin's JSON, one after another in this one process (each run evaluates the
 * entry point anew; what it imports is kept), and prints what came of each as JSON to file descriptor 3. It stops at
 * nothing: what a case throws past the entry point is its `thrown`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import type { HostileCase, HostileRun } from './hostile-runs.ts'

const { cwd, temp, doors, cases } = JSON.parse(await text(process.stdin)) as {
  readonly cwd: string
  readonly temp: string
  readonly doors: Readonly<Record<HostileCase['door'], string>>
  readonly cases: readonly HostileCase[]
}
process.chdir(cwd)
// Every run listens anew.
for (const emitter of [process, process.stdout, process.stderr]) emitter.setMaxListeners(0)
const plain = { ...process.env }
const [node = '', self = ''] = process.argv
const [output, summary, payload] = ['output', 'summary', 'event.json'].map((name) => join(temp, name))
const runs: HostileRun[] = []
for (const [i, { door, args = [], env = {}, event, files = {} }] of cases.entries()) {
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, plain)
  if (door === 'action')
    Object.assign(process.env, {
      ...{ GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, GITHUB_STATE: join(temp, 'state') },
      GITHUB_EVENT_PATH: payload
    })
  Object.assign(process.env, env)
  for (const file of [output, summary, join(temp, 'state')]) await writeFile(file ?? '', '')
  await writeFile(payload ?? '', JSON.stringify(event ?? {}))
  for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content)
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    process[stream].write = (part: string | Uint8Array): boolean => {
      said[stream] += typeof part === 'string' ? part : Buffer.from(part).toString('utf8')
      return true
    }
  process.argv = [node, self, ...args]
  process.exitCode = undefined
  let thrown: string | undefined
  try {
    await import(`${pathToFileURL(doors[door]).href}?${i}`)
  } catch (error) {
    thrown = String(error)
  }
  for (const stream of ['stdout', 'stderr'] as const) Reflect.deleteProperty(process[stream], 'write')
  const status = Number(process.exitCode ?? 0)
  runs.push({
    ...said,
    status,
    thrown,
    outputs: await readFile(output ?? '', 'utf8'),
    summary: await readFile(summary ?? '', 'utf8')
  })
}
process.exitCode = 0
process.removeAllListeners('exit')
const told = Buffer.from(JSON.stringify(runs))
for (let at = 0; at < told.length;) at += writeSync(3, told, at)
