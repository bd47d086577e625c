import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Check } from '../../src/model/nouns.ts'
import { type Json, readAt, readFields, readItems, readObjectsAt, readText } from '../../src/base/json.ts'
import type { Cluster } from '../../src/model/ports/kubernetes.ts'
import { parseCrds, type Crd } from '../../src/crds/source.ts'
import { formatCrdsYaml, makeCrdSet, type CrdSet } from '../../src/smi/crds.ts'
import { CRD_SETS } from '../../src/model/crd-sets.ts'
import { applyRelease } from '../../src/suites/workload/deployment/manifest.ts'
import type { RolloutContext } from '../../src/suites/workload/deployment/context.ts'
import { endHistory } from '../../src/suites/workload/deployment/history.ts'
import type { Runner } from '../../src/suites/workload/deployment/runner.ts'
import { evidence, readReplyMessage } from '../../src/suites/evidence.ts'
import { runInNamespace } from '../../src/suites/cluster/namespace.ts'
import { proveSet, proveSmi } from '../../src/suites/smi/smi.ts'
import { proveStandIn, waitForAccount } from '../../src/suites/workload/deployment/stand-in.ts'
import { rollOut } from '../../src/suites/workload/deployment/steps.ts'
import { rollThrough } from '../../src/suites/workload/deployment/sequence.ts'
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

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const PATIENCE_MS = 180_000
const signal = new AbortController().signal
const stack = new AsyncDisposableStack()
let cluster: Cluster

beforeAll(async () => {
  const { path } = stack.use(await folder())
  cluster = stack.use(await realClusters(path).create(KUBERNETES, signal))
}, BOOT_MS)
afterAll(() => stack.disposeAsync(), 60_000)

/** Versions share parts of their schemas, so a copy that keeps references would change them all. */
const copy = (crd: Json | undefined): Changeable => JSON.parse(JSON.stringify(crd)) as Changeable
const asJson = (crd: Changeable): Json => crd as unknown as Json

interface Schema {
  type?: string
  required?: string[]
  properties?: { [name: string]: Schema }
  items?: Schema
}

interface Changeable {
  readonly spec: {
    readonly versions: {
      readonly name: string
      served: boolean
      storage: boolean
      readonly schema: { readonly openAPIV3Schema: Schema }
    }[]
  }
}

const failures = (checks: readonly Check[]) => checks.filter(({ outcome }) => outcome === 'failed')
const claims = (checks: readonly Check[]) => failures(checks).map(({ claim }) => claim)
const kubectl = async (...args: readonly string[]) =>
  (
    await run.run([cluster.kubectl, ...args], {
      env: { KUBECONFIG: cluster.kubeconfig, KUBECACHEDIR: `${cluster.kubeconfig}.cache` }
    })
  ).stdout

describe('the smi suite', () => {
  /** CRDs are the cluster's, so each test starts without any. */
  afterEach(() => withoutCrds(cluster), PATIENCE_MS)

  const own = (name: string): readonly Crd[] =>
    parseCrds([{ path: 'crds.yaml', text: formatCrdsYaml(makeCrdSet(name)) }]).filter(({ name }) =>
      name.startsWith('trafficsplits.')
    )
  const prove = (given: { readonly [key: string]: Json } = {}) =>
    proveSmi(cluster, { suite: 'smi', kubernetes: KUBERNETES, with: given }, signal)

  test(
    'passes with the set "all", says that nothing was simulated, and leaves no namespace and no CRD',
    async () => {
      const { outcome, checks, cluster: where } = await prove()
      expect(failures(checks)).toEqual([])
      expect(outcome).toBe('passed')
      expect(checks.length).toBeGreaterThan(150)
      expect(where).toEqual({ provider: 'control-plane', server: cluster.server, simulated: false })
      expect(checks.every(({ repeat }) => /kubectl|slipway crds/.test(repeat ?? ''))).toBe(true)
      expect(readItems(readAt(ok(await cluster.api.call('GET', CRDS)), 'items'))).toEqual([])
      await until(async () => !(await kubectl('get', 'namespaces', '-o', 'name')).includes('slipway-smi'))
    },
    PATIENCE_MS
  )

  test.each(CRD_SETS.filter((name) => name !== 'all'))(
    'passes with the set "%s": what is known of it is what the server does, losses too',
    async (set) => {
      const { checks } = await prove({ set })
      expect(failures(checks)).toEqual([])
      expect(checks.length).toBeGreaterThan(60)
      const losses = checks.flatMap(({ loss }) => (loss ? [loss] : []))
      expect(losses.filter(({ because }) => because === undefined)).toEqual([])
      expect(losses).toHaveLength({ 'sdk-main': 3, 'controller-sdk': 31, linkerd: 0, osm: 1 }[set] ?? -1)
    },
    PATIENCE_MS
  )

  test(
    'passes with CRD files of v1beta1, says what was converted, and fails for what no set of upstream has',
    async () => {
      const [{ crd } = { crd: null }] = own('sdk-main')
      const old = (versions: Json): readonly Crd[] =>
        parseCrds([
          {
            path: 'deploy/crds.yaml',
            text: JSON.stringify({
              ...readFields(crd),
              apiVersion: 'apiextensions.k8s.io/v1beta1',
              spec: {
                ...readFields(readAt(crd, 'spec')),
                version: 'v1alpha4',
                versions,
                validation: readAt(readItems(readAt(crd, 'spec', 'versions')).at(-1), 'schema')
              }
            })
          }
        ])
      const versions = [{ name: 'v1alpha4', served: true, storage: true }]
      const trial = { suite: 'smi', kubernetes: KUBERNETES, with: { set: 'own' } } as const
      const good = await proveSmi(cluster, trial, signal, old(versions))
      expect(failures(good.checks)).toEqual([])
      const installs = good.checks.find(({ claim }) => claim === 'trafficsplits.split.smi-spec.io installs')
      expect(installs?.seen).toContain('apiextensions.k8s.io/v1beta1 became v1')
      expect(installs?.seen).toContain('spec.validation became part of every version')

      const [bad] = own('sdk-main')
      const text = JSON.stringify(bad?.crd).replaceAll('"weight"', '"wieght"')
      const { checks } = await proveSmi(cluster, trial, signal, parseCrds([{ path: 'crds.yaml', text }]))
      expect(claims(checks)).toContain('TrafficSplit v1alpha4 with weight 1 is accepted under strict validation')
    },
    PATIENCE_MS
  )

  test.each(['v1alpha1', 'v1alpha2'])(
    'passes with %s as storage version, where other fields are lost',
    async (version) => {
      const kinds = makeCrdSet('all').kinds.filter(({ served }) => served.includes(version))
      const { checks } = await prove({ storage: Object.fromEntries(kinds.map(({ kind }) => [kind, version])) })
      expect(failures(checks)).toEqual([])
      expect(checks.find(({ claim }) => claim === `TrafficTarget is stored as ${version}`)?.outcome).toBe('passed')
    },
    PATIENCE_MS
  )

  test(
    'is about the versions that a program speaks, stores those, and fails for one that the set does not have',
    async () => {
      const { outcome, checks } = await prove({
        speaks: ['access.smi-spec.io/v1alpha1', 'access.smi-spec.io/v1beta1']
      })
      expect(outcome).toBe('failed')
      expect(claims(checks)).toEqual(['CRD set all has access.smi-spec.io/v1beta1, which the program speaks'])
      const passed = checks.filter((check) => check.outcome === 'passed').map(({ claim }) => claim)
      expect(passed).toContain('TrafficTarget v1alpha1 read back is as written, and can be written again')
      expect(passed).toContain('TrafficTarget v1alpha3 read as v1alpha1 loses only what is known: spec')
      expect(passed.filter((claim) => claim.startsWith('TrafficSplit v'))).toEqual([])
    },
    PATIENCE_MS
  )

  test(
    'has the drafts for a program that speaks them, and stores them for it',
    async () => {
      const { outcome, checks } = await prove({ speaks: ['access.smi-spec.io/v1alpha4'] })
      expect(failures(checks)).toEqual([])
      expect(outcome).toBe('passed')
      const told = checks.map(({ claim }) => claim)
      expect(told).toContain('TrafficTarget is stored as v1alpha4')
      expect(told).toContain('IdentityBinding v1alpha4 read back is as written, and can be written again')
      expect(told).toContain(
        'TrafficTarget v1alpha4 read as v1alpha3 loses only what is known: spec.destination.group, spec.sources[].group'
      )
    },
    PATIENCE_MS
  )

  test(
    'a repeat line does by hand what the check did',
    async () => {
      const { checks } = await prove({ speaks: ['split.smi-spec.io/v1alpha2'] })
      const refused = checks.find(({ claim }) => claim === 'TrafficSplit v1alpha2 with weight "500m" is refused')
      // By hand the set has to be there: the suite took away what it brought.
      await run.run([cluster.kubectl, 'apply', '--server-side', '-f', '-'], {
        env: { KUBECONFIG: cluster.kubeconfig, KUBECACHEDIR: `${cluster.kubeconfig}.cache` },
        input: formatCrdsYaml(makeCrdSet('all'))
      })
      const path = '/apis/split.smi-spec.io/v1alpha2/trafficsplits'
      await until(async () => (await cluster.api.call('GET', path)).status === 200)
      const [, object, args] = /^echo '(.+)' \| kubectl (.+)$/.exec(refused?.repeat ?? '') ?? []
      const byHand = run.run([cluster.kubectl, ...(args ?? '').split(' ')], {
        env: { KUBECONFIG: cluster.kubeconfig, KUBECACHEDIR: `${cluster.kubeconfig}.cache` },
        input: object ?? ''
      })
      await expect(byHand).rejects.toMatchObject({ cause: expect.stringContaining('must be of type integer') })
    },
    PATIENCE_MS
  )

  describe('with a set that does not do what it says', () => {
    /** The set of one kind, with its CRD changed behind its back. */
    const only = (kind: string, change: (crd: Changeable) => void): CrdSet => {
      const set = makeCrdSet('all')
      const i = set.kinds.findIndex((each) => each.kind === kind)
      const crd = copy(set.crds[i])
      change(crd)
      return { ...set, kinds: set.kinds.slice(i, i + 1), crds: [asJson(crd)] }
    }
    const version = (crd: Changeable, name: string): Changeable['spec']['versions'][number] => {
      const found = crd.spec.versions.find((each) => each.name === name)
      if (found === undefined) throw new Error(`there is no ${name}`)
      return found
    }
    const spec = (crd: Changeable, name: string): Schema =>
      version(crd, name).schema.openAPIV3Schema.properties?.['spec'] ?? {}
    const judge = async (set: CrdSet, withinMs = 2000) => proveSet(cluster, set, { speaks: [], withinMs }, signal)

    test(
      'a version that is not served fails discovery and everything written in it',
      async () => {
        const found = await judge(only('TrafficSplit', (crd) => void (version(crd, 'v1alpha2').served = false)))
        expect(claims(found)).toContain(
          'Discovery has TrafficSplit in exactly v1alpha1, v1alpha2, v1alpha3, v1alpha4 of split.smi-spec.io'
        )
        expect(claims(found)).toContain('TrafficSplit v1alpha2 with every field is accepted under strict validation')
        expect(failures(found).find(({ claim }) => claim.startsWith('Discovery has'))?.seen).toMatch(
          /^v1alpha1, v1alpha3, v1alpha4 after/
        )
      },
      PATIENCE_MS
    )

    test(
      'a field that a schema forgot is a loss that is not listed',
      async () => {
        const found = await judge(
          only('TrafficSplit', (crd) => void delete spec(crd, 'v1alpha3').properties?.['matches'])
        )
        const loss = failures(found).find(
          ({ claim }) => claim === 'TrafficSplit v1alpha4 read as v1alpha3 is as written, and can be written again'
        )
        expect(loss?.seen).toContain(
          'lost and not listed: spec.matches[].apiGroup, spec.matches[].kind, spec.matches[].name'
        )
        expect(claims(found)).toContain('TrafficSplit v1alpha3 with every field is accepted under strict validation')
      },
      PATIENCE_MS
    )

    test(
      'a field that became required refuses good objects',
      async () => {
        const found = await judge(only('TrafficSplit', (crd) => void spec(crd, 'v1alpha4').required?.push('matches')))
        expect(
          failures(found).find(
            ({ claim }) =>
              claim === 'TrafficSplit v1alpha4 with no more than it needs is accepted under strict validation'
          )?.seen
        ).toContain('spec.matches: Required value')
      },
      PATIENCE_MS
    )

    test(
      'another storage version fails, and so do the losses that come of it',
      async () => {
        const found = await judge(
          only('TrafficTarget', (crd) => {
            version(crd, 'v1alpha3').storage = false
            version(crd, 'v1alpha1').storage = true
          })
        )
        expect(failures(found).find(({ claim }) => claim === 'TrafficTarget is stored as v1alpha3')?.seen).toBe(
          'storage version v1alpha1; storedVersions v1alpha1'
        )
        expect(claims(found)).toContain('TrafficTarget v1alpha3 read back is as written, and can be written again')
      },
      PATIENCE_MS
    )

    test(
      'a schema that takes what it must refuse fails the refusals',
      async () => {
        const found = await judge(
          only('TrafficSplit', (crd) => {
            const backend = spec(crd, 'v1alpha4').properties?.['backends']?.items?.properties ?? {}
            backend['weight'] = { type: 'number' }
          })
        )
        // The sheet's "number accepts 0.5 and -1".
        expect(claims(found)).toEqual([
          'TrafficSplit v1alpha4 with weight 0.5 is refused',
          'TrafficSplit v1alpha4 with weight -1 is refused'
        ])
      },
      PATIENCE_MS
    )

    test(
      'a loss that is listed and does not happen is told, and is no failure',
      async () => {
        const set = only('TrafficSplit', () => undefined)
        const kinds = set.kinds.map((kind) => ({
          ...kind,
          fields: [{ path: 'spec.service', versions: ['v1alpha2'], because: 'a rumour' }, ...kind.fields]
        }))
        const found = await judge({ ...set, kinds })
        expect(failures(found)).toEqual([])
        expect(
          found.find(({ claim }) => claim === 'TrafficSplit v1alpha2 read back loses only what is known: spec.service')
            ?.seen
        ).toContain('the list of known losses is out of date: spec.service')
      },
      PATIENCE_MS
    )

    test(
      'a CRD of another owner is not overwritten',
      async () => {
        const set = only('TrafficSplit', () => undefined)
        const theirs = only('TrafficSplit', (crd) => void (version(crd, 'v1alpha1').served = false)).crds[0]
        ok(await cluster.api.call('POST', CRDS, { body: theirs ?? null, query: { fieldManager: 'helm' } }))
        const found = await judge(set)
        expect(failures(found)).toMatchObject([
          { claim: 'trafficsplits.split.smi-spec.io installs', seen: expect.stringContaining('conflict with "helm"') }
        ])
      },
      PATIENCE_MS
    )

    const transportServers = (group: string): Json => ({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `transportservers.${group}` },
      spec: {
        group,
        scope: 'Namespaced',
        names: { kind: 'TransportServer', plural: 'transportservers', shortNames: ['ts'] },
        versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }]
      }
    })
    const established = (name: string) =>
      until(async () => {
        const conditions = readItems(
          readAt((await cluster.api.call('GET', `${CRDS}/${name}`)).body, 'status', 'conditions')
        )
        return conditions.some((each) => readAt(each, 'type') === 'Established' && readAt(each, 'status') === 'True')
      })

    test(
      'a short name that is taken in the same group keeps a CRD from being established',
      async () => {
        ok(await cluster.api.call('POST', CRDS, { body: transportServers('split.smi-spec.io') }))
        await established('transportservers.split.smi-spec.io')
        const found = await judge(
          only('TrafficSplit', () => undefined),
          500
        )
        expect(failures(found)).toMatchObject([
          {
            claim: 'trafficsplits.split.smi-spec.io is established and its names are accepted',
            seen: expect.stringContaining('"ts" is already in use')
          }
        ])
      },
      PATIENCE_MS
    )

    test(
      'a short name that is taken in another group hinders nothing, refuting the sheet',
      async () => {
        ok(await cluster.api.call('POST', CRDS, { body: transportServers('example.com') }))
        await established('transportservers.example.com')
        expect(failures(await judge(only('TrafficSplit', () => undefined)))).toEqual([])
      },
      PATIENCE_MS
    )
  })

  describe('the facts behind it, on the real API server', () => {
    const install = async (set: CrdSet, kind: string) => {
      const i = set.kinds.findIndex((each) => each.kind === kind)
      const name = readText(readAt(set.crds[i], 'metadata', 'name'))
      ok(
        await cluster.api.call('PATCH', `${CRDS}/${name}`, {
          body: set.crds[i] ?? null,
          patch: 'apply',
          query: { force: 'true' }
        })
      )
      const { group, plural, served } = set.kinds[i] ?? { group: '', plural: '', served: [] }
      for (const version of served)
        await until(
          async () =>
            (await cluster.api.call('GET', `/apis/${group}/${version}/namespaces/default/${plural}`)).status === 200
        )
      return { name, path: (version: string) => `/apis/${group}/${version}/namespaces/default/${plural}` }
    }

    test('CRDs of v1beta1, all that the tags of smi-sdk-go have, are refused: there is no such API', async () => {
      const path = '/apis/apiextensions.k8s.io/v1beta1/customresourcedefinitions'
      expect(
        (await cluster.api.call('POST', path, { body: { apiVersion: 'apiextensions.k8s.io/v1beta1' } })).status
      ).toBe(404)
    })

    test(
      'where `spec` is not required, an object of v1alpha1 under a newer version is accepted and emptied',
      async () => {
        const set = makeCrdSet('all')
        const crd = copy(set.crds[0])
        for (const version of crd.spec.versions) delete version.schema.openAPIV3Schema.required
        const { path } = await install({ ...set, crds: [asJson(crd)] }, 'TrafficTarget')
        const object = {
          apiVersion: 'access.smi-spec.io/v1alpha3',
          kind: 'TrafficTarget',
          metadata: { name: 'old' },
          destination: { kind: 'ServiceAccount', name: 'a' }
        }
        const strict = await cluster.api.call('POST', path('v1alpha3'), {
          body: object,
          query: { fieldValidation: 'Strict' }
        })
        expect([strict.status, readText(readAt(strict.body, 'message'))]).toEqual([
          400,
          expect.stringContaining('unknown field "destination"')
        ])
        const lax = await cluster.api.call('POST', path('v1alpha3'), { body: object })
        expect([lax.status, Object.keys(readFields(lax.body)).sort()]).toEqual([
          201,
          ['apiVersion', 'kind', 'metadata']
        ])
        expect(lax.warnings).toEqual(['unknown field "destination"'])
      },
      PATIENCE_MS
    )

    test(
      'an old client that reads and writes back makes a loss of reading one of storing',
      async () => {
        const { path } = await install(makeCrdSet('all'), 'TrafficSplit')
        const spec = { service: 'web', backends: [], matches: [{ kind: 'HTTPRouteGroup', name: 'r' }] }
        const metadata = { name: 'ab-test' }
        ok(
          await cluster.api.call('POST', path('v1alpha4'), {
            body: { apiVersion: 'split.smi-spec.io/v1alpha4', kind: 'TrafficSplit', metadata, spec }
          })
        )
        const old = ok(await cluster.api.call('GET', `${path('v1alpha2')}/ab-test`))
        expect(
          readAt(ok(await cluster.api.call('GET', `${path('v1alpha4')}/ab-test`)), 'spec', 'matches')
        ).toHaveLength(1)
        ok(await cluster.api.call('PUT', `${path('v1alpha2')}/ab-test`, { body: old }))
        expect(
          readAt(ok(await cluster.api.call('GET', `${path('v1alpha4')}/ab-test`)), 'spec', 'matches')
        ).toBeUndefined()
      },
      PATIENCE_MS
    )

    test(
      'a version that is not served is refused in other words than a namespace or an object that is not there',
      async () => {
        await install(makeCrdSet('sdk-main'), 'TrafficSplit')
        const body = (version: string) => ({
          ...{ apiVersion: `split.smi-spec.io/${version}`, kind: 'TrafficSplit', metadata: { name: 'one' } },
          spec: { service: 'web', backends: [] }
        })
        const posted = async (version: string, namespace: string) => {
          const path = `/apis/split.smi-spec.io/${version}/namespaces/${namespace}/trafficsplits`
          const reply = await cluster.api.call('POST', path, { body: body(version), query: { dryRun: 'All' } })
          return [reply.status, readReplyMessage(reply)]
        }
        // Listed and not served, and not even listed.
        expect(await posted('v1alpha2', 'default')).toEqual([404, '404 page not found'])
        expect(await posted('v1alpha1', 'default')).toEqual([404, '404 page not found'])
        expect(await posted('v1alpha4', 'nowhere')).toEqual([404, 'namespaces "nowhere" not found'])
        expect((await posted('v1alpha4', 'default'))[0]).toBe(201)
      },
      PATIENCE_MS
    )

    test(
      'a version in which objects are stored cannot be taken out of a CRD',
      async () => {
        const { name } = await install(makeCrdSet('all', { storage: { TrafficSplit: 'v1alpha1' } }), 'TrafficSplit')
        const crd = copy(makeCrdSet('all').crds[4])
        crd.spec.versions.shift()
        const reply = await cluster.api.call('PATCH', `${CRDS}/${name}`, {
          body: asJson(crd),
          patch: 'apply',
          query: { force: 'true' }
        })
        expect([reply.status, readText(readAt(reply.body, 'message'))]).toEqual([
          422,
          expect.stringContaining('must remain in spec.versions')
        ])
      },
      PATIENCE_MS
    )

    test(
      'a role that names the kinds of before has no right to a new one, and one for the whole group has',
      async () => {
        await install(makeCrdSet('all'), 'TCPRoute')
        await install(makeCrdSet('all'), 'UDPRoute')
        const roles = '/apis/rbac.authorization.k8s.io/v1/namespaces/default'
        const grant = async (name: string, resources: readonly string[]) => {
          const metadata = { name }
          const rules = [{ apiGroups: ['specs.smi-spec.io'], resources, verbs: ['list'] }]
          ok(await cluster.api.call('POST', `${roles}/roles`, { body: { metadata, rules } }))
          const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name }
          const subjects = [{ kind: 'ServiceAccount', name, namespace: 'default' }]
          ok(await cluster.api.call('POST', `${roles}/rolebindings`, { body: { metadata, roleRef, subjects } }))
        }
        await grant('before', ['tcproutes', 'httproutegroups'])
        await grant('group', ['*'])
        const may = (account: string, what: string) =>
          kubectl('get', `${what}.specs.smi-spec.io`, '--as', `system:serviceaccount:default:${account}`, '-o', 'name')
        await until(async () => (await may('before', 'tcproutes').catch(() => 'no')) === '')
        await expect(may('before', 'udproutes')).rejects.toMatchObject({
          cause: expect.stringContaining('cannot list resource "udproutes" in API group "specs.smi-spec.io"')
        })
        expect(await may('group', 'udproutes')).toBe('')
      },
      PATIENCE_MS
    )

    test(
      'the same plural in another group lives beside it; the short name alone is one of the two, the full name its own',
      async () => {
        await install(makeCrdSet('all'), 'TCPRoute')
        const schema = { openAPIV3Schema: { type: 'object' } }
        const names = { kind: 'TCPRoute', plural: 'tcproutes', singular: 'tcproute' }
        const theirs = {
          apiVersion: 'apiextensions.k8s.io/v1',
          kind: 'CustomResourceDefinition',
          // Groups of Kubernetes itself want an annotation.
          metadata: {
            name: 'tcproutes.gateway.networking.k8s.io',
            annotations: { 'api-approved.kubernetes.io': 'unapproved' }
          },
          spec: {
            group: 'gateway.networking.k8s.io',
            scope: 'Namespaced',
            names,
            versions: [{ name: 'v1alpha2', served: true, storage: true, schema }]
          }
        }
        ok(await cluster.api.call('POST', CRDS, { body: theirs }))
        const gateway = '/apis/gateway.networking.k8s.io/v1alpha2/namespaces/default/tcproutes'
        await until(async () => (await cluster.api.call('GET', gateway)).status === 200)
        const object = { apiVersion: 'gateway.networking.k8s.io/v1alpha2', kind: 'TCPRoute', metadata: { name: 'g' } }
        ok(await cluster.api.call('POST', gateway, { body: object }))
        // Of two groups kubectl takes the first in discovery; what it kept from before would hide that.
        const fresh = ['--cache-dir', `${cluster.kubeconfig}.cache-of-two`]
        expect(await kubectl(...fresh, 'get', 'tcproutes', '-o', 'name')).toBe('tcproute.gateway.networking.k8s.io/g\n')
        expect(await kubectl(...fresh, 'get', 'tcproutes.specs.smi-spec.io', '-o', 'name')).toBe('')
        ok(await cluster.api.call('DELETE', `${CRDS}/tcproutes.gateway.networking.k8s.io`))
      },
      PATIENCE_MS
    )

    test(
      'who deletes a CRD deletes its objects, and one with a finalizer holds it until somebody takes that off',
      async () => {
        const { name, path } = await install(makeCrdSet('all'), 'UDPRoute')
        const at_ = (object: string) => `${path('v1alpha4')}/${object}`
        const make = (object: string, finalizers: readonly string[]) =>
          cluster.api.call('POST', path('v1alpha4'), {
            body: { apiVersion: 'specs.smi-spec.io/v1alpha4', kind: 'UDPRoute', metadata: { name: object, finalizers } }
          })
        ok(await make('free', []))
        ok(await make('held', ['example.com/held']))
        ok(await cluster.api.call('DELETE', `${CRDS}/${name}`))
        await until(async () => (await cluster.api.call('GET', at_('free'))).status === 404)
        const conditions = readObjectsAt(ok(await cluster.api.call('GET', `${CRDS}/${name}`)), 'status', 'conditions')
        expect(conditions.find((each) => each['type'] === 'Terminating')).toMatchObject({ status: 'True' })
        ok(await cluster.api.call('PATCH', at_('held'), { patch: 'merge', body: { metadata: { finalizers: null } } }))
        await until(async () => (await cluster.api.call('GET', `${CRDS}/${name}`)).status === 404)
      },
      PATIENCE_MS
    )

    test(
      'kubectl api-versions lists the oldest version first, where discovery lists the newest',
      async () => {
        await install(makeCrdSet('all'), 'TrafficSplit')
        const lines = (await kubectl('api-versions'))
          .split('\n')
          .filter((line) => line.startsWith('split.smi-spec.io/'))
        expect(lines[0]).toBe('split.smi-spec.io/v1alpha1')
        const group = ok(await cluster.api.call('GET', '/apis/split.smi-spec.io'))
        expect(readAt(group, 'preferredVersion', 'version')).toBe('v1alpha4')
      },
      PATIENCE_MS
    )
  })
})

describe('the workload suite', () => {
  let images = 0
  /** Images keep their behaviour for the cluster's life, so every test has its own. */
  const image = () => `slipway.invalid/mesh-canary:v${++images}`
  const prove = (given: { readonly [key: string]: Json }) =>
    proveStandIn(
      cluster,
      { suite: 'workload', kubernetes: KUBERNETES, with: { name: 'Mesh_Canary', ...given } },
      run.run,
      signal
    )

  test(
    'passes with a baseline and a candidate, and says that the pods were simulated',
    async () => {
      const { outcome, checks, cluster: where } = await prove({ baseline: image(), image: image() })
      expect(failures(checks)).toEqual([])
      expect(outcome).toBe('passed')
      expect(where).toEqual({ provider: 'control-plane', server: cluster.server, simulated: true })
      const seen = checks.map((check) => check.seen).join('\n')
      for (const reason of ['ImagePullBackOff', 'CrashLoopBackOff', 'ContainersNotReady', 'ProgressDeadlineExceeded'])
        expect(seen).toContain(reason)
      expect(seen).toContain('unable to find specified revision 5 in history')
      await until(async () => !(await kubectl('get', 'namespaces', '-o', 'name')).includes('slipway-workload'))
    },
    PATIENCE_MS
  )

  test(
    'without a baseline the candidate is its own, and each rollout is still a revision',
    async () => {
      const { outcome, checks } = await prove({ image: image() })
      expect(failures(checks)).toEqual([])
      expect(outcome).toBe('passed')
    },
    PATIENCE_MS
  )

  test(
    'fails, with what the pods say, when the good image never gets ready',
    async () => {
      const candidate = image()
      cluster.simulate?.(candidate, 'never-ready')
      const { outcome, checks } = await prove({ baseline: image(), image: candidate, deadlineSeconds: 3 })
      expect(outcome).toBe('failed')
      expect(failures(checks)).toHaveLength(3)
      const upgrade = failures(checks).find(({ claim }) => claim.endsWith('as revision 2'))
      expect(upgrade?.seen).toMatch(/0 of|2 of 2 available, 1 of 3 pods new/)
      expect(upgrade?.seen).toContain('ContainersNotReady')
    },
    PATIENCE_MS
  )

  test(
    'fails when the broken release is not broken: nothing was seen failing',
    async () => {
      const candidate = image()
      const kind: Cluster = {
        ...cluster,
        simulate: (name, behaviour) => cluster.simulate?.(name, behaviour === 'crash' ? 'ready' : behaviour)
      }
      const { checks } = await proveStandIn(
        kind,
        { suite: 'workload', kubernetes: KUBERNETES, with: { image: candidate } },
        run.run,
        signal
      )
      expect(claims(checks)).toEqual(['program-crash is seen failing when a release crashes'])
    },
    PATIENCE_MS
  )

  test(
    'fails when no history is kept: there is nothing to undo to',
    async () => {
      const { outcome, checks } = await prove({ image: image(), revisionHistoryLimit: 0 })
      expect(outcome).toBe('failed')
      expect(failures(checks)).toMatchObject([
        {
          claim: 'mesh-canary-bad-image goes from N back to N-1: the pod template of before as revision 3, available',
          seen: expect.stringMatching(/no rollout history found|unable to find/)
        }
      ])
    },
    PATIENCE_MS
  )

  const endOfHistory = (all: readonly Check[]) =>
    all
      .filter(({ claim }) => /old revisions|beyond its limit/.test(claim))
      .map(({ claim, outcome, seen }) => `${outcome}: ${claim}: ${seen.replace(/^.*error: /s, '')}`)

  test(
    'goes to the end of the history of Deployments, DaemonSets and StatefulSets, whatever their limit',
    async () => {
      const limits = [1, 3, 10] as const
      const kept = {
        Deployment: ['5, 6', '6, 7, 8, 9', '6, 7, 8'],
        DaemonSet: ['4, 5', '4, 5, 6, 7', '4, 5, 6'],
        StatefulSet: ['4, 5', '4, 5, 6, 7', '4, 5, 6']
      }
      const cases = (['Deployment', 'DaemonSet', 'StatefulSet'] as const).flatMap((kind) =>
        limits.map((limit, i) => {
          const gone = kind === 'Deployment' && limit > 1 ? 5 : 3
          return { kind, limit, left: kept[kind][i], gone, name: `${kind.toLowerCase()}-${limit}` }
        })
      )
      cluster.simulate?.('slipway.invalid/history:broken', 'crash')
      const told = await runInNamespace(cluster.api, 'history', signal, async (namespace) => {
        await waitForAccount(cluster, namespace, 30_000, signal)
        return await Promise.all(
          cases.map(({ kind, limit, name }) => {
            const release = (step: string) => ({ image: 'slipway.invalid/history:1', step })
            return rollThrough(
              { api: cluster.api, namespace, kind, name, replicas: 2, revisionHistoryLimit: limit },
              {
                ...{ cluster, run: run.run, whole: true, goodMs: 30_000, breakSeconds: 2 },
                ...{ baseline: release('baseline'), candidate: release('candidate'), next: release('next') },
                broken: { image: 'slipway.invalid/history:broken', step: 'crash', breaks: 'crash' }
              },
              signal
            )
          })
        )
      })
      for (const [i, { kind, limit, name, left, gone }] of cases.entries()) {
        const checks = told[i] ?? []
        expect(failures(checks)).toEqual([])
        const keeps = limit === 10 ? '2 says; that is 10, lowered for this look' : `${limit} says`
        expect(endOfHistory(checks)).toEqual([
          `passed: ${name} keeps ${limit === 10 ? 2 : limit} old revisions, as revisionHistoryLimit ${keeps}: revisions ${left}`,
          `passed: ${name} cannot go to revision ${gone}, beyond its limit, and kubectl says so: unable to find specified revision ${gone} in history`
        ])
        const repeats = checks.map(({ repeat }) => repeat ?? '').join('\n')
        expect(repeats).toContain(`kubectl rollout history ${kind.toLowerCase()}/${name}`)
        expect(repeats.includes('deployment/')).toBe(kind === 'Deployment')
      }
    },
    PATIENCE_MS
  )

  test(
    'a history that is not pruned, or a kubectl that goes beyond it, fails',
    async () => {
      const told = await runInNamespace(cluster.api, 'unpruned', signal, async (namespace) => {
        await waitForAccount(cluster, namespace, 30_000, signal)
        const one = image()
        const release = (step: string) => ({ image: one, step })
        const runner: Runner = {
          ...{ api: cluster.api, namespace, kind: 'StatefulSet', name: 'kept', replicas: 1, revisionHistoryLimit: 1 }
        }
        const book = evidence()
        const context: RolloutContext = {
          ...{ cluster, run: run.run, whole: true, goodMs: 4000, breakSeconds: 2, runner, evidence: book, signal },
          ...{ baseline: release('baseline'), candidate: release('candidate'), next: release('next') },
          broken: { ...release('crash'), breaks: 'crash' }
        }
        await rollOut(context, context.baseline, 1)
        await rollOut(context, context.candidate, 2)
        await rollOut(context, context.next, 3)
        // As if one more had been rolled out: the cluster has the revisions 2 and 3, and goes to 2.
        await endHistory(context, [2, 3, 4])
        return book.checks
      })
      expect(claims(told)).toEqual([
        'kept keeps 1 old revisions, as revisionHistoryLimit 1 says',
        'kept cannot go to revision 2, beyond its limit, and kubectl says so'
      ])
    },
    PATIENCE_MS
  )

  test(
    'an abort stops it and its namespace goes',
    async () => {
      const stop = new AbortController()
      const trial = { suite: 'workload', kubernetes: KUBERNETES, with: { image: image(), name: 'stopped' } } as const
      const proof = proveStandIn(cluster, trial, run.run, stop.signal)
      const ended = expect(proof).rejects.toThrow('Ctrl-C')
      await until(async () =>
        (await kubectl('get', 'deployments', '--all-namespaces', '-o', 'name')).includes('stopped')
      )
      stop.abort(new Error('Ctrl-C'))
      await ended
      await until(async () => !(await kubectl('get', 'namespaces', '-o', 'name')).includes('slipway-workload'))
    },
    PATIENCE_MS
  )

  test(
    'an apply without force after kubectl rollout undo is a conflict: undo takes the template over',
    async () => {
      await runInNamespace(cluster.api, 'conflict', signal, async (namespace) => {
        const runner: Runner = {
          api: cluster.api,
          namespace,
          kind: 'Deployment',
          name: 'web',
          replicas: 1,
          revisionHistoryLimit: 2
        }
        const path = `/apis/apps/v1/namespaces/${namespace}/deployments/web`
        const revision = async () =>
          readText(
            readAt(
              (await cluster.api.call('GET', path)).body,
              'metadata',
              'annotations',
              'deployment.kubernetes.io/revision'
            )
          )
        for (const [i, step] of ['one', 'two'].entries()) {
          ok(await applyRelease(runner, { image: image(), step }, 30, signal))
          await until(async () => (await revision()) === `${i + 1}`)
        }
        await kubectl('--namespace', namespace, 'rollout', 'undo', 'deployment/web')
        const body = {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'web' },
          spec: { template: { metadata: { annotations: { 'slipway/step': 'three' } } } }
        }
        const reply = await cluster.api.call('PATCH', path, { patch: 'apply', body })
        expect([reply.status, readText(readAt(reply.body, 'message'))]).toEqual([
          409,
          expect.stringContaining('kubectl')
        ])
      })
    },
    PATIENCE_MS
  )
})
