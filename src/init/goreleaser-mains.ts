import type { KnownModule } from '../facts/known-module.ts'
import type { Setting } from './settings-file.ts'

/** The main packages of a build, or why there are none. */
export type FoundMains = { readonly mains: readonly string[] } | { readonly missing: string }

interface Looking {
  /** The folder of the file, where GoReleaser may have been run; '' for the module's own. */
  readonly base: string
  readonly program: string
}

/** The main packages that a build names: `dir` around `main`, which may be a file, a package or all below one. */
export function findMains(build: Setting, all: KnownModule, { base, program }: Looking): FoundMains {
  const known = { ...all, mains: all.mains.filter((main) => /^\.(\/[\w.+~-]+)*$/.test(main)) }
  const [dir, main] = [build.at('dir'), build.at('main')]
  const below = normalizeFolder(dir.text)
  if (/[{}]/.test(dir.text + main.text) || below.startsWith('..'))
    return { missing: 'Slipway cannot tell which folder is meant; name the main package under main' }
  const inner = main.text.replace(/\/?[^/]+\.go$/, '')
  const inModule = inner.startsWith(`${known.module}/`) ? inner.slice(known.module.length + 1) : inner
  const path = [below, normalizeFolder(inModule)].filter(Boolean).join('/')
  const look = (at: string): readonly string[] =>
    at.endsWith('...') ? findBelow(at, known) : findAt(at, known, main.kind === 'absent' ? program : '')
  const near = base === '' ? [] : look([base, path].filter(Boolean).join('/'))
  const found = near.length ? near : look(path)
  if (found.length === 0) {
    const module = known.inner.find((folder) => `${path}/`.startsWith(`${folder}/`))
    if (module !== undefined)
      return { missing: `${module} is a module of its own: run init and Slipway there too (--module ${module})` }
    const advice = known.mains.length
      ? `name one of ${known.mains.join(', ')} under main`
      : 'run init in the module that has it (--module DIR)'
    return { missing: `there is no main package in ${formatFolder(path)} of this module: ${advice}` }
  }
  dir.take()
  main.take()
  const [only = ''] = found
  if (near.length)
    build.note({
      do: `its paths are read from the folder of the file, ${base}: see that ${found.join(', ')} is what is meant.`
    })
  else if (found.length === 1 && !path.endsWith('...') && formatFolder(path) !== only)
    (main.kind === 'absent' ? build : main).note({
      same: `there is no main package in ${formatFolder(path)} of this module; ${only} is built.`
    })
  return { mains: found }
}

/** All main packages below a pattern such as ./cmd/... */
function findBelow(pattern: string, { mains }: KnownModule): readonly string[] {
  const prefix = pattern.replace(/\/?\.\.\.$/, '')
  return mains.filter((main) => prefix === '' || main === `./${prefix}` || main.startsWith(`./${prefix}/`))
}

/**
 * The folder itself; else the same below the root of the repository, for a file that was written for there; else, where no
 * folder is named, the program's own below cmd.
 */
function findAt(path: string, { mains, folder }: KnownModule, program: string): readonly string[] {
  const inModule = folder !== '' && `${path}/`.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : []
  const named = program === '' ? [] : [`cmd/${program}`, ...(mains.length === 1 ? mains.map(normalizeFolder) : [])]
  return [path, ...inModule, ...named]
    .map(formatFolder)
    .filter((main) => mains.includes(main))
    .slice(0, 1)
}

const formatFolder = (path: string): string => (path === '' ? '.' : `./${path}`)

const normalizeFolder = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
