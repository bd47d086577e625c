import { createHash } from 'node:crypto'
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { processes } from '../../src/adapters/machine/process.ts'
import { madeOnce } from './test-tools.ts'
import { environment } from './tools.ts'

/**
 * The Node versions that what ships meets, beside the one that runs the tests: the lowest of each line that is promised,
 * and two below it. Each is the digest of its npm package, by architecture.
 */
const PINS = {
  '10.18.1': {
    x64: 't21in7FoNvHJIdj4ODtmNWk5vYR17TaVY6p6AaypotYxoIYh0I23WNP/XGKSqCrOOLvTRQqYZVaHWT+sdgmcuw==',
    arm64: 'AS0fmBu7uUv5JMBddklv/aD0et+Vsv47QfP+5feq6oji0JnVKuL5L9hC2/BWOuC6skUK/Z6qFXIXMlBzWUF0eQ=='
  },
  '18.20.8': {
    x64: 'JWUTwZ9vMOjZXMtiBc74OZn12DXb4skKfY4Nlyc17Ss8BTaxjwkXAw6xZb0Ck5afUYU/neBbrHjo9O3baF34ww==',
    arm64: 'xTMJYtLdLjIimh8zRpgUDFsNknLP72AT/QWEQmeyDOM1/Gqj/GZn/MlbA+zWSjSMBxQscYvgFpq3qERMEcFEUA=='
  },
  '20.18.0': {
    x64: 'GxGTXDoCCOeC3uW5UGYJi/2EHXeQrlQzU9qjieEuS3VGRYgSUwDLLpYletFTAePMdfVIqtanaKqsLozTJpe4rg==',
    arm64: 'Mf1IB4Atgk3YtpOzriZKm6jEAE93Or551twUqLoBsfbjmYA1RUZUWxfst2bA5XR/73s6iZJfu1U+usVezEtcJg=='
  },
  '22.0.0': {
    x64: 'FP9r5Jp+/frkN6VJ6I1cyRFED54HRTPnijfiL50y1YUF6X25HrCziH1Jsk0/mB7rbs+ieyJAgKG62HN+l9Z1fw==',
    arm64: 'SEOczmwk0islSy7Ggwh0uloYWErgNfcxwcHlMES5LM/y82RKAWDHMyHq2WiY6hF2JKOYVk7mMO119bRzlzvD6g=='
  }
} as const satisfies Record<string, { readonly x64: string; readonly arm64: string }>

export type OtherNode = keyof typeof PINS
export const OTHER_NODES = Object.keys(PINS) as readonly OtherNode[]

/** There are packages of all these versions for Linux alone. */
export const hasOtherNodes = (): boolean => process.platform === 'linux' && process.arch in PINS['22.0.0']

/** The path of a Node of this version, from the tool cache, or put there from its npm package. */
export async function otherNode(
  version: OtherNode,
  note: (text: string) => void,
  signal: AbortSignal
): Promise<string> {
  const arch = process.arch as 'x64' | 'arm64'
  const pinned = PINS[version][arch]
  const folder = await madeOnce(
    { name: 'node', version, of: pinned },
    async (out, scratch) => {
      const spec = `node-linux-${arch}@${version}`
      const { run } = processes()
      const pack = ['npm', 'pack', spec, '--pack-destination', scratch, '--silent'] as const
      const file = join(scratch, (await run(pack, { env: environment(), cwd: scratch, signal })).stdout.trim())
      const digest = createHash('sha512')
        .update(await readFile(file))
        .digest('base64')
      if (digest !== pinned) throw new Error(`${spec} has sha512 ${digest}, and ${pinned} is pinned`)
      await run(['tar', '-xzf', file, '-C', scratch, 'package/bin/node'], { env: environment(), signal })
      await copyFile(join(scratch, 'package', 'bin', 'node'), join(out, 'node'))
      return `the npm package ${spec} with sha512 ${pinned}`
    },
    note,
    signal
  )
  return join(folder, 'node')
}
