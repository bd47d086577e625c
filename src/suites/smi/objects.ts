import type { Check } from '../../model/nouns.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi, Reply } from '../../model/ports/kubernetes.ts'
import type { ServedKind } from '../../smi/crds.ts'
import { compareObjects, listKnownLosses, liesWithin, type KnownLoss } from '../../smi/known-losses.ts'
import { UNSERVED, type ProbeAnswer, type Body, type Exception } from '../../smi/kind.ts'
import { findFullObject, listProbes } from '../../smi/objects.ts'
import type { Probe } from '../../smi/probes.ts'
import { evidence, readReplyMessage, formatPipe, describeReply, type Observation } from '../evidence.ts'
import { readAt, readFields, readText } from '../../base/json.ts'
import type { SetContext } from './serving.ts'

interface Tried {
  readonly api: KubernetesApi
  readonly namespace: string
  readonly kind: ServedKind
  readonly losses: readonly KnownLoss[]
  readonly signal: AbortSignal
}

/** Tries every probe of a kind, writes the full object of each version, reads it in every other and writes it back. */
export const tryKind = async (
  { api, set, options: { speaks }, signal }: SetContext,
  namespace: string,
  kind: ServedKind
): Promise<readonly Check[]> => {
  const tried: Tried = {
    api,
    namespace,
    kind,
    signal,
    losses: listKnownLosses(set).filter((loss) => loss.kind === kind.kind)
  }
  const about = (version: string) => isAbout(kind.group, version, speaks)
  const probes = listProbes(kind.kind).filter(({ version }) => about(version) || !kind.served.includes(version))
  // What others write in another version is read by the program, so those objects are written too.
  const written = kind.served.flatMap((version) => {
    const full = findFullObject(kind, version)
    return full === undefined ? [] : [{ version, full }]
  })
  const checks = await Promise.all([
    tryProbes(tried, probes),
    ...written.map(({ version, full }) =>
      tryReading(
        tried,
        version,
        full,
        kind.served.filter((reader) => about(reader) || about(version))
      )
    )
  ])
  return checks.flat()
}

/** Whether a version is one that checks are about: one that the program speaks, or any when that is not known. */
export const isAbout = (group: string, version: string, speaks: readonly string[]): boolean =>
  speaks.length === 0 || speaks.includes(`${group}/${version}`)

/** Writes the full object of a version, by a client that does not ask for strict validation, and reads it in others. */
const tryReading = async (
  tried: Tried,
  version: string,
  full: Body,
  readers: readonly string[]
): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  const title = `${tried.kind.kind} ${version}`
  const written = makeObject(tried, version, `full-${version}`, full)
  const dialect = tried.kind.dialect?.[version] === undefined ? '' : ", in this set's own form,"
  const stored = await check(
    `${title} with every field${dialect} is stored`,
    formatPipe(written, 'create --validate=ignore'),
    async () => {
      const reply = await postProbe(tried, version, written, {})
      return { ok: reply.status === 201, seen: describeReply(reply) }
    }
  )
  if (!stored) return checks
  for (const reader of readers) {
    const known = tried.losses.find((loss) => loss.written === version && loss.read === reader)
    await check(
      readingClaim(title, version, reader, known),
      `${formatPipe(written, 'create')} && kubectl get ${tried.kind.plural}.${reader}.${tried.kind.group} full-${version} -o yaml`,
      () => readAs(tried, written, version, reader, known)
    )
  }
  return checks
}

const readingClaim = (title: string, written: string, reader: string, known: KnownLoss | undefined): string => {
  const pair = written === reader ? `${title} read back` : `${title} read as ${reader}`
  if (known === undefined) return `${pair} is as written, and can be written again`
  const lost = known.lost.length > 0 ? `loses only what is known: ${known.lost.join(', ')}` : 'loses nothing'
  return known.misfits.length > 0
    ? `${pair} ${lost}, but holds a value of another form: ${known.misfits.join(', ')}`
    : `${pair} ${lost}`
}

const readAs = async (
  tried: Tried,
  written: Json,
  version: string,
  reader: string,
  known: KnownLoss | undefined
): Promise<Observation> => {
  const name = readText(readAt(written, 'metadata', 'name'))
  const reply = await tried.api.call('GET', `${formatKindPath(tried, reader)}/${name}`, { signal: tried.signal })
  if (reply.status !== 200) return { ok: false, seen: describeReply(reply) }
  const { lost, changed, added } = compareObjects(written, reply.body)
  const expected = known?.lost ?? []
  const unlisted = lost.filter((path) => !expected.some((field) => liesWithin(path, field)))
  const kept = expected.filter((field) => !lost.some((path) => liesWithin(path, field)))
  const seen = [
    describePaths('lost and not listed', unlisted),
    describePaths(
      'lost as listed',
      lost.filter((path) => !unlisted.includes(path))
    ),
    describePaths('changed', changed),
    describePaths('added', added),
    describePaths('listed as lost but there: the list of known losses is out of date', kept)
  ]
  const same = unlisted.length + changed.length + added.length === 0
  const again = expected.length > 0 ? undefined : await tryWritingBack(tried, reply, reader, known?.misfits ?? [])
  return {
    ok: same && again?.ok !== false,
    seen: [...seen, again?.seen].filter((line) => line !== undefined).join('; ') || 'nothing lost',
    loss:
      lost.length === 0
        ? undefined
        : {
            kind: tried.kind.kind,
            written: version,
            stored: tried.kind.storage,
            read: reader,
            fields: unlisted.length > 0 ? lost : expected,
            ...(known && unlisted.length === 0 && { because: known.because })
          }
  }
}

/** As a new object, dry: an update would let old faults pass (the server ratchets), and would change what is stored. */
const tryWritingBack = async (
  tried: Tried,
  read: Reply,
  reader: string,
  misfits: readonly string[]
): Promise<Observation> => {
  const object = { ...readFields(read.body), metadata: { name: 'again' } }
  const reply = await postProbe(tried, reader, object, { fieldValidation: 'Strict', dryRun: 'All' })
  if (misfits.length === 0) return { ok: reply.status === 201, seen: `written again: ${describeReply(reply)}` }
  const healed = reply.status === 201 ? ', though listed as a misfit: the list is out of date' : ''
  return { ok: reply.status === 201 || reply.status === 422, seen: `written again: ${describeReply(reply)}${healed}` }
}

const tryProbes = async (tried: Tried, probes: readonly Probe[]): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  for (const probe of probes) {
    const { kind, version, what, body, validation } = probe
    const object = makeObject(tried, version, 'probe', body)
    const { answer, because, left } = expectAnswer(tried.kind, probe)
    const unlike = because === undefined ? '' : `, unlike the specification (${because})`
    await check(
      `${kind} ${version} with ${what} ${chooseVerb(answer, validation)}${left ? `, and ${describeLeft(left)} of it is kept` : ''}${unlike}`,
      formatPipe(object, `create --validate=${validation.toLowerCase()}`),
      async () => {
        const reply = await postProbe(tried, version, object, { fieldValidation: validation, dryRun: 'All' })
        if (!matchesAnswer(reply, answer) || !left)
          return { ok: matchesAnswer(reply, answer), seen: describeReply(reply) }
        const { lost, changed, added } = compareObjects(makeObject(tried, version, 'probe', left), reply.body)
        const other = [
          describePaths('gone', lost),
          describePaths('other', changed),
          describePaths('kept', added)
        ].filter((line) => line !== undefined)
        return { ok: other.length === 0, seen: [describeReply(reply), ...other].join('; ') }
      }
    )
  }
  return checks
}

const describeLeft = (left: Body): string =>
  Object.keys(left).length === 0 ? 'nothing' : `no more than ${JSON.stringify(left)}`

/** What a set does with a probe: what the specification wants, unless the set serves no such version or has an exception. */
export const expectAnswer = (
  { served, exceptions = [] }: Pick<ServedKind, 'served' | 'exceptions'>,
  { version, what, answer }: Probe
): { readonly answer: ProbeAnswer } & Partial<Pick<Exception, 'because' | 'left'>> => {
  const own = exceptions.find((each) => each.what === what && each.versions.includes(version))
  if (!served.includes(version)) return { answer: UNSERVED }
  return own ?? { answer }
}

const chooseVerb = (answer: ProbeAnswer, validation: Probe['validation']): string => {
  if (answer === 'accepted') return validation === 'Strict' ? 'is accepted under strict validation' : 'is accepted'
  if (answer.status === 404) return 'is refused: this version is not served'
  return validation === 'Strict' ? 'is refused' : 'is refused by the schema alone'
}

const matchesAnswer = (reply: Reply, answer: ProbeAnswer): boolean =>
  answer === 'accepted'
    ? reply.status === 201
    : reply.status === answer.status && readReplyMessage(reply).includes(answer.says)

const formatKindPath = ({ namespace, kind }: Tried, version: string): string =>
  `/apis/${kind.group}/${version}/namespaces/${namespace}/${kind.plural}`

const makeObject = ({ kind }: Tried, version: string, name: string, body: Body): Json => ({
  apiVersion: `${kind.group}/${version}`,
  kind: kind.kind,
  metadata: { name },
  ...body
})

const postProbe = (
  tried: Tried,
  version: string,
  body: Json,
  query: Readonly<Record<string, string>>
): Promise<Reply> => tried.api.call('POST', formatKindPath(tried, version), { body, query, signal: tried.signal })

const describePaths = (what: string, paths: readonly string[]): string | undefined =>
  paths.length > 0 ? `${what}: ${paths.join(', ')}` : undefined
