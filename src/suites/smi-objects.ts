import type { Check, Json } from '../model.ts'
import type { Cluster, Reply } from '../ports.ts'
import type { CrdSet, ServedKind } from '../smi/crds.ts'
import { compare, knownLosses, within, type KnownLoss } from '../smi/known-losses.ts'
import { GOOD_OBJECTS, type Body, type GoodObject } from '../smi/objects.ts'
import { BAD_OBJECTS, type BadObject } from '../smi/refusals.ts'
import { evidence, message, piped, told, type Look } from './evidence.ts'
import { at, fields, text } from '../json.ts'

interface Tried {
  readonly api: Cluster['api']
  readonly namespace: string
  readonly kind: ServedKind
  readonly losses: readonly KnownLoss[]
  readonly signal: AbortSignal
}

/** Writes good objects of a kind, reads each in every version, writes it back, and tries the bad ones. */
export const tryKind = async (
  { api }: Cluster,
  namespace: string,
  set: CrdSet,
  kind: ServedKind,
  { speaks }: { readonly speaks: readonly string[] },
  signal: AbortSignal
): Promise<readonly Check[]> => {
  const tried: Tried = {
    api,
    namespace,
    kind,
    signal,
    losses: knownLosses(set).filter((loss) => loss.kind === kind.kind)
  }
  const about = (version: string) => isAbout(kind.group, version, speaks)
  // What others write in another version is read by the program, so those objects are written too.
  const good = GOOD_OBJECTS.filter((each) => each.kind === kind.kind && kind.served.includes(each.version))
  const bad = BAD_OBJECTS.filter(
    (each) => each.kind === kind.kind && (about(each.version) || !kind.served.includes(each.version))
  )
  const checks = await Promise.all([
    ...good.map((each) =>
      tryGood(
        tried,
        each,
        kind.served.filter((version) => about(version) || about(each.version))
      )
    ),
    tryBad(tried, bad)
  ])
  return checks.flat()
}

/** Whether a version is one that checks are about: one that the program speaks, or any when that is not known. */
export const isAbout = (group: string, version: string, speaks: readonly string[]): boolean =>
  speaks.length === 0 || speaks.includes(`${group}/${version}`)

const tryGood = async (tried: Tried, good: GoodObject, readers: readonly string[]): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  const title = `${good.kind} ${good.version}`
  const create = async (of: 'full' | 'least', claim: string) => {
    const object = build(tried, good.version, `${of}-${good.version}`, good[of])
    return check(claim, piped(object, 'create --validate=strict'), async () => {
      const reply = await post(tried, good.version, object, { fieldValidation: 'Strict' })
      return { ok: reply.status === 201, seen: told(reply) }
    })
  }
  await create('least', `${title} with no more than it needs is accepted`)
  if (!(await create('full', `${title} with every field is accepted under strict validation`))) return checks

  const written = build(tried, good.version, `full-${good.version}`, good.full)
  for (const reader of readers) {
    const known = tried.losses.find((loss) => loss.written === good.version && loss.read === reader)
    await check(
      readingClaim(title, good.version, reader, known),
      `${piped(written, 'create')} && kubectl get ${tried.kind.plural}.${reader}.${tried.kind.group} full-${good.version} -o yaml`,
      () => readAs(tried, written, reader, known)
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

const readAs = async (tried: Tried, written: Json, reader: string, known: KnownLoss | undefined): Promise<Look> => {
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
    seen: [...seen, again?.seen].filter((line) => line !== undefined).join('; ') || 'nothing lost'
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

const tryBad = async (tried: Tried, bad: readonly BadObject[]): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  for (const { kind, version, wrong, body, validation, status, says } of bad) {
    const object = build(tried, version, 'bad', body)
    const by = validation === 'Strict' ? 'is refused' : 'is refused by the schema alone'
    await check(
      `${kind} ${version} with ${wrong} ${by}`,
      piped(object, `create --validate=${validation.toLowerCase()}`),
      async () => {
        const reply = await post(tried, version, object, { fieldValidation: validation, dryRun: 'All' })
        return { ok: reply.status === status && message(reply).includes(says), seen: told(reply) }
      }
    )
  }
  return checks
}

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
