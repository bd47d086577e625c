import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chooseProvider } from '../../src/adapters/clusters/choose.ts'
import { lendCluster } from '../../src/adapters/clusters/kubeconfig/lent.ts'
import { OWNER_LABEL } from '../../src/adapters/clusters/kubeconfig/owned.ts'
import { readKubeconfig } from '../../src/adapters/kubernetes/kubeconfig.ts'
import { testSandboxes } from '../fakes/sandbox/own.ts'
import { disk } from '../../src/adapters/machine/disk.ts'
import { formatOwner } from '../../src/adapters/machine/owner.ts'
import { readAt, readFields, readObjectsAt, readTextAt } from '../../src/base/json.ts'
import type { Verdict } from '../../src/model/nouns.ts'
import type { Json } from '../../src/base/json.ts'
import type { Cluster } from '../../src/model/ports/kubernetes.ts'
import type { Toolchain } from '../../src/model/ports/toolchain.ts'
import { makeCrdSet } from '../../src/smi/crds.ts'
import { proveProcess } from '../../src/suites/workload/process/process.ts'
import { parseProject } from '../../src/config/project-file.ts'
import { loopback } from '../../src/adapters/machine/loopback.ts'
import { proveSmi } from '../../src/suites/smi/smi.ts'
import { type InputName } from '../../src/config/inputs.ts'
import { parseInputs } from '../../src/config/parse.ts'
import { heldIn, holders, watching } from '../fakes/hostile/canaries.ts'
import { slipway, succeeded } from '../fakes/cli.ts'
import { BOOT_MS, folder, KUBERNETES, ok, realClusters, realToolchain, run } from '../fakes/cluster/cluster-real.ts'
import { commit, HELLO, repository, write } from '../fakes/repository.ts'

// Somebody's cluster is one of our own control planes here, which the provider cannot tell.
jest.setTimeout(180_000)
const never = new AbortController().signal
const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const NAMESPACES = '/api/v1/namespaces'

let path: string
let tools: Toolchain
let theirs: Cluster
const scope = new AsyncDisposableStack()
const notes: string[] = []
beforeAll(async () => {
  path = scope.use(await folder()).path
  tools = realToolchain(path)
  theirs = scope.use(await realClusters(path, { toolchain: tools }).create(KUBERNETES, never))
}, BOOT_MS)
afterAll(() => scope.disposeAsync(), 60_000)

const borrow = (crds: 'adopt' | 'refuse' = 'refuse', signal = never): Promise<Cluster> =>
  lendCluster(
    { file: theirs.kubeconfig, context: 'slipway', crds },
    { toolchain: tools, files: disk(path), note: (line) => void notes.push(line) }
  ).create(KUBERNETES, signal)

const names = async (collection: string): Promise<readonly string[]> =>
  readObjectsAt(ok(await theirs.api.call('GET', collection)), 'items').map((one) => readTextAt(one, 'metadata', 'name'))

const theirNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system']

const crd = (plural: string, served = 'v1'): { readonly [key: string]: Json } => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${plural}.test.example.com` },
  spec: {
    group: 'test.example.com',
    scope: 'Namespaced',
    names: { plural, singular: plural.slice(0, -1), kind: plural[0]?.toUpperCase() + plural.slice(1, -1) },
    versions: [
      {
        name: served,
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } }
      }
    ]
  }
})
const role = (name: string): Json => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name },
  rules: []
})
/** As the suites install a CRD. */
const install = (cluster: Cluster, body: { readonly [key: string]: Json }) =>
  cluster.api.call('PATCH', `${CRDS}/${readTextAt(body, 'metadata', 'name')}`, {
    body,
    patch: 'apply',
    query: { force: 'true' }
  })

test('the suite runs there, sees the real version, and leaves the cluster as it was', async () => {
  const before = { crds: await names(CRDS), namespaces: await names(NAMESPACES) }
  {
    await using cluster = await borrow()
    expect(cluster).toMatchObject({ provider: 'kubeconfig', server: theirs.server, simulate: undefined })
    const verdict = await proveSmi(
      cluster,
      { suite: 'smi', kubernetes: KUBERNETES, with: { set: 'all', speaks: ['split.smi-spec.io/v1alpha2'] } },
      never
    )
    expect(verdict.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(verdict.cluster).toMatchObject({ provider: 'kubeconfig', simulated: false })
    const { stdout } = await run.run([cluster.kubectl, 'version', '--output=json'], {
      env: { KUBECONFIG: cluster.kubeconfig, HOME: path }
    })
    expect(stdout).toContain(theirs.server)
  }
  expect({ crds: await names(CRDS), namespaces: await names(NAMESPACES) }).toEqual(before)
})

test('a CRD that is there already stops the trial, stays as it is, and is not deleted', async () => {
  const mine = crd('widgets')
  const there = ok(await theirs.api.call('POST', CRDS, { body: mine }))
  {
    await using cluster = await borrow('refuse')
    for (const attempt of [
      install(cluster, crd('widgets', 'v2')),
      cluster.api.call('POST', CRDS, { body: crd('widgets', 'v2') }),
      cluster.api.call('DELETE', `${CRDS}/widgets.test.example.com`),
      cluster.api.call('PATCH', `${CRDS}/widgets.test.example.com`, { patch: 'merge', body: { spec: {} } }),
      cluster.api.call('PUT', `${CRDS}/widgets.test.example.com`, { body: crd('widgets', 'v2') })
    ])
      await expect(attempt).rejects.toMatchObject({ kind: 'environment' })
    await expect(install(cluster, crd('widgets', 'v2'))).rejects.toMatchObject({
      hint: expect.stringContaining('--existing-crds adopt')
    })
  }
  const after = ok(await theirs.api.call('GET', `${CRDS}/widgets.test.example.com`))
  expect(readTextAt(after, 'metadata', 'uid')).toBe(readTextAt(there, 'metadata', 'uid'))
  expect(JSON.stringify(after)).not.toContain('"v2"')
})

test('an adopted CRD is used as it is: not written, not deleted, and not changed by a second step', async () => {
  const before = ok(await theirs.api.call('GET', `${CRDS}/widgets.test.example.com`))
  {
    await using cluster = await borrow('adopt')
    expect(readTextAt(ok(await install(cluster, crd('widgets', 'v2'))), 'metadata', 'uid')).toBe(
      readTextAt(before, 'metadata', 'uid')
    )
    expect(notes).toContain('widgets.test.example.com is there already and is used as it is')
    const made = ok(await cluster.api.call('POST', NAMESPACES, { body: { metadata: { generateName: 'slipway-x-' } } }))
    const namespace = readTextAt(made, 'metadata', 'name')
    const widget = { apiVersion: 'test.example.com/v1', kind: 'Widget', metadata: { name: 'one' } }
    const widgets = `/apis/test.example.com/v1/namespaces/${namespace}/widgets`
    expect(await cluster.api.call('POST', widgets, { body: widget })).toMatchObject({ status: 201 })
    await expect(install(cluster, crd('widgets', 'v3'))).rejects.toThrow('was adopted, and would now be changed')
  }
  const after = ok(await theirs.api.call('GET', `${CRDS}/widgets.test.example.com`))
  expect(readTextAt(after, 'metadata', 'resourceVersion')).toBe(readTextAt(before, 'metadata', 'resourceVersion'))
  expect(await names('/apis/test.example.com/v1/widgets')).toEqual([])
})

test("a CRD that Helm keeps is refused or used as it is, and stays Helm's", async () => {
  const helms = {
    ...crd('charts'),
    metadata: {
      name: 'charts.test.example.com',
      labels: { 'app.kubernetes.io/managed-by': 'Helm' },
      annotations: { 'meta.helm.sh/release-name': 'mesh', 'meta.helm.sh/release-namespace': 'mesh-system' }
    }
  }
  const path = `${CRDS}/charts.test.example.com`
  const there = ok(await theirs.api.call('POST', `${CRDS}?fieldManager=helm`, { body: helms }))
  {
    await using cluster = await borrow('refuse')
    await expect(install(cluster, crd('charts', 'v2'))).rejects.toMatchObject({
      kind: 'environment',
      hint: expect.stringContaining('--existing-crds adopt')
    })
  }
  {
    await using cluster = await borrow('adopt')
    expect(readTextAt(ok(await install(cluster, crd('charts', 'v2'))), 'metadata', 'uid')).toBe(
      readTextAt(there, 'metadata', 'uid')
    )
  }
  const after = ok(await theirs.api.call('GET', path))
  for (const part of ['labels', 'annotations', 'managedFields', 'generation'])
    expect([part, readAt(after, 'metadata', part)]).toEqual([
      part,
      part === 'managedFields'
        ? expect.arrayContaining([expect.objectContaining({ manager: 'helm' })])
        : readAt(there, 'metadata', part)
    ])
  expect(JSON.stringify(readAt(after, 'metadata', 'managedFields'))).not.toContain('slipway')
  expect(readAt(after, 'spec')).toEqual(readAt(there, 'spec'))
  ok(await theirs.api.call('DELETE', path))
})

test('adopted SMI definitions are proved as they are: what they have holds, what they lack is told, and they stay', async () => {
  const set = makeCrdSet('linkerd')
  const theirs_ = readFields(set.crds[0])
  const name = readTextAt(theirs_, 'metadata', 'name')
  const there = ok(await theirs.api.call('POST', CRDS, { body: theirs_ }))
  const prove = async (with_: { readonly [key: string]: Json }) => {
    await using cluster = await borrow('adopt')
    return await proveSmi(cluster, { suite: 'smi', kubernetes: KUBERNETES, with: with_ }, never)
  }
  const failed = ({ checks }: Verdict) => checks.filter(({ outcome }) => outcome === 'failed')
  expect(failed(await prove({ set: 'linkerd', speaks: [] }))).toEqual([])
  const lacking = await prove({ set: 'all', speaks: ['split.smi-spec.io/v1alpha4'], withinSeconds: 2 })
  expect(failed(lacking).map(({ claim }) => claim)).toContain(
    'Discovery has TrafficSplit in exactly v1alpha1, v1alpha2, v1alpha3, v1alpha4 of split.smi-spec.io'
  )
  const after = ok(await theirs.api.call('GET', `${CRDS}/${name}`))
  expect([readAt(after, 'metadata', 'uid'), readAt(after, 'metadata', 'generation')]).toEqual([
    readAt(there, 'metadata', 'uid'),
    readAt(there, 'metadata', 'generation')
  ])
  expect((await names(CRDS)).filter((each) => each.endsWith('.smi-spec.io'))).toEqual([name])
  ok(await theirs.api.call('DELETE', `${CRDS}/${name}`))
})

test('nothing is written that the run did not make: no namespace, no role, no object of theirs', async () => {
  const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, data: { a: 'b' } }
  const role = '/apis/rbac.authorization.k8s.io/v1/clusterroles/view'
  const view = ok(await theirs.api.call('GET', role))
  await using cluster = await borrow('adopt')
  const { api } = cluster
  const refused: readonly [string, Promise<unknown>][] = [
    ['an object in default', api.call('POST', '/api/v1/namespaces/default/configmaps', { body })],
    ['every object in default', api.call('DELETE', '/api/v1/namespaces/default/configmaps')],
    ['the namespace default', api.call('DELETE', '/api/v1/namespaces/default')],
    ['its finalizers', api.call('PUT', '/api/v1/namespaces/default/finalize', { body: {} })],
    [
      'a role of the cluster',
      api.call('PATCH', role, { patch: 'apply', body: { rules: [] }, query: { force: 'true' } })
    ],
    ['every CRD', api.call('DELETE', CRDS)],
    [
      'a webhook for requests of everybody',
      api.call('PATCH', '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/mine', {
        patch: 'apply',
        body: { metadata: { name: 'mine' }, webhooks: [] }
      })
    ],
    [
      'a node',
      api.call('PATCH', '/api/v1/nodes/simulated', { patch: 'merge', body: { spec: { unschedulable: true } } })
    ]
  ]
  for (const [what, attempt] of refused)
    expect([
      what,
      await attempt.then(
        () => 'written',
        (error: { kind: string }) => error.kind
      )
    ]).toEqual([what, 'environment'])
  expect(ok(await theirs.api.call('GET', role))).toEqual(view)

  // A role of ours that asks to be part of theirs is made, and is not.
  const roles = '/apis/rbac.authorization.k8s.io/v1/clusterroles'
  const joining = {
    metadata: { name: 'joining', labels: { 'rbac.authorization.k8s.io/aggregate-to-view': 'true', team: 'a' } },
    rules: [{ apiGroups: ['example.com'], resources: ['widgets'], verbs: ['get'] }]
  }
  const made = ok(await api.call('PATCH', `${roles}/joining`, { patch: 'apply', body: joining }))
  expect(Object.keys(readFields(readAt(made, 'metadata', 'labels'))).sort()).toEqual([OWNER_LABEL, 'team'])
})

/** A program that may write in the whole cluster, by its own manifests, and does; it says what came of it. */
const WRITER = `#!${process.execPath}
const { readFileSync } = require('node:fs')
const https = require('node:https')
const { clusters: [{ cluster }], users: [{ user }], contexts: [{ context }] } =
  JSON.parse(readFileSync(process.env.KUBECONFIG, 'utf8'))
const ca = Buffer.from(cluster['certificate-authority-data'], 'base64')
const ask = (method, path, body, type = 'application/json') => new Promise((resolve, reject) => {
  const headers = { authorization: 'Bearer ' + user.token, 'content-type': type }
  const request = https.request(cluster.server + path, { ca, method, headers }, (answer) => {
    let text = ''
    answer.on('data', (chunk) => (text += chunk)).on('end', () => resolve(answer.statusCode + ' ' + text))
  })
  request.on('error', reject).end(JSON.stringify(body))
})
const map = { data: { by: 'the program' } }
const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'of-the-program' } }
const say = (what, answer) => console.log(what, answer.replaceAll('\\n', ' '))
;(async () => {
  const theirs = '/api/v1/namespaces/default/configmaps'
  say('patch', await ask('PATCH', theirs + '/theirs', map, 'application/merge-patch+json'))
  say('delete', await ask('DELETE', theirs + '/theirs'))
  say('role', await ask('POST', '/apis/rbac.authorization.k8s.io/v1/clusterroles', role))
  say('read', await ask('GET', theirs + '/theirs'))
  const own = '/api/v1/namespaces/' + context.namespace + '/configmaps'
  say('own', await ask('POST', own, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' } }))
  say('secret', await ask('GET', '/api/v1/namespaces/default/secrets'))
  console.log('done')
})()
process.on('SIGTERM', () => process.exit(0))
setInterval(() => {}, 1000)
`
const WRITERS_ROLE = `
{ apiVersion: v1, kind: ServiceAccount, metadata: { name: writer } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: writer }
rules:
  - { apiGroups: [''], resources: [configmaps], verbs: ['*'] }
  - { apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [create] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: writer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: writer }
subjects: [{ kind: ServiceAccount, name: writer, namespace: writer }]
`

test('a program whose roles reach over the whole cluster writes in its own namespace alone, and that is told apart from a missing right', async () => {
  const program = join(path, 'writer')
  await writeFile(program, WRITER, { mode: 0o755 })
  const maps = '/api/v1/namespaces/default/configmaps'
  const roles = '/apis/rbac.authorization.k8s.io/v1/clusterroles'
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'theirs' }, data: { a: 'b' } }
  const there = ok(await theirs.api.call('POST', maps, { body: map }))
  const before = { roles: await names(roles), namespaces: await names(NAMESPACES) }
  const version = {
    ...{ name: 'v1.0.0', version: '1.0.0', programs: { writer: program, node: process.execPath }, origin: 'a test' },
    file: async (name: string) => (name === 'rbac.yaml' ? Buffer.from(WRITERS_ROLE) : undefined),
    list: () => Promise.resolve([]),
    source: () => Promise.resolve(path)
  }
  const yaml = `
workloads:
  - name: writer
    program: writer
    manifests: [rbac.yaml]
    ready: [{ log: done }]
    within: 20
    settle: 1
`
  const [workload] = parseProject(yaml, 'slipway.yaml').project.workloads
  const files = disk(path)
  const tools = { processes: run, files, loopback: loopback(files), sandboxes: testSandboxes }
  const trial = { suite: 'workload', kubernetes: KUBERNETES, subject: 'writer', with: { workload, speaks: [] } }
  const play = async (cluster: Cluster) =>
    proveProcess(
      { cluster, trial: trial as unknown as Verdict['trial'], tools, signal: never },
      { candidate: version, baseline: undefined }
    )
  const findings = ({ checks }: Verdict) =>
    checks.filter(({ outcome }) => outcome === 'failed').map(({ claim, seen }) => [claim, seen])
  const RIGHTS = 'candidate v1.0.0: the API refuses writer nothing more, as writer with the roles of its manifests'
  const missing = [RIGHTS, expect.stringMatching(/^list secrets: .*cannot list resource/)]
  {
    await using cluster = await borrow()
    const verdict = await play(cluster)
    // What the API itself refused, and nothing of what was kept from it.
    expect(findings(verdict)).toEqual([missing])
    const held = verdict.checks.find(({ claim }) => claim.includes('is kept from this cluster'))
    expect(held?.seen).toMatch(
      /^patch configmaps, delete configmaps, create clusterroles.rbac.authorization.k8s.io in the whole cluster: .*by Slipway/
    )
  }
  expect(ok(await theirs.api.call('GET', `${maps}/theirs`))).toEqual(there)
  expect({ roles: await names(roles), namespaces: await names(NAMESPACES) }).toEqual(before)

  // On a cluster of its own, the same program does all of it.
  const verdict = await play(theirs)
  expect(findings(verdict)).toEqual([missing])
  expect(verdict.checks.map(({ claim }) => claim).join('\n')).not.toContain('is kept from')
  expect((await theirs.api.call('GET', `${maps}/theirs`)).status).toBe(404)
  expect(await names(roles)).toContain('of-the-program')
  ok(await theirs.api.call('DELETE', `${roles}/of-the-program`))
})

test('what is made carries who made it; what is replaced by somebody else meanwhile stays', async () => {
  const roles = '/apis/rbac.authorization.k8s.io/v1/clusterroles'
  {
    await using cluster = await borrow()
    for (const name of ['trial-a', 'trial-b'])
      ok(await cluster.api.call('PATCH', `${roles}/${name}`, { patch: 'apply', body: role(name) }))
    const label = readTextAt(ok(await theirs.api.call('GET', `${roles}/trial-a`)), 'metadata', 'labels', OWNER_LABEL)
    expect(label.replace(/-\d+$/, '')).toBe(formatOwner())
    ok(await theirs.api.call('DELETE', `${roles}/trial-b`))
    ok(await theirs.api.call('POST', roles, { body: role('trial-b') }))
  }
  const left = (await names(roles)).filter((name) => name.startsWith('trial-'))
  expect(left).toEqual(['trial-b'])
})

test('a run that is stopped in the middle leaves nothing either', async () => {
  const stop = new AbortController()
  {
    await using cluster = await borrow('refuse', stop.signal)
    ok(await install(cluster, crd('gadgets')))
    ok(await cluster.api.call('POST', NAMESPACES, { body: { metadata: { name: 'slipway-stopped' } } }))
    stop.abort(new Error('stopped'))
  }
  expect(await names(CRDS)).not.toContain('gadgets.test.example.com')
  expect(await names(NAMESPACES)).toEqual(theirNamespaces)
})

test('what a killed run left is removed by the next one; what a live run uses is not', async () => {
  // This process's own owner string, with a start that no process has.
  const dead = formatOwner().replace(/-\d+-/, '-1-')
  const namespace = (name: string, by: string): Json => ({ metadata: { name, labels: { [OWNER_LABEL]: by } } })
  ok(await theirs.api.call('POST', NAMESPACES, { body: namespace('slipway-left', dead) }))
  ok(await theirs.api.call('POST', NAMESPACES, { body: namespace('slipway-alive', formatOwner()) }))
  ok(await theirs.api.call('POST', NAMESPACES, { body: namespace('slipway-elsewhere', '1-1-00000000') }))
  const left = {
    ...crd('leftovers'),
    metadata: { name: 'leftovers.test.example.com', labels: { [OWNER_LABEL]: dead } }
  }
  ok(await theirs.api.call('POST', CRDS, { body: left }))
  {
    await using cluster = await borrow()
    expect(cluster.server).toBe(theirs.server)
    expect((await names(NAMESPACES)).filter((name) => name.startsWith('slipway-'))).toEqual([
      'slipway-alive',
      'slipway-elsewhere'
    ])
    expect(await names(CRDS)).not.toContain('leftovers.test.example.com')
  }
  for (const name of ['slipway-alive', 'slipway-elsewhere'])
    ok(await theirs.api.call('DELETE', `${NAMESPACES}/${name}`))
})

/**
 * Says that it is ready, and before that what it sees too much: a variable, or a kubeconfig that is not one of an account of
 * the trial. Of the token that it must not have it knows the digest.
 */
const CURIOUS = (token: string): string => `package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/signal"
	"regexp"
	"strings"
	"syscall"
)

func main() {
	config, _ := os.ReadFile(os.Getenv("KUBECONFIG"))
	found := regexp.MustCompile(\`"token":"(ey[^"]+)"\`).FindStringSubmatch(string(config))
	if len(found) != 2 || fmt.Sprintf("%x", sha256.Sum256([]byte(found[1]))) == "${createHash('sha256').update(token).digest('hex')}" {
		fmt.Fprintln(os.Stderr, "has no token of its own")
		os.Exit(3)
	}
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		if !strings.Contains(" HOME PATH KUBECONFIG SLIPWAY_OWNER ", " "+name+" ") {
			fmt.Fprintln(os.Stderr, "sees "+variable)
			os.Exit(3)
		}
	}
	fmt.Fprintln(os.Stderr, "ready")
	end := make(chan os.Signal, 1)
	signal.Notify(end, syscall.SIGTERM)
	<-end
}
`

test('the token of somebody’s kubeconfig reaches no program under test, no log, no report and no file that stays', async () => {
  const { connection } = await readKubeconfig(theirs.kubeconfig, (file) => readFile(file))
  const canaries = { token: connection.token ?? '' }
  expect(canaries.token).not.toBe('')
  const [work, temporary, out] = ['work', 'temporary', 'out'].map((name) => join(path, name)) as [
    ...[string, string, string]
  ]
  await mkdir(temporary)
  const workload = '{ name: curious, args: [serve], ready: [{ log: ready }], settle: 0 }'
  await repository(work, {
    ...HELLO,
    'main.go': CURIOUS(canaries.token),
    'slipway.yaml': `targets: [linux/amd64]\nsuites: [workload]\nworkloads: [${workload}]\n`
  })
  await write(work, { 'README.md': 'A change.\n' })
  await commit(work)
  const env = { KUBECONFIG: theirs.kubeconfig, TMPDIR: temporary, RUNNER_DEBUG: '1' }
  const args = ['gate', '--cluster', 'kubeconfig', '--kubernetes', KUBERNETES, '--out', out]
  using watch = watching(canaries, (environment) => environment.includes(`TMPDIR=${temporary}`))
  const ran = await slipway(args, { cwd: work, env })
  expect(succeeded(ran)).toMatch(/✓ prove +workload: curious/)
  expect(heldIn(`${ran.stdout}${ran.stderr}`, canaries)).toEqual([])
  for (const each of [temporary, out, work]) expect(await holders(each, canaries)).toEqual([])
  expect(watch.seen().filter(({ told, holds }) => told.length + holds.length)).toEqual([])
})

test('the plan names the cluster that a kubeconfig leads to, and its version', async () => {
  const choose = (given: Partial<Record<InputName, string>>, env: Record<string, string> = {}) =>
    chooseProvider(
      {
        ...parseInputs((name) => (given[name] === undefined ? undefined : { text: given[name], from: name })),
        pods: false
      },
      {
        run: run.run,
        env,
        cwd: path,
        platform: { os: 'linux', arch: process.arch },
        files: disk(path),
        signal: never
      }
    )
  const found = {
    provider: 'kubeconfig',
    releases: { [KUBERNETES]: theirs.server },
    file: theirs.kubeconfig,
    context: 'slipway',
    crds: 'refuse',
    why: expect.stringMatching(/^cluster is kubeconfig: slipway at https:\/\/127\.0\.0\.1:\d+$/)
  }
  expect(await choose({ cluster: 'kubeconfig', kubeconfig: theirs.kubeconfig })).toEqual(found)
  expect(await choose({ cluster: 'kubeconfig' }, { KUBECONFIG: theirs.kubeconfig })).toEqual(found)
  expect(await choose({ kubeconfig: theirs.kubeconfig })).toMatchObject({
    provider: 'kubeconfig',
    why: expect.stringMatching(/^auto: an input names a kubeconfig/)
  })
  // A kubeconfig that only lies around is never taken by itself.
  expect(await choose({}, { KUBECONFIG: theirs.kubeconfig })).toMatchObject({ provider: 'control-plane' })
  await expect(choose({ cluster: 'kubeconfig' }, { KUBECONFIG: '/a:/b' })).rejects.toMatchObject({ kind: 'input' })
  await expect(choose({ cluster: 'kubeconfig', kubeconfig: 'none' })).rejects.toMatchObject({ kind: 'input' })
  const gone = join(path, 'gone.kubeconfig')
  await writeFile(
    gone,
    JSON.stringify({
      clusters: [{ name: 'a', cluster: { server: 'https://127.0.0.1:1' } }],
      users: [],
      contexts: [{ name: 'a', context: { cluster: 'a', user: '' } }],
      'current-context': 'a'
    })
  )
  await expect(choose({ cluster: 'kubeconfig', kubeconfig: gone })).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringContaining('127.0.0.1:1')
  })
})
