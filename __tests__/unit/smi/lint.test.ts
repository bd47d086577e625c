import { expect, test } from '@jest/globals'
import { makeCrdSet, chooseStorage } from '../../../src/smi/crds.ts'
import { lintManifests } from '../../../src/smi/lint.ts'

const lint = (
  text: string,
  { speaks = [], sets = ['all'] }: { speaks?: readonly string[]; sets?: readonly string[] } = {}
) =>
  lintManifests([{ path: 'deploy/smi.yaml', text }], {
    speaks,
    sets: sets.map((name) => makeCrdSet(name, name === 'all' ? { storage: chooseStorage(name, speaks) } : {}))
  })
const found = (text: string, options: Parameters<typeof lint>[1] = {}): readonly string[] =>
  lint(text, options).findings.map(({ at, severity, rule }) => `${at.line} ${severity} ${rule}`)

const split = (version: string, weight: string, rest = ''): string =>
  [
    `apiVersion: split.smi-spec.io/${version}`,
    'kind: TrafficSplit',
    'metadata: {name: web}',
    'spec:',
    '  service: web',
    '  backends:',
    '  - service: web-1',
    `    weight: ${weight}`,
    rest
  ].join('\n')

test.each([
  ['v1alpha1', '500m', []],
  ['v1alpha1', '"1"', []],
  ['v1alpha1', 'lots', ['8 error smi/weight']],
  ['v1alpha1', '-1', ['8 warning smi/weight']],
  ['v1alpha1', '"-500m"', ['8 warning smi/weight']],
  ['v1alpha2', '1', []],
  ['v1alpha2', '500m', ['8 error smi/weight']],
  ['v1alpha4', '0.5', ['8 error smi/weight']],
  ['v1alpha4', '-1', ['8 error smi/weight']],
  ['v1alpha4', '"1"', ['8 error smi/weight']],
  ['v1alpha4', '0', ['6 warning smi/no-weight']]
])('weight in %s: %s gives %j', (version, weight, expected) => {
  expect(found(split(version, weight))).toEqual(expected)
})

test('a weight that the set takes and the specification does not is a warning', () => {
  expect(found(split('v1alpha4', '0.5'), { sets: ['sdk-main'] })).toEqual(['8 warning smi/weight'])
})

test('headers are a list, but for the set that wants a map', () => {
  const group = (headers: string): string =>
    `apiVersion: specs.smi-spec.io/v1alpha4\nkind: HTTPRouteGroup\nmetadata: {name: r}\nspec:\n  matches:\n  - name: m\n    headers: ${headers}\n`
  expect(found(group('[{a: b}]'))).toEqual([])
  expect(found(group('{a: b}'))).toEqual(['7 error smi/headers'])
  expect(found(group('[{a: b}]'), { sets: ['controller-sdk'] })).toEqual(['7 error smi/headers'])
  expect(found(group('{a: b}'), { sets: ['controller-sdk'] })).toEqual(['7 warning smi/headers'])
})

test('matches of a TCPRoute are one object, and ports are numbers', () => {
  const route = (matches: string): string =>
    `apiVersion: specs.smi-spec.io/v1alpha4\nkind: TCPRoute\nmetadata: {name: r}\nspec:\n  matches: ${matches}\n`
  expect(found(route('{ports: [80]}'))).toEqual([])
  expect(found(route('{}'))).toEqual([])
  expect(found(route('{}'), { sets: ['sdk-main'] })).toEqual(['5 error smi/matches'])
  expect(found(route('[{ports: [80]}]'))).toEqual(['5 error smi/matches'])
  expect(found(route('{ports: ["80"]}'))).toEqual(['5 error smi/matches'])
})

test('the fields of v1alpha1 under a newer version are one finding, on their first line', () => {
  const old =
    'apiVersion: access.smi-spec.io/v1alpha3\nkind: TrafficTarget\nmetadata: {name: t}\ndestination: {kind: ServiceAccount, name: a}\nsources: []\nspecs: []\n'
  expect(found(old)).toEqual(['4 error smi/shape'])
  expect(lint(old).findings[0]?.says).toContain('these are the fields of v1alpha1')
})

test('what the program does not read is lost, on the line of the field and with the reason', () => {
  const target =
    'apiVersion: access.smi-spec.io/v1alpha2\nkind: TrafficTarget\nmetadata: {name: t}\nspec:\n  destination:\n    kind: ServiceAccount\n    name: a\n    port: 80\n'
  const { findings } = lint(target, { speaks: ['access.smi-spec.io/v1alpha3'] })
  expect(findings).toMatchObject([
    { at: { line: 8 }, severity: 'error', rule: 'smi/lost', hint: expect.stringContaining('open on every port') }
  ])
  expect(found(target, { speaks: ['access.smi-spec.io/v1alpha2'] })).toEqual([])
  expect(found(split('v1alpha1', '500m'), { speaks: ['split.smi-spec.io/v1alpha2'] })).toEqual([
    '8 error smi/undecodable'
  ])
  expect(
    found(split('v1alpha4', '1', '  matches: [{kind: HTTPRouteGroup, name: r}]'), {
      speaks: ['split.smi-spec.io/v1alpha1']
    })
  ).toEqual(['9 error smi/lost'])
})

test('groups, kinds and versions that are not, or that the set does not serve', () => {
  const object = (apiVersion: string, kind: string): string =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}\n`
  expect(found(object('spec.smi-spec.io/v1alpha1', 'TCPRoute'))).toEqual(['1 error smi/group'])
  expect(found(object('split.smi-spec.io/v1', 'TrafficSplit'))).toEqual(['1 error smi/version'])
  expect(found(object('split.smi-spec.io/v1alpha4', 'TCPRoute'))).toEqual(['2 error smi/kind'])
  expect(found(split('v1alpha3', '1'), { sets: ['linkerd'] })).toEqual(['1 error smi/not-served'])
  expect(found(split('v1alpha2', '1'), { sets: ['linkerd', 'sdk-main'] })).toEqual(['1 warning smi/not-served'])
})

test('what objects say of each other: own backends, backends twice, matches that are not there', () => {
  expect(found(split('v1alpha2', '1').replace('service: web-1', 'service: web'))).toEqual(['7 warning smi/own-backend'])
  expect(found(split('v1alpha2', '1', '  - {service: web-1, weight: 2}'))).toEqual(['9 warning smi/twice'])
  const target = (match: string): string =>
    `apiVersion: specs.smi-spec.io/v1alpha4\nkind: HTTPRouteGroup\nmetadata: {name: r}\nspec: {matches: [{name: m}]}\n---\napiVersion: access.smi-spec.io/v1alpha3\nkind: TrafficTarget\nmetadata: {name: t}\nspec:\n  destination: {kind: ServiceAccount, name: a}\n  sources: [{kind: ServiceAccount, name: b}]\n  rules:\n  - kind: HTTPRouteGroup\n    name: r\n    matches:\n    - ${match}\n`
  expect(found(target('m'))).toEqual([])
  expect(found(target('n'))).toEqual(['16 error smi/no-such-match'])
})

test("a v1beta1 CRD is found, a template is passed over and told, other objects are nobody's business", () => {
  expect(found('apiVersion: apiextensions.k8s.io/v1beta1\nkind: CustomResourceDefinition\n')).toEqual([
    '1 error smi/v1beta1-crd'
  ])
  expect(lint('{{ if .Values.smi }}\nkind: [\n')).toEqual({
    findings: [],
    objects: 0,
    skipped: [{ file: 'deploy/smi.yaml', why: 'a template: render it, and lint what comes out' }]
  })
  expect(lint('apiVersion: v1\nkind: ConfigMap\ndata: {weight: 500m}\n')).toEqual({
    findings: [],
    objects: 0,
    skipped: []
  })
})
