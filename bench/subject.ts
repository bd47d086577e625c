import { processes } from '../src/adapters/machine/process.ts'
import { ACTIONLINT, MESH_CANARY } from '../__tests__/bed/examples.ts'
import {
  commitVersion,
  downloadModule,
  makeRepository,
  moduleVersion,
  type Version
} from '../__tests__/bed/module-repository.ts'

/**
 * Which file a commit changes: one of the command's own package, so that little is compiled and everything linked, or
 * one of a package below it, where the compiler has work for each target whoever calls it.
 */
export type Depth = 'command' | 'library'

/** What is released; each version changes one file of the one before. */
export interface Subject {
  readonly name: string
  readonly main: string
  /** A repository that holds version 0 and what came before it; returns its tag. */
  make(folder: string): Promise<string>
  /** Adds version `n`, counted from 1; returns its tag. */
  commit(folder: string, n: number, depth: Depth): Promise<string>
}

/** An ordinary command of 106 packages, none of them Kubernetes'. */
export async function actionlint(): Promise<Subject> {
  return subject(
    'actionlint',
    './cmd/actionlint',
    [moduleVersion(await downloadModule(ACTIONLINT))],
    `https://${ACTIONLINT.path}`,
    { command: 'cmd/actionlint/main.go', library: 'command.go' }
  )
}

/** A program that speaks SMI and talks to Kubernetes: there is something to prove. */
export const meshCanary = async (): Promise<Subject> =>
  subject('mesh-canary', '.', MESH_CANARY, 'https://example.com/examples/mesh-canary', {
    command: 'main.go',
    library: 'internal/splits/weights.go'
  })

function subject(
  name: string,
  main: string,
  history: readonly Version[],
  origin: string,
  files: Readonly<Record<Depth, string>>
): Subject {
  const first = history.at(-1)
  if (first === undefined) throw new Error(`${name} without a version`)
  const later = (n: number, depth: Depth): Version => ({
    ...first,
    tag: first.tag.replace(/\d+$/, (patch) => String(Number(patch) + n)),
    date: new Date(Date.parse(first.date) + n * 3_600_000).toISOString().replace('.000', ''),
    message: `Change ${n}`,
    edits: {
      [files[depth]]: (content: string) => `${content}\n// Round is another one in each commit.\nvar Round = "${n}"\n`
    }
  })
  return {
    name,
    main,
    make: async (folder) => {
      await makeRepository(folder, history)
      // GoReleaser stops without an origin; nothing is ever fetched from it.
      const env = { PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null' }
      await processes().run(['git', 'remote', 'add', 'origin', origin], { cwd: folder, env })
      return first.tag
    },
    commit: async (folder, n, depth) => {
      const version = later(n, depth)
      await commitVersion(folder, version)
      return version.tag
    }
  }
}
