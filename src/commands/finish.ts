import { parseInputs, readConfig } from '../config/parse.ts'
import { readTrust } from '../config/trust.ts'
import { Failure } from '../base/errors.ts'
import { readReady } from '../publish/finish-draft.ts'
import type { CommandRequest, Context } from './context.ts'
import { decideLatest, decidePrerelease, demandPlace, readSigning, showRelease } from './show-release.ts'

/**
 * publish --finish TAG: makes a draft public that a run has left, when all of it is still what that run had looked at, and
 * looks at it as after every release. Where a person was faster, what they published is looked at instead.
 */
export async function finishRelease(read: CommandRequest['read'], context: Context): Promise<void> {
  const { config } = await readConfig(context.files(context.cwd), context.cwd, read)
  const tag = config.finish
  if (tag === '' || read('from') !== undefined || read('tag') !== undefined || read('draft') !== undefined)
    throw new Failure('input', 'publish --finish takes the tag of a draft, and no --from, --tag or --draft', {
      hint: 'slipway publish --finish v1.2.3 --to github|gitlab|DIR'
    })
  const to = demandPlace(config, context)
  const files = context.scratchFiles
  const trust = await readTrust(files, context.cwd, parseInputs(read))
  if (trust.signer) await context.preflightTrust(trust.signer, files, trust.trustedRoot)
  const publisher = await context.publisher(to, config.token, files)
  await using scratch = await files.scratch('finish')
  const ready = await readReady(
    { files, unpack: context.unpack },
    {
      ...{ publisher, tag, strangers: config['extra-files'] },
      demand: async (manifest) => {
        if (manifest) return await readSigning(manifest, { tag, to, trust }, context)
        if (trust.signer)
          throw new Failure('verification', 'it has no manifest.json, and a signer is expected', {
            hint: 'Leave --key or --identity out to publish it unsigned.'
          })
        return { proves: undefined, identity: undefined }
      }
    },
    scratch.path,
    context.signal
  )
  if (ready.published !== undefined) context.host.info(`${tag} is published already: ${ready.published}`)
  const { request: left, signing, keyless } = ready
  const prerelease = ready.published === undefined ? left.prerelease : decidePrerelease(config, tag)
  // Between the run that left it and now, a higher one may have come.
  const latest = await decideLatest(config, { tag, prerelease }, publisher, context)
  const request = { ...left, prerelease, latest: latest && (left.latest || config.latest === 'true') }
  const showing = { config, to, publisher, request, files: ready.files, signing, keyless, draft: false }
  await showRelease(showing, files, context)
  await ready.forget?.(context.signal)
}
