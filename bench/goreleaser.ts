import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processes } from '../src/adapters/machine/process.ts'
import type { ToolCache } from '../src/model/ports/caches.ts'

/** The newest that `go install` builds with Go 1.26: 2.17 wants a packager that the module proxy may not serve. */
export const GORELEASER = '2.16.0'

/** GoReleaser from the tool cache, built there once (about 200 CPU-seconds). */
export async function findGoreleaser(cache: ToolCache, env: Readonly<Record<string, string>>): Promise<string> {
  const entry = ['goreleaser', GORELEASER, process.arch] as const
  const known = await cache.find(...entry)
  if (known !== undefined) return join(known, 'goreleaser')
  const made = await mkdtemp(join(tmpdir(), 'goreleaser-'))
  try {
    await processes().run(
      [
        'go',
        'install',
        '-buildvcs=false',
        '-trimpath',
        '-ldflags=-s -w',
        `github.com/goreleaser/goreleaser/v2@v${GORELEASER}`
      ],
      { cwd: tmpdir(), env: { ...env, CGO_ENABLED: '0', GOBIN: made } }
    )
    return join(await cache.add(made, ...entry), 'goreleaser')
  } finally {
    await rm(made, { recursive: true, force: true })
  }
}
