import { makeExamples } from '../../crds/examples.ts'
import type { CrdVersion } from '../../crds/source.ts'
import { readAt, readFields } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { Reply } from '../../model/ports/kubernetes.ts'
import { describeReply, type Evidence } from '../evidence.ts'
import { formatStory, type Story } from './by-hand.ts'
import { listFaults, orUnknown } from './mend.ts'
import { formatCollectionPath, putStatus, readObjects, type CrdShelf, type Live } from './objects.ts'

/** A change of an object's fields, or of its status, that N-1 takes. */
export interface Update {
  readonly live: Live
  /** Without metadata. */
  readonly to: Json
  readonly status: boolean
}

/**
 * The updates that N-1 takes of its objects, each to what another object has: rules that compare with what was before
 * (`self == oldSelf`) and patterns of a status show in nothing else. Dry runs: nothing is written.
 */
export const findUpdates = async (
  shelf: CrdShelf,
  objects: readonly Live[],
  versions: readonly CrdVersion[]
): Promise<readonly Update[]> => {
  const found = await Promise.all(
    versions.map(async (version) => {
      const own = objects.filter((live) => live.version === version.name && (!live.touched || live.named))
      const bodies: readonly Json[] =
        own.length > 1 ? own.map(({ written }) => written) : makeExamples(version.schema).map(({ body }) => body)
      const updates = own.flatMap((live, i): readonly Update[] => {
        const to = bodies[(i + 1) % bodies.length] ?? null
        const status = version.status && readAt(to, 'status') !== undefined
        return [{ live, to, status: false }, ...(status ? [{ live, to, status: true }] : [])]
      })
      const replies = await tryUpdates(shelf, version.name, updates)
      return replies.flatMap(({ update, reply }) => (reply?.status === 200 ? [update] : []))
    })
  )
  return found.flat()
}

const tryUpdates = async (
  shelf: CrdShelf,
  version: string,
  updates: readonly Update[]
): Promise<readonly { readonly update: Update; readonly reply: Reply | undefined }[]> => {
  if (updates.length === 0) return []
  const { objects } = await readObjects(shelf, version)
  return await Promise.all(
    updates.map(async (update) => {
      const now = objects.get(update.live.name)
      return { update, reply: now === undefined ? undefined : await putUpdate(shelf, version, now, update) }
    })
  )
}

const putUpdate = (shelf: CrdShelf, version: string, now: Json, { to, status, live }: Update): Promise<Reply> => {
  const named = { apiVersion: `${shelf.definition.group}/${version}`, kind: shelf.definition.kind }
  const query = { dryRun: 'All', fieldValidation: 'Strict' }
  if (status) return putStatus(shelf, version, { ...readFields(now), ...named, status: readAt(to, 'status') }, query)
  const body = { ...readFields(to), ...named, metadata: readAt(now, 'metadata') }
  return shelf.api.call('PUT', `${formatCollectionPath(shelf, version)}/${live.name}`, {
    body,
    query,
    signal: shelf.signal
  })
}

/** What N-1 took as an update, N must take too. */
export const checkUpdates = async (
  { check }: Evidence,
  shelf: CrdShelf,
  updates: readonly Update[],
  versions: readonly CrdVersion[],
  story: Story
): Promise<void> => {
  const { kind, plural, group } = shelf.definition
  for (const { name: version } of versions) {
    const own = updates.filter(({ live }) => live.version === version)
    if (own.length === 0) continue
    const replies = await tryUpdates(shelf, version, own)
    const refused = replies.filter(({ reply }) => reply !== undefined && reply.status !== 200)
    const [first = replies[0]] = refused
    const { live, to, status } = first?.update ?? { live: undefined, to: null, status: false }
    const patch = JSON.stringify(status ? { status: readAt(to, 'status') } : { spec: readAt(to, 'spec') })
    await check(
      `${kind} ${version} updates that N-1 takes are taken by N`,
      formatStory(
        story,
        live ? [live.written] : [],
        `kubectl patch ${plural}.${version}.${group} ${live?.name ?? ''} --type=merge${status ? ' --subresource=status' : ''} -p '${patch.replaceAll("'", `'\\''`)}'`
      ),
      async () => ({
        ok: refused.length === 0,
        seen: [
          `${own.length} updates, ${own.filter(({ status }) => status).length} of them of the status`,
          ...refused
            .slice(0, 3)
            .map(
              ({ update, reply }) =>
                `${update.live.name}${update.status ? ', its status' : ''}: ${reply ? describeReply(reply) : ''}`
            )
        ].join('; '),
        // A status that is no subresource has no address.
        faults: refused.flatMap(({ update, reply }) =>
          update.status && reply?.status === 404 ? ['status'] : orUnknown(reply ? listFaults(reply) : [])
        )
      })
    )
  }
}
