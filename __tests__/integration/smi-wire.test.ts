import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { meshCanary } from '../bed/examples.ts'
import { readTextAt } from '../../src/base/json.ts'
import type { Json } from '../../src/base/json.ts'
import type { Cluster } from '../../src/model/ports/kubernetes.ts'
import { makeCrdSet } from '../../src/smi/crds.ts'
import type { Body } from '../../src/smi/kind.ts'
import { CRDS } from '../../src/crds/api.ts'
import { readReplyMessage } from '../../src/suites/evidence.ts'
import {
  BOOT_MS,
  folder,
  KUBERNETES,
  ok,
  realClusters,
  run,
  until,
  withoutCrds
} from '../fakes/cluster/cluster-real.ts'
import { goEnv } from '../fakes/versions.ts'

// What clients make of objects that API servers let pass. Those built on smi-sdk-go v0.5.0 decode by its own types. The
// module of smi-controller-sdk cannot be had from the module proxy that is reachable here: its fields are declared below
// as its sources have them (apis/specs/v1alpha4 6a60572, apis/split/v1alpha4 04bed9c).
jest.setTimeout(600_000)

const PROGRAM = `package main

import (
	"encoding/json"
	"fmt"
	"os"

	specs "github.com/servicemeshinterface/smi-sdk-go/pkg/apis/specs/v1alpha4"
	split1 "github.com/servicemeshinterface/smi-sdk-go/pkg/apis/split/v1alpha1"
	split4 "github.com/servicemeshinterface/smi-sdk-go/pkg/apis/split/v1alpha4"
)

type controllerRoutes struct {
	Spec struct {
		Matches []struct {
			Name    string            \`json:"name,omitempty"\`
			Headers map[string]string \`json:"headers,omitempty"\`
		} \`json:"matches,omitempty"\`
	} \`json:"spec,omitempty"\`
}

type controllerSplit struct {
	Spec struct {
		Backends []struct {
			Service string \`json:"service"\`
			Weight  int    \`json:"weight"\`
		} \`json:"backends"\`
	} \`json:"spec,omitempty"\`
}

func main() {
	var asked []struct {
		As     string
		Object json.RawMessage
	}
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		panic(err)
	}
	var said []string
	for _, one := range asked {
		into := map[string]any{
			"split v1alpha1": &split1.TrafficSplit{}, "split v1alpha4": &split4.TrafficSplit{},
			"splits v1alpha4": &split4.TrafficSplitList{}, "routes v1alpha4": &specs.HTTPRouteGroup{},
			"controller split": &controllerSplit{}, "controller routes": &controllerRoutes{},
		}[one.As]
		if err := json.Unmarshal(one.Object, into); err != nil {
			said = append(said, err.Error())
			continue
		}
		text, _ := json.Marshal(into)
		said = append(said, string(text))
	}
	_ = json.NewEncoder(os.Stdout).Encode(said)
	fmt.Fprintln(os.Stderr, len(said))
}
`

const stack = new AsyncDisposableStack()
let program: string
beforeAll(async () => {
  const { path } = stack.use(await folder())
  // Its module has the SDK, and the sums of all that comes with it.
  await meshCanary(path)
  await mkdir(join(path, 'wire'))
  await writeFile(join(path, 'wire/main.go'), PROGRAM)
  program = join(path, 'wire-program')
  await run.run(['go', 'build', '-o', program, './wire'], { cwd: path, env: goEnv() })
}, 600_000)
afterAll(() => stack.disposeAsync())

type Type =
  'split v1alpha1' | 'split v1alpha4' | 'splits v1alpha4' | 'routes v1alpha4' | 'controller split' | 'controller routes'

async function decoded(As: Type, object: Json): Promise<string> {
  const { stdout } = await run.run([program], { env: {}, input: JSON.stringify([{ As, Object: object }]) })
  return (JSON.parse(stdout) as [string])[0]
}

const split = (weight: Json) => ({ spec: { service: 'web', backends: [{ service: 'web-1', weight }] } })
const routes = (headers: Json) => ({ spec: { matches: [{ name: 'all', headers }] } })

test.each([
  ['split v1alpha4', 0.5, /cannot unmarshal number 0\.5 into .*int/],
  ['split v1alpha4', -1, /"weight":-1/],
  ['split v1alpha4', '500m', /cannot unmarshal string into .*int/],
  ['split v1alpha4', '1', /cannot unmarshal string into .*int/],
  ['split v1alpha1', '500m', /"weight":"500m"/],
  ['split v1alpha1', 1, /"weight":"1"/]
] as const)('%s makes of the weight %j: %s', async (type, weight, says) => {
  expect(await decoded(type, split(weight))).toMatch(says)
})

test('one split with a weight that does not decode makes the whole list undecodable', async () => {
  expect(await decoded('splits v1alpha4', { items: [split(1)] })).toContain('"weight":1')
  expect(await decoded('splits v1alpha4', { items: [split(1), split('500m')] })).toMatch(/cannot unmarshal string/)
})

test.each([
  [
    'a list with one entry an item',
    [{ a: '.*' }, { b: 'x' }],
    /"headers":\[(\{"a":"\.\*"\},\{"b":"x"\}|\{"b":"x"\},\{"a":"\.\*"\})\]/
  ],
  ['a map', { a: '.*' }, /cannot unmarshal object into .*\[\]map\[string\]string/],
  ['a list with two entries in one item', [{ a: '.*', b: 'x' }], /^incorrect length of keyval$/]
])('headers as %s', async (_, headers, says) => {
  expect(await decoded('routes v1alpha4', routes(headers))).toMatch(says)
})

describe('what a server hands out', () => {
  const signal = new AbortController().signal
  let cluster: Cluster
  beforeAll(async () => {
    const { path } = stack.use(await folder())
    cluster = stack.use(await realClusters(path).create(KUBERNETES, signal))
  }, BOOT_MS)

  /** Writes an object as a careless client does and reads it: what it decodes to in each client, or how it is refused. */
  async function readBy(kind: 'HTTPRouteGroup' | 'TrafficSplit', body: Body, as: readonly Type[]) {
    const [group, plural] =
      kind === 'TrafficSplit' ? ['split.smi-spec.io', 'trafficsplits'] : ['specs.smi-spec.io', 'httproutegroups']
    const path = `/apis/${group}/v1alpha4/namespaces/default/${plural}`
    const object = { apiVersion: `${group}/v1alpha4`, kind, metadata: { name: 'one' }, ...body }
    // A definition that has just come is not served everywhere at once.
    const reply = await until(async () => {
      const tried = await cluster.api.call('POST', path, { body: object, query: { fieldValidation: 'Ignore' } })
      return tried.status !== 404 && tried.status !== 429 && tried
    })
    if (reply.status >= 300) return [String(reply.status), readReplyMessage(reply)]
    const read = ok(await cluster.api.call('GET', `${path}/one`))
    const said = await Promise.all(as.map((type) => decoded(type, read)))
    ok(await cluster.api.call('DELETE', `${path}/one`))
    return said
  }

  const list: Json = [{ a: '.*' }, { b: 'x' }]
  const map: Json = { a: '.*', b: 'x' }
  const fraction = [/cannot unmarshal number 0\.5 into .*int/, /cannot unmarshal number 0\.5 into .*int/]

  test.each([
    [
      'sdk-main',
      [
        /"headers":\[(\{"a":"\.\*"\},\{"b":"x"\}|\{"b":"x"\},\{"a":"\.\*"\})\]/,
        /cannot unmarshal array into .*map\[string\]string/
      ],
      [/^422$/, /headers.*must be of type array/],
      fraction
    ],
    [
      'controller-sdk',
      [/^422$/, /headers.*must be of type object/],
      [/cannot unmarshal object into .*\[\]map\[string\]string/, /"headers":\{"a":"\.\*","b":"x"\}/],
      [/^422$/, /weight.*must be of type integer/]
    ]
  ] as const)('with the CRDs of %s is for its own clients', async (set, lists, maps, halves) => {
    await withoutCrds(cluster)
    for (const crd of makeCrdSet(set).crds)
      ok(
        await cluster.api.call('PATCH', `${CRDS}/${readTextAt(crd, 'metadata', 'name')}`, { body: crd, patch: 'apply' })
      )
    const both = ['routes v1alpha4', 'controller routes'] as const
    const match = (said: readonly string[], expected: readonly RegExp[]) =>
      expect(said).toEqual(expected.map((each) => expect.stringMatching(each) as unknown))
    match(await readBy('HTTPRouteGroup', routes(list), both), lists)
    match(await readBy('HTTPRouteGroup', routes(map), both), maps)
    match(await readBy('TrafficSplit', split(0.5), ['split v1alpha4', 'controller split']), halves)
  })
})
