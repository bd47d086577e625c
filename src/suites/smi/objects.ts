import type { Check } from '../../model/nouns.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi, Reply } from '../../model/ports/kubernetes.ts'
import type { ServedKind } from '../../smi/crds.ts'
import { compare, knownLosses, within, type KnownLoss } from '../../smi/known-losses.ts'
import { UNSERVED, type Answer, type Body, type Exception } from '../../smi/kind.ts'
import { fullObject, probesOf } from '../../smi/objects.ts'
import type { Probe } from '../../smi/probes.ts'
import { evidence, message, piped, told, type Look } from '../evidence.ts'
import { at, fields, text } from '../../base/json.ts'
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
    losses: knownLosses(set).filter((loss) => loss.kind === kind.kind)
  }
  const about = (version: string) => isAbout(kind.group, version, speaks)
  const probes = probesOf(kind.kind).filter(({ version }) => about(version) || !kind.served.includes(version))
  // What others write in another version is read by the program, so those objects are written too.
  const written = kind.served.flatMap((version) => {
    const full = fullObject(kind, version)
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
  const written = build(tried, version, `full-${version}`, full)
  const dialect = tried.kind.dialect?.[version] === undefined ? '' : ", in this set's own form,"
  const stored = await check(
    `${title} with every field${dialect} is stored`,
    piped(written, 'create --validate=ignore'),
    async () => {
      const reply = await post(tried, version, written, {})
      return { ok: reply.status === 201, seen: told(reply) }
    }
  )
  if (!stored) return checks
  for (const reader of readers) {
    const known = tried.losses.find((loss) => loss.written === version && loss.read === reader)
    await check(
      readingClaim(title, version, reader, known),
      `${piped(written, 'create')} && kubectl get ${tried.kind.plural}.${reader}.${tried.kind.group} full-${version} -o yaml`,
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
): Promise<Look> => {
  const name = text(at(written, 'metadata', 'name'))
  const reply = await tried.api.call('GET', `${collection(tried, reader)}/${name}`, { signal: tried.signal })
  if (reply.status !== 200) return { ok: false, seen: told(reply) }
  const { lost, changed, added } = compare(written, reply.body)
  const expected = known?.lost ?? []
  const unlisted = lost.filter((path) => !expected.some((field) => within(path, field)))
  const kept = expected.filter((field) => !lost.some((path) => within(path, field)))
  const seen = [
    say('lost and not listed', unlisted),
    say(
      'lost as listed',
      lost.filter((path) => !unlisted.includes(path))
    ),
    say('changed', changed),
    say('added', added),
    say('listed as lost but there: the list of known losses is out of date', kept)
  ]
  const same = unlisted.length + changed.length + added.length === 0
  const again = expected.length > 0 ? undefined : await writeAgain(tried, reply, reader, known?.misfits ?? [])
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
const writeAgain = async (tried: Tried, read: Reply, reader: string, misfits: readonly string[]): Promise<Look> => {
  const object = { ...fields(read.body), metadata: { name: 'again' } }
  const reply = await post(tried, reader, object, { fieldValidation: 'Strict', dryRun: 'All' })
  if (misfits.length === 0) return { ok: reply.status === 201, seen: `written again: ${told(reply)}` }
  const healed = reply.status === 201 ? ', though listed as a misfit: the list is out of date' : ''
  return { ok: reply.status === 201 || reply.status === 422, seen: `written again: ${told(reply)}${healed}` }
}

const tryProbes = async (tried: Tried, probes: readonly Probe[]): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  for (const probe of probes) {
    const { kind, version, what, body, validation } = probe
    const object = build(tried, version, 'probe', body)
    const { answer, because, left } = expected(tried.kind, probe)
    const unlike = because === undefined ? '' : `, unlike the specification (${because})`
    await check(
      `${kind} ${version} with ${what} ${verb(answer, validation)}${left ? `, and ${nothing(left)} of it is kept` : ''}${unlike}`,
      piped(object, `create --validate=${validation.toLowerCase()}`),
      async () => {
        const reply = await post(tried, version, object, { fieldValidation: validation, dryRun: 'All' })
        if (!answers(reply, answer) || !left) return { ok: answers(reply, answer), seen: told(reply) }
        const { lost, changed, added } = compare(build(tried, version, 'probe', left), reply.body)
        const other = [say('gone', lost), say('other', changed), say('kept', added)].filter(
          (line) => line !== undefined
        )
        return { ok: other.length === 0, seen: [told(reply), ...other].join('; ') }
      }
    )
  }
  return checks
}

const nothing = (left: Body): string =>
  Object.keys(left).length === 0 ? 'nothing' : `no more than ${JSON.stringify(left)}`

/** What a set does with a probe: what the specification wants, unless the set serves no such version or has an exception. */
export const expected = (
  { served, exceptions = [] }: Pick<ServedKind, 'served' | 'exceptions'>,
  { version, what, answer }: Probe
): { readonly answer: Answer } & Partial<Pick<Exception, 'because' | 'left'>> => {
  const own = exceptions.find((each) => each.what === what && each.versions.includes(version))
  if (!served.includes(version)) return { answer: UNSERVED }
  return own ?? { answer }
}

const verb = (answer: Answer, validation: Probe['validation']): string => {
  if (answer === 'accepted') return validation === 'Strict' ? 'is accepted under strict validation' : 'is accepted'
  if (answer.status === 404) return 'is refused: this version is not served'
  return validation === 'Strict' ? 'is refused' : 'is refused by the schema alone'
}

const answers = (reply: Reply, answer: Answer): boolean =>
  answer === 'accepted' ? reply.status === 201 : reply.status === answer.status && message(reply).includes(answer.says)

const collection = ({ namespace, kind }: Tried, version: string): string =>
  `/apis/${kind.group}/${version}/namespaces/${namespace}/${kind.plural}`

const build = ({ kind }: Tried, version: string, name: string, body: Body): Json => ({
  apiVersion: `${kind.group}/${version}`,
  kind: kind.kind,
  metadata: { name },
  ...body
})

const post = (tried: Tried, version: string, body: Json, query: Readonly<Record<string, string>>): Promise<Reply> =>
  tried.api.call('POST', collection(tried, version), { body, query, signal: tried.signal })

const say = (what: string, paths: readonly string[]): string | undefined =>
  paths.length > 0 ? `${what}: ${paths.join(', ')}` : undefined
