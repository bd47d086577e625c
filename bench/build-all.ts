/**
 * Builds several targets, some at once: `node build-all.ts JSON` with a Build as JSON, in the module's folder. One
 * command, so that it can be measured as one.
 */
import { argv, env } from 'node:process'
import pLimit from 'p-limit'
import { processes } from '../src/adapters/machine/process.ts'

export interface Build {
  /** `os/arch`. */
  readonly targets: readonly string[]
  /** One `go build` a list. */
  readonly mains: readonly (readonly string[])[]
  /** How many `go build` run side by side. */
  readonly atOnce: number
  /** Go's `-p`; its default when left out. */
  readonly p?: number
  /** A folder for the programs. */
  readonly out: string
}

const { targets, mains, atOnce, p, out } = JSON.parse(argv[2] ?? '') as Build
const limit = pLimit(atOnce)
const { run } = processes()
await Promise.all(
  targets.flatMap((target) =>
    mains.map((packages) =>
      limit(() => {
        const [GOOS = '', GOARCH = ''] = target.split('/')
        const parallel = p === undefined ? [] : ['-p', String(p)]
        const flags = ['-trimpath', '-mod=readonly', ...parallel, '-ldflags', '-s -w -buildid=']
        return run(['go', 'build', ...flags, '-o', `${out}/${GOOS}_${GOARCH}/`, ...packages], {
          env: { ...(env as Record<string, string>), GOOS, GOARCH, CGO_ENABLED: '0', GOENV: 'off' }
        })
      })
    )
  )
)
