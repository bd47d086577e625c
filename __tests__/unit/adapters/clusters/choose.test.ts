import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseProvider } from '../../../../src/adapters/clusters/choose.ts'
import { disk } from '../../../../src/adapters/machine/disk.ts'
import { Failure } from '../../../../src/base/errors.ts'
import { parseInputs } from '../../../../src/config/parse.ts'

const PINNED = {
  'control-plane': { '1.37': 'v1.37.1', '1.36': 'v1.36.4' },
  kind: { '1.37': 'v1.37.0', '1.36': 'v1.36.4', '1.30': 'v1.30.1' }
}
let bin: string
beforeAll(async () => {
  bin = await mkdtemp(join(tmpdir(), 'slipway-choose-'))
  await writeFile(join(bin, 'docker'), '#!/bin/sh\n', { mode: 0o755 })
})
afterAll(() => rm(bin, { recursive: true, force: true }))

interface Case {
  readonly kubernetes?: string
  readonly pods?: boolean
  readonly docker?: 'answers' | 'is silent' | 'is missing' | 'is elsewhere'
  readonly cluster?: string
}

/** What is chosen on Linux, and how often the container engine was asked. */
async function chosen({ kubernetes = 'auto', pods = false, docker = 'answers', cluster = 'auto' }: Case) {
  let asked = 0
  const given: Record<string, string> = { kubernetes, cluster }
  const config = parseInputs((name) => (given[name] === undefined ? undefined : { text: given[name], from: name }))
  const choice = await chooseProvider(
    { ...config, pods },
    {
      async run([, question]) {
        asked += 1
        if (question === 'info')
          return { stdout: `${docker === 'is elsewhere' ? 'dind-service' : hostname()}\n`, stderr: '' }
        if (docker === 'is silent') throw new Failure('command', 'docker ended', { cause: 'no daemon' })
        return { stdout: '29.1.0\n', stderr: '' }
      },
      env: { PATH: docker === 'is missing' ? '/nowhere' : bin },
      cwd: '/',
      platform: { os: 'linux', arch: 'x64' },
      files: disk('/nowhere'),
      signal: new AbortController().signal
    },
    PINNED
  )
  if ('missing' in choice) throw new Error(choice.missing)
  return { provider: choice.provider, why: choice.why, asked }
}

test.each([{}, { kubernetes: '1.36,1.37' }, { kubernetes: '1.29' }, { kubernetes: '1.29,1.30', pods: true }])(
  'auto takes a control plane where it does all that kind would do, and asks no engine: %j',
  async (given) => {
    expect(await chosen(given)).toEqual({
      provider: 'control-plane',
      why: 'auto: this is Linux, so it needs no container engine',
      asked: 0
    })
  }
)

test.each([
  [{ kubernetes: '1.30' }, 'auto: only kind has Kubernetes 1.30; Docker 29.1.0 answers'],
  [{ kubernetes: '1.37,1.30' }, 'auto: only kind has Kubernetes 1.30; Docker 29.1.0 answers'],
  [
    { pods: true },
    'auto: slipway.yaml rolls programs out in pods (deployment), and only there they run; Docker 29.1.0 answers'
  ]
])('auto takes kind where it does more, and says why: %j', async (given, why) => {
  expect(await chosen(given)).toEqual({ provider: 'kind', why, asked: 2 })
})

test('auto falls back to a control plane where no engine answers, and says what would have been better', async () => {
  expect(await chosen({ pods: true, docker: 'is missing' })).toEqual({
    provider: 'control-plane',
    why: 'auto: this is Linux, so it needs no container engine; slipway.yaml rolls programs out in pods (deployment), and only there they run, but kind clusters need a container engine, and docker is not on PATH',
    asked: 0
  })
  expect(await chosen({ kubernetes: '1.30', docker: 'is silent' })).toMatchObject({
    provider: 'control-plane',
    why: expect.stringMatching(/; only kind has Kubernetes 1\.30, but kind clusters need .* none answers: no daemon$/)
  })
})

test('auto takes no engine of another machine, on whose loopback the API server would listen', async () => {
  expect(await chosen({ pods: true, docker: 'is elsewhere' })).toMatchObject({
    provider: 'control-plane',
    why: expect.stringMatching(/ but its container engine is that of dind-service, and this is .+$/)
  })
  expect(await chosen({ cluster: 'kind', docker: 'is elsewhere' })).toMatchObject({ provider: 'kind' })
})

test('what is asked for by name is taken, whatever else would do more', async () => {
  expect(await chosen({ cluster: 'control-plane', pods: true, kubernetes: '1.30' })).toMatchObject({
    provider: 'control-plane',
    asked: 0
  })
  expect(await chosen({ cluster: 'kind' })).toMatchObject({ provider: 'kind' })
})
