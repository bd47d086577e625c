import { join, resolve } from 'node:path'
import { Failure } from '../errors.ts'
import { parseInputs } from '../inputs.ts'
import type { Files } from '../ports.ts'
import { verifyRelease, type Found } from '../verify.ts'
import type { World } from './world.ts'
import type { PipelineRequest } from './pipeline.ts'

/** verify DIR: what a careful downloader checks, in one go. The expected signer comes from the caller, never from the release. */
export async function verifyCommand({ operands, read }: PipelineRequest, world: World): Promise<void> {
  const config = parseInputs(read)
  const [operand, ...rest] = operands
  if (operand === undefined || rest.length)
    throw new Failure('input', `verify takes one folder, not ${rest.length ? operands.join(' ') : 'none'}`, {
      hint: 'slipway verify DIR --key FILE'
    })
  const { key, identity, issuer } = config
  if ((key === '') === (identity === '') || (identity !== '') !== (issuer !== ''))
    throw new Failure('input', 'nobody said who must have signed', {
      hint: 'Give --key FILE, or --identity URL and --issuer URL; the release itself cannot say whom to trust.'
    })
  const folder = resolve(world.cwd, operand)
  const files = world.files(folder)
  const found = await findIn(folder, files)
  const proves = await world.verifier(
    { key: key && (/^[a-z0-9+]+:\/\//.test(key) ? key : resolve(world.cwd, key)), identity, issuer },
    world.scratchFiles
  )
  const { covered, uncovered } = await verifyRelease(found, world.scratchFiles, proves)
  world.host.info(
    `${folder}: the signature is by the expected ${key ? 'key' : 'identity'}; ${covered.length} files have the signed digests`
  )
  for (const name of uncovered) world.host.info(`  ${name} is covered by no signature; nothing is read from it`)
  if (config.json) world.print(JSON.stringify({ folder, covered, uncovered }))
}

/** The files at the top of a folder; below an output folder lie binaries, records and the report, which are not released. */
async function findIn(folder: string, files: Files): Promise<Found> {
  const all = await files.list(folder)
  if (all.length === 0) throw new Failure('input', `${folder} is no folder with a release in it`)
  const names = all.filter((name) => !name.includes('/') && name !== '.gitignore')
  return {
    where: folder,
    names,
    async *open(name) {
      const bytes = await files.read(join(folder, name))
      if (bytes) yield bytes
    }
  }
}
