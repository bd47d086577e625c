import { expect, test } from '@jest/globals'
import { INPUTS, type InputName } from '../../../src/config/inputs.ts'
import { parseSettings } from '../../../src/config/parse.ts'
import { listWeakenings } from '../../../src/config/weaker.ts'

const settings = (text: string) => parseSettings(text, 'slipway.yaml', () => undefined)

const weakened = async (base: string, change: string): Promise<readonly string[]> =>
  listWeakenings(await settings(base), await settings(change)).map(({ says }) => says)

const BASE = `vet: fail
vulnerabilities: fail
rebuild: 2
suites: workload,data
kubernetes: '1.37,1.34'
sign: key
key: release.pub
accepted-vulnerabilities:
  - { id: GO-2024-0001, reason: not reached, until: 2027-01-31 }
surface: { api: [./api], accepted: [--old] }
data:
  - { name: notes, files: [notes.txt], read: [check, '{fixture}'] }
workloads:
  - name: web
    args: [serve]
    may-change: [metadata.labels]
    ready: [{ url: 'http://127.0.0.1:{port}/readyz' }]
    expect: [{ log: listening }]
    stop: { within: 5 }
`

test.each([
  ['vet: fail', 'vet: off', 'vet: from fail to off'],
  ['vulnerabilities: fail\n', '', 'vulnerabilities: from fail to warn'],
  ['rebuild: 2', 'rebuild: 0', 'rebuild: from 2 to 0'],
  ['rebuild: 2\n', '', 'rebuild: from 2 to 1'],
  ['suites: workload,data', 'suites: none', 'suites: from workload,data to none'],
  ['suites: workload,data', 'suites: workload', 'suites: from workload,data to workload'],
  ['suites: workload,data', 'suites: auto', 'suites: from workload,data to auto'],
  ["'1.37,1.34'", 'auto', 'kubernetes: from 1.37,1.34 to auto'],
  ["'1.37,1.34'", 'none', 'kubernetes: from 1.37,1.34 to none'],
  ['sign: key', 'sign: none', 'sign: from key to none'],
  ['sign: key', 'sign: key\ncluster: control-plane', 'cluster: from auto to control-plane'],
  ['key: release.pub', 'key: own.pub', 'key: from release.pub to own.pub'],
  ['key: release.pub\n', '', 'key: from release.pub to none'],
  ['id: GO-2024-0001', 'id: GO-2024-0002', 'accepted-vulnerabilities: GO-2024-0002 is new'],
  ['until: 2027-01-31', 'until: 2099-01-31', 'accepted-vulnerabilities: GO-2024-0001 until 2099-01-31, not 2027-01-31'],
  [
    'vet: fail',
    'vet: fail\naccepted-without-cgo: [{ package: example.com/db, reason: nobody opens it }]',
    'accepted-without-cgo: example.com/db is new'
  ],
  [
    'vet: fail',
    'vet: fail\naccepted-breaks: [{ suite: crd, claim: a is b, reason: wanted }]',
    'accepted-breaks: crd: a is b is new'
  ],
  ['[--old]', '[--old, --new]', 'surface.accepted: from ["--old"] to ["--old","--new"]'],
  ['[./api]', '[]', 'surface.api: without ./api'],
  ["[check, '{fixture}']", "[version, '{fixture}']", /^data\.notes\.read: from /],
  ['files: [notes.txt], ', 'backward: false, files: [notes.txt], ', 'data.notes.backward: from true to false'],
  ['[{ log: listening }]', '[]', 'workloads.web.expect: without {"log":"listening"}'],
  ['name: web', 'name: other', 'workloads: without web'],
  ['[metadata.labels]', '[metadata, metadata.labels]', /^workloads\.web\.may-change: from /],
  ['{ within: 5 }', '{ within: 60 }', 'workloads.web.stop.within: from 5 to 60'],
  ['args: [serve]', 'args: [serve]\n    baseline: { args: [x] }', /^workloads\.web\.baseline\.args: from nothing to /]
])('a change of %j to %j is told', async (from, to, says) => {
  expect(BASE).toContain(from)
  const expected: unknown = typeof says === 'string' ? says : expect.stringMatching(says)
  expect(await weakened(BASE, BASE.replace(from, to))).toEqual([expected])
})

test('without slipway.yaml everything that it said is gone', async () => {
  const said = listWeakenings(
    await settings(BASE),
    await parseSettings(undefined, 'slipway.yaml', () => undefined)
  ).map(({ setting }) => setting)
  expect(new Set(said)).toEqual(
    new Set([
      ...['kubernetes', 'suites', 'vet', 'sign', 'rebuild', 'vulnerabilities', 'key'],
      ...['workloads', 'data', 'surface']
    ])
  )
})

test.each([
  ['[--old]', '[]'],
  ['rebuild: 2', 'rebuild: all'],
  ['until: 2027-01-31', 'until: 2026-12-31'],
  ['args: [serve]', 'args: [serve, --new]'],
  ['expect: [{ log: listening }]', 'expect: [{ log: listening }, { log: more }]'],
  ['workloads:', 'workloads:\n  - { name: second, may-change: [spec], ready: [{ log: up }] }'],
  ['suites: workload,data', 'suites: workload,data,smi'],
  ['vet: fail', 'vet: fail\ncluster: kind'],
  ['vet: fail', 'vet: fail\ntargets: linux/arm64\nmain: ./cmd/new']
])('a change of %j to %j takes nothing away', async (from, to) => {
  expect(BASE).toContain(from)
  expect(await weakened(BASE, BASE.replace(from, to))).toEqual([])
})

test('of what slipway.yaml may say, these inputs say what is made, and every other one judges', () => {
  const judgesNothing = (Object.keys(INPUTS) as InputName[]).filter((name) => {
    const { doors, ...input } = INPUTS[name]
    return (doors as readonly string[]).includes('file') && !('weaker' in input)
  })
  expect(judgesNothing).toEqual(['targets', 'main', 'go-version', 'image-mirrors', 'sbom', 'draft', 'notes'])
})
