import { join } from 'node:path/posix'
import { Failure } from '../../base/errors.ts'
import type { Host } from '../../model/ports/host.ts'
import type { CrdSet } from '../../smi/crds.ts'
import { OWN } from '../../model/crd-sets.ts'
import type { Sources } from '../../crds/files.ts'
import { formatCount } from '../../base/text.ts'

export interface Linting {
  readonly sources: Sources
  /** `split.smi-spec.io/v1alpha2`, …: what the program reads. */
  readonly speaks: readonly string[]
  /** As `smi-set` names them. */
  readonly sets: readonly string[]
  /** The module's folder below the repository, '' for its root. */
  readonly moduleDir: string
}

/**
 * Shows on their lines what a server with these CRD sets, the repository's own among them, would refuse or lose of the
 * repository's SMI manifests. Manifests stop no release: what ships are the programs.
 */
export async function lintSmi({ sources, speaks, sets, moduleDir }: Linting, host: Host): Promise<void> {
  if (sources.manifests.length === 0) return
  // The sets are large, and most repositories hold no manifest.
  const [{ lintManifests }, { makeCrdSet, chooseStorage }] = await Promise.all([
    import('../../smi/lint.ts'),
    import('../../smi/crds.ts')
  ])
  const own = sets.includes(OWN) ? await makeRepositorySet(sources) : []
  const { findings, objects } = lintManifests(sources.manifests, {
    speaks,
    sets: sets.flatMap((name) =>
      name === OWN
        ? own.filter((set) => typeof set !== 'string')
        : [makeCrdSet(name, name === 'all' ? { storage: chooseStorage(name, speaks) } : {})]
    )
  })
  if (objects === 0 && findings.length === 0) return
  for (const why of own)
    if (typeof why === 'string') host.warn(`SMI manifests: not held against CRDs of this repository: ${why}`)
  for (const { at, severity, rule, says, hint } of findings)
    await host.finding({
      rule,
      severity,
      file: join(moduleDir, at.file),
      line: at.line,
      message: hint === undefined ? says : `${says} ${hint}`
    })
  host.info(`SMI manifests: ${formatCount(objects, 'object')}, ${formatCount(findings.length, 'finding')}`)
}

/** The set that the CRD files of the repository make, or why they make none: its suite stops the run for that. */
async function makeRepositorySet({ crds }: Sources): Promise<readonly (CrdSet | string)[]> {
  const [{ makeOwnSet }, { parseCrds }] = await Promise.all([
    import('../../smi/own.ts'),
    import('../../crds/source.ts')
  ])
  try {
    return [makeOwnSet(parseCrds(crds))]
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return [error.message]
  }
}
