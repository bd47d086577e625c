import type { Check } from '../../model/nouns.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi, Reply } from '../../model/ports/kubernetes.ts'
import type { CrdSet, ServedKind } from '../../smi/crds.ts'
import { evidence, describeReply } from '../evidence.ts'
import { readAt, readItems, readText } from '../../base/json.ts'
import { OWN } from '../../model/crd-sets.ts'
import { CRDS } from '../../crds/api.ts'
import type { OwnCrds } from '../cluster/own-crds.ts'
import { waitForState } from '../cluster/wait.ts'

/** How the suite is run; what a trial's `with` says, read and checked. */
export interface SmiOptions {
  /** `split.smi-spec.io/v1alpha2`, …: checks are about these when there are any, else about every served version. */
  readonly speaks: readonly string[]
  /** For each wait. */
  readonly withinMs: number
}

/** What the proofs of all kinds of a set share. */
export interface SetContext {
  readonly api: KubernetesApi
  readonly set: CrdSet
  readonly options: SmiOptions
  readonly crds: OwnCrds
  readonly signal: AbortSignal
}

interface Installed {
  readonly checks: readonly Check[]
  /** Whether objects of the kind can be tried at all. */
  readonly ready: boolean
}

/** Applies one CRD (never over another owner's), waits until it is served, and looks at what is served and stored. */
export const installKind = async (
  { api, set, options: { withinMs }, crds, signal }: SetContext,
  kind: ServedKind,
  { crd, changes = [] }: { readonly crd: Json | undefined; readonly changes?: readonly string[] | undefined }
): Promise<Installed> => {
  const { checks, check } = evidence()
  const name = `${kind.plural}.${kind.group}`
  const path = `${CRDS}/${name}`
  const see = `kubectl get crd ${name} -o yaml`

  const install =
    set.name === OWN
      ? 'kubectl apply --server-side -f FILE'
      : `slipway crds --set ${set.name} | kubectl apply --server-side -f -`
  const applied = await check(`${name} installs`, install, async () => {
    const reply = await api.call('PATCH', path, { body: crd ?? null, patch: 'apply', signal })
    if (reply.status === 201) crds.made(name)
    return { ok: reply.status < 300, seen: [describeReply(reply), ...changes].join('; ') }
  })
  if (!applied) return { checks, ready: false }

  const ready = await check(
    `${name} is established and its names are accepted`,
    `kubectl wait --for=condition=Established crd/${name} && kubectl wait --for=condition=NamesAccepted crd/${name}`,
    async () => {
      const { value, done, ms } = await waitForState(
        api,
        {
          read: () => api.call('GET', path, { signal }),
          done: (reply) => readConditions(reply).every(({ status }) => status === 'True'),
          watch: { path: CRDS, query: { fieldSelector: `metadata.name=${name}` } },
          withinMs
        },
        signal
      )
      return { ok: done, seen: `${readConditions(value).map(formatCondition).join(', ')} after ${ms} ms` }
    }
  )
  if (!ready) return { checks, ready: false }

  await check(
    `Discovery has ${kind.kind} in exactly ${kind.served.join(', ')} of ${kind.group}`,
    `kubectl get --raw /apis/${kind.group} && kubectl get --raw /apis/${kind.group}/${kind.storage}`,
    async () => {
      const { value, done, ms } = await waitForState(
        api,
        {
          read: () => listDiscovered(api, kind, signal),
          done: (found) => found.join() === kind.served.join(),
          withinMs
        },
        signal
      )
      return { ok: done, seen: `${value.join(', ') || 'no version'} after ${ms} ms` }
    }
  )
  await check(`${kind.kind} is stored as ${kind.storage}`, see, async () => {
    const { body } = await api.call('GET', path, { signal })
    const storage = readItems(readAt(body, 'spec', 'versions')).filter((version) => readAt(version, 'storage') === true)
    const flagged = storage.map((version) => readText(readAt(version, 'name'))).join(', ')
    const stored = readItems(readAt(body, 'status', 'storedVersions')).map(readText)
    return {
      ok: flagged === kind.storage && stored.includes(kind.storage),
      seen: `storage version ${flagged}; storedVersions ${stored.join(', ')}`
    }
  })
  return { checks, ready: true }
}

/**
 * Which version a client gets that takes the first one it finds. Discovery sorts by maturity, newest first; `kubectl
 * api-versions` sorts by name, so there (Azure/k8s-deploy reads its first line) the oldest comes first.
 */
export const tellFirstVersion = async ({ api, set, signal }: SetContext, group: string): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  const newest = set.kinds
    .filter((kind) => kind.group === group)
    .flatMap(({ served }) => served)
    .sort()
    .at(-1)
  await check(`Discovery lists ${newest} first of ${group}`, `kubectl get --raw /apis/${group}`, async () => {
    const { body } = await api.call('GET', `/apis/${group}`, { signal })
    const listed = readItems(readAt(body, 'versions')).map((version) => readText(readAt(version, 'version')))
    const preferred = readText(readAt(body, 'preferredVersion', 'version'))
    return {
      ok: listed[0] === newest && preferred === newest,
      seen: `discovery: ${listed.join(', ')} (preferred ${preferred}); first in kubectl api-versions: ${[...listed].sort()[0]}`
    }
  })
  return checks
}

/** The versions in which discovery has the kind, oldest first; looks beyond the promised ones too. */
const listDiscovered = async (
  api: KubernetesApi,
  { group, plural, kind }: ServedKind,
  signal: AbortSignal
): Promise<readonly string[]> => {
  const { body } = await api.call('GET', `/apis/${group}`, { signal })
  const versions = readItems(readAt(body, 'versions')).map((version) => readText(readAt(version, 'version')))
  const found = await Promise.all(
    versions.map(async (version) => {
      const list = await api.call('GET', `/apis/${group}/${version}`, { signal })
      const has = readItems(readAt(list.body, 'resources')).some(
        (each) => readAt(each, 'name') === plural && readAt(each, 'kind') === kind
      )
      return has ? [version] : []
    })
  )
  return found.flat().sort()
}

interface Condition {
  readonly type: string
  readonly status: string
  readonly why: string
}

const readConditions = (reply: Reply): readonly Condition[] =>
  ['Established', 'NamesAccepted'].map((type) => {
    const found = readItems(readAt(reply.body, 'status', 'conditions')).find((each) => readAt(each, 'type') === type)
    return { type, status: readText(readAt(found, 'status')) || 'Unknown', why: readText(readAt(found, 'message')) }
  })

const formatCondition = ({ type, status, why }: Condition): string =>
  status === 'True' ? `${type}=True` : `${type}=${status} (${why || 'no reason given'})`
