import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { meshCanary } from '../../scripts/examples.ts'
import type { Json } from '../../src/model.ts'
import { folder, run } from '../fakes/cluster-real.ts'
import { goEnv } from '../fakes/versions.ts'

// What a client built on smi-sdk-go v0.5.0 makes of objects that API servers let pass: its own types decode them.
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

type Type = 'split v1alpha1' | 'split v1alpha4' | 'splits v1alpha4' | 'routes v1alpha4'

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
  ['a list with one entry an item', [{ a: '.*' }, { b: 'x' }], /"headers":\[\{"a":"\.\*"\},\{"b":"x"\}\]/],
  ['a map', { a: '.*' }, /cannot unmarshal object into .*\[\]map\[string\]string/],
  ['a list with two entries in one item', [{ a: '.*', b: 'x' }], /./]
])('headers as %s', async (what, headers, says) => {
  const said = await decoded('routes v1alpha4', routes(headers))
  expect(said).toMatch(says)
  if (what.includes('two')) expect(said).not.toMatch(/^\{"metadata/)
})
