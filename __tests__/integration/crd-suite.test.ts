import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseManifests, type Crd } from '../../src/crds/source.ts'
import { readAt, readFields, readItems, readObjectsAt, readText } from '../../src/base/json.ts'
import type { Check, Verdict } from '../../src/model/nouns.ts'
import type { Json } from '../../src/base/json.ts'
import type { Cluster } from '../../src/model/ports/kubernetes.ts'
import { makeCrdSet } from '../../src/smi/crds.ts'
import { disk } from '../../src/adapters/machine/disk.ts'
import { proveCrds, type CrdsToCompare } from '../../src/suites/crd/crd.ts'
import { removeCrds } from '../../src/suites/cluster/own-crds.ts'
import { crdify } from '../../src/suites/crd/crdify.ts'
import { BOOT_MS, folder, KUBERNETES, ok, realClusters, run, until } from '../fakes/cluster/cluster-real.ts'
import {
  BREAKING,
  HARMLESS,
  widgets,
  type Definition,
  type Mutation,
  type Node
} from '../fakes/cluster/crd-mutations.ts'

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const PATIENCE_MS = 300_000
const signal = new AbortController().signal
const stack = new AsyncDisposableStack()
let cluster: Cluster
let place: string

beforeAll(async () => {
  place = stack.use(await folder()).path
  cluster = stack.use(await realClusters(place).create(KUBERNETES, signal))
}, BOOT_MS)
afterAll(() => stack.disposeAsync(), 60_000)

const prove = (given: Partial<CrdsToCompare>, more: { readonly [key: string]: Json } = {}): Promise<Verdict> =>
  proveCrds(
    cluster,
    { suite: 'crd', kubernetes: KUBERNETES, with: more },
    { baseline: { tag: 'v1.0.0', crds: [] }, candidate: [], samples: [], ...given },
    signal
  )
const compare = (before: readonly Crd[], after: readonly Crd[]): Promise<Verdict> =>
  prove({ baseline: { tag: 'v1.0.0', crds: before }, candidate: after })
const failures = (checks: readonly Check[]): readonly Check[] => checks.filter(({ outcome }) => outcome === 'failed')
/** The lines of fields are read from files, and these definitions have none. */
const nowhere = (from: string) => () => ({ file: from.replace(/:\d+$/, ''), line: 1 })
const crd = (definition: Definition, from: string): Crd => ({
  name: definition.metadata.name,
  crd: JSON.parse(JSON.stringify(definition)) as Json,
  from,
  changes: [],
  placeOf: nowhere(from)
})
const ofSet = (name: string, ...kinds: readonly string[]): readonly Crd[] =>
  makeCrdSet(name).kinds.flatMap(({ kind, plural, group }, i) =>
    kinds.includes(kind)
      ? [
          {
            name: `${plural}.${group}`,
            crd: makeCrdSet(name).crds[i] ?? null,
            from: `${name}.yaml:1`,
            changes: [],
            placeOf: nowhere(name)
          }
        ]
      : []
  )
const installed = async (): Promise<readonly string[]> =>
  readObjectsAt(ok(await cluster.api.call('GET', CRDS)), 'items').map((each) =>
    readText(readAt(each, 'metadata', 'name'))
  )
const kubectl = (input: string, ...args: readonly string[]) =>
  run.run([cluster.kubectl, ...args], {
    env: { KUBECONFIG: cluster.kubeconfig, KUBECACHEDIR: `${cluster.kubeconfig}.cache` },
    input
  })

describe('deliberate breakages of a definition, with no sample of ours', () => {
  /** Each mutation on a definition of its own, a few at a time. */
  const tryAll = async (mutations: readonly Mutation[], label: string): Promise<readonly (readonly Check[])[]> => {
    const found: (readonly Check[])[] = []
    for (let first = 0; first < mutations.length; first += 7) {
      const some = mutations.slice(first, first + 7)
      found.push(
        ...(await Promise.all(
          some.map(async ({ change }, i) => {
            const plural = `${label}${'abcdefg'[i]}s`
            const after = widgets(plural)
            change(after)
            return failures((await compare([crd(widgets(plural), 'old.yaml:1')], [crd(after, 'new.yaml:1')])).checks)
          })
        ))
      )
    }
    return found
  }

  test(
    'each is caught by the check that should',
    async () => {
      const found = await tryAll(BREAKING, 'broken')
      const caught = BREAKING.filter(({ caughtBy = '' }, i) =>
        found[i]?.some(({ claim, seen }) => `${claim} ${seen}`.includes(caughtBy))
      )
      process.stdout.write(`CRD breakages caught: ${caught.length} of ${BREAKING.length}\n`)
      expect(BREAKING.length).toBeGreaterThanOrEqual(20)
      // One failure for one cause, with a remedy.
      expect(found.map((failed) => failed.length)).toEqual(BREAKING.map(() => 1))
      expect(BREAKING.filter((mutation) => !caught.includes(mutation)).map(({ what }) => what)).toEqual([])
    },
    PATIENCE_MS
  )

  test(
    'a change that nobody suffers from raises no alarm',
    async () => {
      const found = await tryAll(HARMLESS, 'whole')
      const alarms = HARMLESS.flatMap(({ what }, i) =>
        (found[i] ?? []).map(({ claim, seen }) => `${what}: ${claim}: ${seen}`)
      )
      process.stdout.write(`false alarms on harmless CRD changes: ${alarms.length} of ${HARMLESS.length}\n`)
      expect(alarms).toEqual([])
    },
    PATIENCE_MS
  )

  test('no definition, object or namespace is left', async () => {
    expect(await installed()).toEqual([])
    await until(async () => !(await kubectl('', 'get', 'namespaces', '-o', 'name')).stdout.includes('slipway-crd'))
  })
})

describe('SMI definitions of others, as N-1 and N', () => {
  test(
    'Linkerd to the SDK: refused, as v1alpha1 is stored, and the verdict says how to migrate; done so, it goes through',
    async () => {
      const [linkerd] = ofSet('linkerd', 'TrafficSplit')
      const [sdk] = ofSet('sdk-main', 'TrafficSplit')
      if (!linkerd || !sdk) throw new Error('a set lost its TrafficSplit')
      const { outcome, checks } = await compare([linkerd], [sdk])
      expect(outcome).toBe('failed')
      const refused = failures(checks).find(
        ({ claim }) => claim === 'trafficsplits.split.smi-spec.io of N keeps v1alpha1 for clients of N-1'
      )
      // The other cause is another version, which is served no longer.
      expect(failures(checks)).toHaveLength(2)
      expect(refused?.seen).toMatch(
        /^the version is gone\. .*\n.*\n- not so: .*HTTP 422: .*must remain in spec.versions/
      )
      expect(refused?.seen).toContain('objects may still be stored as v1alpha1')
      expect(refused?.seen).toContain(`kubectl get ${linkerd.name} --all-namespaces -o json | kubectl replace -f -`)

      // By hand, as it says.
      ok(await cluster.api.call('POST', CRDS, { body: linkerd.crd }))
      const path = '/apis/split.smi-spec.io/v1alpha1/namespaces/default/trafficsplits'
      await until(async () => (await cluster.api.call('GET', path)).status === 200)
      const split = {
        apiVersion: 'split.smi-spec.io/v1alpha1',
        kind: 'TrafficSplit',
        metadata: { name: 'web' },
        spec: { service: 'web', backends: [{ service: 'web-1', weight: 1 }] }
      }
      await until(async () => (await cluster.api.call('POST', path, { body: split })).status === 201)
      const both = {
        ...readFields(sdk.crd),
        spec: {
          ...readFields(readAt(sdk.crd, 'spec')),
          versions: [
            ...readItems(readAt(sdk.crd, 'spec', 'versions')),
            ...readItems(readAt(linkerd.crd, 'spec', 'versions'))
              .filter((version) => readAt(version, 'name') === 'v1alpha1')
              .map((version) => ({ ...readFields(version), served: false, storage: false }))
          ]
        }
      }
      const apply = (body: Json) =>
        kubectl(JSON.stringify(body), 'apply', '--server-side', '--force-conflicts', '-f', '-')
      await apply(both)
      await until(async () => (await cluster.api.call('GET', path.replace('v1alpha1', 'v1alpha4'))).status === 200)
      const { stdout } = await kubectl('', 'get', linkerd.name, '--all-namespaces', '-o', 'json')
      await kubectl(stdout, 'replace', '-f', '-')
      await kubectl(
        '',
        'patch',
        'crd',
        linkerd.name,
        '--subresource=status',
        '--type=merge',
        '-p',
        '{"status":{"storedVersions":["v1alpha4"]}}'
      )
      await apply(sdk.crd)
      const crd = ok(await cluster.api.call('GET', `${CRDS}/${linkerd.name}`))
      expect(
        readItems(readAt(crd, 'spec', 'versions')).map((version) => readText(readAt(version, 'name')))
      ).not.toContain('v1alpha1')
      expect(
        readAt(ok(await cluster.api.call('GET', `${path.replace('v1alpha1', 'v1alpha4')}/web`)), 'spec', 'service')
      ).toBe('web')
      await kubectl('', 'delete', 'crd', linkerd.name)
      await until(async () => !(await installed()).includes(linkerd.name))
    },
    PATIENCE_MS
  )

  test(
    'the SDK to OSM: v1alpha4 is no longer served, and what N-1 has of matches is gone from what N reads',
    async () => {
      const { checks } = await compare(ofSet('sdk-main', 'TrafficSplit'), ofSet('osm', 'TrafficSplit'))
      expect(failures(checks).map(({ claim }) => claim)).toContain(
        'trafficsplits.split.smi-spec.io of N keeps v1alpha4 for clients of N-1'
      )
    },
    PATIENCE_MS
  )

  test(
    'storage moved from v1alpha4 to v1alpha2: matches of live objects are lost, and stay lost after the way back',
    async () => {
      const kinds = (storage: string): readonly Crd[] => {
        const set = makeCrdSet('all', { storage: { TrafficSplit: storage } })
        return [
          {
            ...{ name: 'trafficsplits.split.smi-spec.io', crd: set.crds[4] ?? null, from: `${storage}.yaml:1` },
            ...{ changes: [], placeOf: (version, field) => ({ file: `${version} ${field}`, line: 7 }) }
          }
        ]
      }
      const { checks } = await compare(kinds('v1alpha4'), kinds('v1alpha2'))
      // One loss, however many versions and steps show it.
      const [back, ...others] = failures(checks)
      expect(others).toEqual([])
      expect(back?.claim).toBe('TrafficSplit v1alpha3 objects of N-1, read back at N-1, are as they were')
      expect(back?.seen).toMatch(/lost: spec\.matches\[\]/)
      expect(back?.seen.split('\n')[0]).not.toContain('-kept')
      expect(back?.seen).toContain('- not so: TrafficSplit v1alpha4 objects of N-1, read back at N-1')
      expect(back?.seen).toContain('storage v1alpha4 became v1alpha2. Describe the fields')
      expect(back?.loss).toMatchObject({ kind: 'TrafficSplit', written: 'N-1', stored: 'v1alpha4' })
      // Asked of the definition of N, for the first field that was lost.
      expect(back?.at).toEqual({ file: `v1alpha3 ${back?.loss?.fields[0]}`, line: 7 })
    },
    PATIENCE_MS
  )

  test(
    'every set is itself: no alarm when nothing changes but the words',
    async () => {
      for (const name of ['all', 'sdk-main', 'controller-sdk', 'linkerd', 'osm']) {
        const crds = ofSet(name, ...makeCrdSet(name).kinds.map(({ kind }) => kind))
        expect((await compare(crds, crds)).outcome).toBe('passed')
      }
    },
    PATIENCE_MS
  )
})

describe('definitions of other shapes', () => {
  /** v1 of a definition with this schema below spec, and nothing else. */
  const shaped = (plural: string, spec: Node, root: Partial<Node> = {}): Definition => {
    const made = widgets(plural)
    made.spec.versions = made.spec.versions.slice(0, 1)
    for (const version of made.spec.versions)
      version.schema.openAPIV3Schema = { type: 'object', ...root, properties: { spec } }
    return made
  }
  const text: Node = { type: 'string' }
  /** The same with a field more, so that it is tried. */
  const grown = (definition: Definition): Definition => {
    const after = structuredClone(definition)
    Object.assign(after.spec.versions[0]?.schema.openAPIV3Schema.properties ?? {}, { more: text })
    return after
  }

  test(
    'unions, singletons, short names and webhooks are tried as far as can be, and the verdict says how far that is',
    async () => {
      const union: Node = { type: 'object', minProperties: 1, maxProperties: 1, properties: {} }
      for (const name of ['aws', 'gcp', 'vault'])
        Object.assign(union.properties ?? {}, { [name]: { type: 'object', properties: { region: text } } })
      const webhook = widgets('hooks')
      webhook.spec.conversion = {
        strategy: 'Webhook',
        webhook: {
          conversionReviewVersions: ['v1'],
          clientConfig: { service: { namespace: 'system', name: 'webhook' } }
        }
      }
      const moved = structuredClone(webhook)
      for (const version of moved.spec.versions) version.storage = !version.storage
      const rule = (rule: string): Partial<Node> => ({ 'x-kubernetes-validations': [{ rule }] })
      const one = shaped('ones', { type: 'object', properties: { a: text } }, rule("self.metadata.name == 'default'"))
      const short = shaped('shorts', { type: 'object', properties: { a: text } }, rule('size(self.metadata.name) <= 8'))
      const open = shaped('unions', { type: 'object', properties: { provider: union } })
      const pairs = [one, short, open].map((definition) => [definition, grown(definition)] as const)
      const all = [...pairs, [webhook, moved] as const]
      const { outcome, checks } = await compare(
        all.map(([before]) => crd(before, 'old.yaml:1')),
        all.map(([, after]) => crd(after, 'new.yaml:1'))
      )
      const seen = (claim: string): string => checks.find((check) => check.claim === claim)?.seen ?? ''
      expect(failures(checks).map(({ claim, seen }) => `${claim}: ${seen}`)).toEqual([])
      expect(outcome).toBe('passed')
      expect(seen('Objects of One v1 can be made by v1.0.0')).toContain('default')
      expect(seen('Objects of Short v1 can be made by v1.0.0')).toContain('every field of')
      expect(seen('Objects of Union v1 can be made by v1.0.0')).toContain('every field of')
      // Another version is stored, so each write needs the webhook, which is not there.
      expect(seen('hooks.example.com of N replaces that of N-1')).toContain(
        'left out: objects of v1beta1\nleft out, as another version is stored now: new objects and updates of v1'
      )
      expect(checks.map(({ claim }) => claim)).not.toContain('Hook v1 objects of N-1 can be updated by N')
    },
    PATIENCE_MS
  )

  test(
    'lines by hand run as they are printed, in a clone of the repository and on a cluster that has none of it',
    async () => {
      const before = widgets('repeats')
      before.spec.versions.pop()
      const after = structuredClone(before)
      for (const { schema } of after.spec.versions)
        delete schema.openAPIV3Schema.properties?.['spec']?.properties?.['labels']
      const repository = join(place, 'repository')
      await mkdir(repository)
      const git = (...args: readonly string[]) =>
        run.run(['git', '-C', repository, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
          env: { HOME: place }
        })
      await git('init', '-q')
      const file = join(repository, 'repeats.json')
      await writeFile(file, JSON.stringify(before))
      await git('add', '.')
      await git('commit', '-qm', 'one')
      await git('tag', 'v1.0.0')
      await writeFile(file, JSON.stringify(after))
      const { checks } = await compare([crd(before, 'repeats.json:1')], [crd(after, 'repeats.json:1')])
      expect(failures(checks).map(({ claim }) => claim)).toEqual([
        'repeats.example.com of N keeps spec.labels for clients of N-1'
      ])
      const bin = join(place, 'by-hand')
      await mkdir(bin)
      await symlink(cluster.kubectl, join(bin, 'kubectl'))
      const config = join(place, 'by-hand.yaml')
      await copyFile(cluster.kubeconfig, config)
      const env = { PATH: `${bin}:/usr/bin:/bin`, HOME: place, KUBECONFIG: config }
      const hand = (line: string) => run.run(['sh', '-c', line], { cwd: repository, env })
      for (const [i, { claim, repeat = '' }] of checks.entries()) {
        // Each line in a namespace that has nothing yet.
        await hand(`kubectl create namespace by-hand-${i}`)
        await hand(`kubectl config set-context --current --namespace=by-hand-${i}`)
        const { stdout } = await hand(repeat)
        // What is lost is to be seen by who repeats it.
        if (claim.includes('keeps spec.labels')) expect(stdout).not.toContain('labels:')
        await hand(`kubectl delete namespace by-hand-${i} --wait=false`)
      }
      await removeCrds(cluster.api, ['repeats.example.com'])
    },
    PATIENCE_MS
  )
})

describe('what only a server can say', () => {
  test(
    'a sample of the user finds what the schema does not tell, and is named with its line when N-1 refuses it',
    async () => {
      const before = widgets('samples')
      const after = widgets('samples')
      const rule = { rule: "!has(self.labels) || !('tier' in self.labels)", message: 'tier is ours' }
      Object.assign(after.spec.versions[0]?.schema.openAPIV3Schema.properties?.['spec'] ?? {}, {
        'x-kubernetes-validations': [rule]
      })
      const manifests = parseManifests({
        path: 'config/samples/web.yaml',
        text: [
          'apiVersion: example.com/v1',
          'kind: Sample',
          'metadata: {name: web}',
          'spec: {image: a, labels: {tier: gold}}',
          '---',
          'apiVersion: example.com/v1',
          'kind: Sample',
          'metadata: {name: old}',
          'spec: {image: a, colour: red}'
        ].join('\n')
      })
      const pair = {
        baseline: { tag: 'v1.0.0', crds: [crd(before, 'old.yaml:1')] },
        candidate: [crd(after, 'new.yaml:1')]
      }
      const without = await prove(pair)
      expect(failures(without.checks)).toEqual([])
      const { checks } = await prove({ ...pair, samples: manifests })
      expect(failures(checks)).toMatchObject([
        {
          claim: 'Sample v1 manifests of N-1 are accepted by N and mean the same',
          seen: expect.stringContaining('tier is ours')
        }
      ])
      const made = checks.find(({ claim }) => claim === 'Objects of Sample v1 can be made by v1.0.0')
      expect(made?.seen).toContain('config/samples/web.yaml:6: HTTP 400')
    },
    PATIENCE_MS
  )

  test(
    'a definition that outgrew kubectl apply is told, and kubectl itself says so',
    async () => {
      const before = widgets('giants')
      const after = widgets('giants')
      Object.assign(after.spec.versions[0]?.schema.openAPIV3Schema ?? {}, { description: 'word '.repeat(60_000) })
      const { checks } = await compare([crd(before, 'old.yaml:1')], [crd(after, 'new.yaml:1')])
      expect(failures(checks)).toMatchObject([{ claim: 'giants.example.com of N can be applied as that of N-1 could' }])
      // Who says that people apply them so is told alone, and so is what was too large before.
      const pair = [crd(before, 'old.yaml:1'), crd(after, 'new.yaml:1')] as const
      const [old, now] = [{ tag: 'v1.0.0', crds: [pair[0]] }, [pair[1]]]
      for (const verdict of [
        await prove({ baseline: old, candidate: now }, { apply: 'server-side' }),
        await compare(now, now)
      ]) {
        expect(verdict.outcome).toBe('passed')
        expect(verdict.checks).toContainEqual(
          expect.objectContaining({
            claim: 'giants.example.com of N can be applied with --server-side, and only so',
            seen: expect.stringContaining('the API server takes 262144 bytes')
          })
        )
      }
      const file = join(place, 'giant.json')
      await writeFile(file, JSON.stringify(after))
      await expect(kubectl('', 'apply', '-f', file)).rejects.toMatchObject({
        cause: expect.stringContaining('Too long')
      })
      await kubectl('', 'apply', '--server-side', '-f', file)
      await kubectl('', 'delete', 'crd', 'giants.example.com')
    },
    PATIENCE_MS
  )

  test(
    'crdify is asked where it is on PATH; what it says is told and decides nothing',
    async () => {
      // The real one cannot be had from the registries here: this one answers in the form that its sources have.
      const bin = join(place, 'bin')
      await mkdir(bin, { recursive: true })
      const answer = {
        crdValidation: [{ name: 'scope', errors: [], warnings: ['a word'] }],
        sameVersionValidation: { v1: { '^.spec.size': [{ name: 'type', errors: ['type changed'], warnings: null }] } }
      }
      const script = `#!/bin/sh\ncase "$1 $2" in "--output json") ;; *) exit 7;; esac\ntest -f "\${3#file://}" && test -f "\${4#file://}" || exit 8\necho '${JSON.stringify(answer)}'\nexit 1\n`
      await writeFile(join(bin, 'crdify'), script, { mode: 0o755 })
      const ask = (PATH: string) => crdify({ processes: run, files: disk(place), env: { PATH } })
      const after = widgets('questions')
      Object.assign(after.spec.versions[0]?.schema.openAPIV3Schema ?? {}, { description: 'other words' })
      after.spec.names.shortNames = ['quest']
      const given = {
        baseline: { tag: 'v1.0.0', crds: [crd(widgets('questions'), 'old.yaml:1')] },
        candidate: [crd(after, 'new.yaml:1')]
      }
      const { outcome, checks } = await prove({ ...given, crdify: ask(`${bin}:/usr/bin:/bin`) })
      expect(outcome).toBe('passed')
      expect(checks.find(({ claim }) => claim === 'crdify was asked about questions.example.com')?.seen).toBe(
        '1 error: v1 ^.spec.size: type: type changed. 1 warning: scope: a word'
      )
      expect(await ask('/nowhere')(null, null, signal)).toBeUndefined()
    },
    PATIENCE_MS
  )

  test(
    'a definition that was there already is neither changed by force nor removed',
    async () => {
      const theirs = widgets('owned')
      theirs.metadata.name = 'owneds.example.com'
      theirs.spec.names = { kind: 'Owned', plural: 'owneds', singular: 'owned' }
      ok(await cluster.api.call('POST', CRDS, { body: crd(theirs, '').crd, query: { fieldManager: 'helm' } }))
      const after = structuredClone(theirs)
      after.spec.versions.reverse()
      const { checks } = await compare([crd(theirs, 'old.yaml:1')], [crd(after, 'new.yaml:1')])
      expect(failures(checks)[0]).toMatchObject({
        claim: 'owneds.example.com of N-1 (v1.0.0) installs',
        seen: expect.stringContaining('conflict with "helm"')
      })
      expect(await installed()).toEqual(['owneds.example.com'])
      await kubectl('', 'delete', 'crd', 'owneds.example.com')
    },
    PATIENCE_MS
  )
})
