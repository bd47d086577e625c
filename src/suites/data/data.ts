import { join } from 'node:path'
import { stringify } from 'yaml'
import { hashBytes } from '../../base/digest.ts'
import { Failure } from '../../base/errors.ts'
import { canonicalize, isObject, readItems, parseJson, readText } from '../../base/json.ts'
import type { Check, Trial, Verdict } from '../../model/nouns.ts'
import type { Json } from '../../base/json.ts'
import type { DataFixture } from './settings.ts'
import { makeSampleFiles } from '../../smi/samples.ts'
import { callProgram, type Called } from '../programs/call.ts'
import { evidence, reachVerdict, type Evidence, type Observation } from '../evidence.ts'
import { findProgram } from '../programs/version.ts'
import { fillPlaceholders } from '../programs/call.ts'
import type { Exec } from '../../model/ports/processes.ts'
import type { SuiteTools } from '../suite.ts'
import type { Version, Versions } from '../programs/version.ts'

interface FixtureTrial {
  readonly fixture: DataFixture
  readonly tools: SuiteTools
  readonly folder: string
  /** Runs the programs of both versions, in the sandbox of the trial. */
  readonly run: Exec
  readonly evidence: Evidence
  /** Files of the suite's own, where the user names none. */
  readonly samples: readonly { readonly name: string; readonly text: string }[]
  readonly signal: AbortSignal
}

/**
 * Whether the candidate reads what was written for the baseline (forward), and the baseline what is written for the
 * candidate (backward): every fixture of both versions by both programs. A program reads a file when it ends with
 * status 0, and what it says of it must hold what the older one says. With a `write` call, what one version wrote is
 * read by the other, and written over, and read again.
 *
 * Where no fixture is named and the program speaks SMI, files of SMI objects are read, in every version of its kinds.
 *
 * What proves nothing does not pass: a fixture that neither version reads fails, and so does a new one that the candidate
 * cannot read; an 'input' Failure tells of a baseline that reads none of what it is given.
 *
 * `trial.with`: `data` (as in slipway.yaml), `speaks`. No cluster.
 */
export const proveData = async (
  trial: Trial,
  tools: SuiteTools,
  { baseline, candidate }: Versions,
  signal: AbortSignal
): Promise<Verdict> =>
  reachVerdict(undefined, trial, false, async (): Promise<readonly Check[]> => {
    if (!baseline) throw new Error('a data trial without a baseline')
    await using scratch = await tools.files.scratch('data')
    const fixture = trial.with['data'] as unknown as DataFixture
    const speaks = readItems(trial.with['speaks']).map(readText)
    const samples = makeSampleFiles(speaks).map(({ name, objects }) => ({
      name,
      text: objects.map((object) => stringify(object)).join('---\n')
    }))
    const given = { fixture, tools, folder: scratch.path, evidence: evidence(), samples, signal }
    const [old, fresh] = [await copyFixtures(given, baseline), await copyFixtures(given, candidate)]
    if (old.length + fresh.length === 0 && fixture.write === undefined)
      throw new Failure(
        'input',
        `data ${fixture.name}: there is no file at ${fixture.files.join(', ') || '(nothing)'}`,
        {
          hint: 'Name fixtures that git holds: files of the data in slipway.yaml.'
        }
      )
    if (fixture.write) await tools.files.write(join(scratch.path, 'written', '.keep'), '')
    await using sandbox = await tools.sandboxes.open({
      reads: [baseline, candidate].flatMap(({ programs }) => Object.values(programs)),
      ...{ writes: [scratch.path], reaches: [], hides: [] }
    })
    const scene: FixtureTrial = { ...given, run: sandbox.run }
    const refusals: (string | undefined)[] = []
    for (const file of old) refusals.push(await proveForward(scene, baseline, candidate, file))
    const [refusal] = refusals
    if (refusal !== undefined && refusals.every((each) => each !== undefined))
      throw new Failure('input', `data ${fixture.name}: ${baseline.name} reads none of its own files: ${refusal}`, {
        hint: 'Without a file that it reads there is nothing to compare. Are read and files in slipway.yaml right for that version too? A program that reads no files yet has none to keep: take it out of data for this release.'
      })
    const same = new Set(old.map(({ name, digest }) => `${name} ${digest}`))
    for (const file of fresh)
      if (!same.has(`${file.name} ${file.digest}`)) await proveBackward(scene, baseline, candidate, file)
    if (fixture.write) await proveWritten(scene, baseline, candidate, fixture.write)
    return scene.evidence.checks
  })

interface Fixture {
  readonly name: string
  readonly path: string
  readonly digest: string
}

/** Copies of a version's fixtures, so that a program that writes into what it reads spoils nobody's. */
async function copyFixtures(scene: Omit<FixtureTrial, 'run'>, version: Version): Promise<readonly Fixture[]> {
  const { fixture, tools, folder, samples } = scene
  if (isSample(scene))
    return await Promise.all(
      samples.map(async ({ name, text }) => {
        const path = join(folder, name)
        await tools.files.write(path, text)
        return { name: `the sample ${name}`, path, digest: hashBytes(text) }
      })
    )
  const names = (await Promise.all(fixture.files.map((path) => version.list(path)))).flat()
  return await Promise.all(
    [...new Set(names)].sort().map(async (name) => {
      const path = join(folder, version.name.replace(/[^\w.-]/g, '-'), name)
      const bytes = (await version.file(name)) ?? new Uint8Array()
      await tools.files.write(path, bytes)
      return { name, path, digest: hashBytes(bytes) }
    })
  )
}

/** Resolves with what the baseline says of a file of its own that it does not read, else with undefined. */
async function proveForward(
  scene: FixtureTrial,
  baseline: Version,
  candidate: Version,
  { name, path }: Fixture
): Promise<string | undefined> {
  let refusal: string | undefined
  await scene.evidence.check(
    `candidate ${candidate.name} reads ${name} of ${baseline.name} as ${baseline.name} does`,
    formatCallByHand(scene, candidate, scene.fixture.read, name),
    async () => {
      const older = await readFixture(scene, 'baseline', baseline, path)
      const newer = await readFixture(scene, 'candidate', candidate, path)
      if (older.status === 0) return compareOutputs(scene.fixture, older, newer)
      refusal = `${name}: ${describeCalled(older)}`
      const seen = `${baseline.name} refuses it itself (${older.how})`
      if (newer.status === 0) return { ok: true, seen: `${seen}, ${candidate.name} reads it: nothing to keep` }
      // Of the files of ours each program has its own choice; a file that somebody named is there to be read.
      if (isSample(scene)) return { ok: true, seen: `${seen}, and so does ${candidate.name}: nothing to keep` }
      return {
        ok: false,
        seen: `neither reads it, so nothing is proved: ${describeCalled(older)}. A file that is meant to be refused is no fixture: name those that are read in data.files`
      }
    }
  )
  return refusal
}

/** A file that is new or other in the candidate: it reads the file itself, and so does the baseline on the way back. */
async function proveBackward(
  scene: FixtureTrial,
  baseline: Version,
  candidate: Version,
  { name, path }: Fixture
): Promise<void> {
  let newer: Called | undefined
  const own = await scene.evidence.check(
    `candidate ${candidate.name} reads its own ${name}`,
    formatCallByHand(scene, candidate, scene.fixture.read, name),
    async () => {
      newer = await readFixture(scene, 'candidate', candidate, path)
      return { ok: newer.status === 0, seen: newer.status === 0 ? newer.how : describeCalled(newer) }
    }
  )
  if (!own || !scene.fixture.backward) return
  await scene.evidence.check(
    `baseline ${baseline.name} tolerates ${name} of ${candidate.name}`,
    formatCallByHand(scene, baseline, scene.fixture.read, name),
    async () => {
      const older = await readFixture(scene, 'baseline', baseline, path)
      return newer === undefined
        ? { ok: false, seen: 'it was never read' }
        : compareOutputs(scene.fixture, older, newer)
    }
  )
}

const isSample = ({ fixture }: Pick<FixtureTrial, 'fixture'>): boolean => fixture.files.length === 0

/** The upgrade of a file in place, and the way back. */
async function proveWritten(
  scene: FixtureTrial,
  baseline: Version,
  candidate: Version,
  write: readonly string[]
): Promise<void> {
  const path = join(scene.folder, 'written', 'data')
  const by = async (role: 'baseline' | 'candidate', version: Version): Promise<boolean> =>
    scene.evidence.check(
      `${role} ${version.name} writes its data`,
      formatCallByHand(scene, version, write, 'data'),
      async () => {
        const called = await callVersion(scene, role, version, write, path)
        return { ok: called.status === 0, seen: describeCalled(called) }
      }
    )
  if (!(await by('baseline', baseline))) return
  await scene.evidence.check(
    `candidate ${candidate.name} reads what ${baseline.name} wrote`,
    formatCallByHand(scene, candidate, scene.fixture.read, 'data'),
    async () =>
      compareOutputs(
        scene.fixture,
        await readFixture(scene, 'baseline', baseline, path),
        await readFixture(scene, 'candidate', candidate, path)
      )
  )
  if (!scene.fixture.backward || !(await by('candidate', candidate))) return
  await scene.evidence.check(
    `baseline ${baseline.name} reads what ${candidate.name} wrote over it`,
    formatCallByHand(scene, baseline, scene.fixture.read, 'data'),
    async () =>
      compareOutputs(
        scene.fixture,
        await readFixture(scene, 'baseline', baseline, path),
        await readFixture(scene, 'candidate', candidate, path)
      )
  )
}

const readFixture = (
  scene: FixtureTrial,
  role: 'baseline' | 'candidate',
  version: Version,
  path: string
): Promise<Called> => callVersion(scene, role, version, scene.fixture.read, path)

function callVersion(
  { fixture, run, folder, signal }: FixtureTrial,
  role: 'baseline' | 'candidate',
  version: Version,
  args: readonly string[],
  path: string
): Promise<Called> {
  const program = findProgram({ version, label: `${role} ${version.name}` }, fixture.program)
  const given = args.map((arg) => fillPlaceholders(arg, { fixture: path }))
  return callProgram(run, [program, ...given], { cwd: folder, home: folder, within: fixture.within }, signal)
}

/** Whether what the older program says of a file is still in what the newer one says. */
export function compareOutputs({ stdout }: Pick<DataFixture, 'stdout'>, older: Called, newer: Called): Observation {
  for (const called of [older, newer]) if (called.status !== 0) return { ok: false, seen: describeCalled(called) }
  if (stdout === 'ignore') return { ok: true, seen: 'both end with status 0' }
  if (stdout === 'equal')
    return older.stdout === newer.stdout
      ? { ok: true, seen: `both say the same ${older.stdout.length} characters` }
      : { ok: false, seen: `${joinToLine(older.stdout)} became ${joinToLine(newer.stdout)}` }
  const [old, fresh] = [parseJson(older.stdout), parseJson(newer.stdout)]
  if (old === undefined && stdout === 'auto')
    return { ok: true, seen: 'both end with status 0; what they say is no JSON' }
  if (old === undefined || fresh === undefined)
    return { ok: false, seen: `it is no JSON: ${joinToLine((old === undefined ? older : newer).stdout)}` }
  const lost = findMissing(old, fresh, '')
  return lost.length
    ? { ok: false, seen: `${lost.length} values are gone or other: ${lost.slice(0, 10).join('; ')}` }
    : {
        ok: true,
        seen: canonicalize(old) === canonicalize(fresh) ? 'both say the same' : 'all that the older says is there'
      }
}

/** Values of `old` that are not in `fresh` under the same path. */
function findMissing(old: Json, fresh: Json | undefined, path: string): readonly string[] {
  const at = path === '' ? 'the whole' : path
  if (fresh === undefined) return [`${at} (was ${joinToLine(JSON.stringify(old))})`]
  if (isObject(old))
    return isObject(fresh)
      ? Object.entries(old).flatMap(([key, value]) =>
          value === undefined ? [] : findMissing(value, fresh[key], path === '' ? key : `${path}.${key}`)
        )
      : [`${at} (is no object)`]
  if (Array.isArray(old))
    return Array.isArray(fresh)
      ? readItems(old as Json).flatMap((value, i) => findMissing(value, readItems(fresh as Json)[i], `${path}[${i}]`))
      : [`${at} (is no list)`]
  return old === fresh ? [] : [`${at}: ${JSON.stringify(old)} → ${joinToLine(JSON.stringify(fresh))}`]
}

const describeCalled = ({ how, stdout, stderr }: Called): string =>
  `${how}: ${joinToLine(stderr || stdout) || 'it says nothing'}`

const joinToLine = (text: string): string => {
  const one = text.trim().replace(/\s+/g, ' ')
  return one.length > 300 ? `${one.slice(0, 297)}...` : one
}

const formatCallByHand = (
  { fixture }: FixtureTrial,
  version: Version,
  args: readonly string[],
  name: string
): string => {
  const program = fixture.program ?? Object.keys(version.programs)[0] ?? ''
  return [program, ...args.map((arg) => fillPlaceholders(arg, { fixture: name }))].join(' ')
}
