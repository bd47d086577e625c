import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { disk } from '../../../src/adapters/machine/disk.ts'
import { ledger } from '../../../src/steps/ledger.ts'
import type { Trial, Verdict } from '../../../src/model/nouns.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import { proveOnce } from '../../../src/pipeline/stages/prove/verdict-record.ts'
import { realTools } from '../../bed/tools.ts'
import { program, slipway, succeeded } from '../cli.ts'
import { HELLO, repository, type Sources } from '../repository.ts'

type Env = Readonly<Record<string, string>>

export interface SignedRelease {
  /** The published folder. */
  readonly path: string
  /** Path of the expected public key, and of another one. */
  readonly key: string
  readonly otherKey: string
  readonly commit: string
  /** The checkout that it was made of. */
  readonly folder: string
  /** Absolute path of cosign. */
  readonly cosign: string
  /** What `slipway release` printed. */
  readonly said: string
  /** Releases again, with another output folder when it is named. */
  readonly again: (out?: string, ...flags: readonly string[]) => ReturnType<typeof slipway>
  /** The same with other variables. */
  readonly attempt: (env: Env, out?: string, ...flags: readonly string[]) => ReturnType<typeof slipway>
}

const verdict = (trial: Trial): Verdict => ({
  trial,
  outcome: 'passed',
  cluster: { provider: 'control-plane', server: 'v1.37.1', simulated: true },
  checks: [
    { claim: 'TrafficSplit is served', outcome: 'passed', seen: 'v1alpha4 is in the discovery' },
    { claim: 'a weight below zero is refused', outcome: 'passed', seen: '422 Invalid' }
  ],
  ms: 1234
})

/**
 * A release with every kind of file, made and signed for real below `place`; its proof was recorded before. `by`: signed
 * by the key of that one, and of another program. `tag` is the only tag of these sources.
 */
export async function signedRelease(
  place: string,
  signal: AbortSignal,
  {
    by,
    sources = HELLO,
    tag = 'v1.0.0'
  }: { readonly by?: SignedRelease; readonly sources?: Sources; readonly tag?: string } = {}
): Promise<SignedRelease> {
  const [folder, keys, out] = ['hello', 'keys', 'out'].map((name) => join(place, name)) as [string, string, string]
  const commit = await repository(folder, by ? { ...sources, 'other.go': 'package main\n' } : sources, [tag])
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, signal)).path
  await mkdir(keys)
  for (const name of ['one', 'other'])
    succeeded(
      await program([cosign, 'generate-key-pair', '--output-key-prefix', join(keys, name)], {
        cwd: keys,
        env: { COSIGN_PASSWORD: 'canary' }
      })
    )
  const key = by?.key ?? join(keys, 'one.pub')
  const env = { COSIGN_PRIVATE_KEY: await readFile(key.replace(/pub$/, 'key'), 'utf8'), COSIGN_PASSWORD: 'canary' }
  const flags = ['--targets', 'linux/amd64,windows/amd64', '--suites', 'smi', '--to', join(place, 'releases')]
  const planned = succeeded(await slipway(['plan', ...flags, '--json'], { cwd: folder, env }))
  const attempt: SignedRelease['attempt'] = async (also, other = out, ...more) => {
    await recordVerdicts(other, JSON.parse(planned) as Plan)
    return await slipway(['release', ...flags, '--out', other, ...more], { cwd: folder, env: { ...env, ...also } })
  }
  const again: SignedRelease['again'] = (...which) => attempt({}, ...which)
  const said = succeeded(await again())
  return {
    path: join(place, 'releases', tag),
    key,
    otherKey: join(keys, 'other.pub'),
    commit,
    folder,
    cosign,
    said,
    again,
    attempt
  }
}

/** As a run that proved it would have left them: no cluster boots for what is known. */
async function recordVerdicts(out: string, plan: Plan): Promise<void> {
  if ('skip' in plan.trials) throw new Error('a plan without a proof')
  for (const trial of plan.trials.work)
    await proveOnce(ledger(disk(out), out), plan, trial, () => Promise.resolve(verdict(trial)))
}
