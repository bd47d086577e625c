import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../src/base/errors.ts'
import { readAt, readFields, isSame, readItems, readNumber, readText } from '../../src/base/json.ts'
import type { Json } from '../../src/base/json.ts'
import { BROKEN_IMAGE, DEPLOYMENT, good, REFUSALS, REPLICAS, RESOURCE, SERVED } from './manifests.ts'

export interface Questions {
  /** The folder of `writeManifests`. */
  readonly manifests: string
  /** Rejects with a 'command' Failure, whose cause is what was said, when kubectl says no. */
  readonly kubectl: (args: readonly string[]) => Promise<{ readonly stdout: string }>
  /** `look` is true, or says what was seen instead. */
  readonly ask: (question: string, look: () => Promise<string | true>) => Promise<void>
}

const WAIT = '--timeout=60s'
const DEPLOYED = `deployment/${DEPLOYMENT}`

/** The CRDs install and are served; good objects are taken and come back as written in each version; bad ones are not. */
export async function proveSmi({ manifests, kubectl, ask }: Questions): Promise<void> {
  const file = (name: string): string => join(manifests, name)
  const done = (question: string, args: readonly string[]): Promise<void> =>
    ask(question, async () => (await kubectl(args)) && true)
  await done('the CRDs install', ['apply', '--server-side', '-f', file('crds.yaml')])
  await done('they are established', ['wait', '--for=condition=Established', '-f', file('crds.yaml'), WAIT])
  await done('good objects of each version are taken', ['apply', '-f', file('good.json')])
  const [type, ...group] = RESOURCE.split('.')
  for (const version of SERVED) {
    await ask(`${version} comes back as written`, async () => {
      const read = await kubectl(['get', [type, version, ...group].join('.'), '-o', 'json'])
      const found = readItems(readAt(JSON.parse(read.stdout) as Json, 'items'))
      const back = found.find((each) => readAt(each, 'metadata', 'name') === `full-${version}`)
      const same = good(version).every(({ full }) => isSame(full['spec'] ?? null, readFields(back)['spec'] ?? null))
      return (same && found.length === 2 * SERVED.length) || `${found.length} objects: ${read.stdout}`
    })
  }
  for (const { wrong, file: name, validate, says } of REFUSALS)
    await ask(`${wrong} is refused`, () =>
      refused(kubectl, ['create', '--dry-run=server', `--validate=${validate}`, '-f', file(name)], says)
    )
}

/** The first and longest of the three stories of Slipway's workload suite. */
export async function proveWorkload(
  { manifests, kubectl, ask }: Questions,
  breaks: (image: string) => void
): Promise<void> {
  const apply = (name: string) => kubectl(['apply', '-f', join(manifests, `${name}.json`)])
  const status = ['rollout', 'status', DEPLOYED, WAIT]
  const rollOut = (name: string): Promise<void> =>
    ask(`the ${name} release rolls out`, async () => {
      await apply(name)
      await kubectl(status)
      return is(name)
    })
  const undo = (to: string, ...revision: readonly string[]): Promise<void> =>
    ask(`it goes back to the ${to} release`, async () => {
      await kubectl(['rollout', 'undo', DEPLOYED, ...revision])
      await kubectl(status)
      return is(to)
    })
  const is = async (step: string): Promise<string | true> => {
    const seen = JSON.parse((await kubectl(['get', DEPLOYED, '-o', 'json'])).stdout) as Json
    const now = readText(readAt(seen, 'spec', 'template', 'metadata', 'annotations', 'slipway/step'))
    const available = readNumber(readAt(seen, 'status', 'availableReplicas'))
    return (now === step && available >= REPLICAS) || `${now || 'nothing'} with ${available} pods available`
  }

  await rollOut('baseline')
  await rollOut('candidate')
  await undo('baseline')
  await rollOut('candidate')
  breaks(BROKEN_IMAGE)
  await ask('a release without an image is seen failing', async () => {
    await apply('broken')
    return refused(kubectl, status, 'exceeded its progress deadline')
  })
  await ask('the old pods stay available', () => is('broken'))
  await undo('candidate')
  await ask('no pod of the broken release is left', () =>
    eventually(async () => {
      const { stdout } = await kubectl(['get', 'pods', '-o', 'jsonpath={.items[*].spec.containers[*].image}'])
      return !stdout.split(' ').includes(BROKEN_IMAGE) || stdout
    })
  )
  await undo('baseline', '--to-revision=3')
  await rollOut('next')
  await ask('two old revisions are kept', () =>
    eventually(async () => {
      const { stdout } = await kubectl(['rollout', 'history', DEPLOYED])
      return stdout.match(/^\d+/gm)?.join() === '6,7,8' || stdout
    })
  )
  await ask('there is no way to a revision beyond', () =>
    refused(kubectl, ['rollout', 'undo', DEPLOYED, '--to-revision=5'], 'revision')
  )
}

async function refused(kubectl: Questions['kubectl'], args: readonly string[], says: string): Promise<string | true> {
  try {
    return (await kubectl(args)).stdout
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'command') throw error
    return String(error.cause).includes(says) || String(error.cause)
  }
}

/** As `until …; do sleep 0.5; done` with an end to it. */
async function eventually(look: () => Promise<string | true>): Promise<string | true> {
  for (let tries = 1; ; tries++) {
    const seen = await look()
    if (seen === true || tries === 60) return seen
    await sleep(500)
  }
}
