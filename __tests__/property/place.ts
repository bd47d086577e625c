import { github } from '../../src/adapters/publishers/github.ts'
import { gitlab } from '../../src/adapters/publishers/gitlab.ts'
import type { Publisher } from '../../src/ports.ts'
import { githubBench, gitlabBench, gitlabPlaceOf, placeOf, TAG, type Bench } from '../fakes/publisher-benches.ts'

/** A platform with nothing between it and the production's own pauses. */
export interface Place extends AsyncDisposable {
  readonly bench: Bench
  publisherOver(fetch: typeof globalThis.fetch, warn: (line: string) => void): Publisher
  /** Breaks off the next upload to this path in the middle of its body. */
  breakOff(target: string): void
  /** What is wrong with how many releases and files of one name there are. */
  doubles(): readonly string[]
  /** Whether the visible release says that it was taken back, or is not finished. */
  marked(): boolean
}

const UNHURRIED = { second: 1000, pace: 1000, patience: 60_000 }
const MARK = /<!-- slipway (yanked|unfinished) -->/

export async function githubPlace(): Promise<Place> {
  const bench = await githubBench()
  const { state } = bench.server
  const breaks = new Set<string>()
  bench.server.fault = ({ target }) => (breaks.delete(target) ? { when: 'midway', with: 'reset' } : undefined)
  const published = () => state.releases.filter(({ draft, tag }) => !draft && tag === TAG)
  return {
    bench,
    publisherOver: (fetch, warn) =>
      github(placeOf(bench.server, { fetch, warn, timing: UNHURRIED }), bench.local.files),
    breakOff: (target) => void breaks.add(target),
    doubles: () => (published().length > 1 ? [`${published().length} releases`] : []),
    marked: () => published().some(({ body }) => MARK.test(body)),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose]()
  }
}

export async function gitlabPlace(): Promise<Place> {
  const bench = await gitlabBench()
  const { state } = bench.server
  const breaks = new Set<string>()
  bench.server.fault = ({ target }) =>
    [...breaks].some((path) => path.endsWith(`/${target}`) && breaks.delete(path))
      ? { when: 'midway', with: 'reset' }
      : undefined
  const published = () => state.releases.filter(({ tag }) => tag === TAG)
  return {
    bench,
    publisherOver: (fetch, warn) =>
      gitlab(gitlabPlaceOf(bench.server, { fetch, warn, timing: UNHURRIED }), bench.local.files),
    breakOff: (target) => void breaks.add(target),
    doubles: () => {
      const digests = new Map<string, Set<string | null>>()
      for (const { name, sha256 } of state.files) digests.set(name, (digests.get(name) ?? new Set()).add(sha256))
      return [
        ...(published().length > 1 ? [`${published().length} releases`] : []),
        ...(published().length === 1
          ? [...digests].flatMap(([name, { size }]) => (size > 1 ? [`${size} contents of ${name}`] : []))
          : [])
      ]
    },
    marked: () => published().some(({ description }) => MARK.test(description)),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose]()
  }
}
