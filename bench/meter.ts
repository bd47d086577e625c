/**
 * Runs one command to its end and writes what it and all its children took, as JSON, to a file:
 * `node meter.ts RESULT COMMAND [ARGUMENT…]`. A process of its own, because Linux adds up the CPU time of children for
 * the process that waited for them, and this one waits for one command only. Linux only: it reads /proc.
 */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { argv, exit, hrtime, pid } from 'node:process'
import { childCpuMs, parentOf, privateKib } from './proc.ts'

const SAMPLE_MS = 100

const [result, command, ...args] = argv.slice(2)
if (result === undefined || command === undefined) throw new Error('usage: meter.ts RESULT COMMAND [ARGUMENT…]')

let peakKib = 0
const sample = setInterval(() => (peakKib = Math.max(peakKib, treeKib(pid))), SAMPLE_MS)
const began = hrtime.bigint()
spawn(command, args, { stdio: 'inherit' })
  .on('error', (error) => {
    throw error
  })
  .on('exit', (status, signal) => {
    const wallMs = Number(hrtime.bigint() - began) / 1e6
    clearInterval(sample)
    const cpuMs = childCpuMs(readFileSync('/proc/self/stat', 'utf8'))
    writeFileSync(result, JSON.stringify({ wallMs, cpuMs, peakKib, status: status ?? signal }))
    exit(0)
  })

/** Memory that belongs to one process alone, over all processes below `top`. */
function treeKib(top: number): number {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = read(name, 'stat', parentOf)
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const below = (parent: number): number =>
    (children.get(parent) ?? []).reduce(
      (sum, child) => sum + (read(String(child), 'statm', privateKib) ?? 0) + below(child),
      0
    )
  return below(top)
}

/** undefined when the process has ended meanwhile. */
function read(process: string, file: string, parse: (text: string) => number): number | undefined {
  try {
    return parse(readFileSync(`/proc/${process}/${file}`, 'utf8'))
  } catch {
    return undefined
  }
}
