import { join } from 'node:path'
import { either, holding, isNull, isText, listOf } from '../base/decode.ts'
import { Failure } from '../base/errors.ts'
import { parseJson } from '../base/json.ts'
import { parseTarget } from '../go/target.ts'
import { MANIFEST, type Vouched } from '../model/release-chains.ts'
import type { Files } from '../model/ports/files.ts'
import type { DescribedFile } from './programs.ts'
import type { ReleaseFiles } from './release-files.ts'

interface Described {
  readonly version: string
  readonly artifacts: readonly { readonly name: string; readonly kind: string; readonly target: string | null }[]
}

const isDescribed = holding<Described>({
  version: isText,
  artifacts: listOf(
    holding<Described['artifacts'][number]>({ name: isText, kind: isText, target: either(isText, isNull) })
  )
})

/**
 * What the manifest of a release says that its files are, where the signed provenance vouches for its bytes; none where it
 * does not, or where other bytes lie there, which is told when they are compared. `folder` is for what has to be read.
 */
export async function readDescribed(
  files: Files,
  folder: string,
  found: Pick<ReleaseFiles, 'names' | 'open' | 'where'>,
  { byproducts }: Vouched
): Promise<readonly DescribedFile[]> {
  const vouched = byproducts.find(({ name }) => name === MANIFEST)
  if (!vouched || !found.names.includes(MANIFEST)) return []
  const path = join(folder, MANIFEST)
  await files.write(path, found.open(MANIFEST))
  if ((await files.digest(path))?.sha256 !== vouched.sha256) return []
  const described = parseDescribed(await files.read(path))
  if (described) return described
  throw new Failure('verification', `${MANIFEST} of ${found.where} is signed, and not a manifest that Slipway made`, {
    hint: 'A newer Slipway may have made it: verify with that one.'
  })
}

/** What a manifest says of files; undefined for what is none. */
export function parseDescribed(bytes: Uint8Array | undefined): readonly DescribedFile[] | undefined {
  const manifest = parseJson(Buffer.from(bytes ?? []).toString('utf8'))
  if (!isDescribed(manifest)) return undefined
  const { version, artifacts } = manifest
  return artifacts.map(({ name, kind, target }) => ({
    ...{ name, kind, version },
    ...(target !== null && { target: parseTarget(target) })
  }))
}
