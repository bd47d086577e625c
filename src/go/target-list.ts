import { Failure } from '../base/errors.ts'
import type { Target } from '../model/nouns.ts'
import { findClosest } from '../base/text.ts'
import { formatTarget, needsCgo, parseTarget, splitUniversal } from './target.ts'

/** Words that people write for Go's. */
const ALIASES: Readonly<Record<string, string>> = {
  macos: 'darwin',
  macosx: 'darwin',
  osx: 'darwin',
  win: 'windows',
  win32: 'windows',
  win64: 'windows',
  x86_64: 'amd64',
  x64: 'amd64',
  aarch64: 'arm64',
  i386: '386',
  i686: '386',
  x86: '386',
  armhf: 'arm',
  ppc64el: 'ppc64le',
  powerpc64le: 'ppc64le'
}

/** Reads many targets, each once, in the given order. One 'input' Failure names every mistake. */
export function parseTargets(texts: readonly string[]): readonly Target[] {
  const found = new Map<string, Target>()
  const mistakes: Failure[] = []
  for (const text of texts) {
    try {
      const target = parseTarget(text)
      found.set(formatTarget(target), target)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      mistakes.push(error)
    }
  }
  const [first, ...more] = mistakes
  if (first === undefined) return [...found.values()]
  if (more.length === 0) throw first
  throw new Failure('input', mistakes.map(({ message }) => message).join('; '), {
    hint: mistakes.map(({ hint = '' }) => hint).join(' ')
  })
}

/**
 * Checks targets against the output of `go tool dist list`. A sentence for each target that this Go does not have or
 * that cannot be built without cgo; empty when all can be built.
 */
export function findUnbuildable(targets: readonly Target[], distList: string): readonly string[] {
  const known = distList.split(/\s+/).filter((line) => line.includes('/'))
  return targets.flatMap(splitUniversal).flatMap((target) => {
    const pair = `${target.os}/${target.arch}`
    if (!known.includes(pair)) {
      const near = findNearest(pair, known)
      const advice = near === undefined ? '' : `; did you mean ${near}?`
      return [`${formatTarget(target)} is not a target of this Go${advice}`]
    }
    const reason = needsCgo(target)
    return reason === undefined ? [] : [reason]
  })
}

function findNearest(pair: string, known: readonly string[]): string | undefined {
  const translated = pair
    .split('/')
    .map((word) => ALIASES[word] ?? word)
    .join('/')
  return findClosest(translated, known)
}
