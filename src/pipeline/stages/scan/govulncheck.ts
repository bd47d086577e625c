import { join } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import { makeReachingEnvironment } from '../../../go/environment.ts'
import { formatTarget } from '../../../go/target.ts'
import { runTogether, type Limit } from '../../../base/parallel.ts'
import type { BuildPlan } from '../../../plan/builds.ts'
import type { VulnerabilityPlan } from '../../../plan/vulnerabilities.ts'
import type { Toolchain } from '../../../model/ports/toolchain.ts'
import { parseGovulncheck } from '../../../vulnerabilities/govulncheck.ts'
import { joinReports, type ProgramReport } from '../../../vulnerabilities/scan.ts'
import type { Scanned } from '../../../vulnerabilities/model.ts'
import type { Run } from '../../run.ts'
import { fillBuildArgs, type Built, type BuildTools } from '../build.ts'

export interface ScanTools extends BuildTools {
  readonly suites: { readonly toolchain: Pick<Toolchain, 'tool'> }
  /** Compilers side by side, and programs that are looked at side by side. */
  readonly compiling: Limit
  readonly packing: Limit
}

/** The programs of one build. */
export interface ScannedPrograms {
  readonly build: BuildPlan
  readonly built: readonly Built[]
}

/** How long the database has for one program, in milliseconds: govulncheck itself would wait for ever. */
const PATIENCE_MS = 120_000

/**
 * Asks the database about every program. Programs that ship have no symbols: where one holds a module that something is
 * known of, its build is linked again with symbols, and looked at for the very functions. Where the database cannot be
 * asked, whether for the tool or the network, the result says why; only a tool that is not what was pinned rejects
 * ('verification').
 */
export async function askDatabase(
  { tools, signal }: Run<ScanTools>,
  { database }: VulnerabilityPlan,
  programs: readonly ScannedPrograms[]
): Promise<Scanned> {
  try {
    const { path: tool } = await tools.suites.toolchain.tool('govulncheck', undefined, signal)
    await using scratch = await tools.files.scratch('govulncheck')
    const home = join(scratch.path, 'home')
    // Its uses are counted by a process of its own, which outlives it and would make the folder anew.
    for (const settings of SETTINGS) await tools.files.write(join(home, settings, 'go/telemetry/mode'), 'off')
    const env = makeReachingEnvironment(tools.env, home)
    const lookAt = async ({ build, built }: ScannedPrograms, folder: string, signal: AbortSignal) => {
      const look = async (name: string, path: string): Promise<ProgramReport> => ({
        program: `${name} for ${formatTarget(build.target)}`,
        said: await tools.packing(async () => {
          const text = await askGovulncheck(tools, [tool, ...ARGS, `-db=${database}`, path], env, signal)
          return parseGovulncheck(text)
        })
      })
      const parts = build.parts?.map((part, i) => ({ part: { ...build, ...part }, place: join(folder, String(i)) }))
      const shipped: ProgramReport[] = []
      // Of a file for several processors the tool would read one part.
      if (!parts) for (const { name, path } of built) shipped.push(await look(name, join(tools.out, path)))
      if (!parts && shipped.every(({ said }) => said.findings.length === 0)) return shipped
      const linked: ProgramReport[] = []
      for (const { part, place } of parts ?? [{ part: build, place: folder }]) {
        await tools.compiling(() => linkWithSymbols(tools, part, place, signal))
        for (const { name, made } of build.binaries) linked.push(await look(name, join(place, made)))
      }
      return linked
    }
    const looked = await runTogether(signal, (start) =>
      Promise.all(programs.map((each, i) => start((signal) => lookAt(each, join(scratch.path, String(i)), signal))))
    )
    return joinReports(database, looked.flat())
  } catch (cause) {
    signal.throwIfAborted()
    if (!(cause instanceof Failure) || (cause.kind !== 'environment' && cause.kind !== 'command')) throw cause
    return { database, unknown: describeToolFailure(cause) }
  }
}

/** Where Go's programs look for settings below `makeReachingEnvironment`'s home: elsewhere, and on macOS. */
const SETTINGS = ['', 'Library/Application Support'] as const

const ARGS = ['-mode=binary', '-format=json'] as const

async function askGovulncheck(
  { run }: ScanTools,
  argv: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
  signal: AbortSignal
): Promise<string> {
  const limit = AbortSignal.timeout(PATIENCE_MS)
  try {
    return (await run(argv, { env, signal: AbortSignal.any([signal, limit]) })).stdout
  } catch (cause) {
    signal.throwIfAborted()
    if (!limit.aborted) throw cause
    throw new Failure('environment', `the database did not answer within ${PATIENCE_MS / 1000} s`, {
      hint: 'Run again, or let GOVULNDB name a database that answers.'
    })
  }
}

/** The same code with symbols: everything is compiled already, so this costs a link. */
async function linkWithSymbols(tools: ScanTools, build: BuildPlan, folder: string, signal: AbortSignal): Promise<void> {
  const args = fillBuildArgs(build, folder, tools.overlay)
  const flags = args.indexOf('-ldflags') + 1
  await tools.run([tools.go.path, ...args.map((arg, i) => (i === flags ? `${arg} -s=false` : arg))], {
    cwd: tools.folder,
    env: { ...tools.env, ...build.env },
    signal
  })
}

/** What the tool said last, on one line. */
const describeToolFailure = ({ message, cause }: Failure): string => {
  const said = typeof cause === 'string' ? cause.trim().split('\n').at(-1) : undefined
  return (said ? said.replace(/^govulncheck: /, '') : message).slice(0, 500)
}
