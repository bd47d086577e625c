import { dirname, resolve } from 'node:path'
import { isWithin } from '../base/paths.ts'
import { Failure } from '../base/errors.ts'
import { chooseExpectedSigner, SIGNER_INPUTS } from './expected-signer.ts'
import type { ExpectedSigner } from '../model/signer.ts'
import type { Files } from '../model/ports/files.ts'
import type { Config, Given, InputName } from './inputs.ts'

/** Who must have signed, as the caller says it: never as what is judged says it. */
export interface Trust {
  /** Undefined where nobody is named. */
  readonly signer: ExpectedSigner | undefined
  /** Absolute path of a file that describes another Sigstore than the public one, or ''. */
  readonly trustedRoot: string
  /** Absolute paths of the files that all of this was read from, or will be. */
  readonly files: readonly string[]
}

type TrustSettings = Pick<Config, 'key' | 'identity' | 'issuer' | 'trusted-root' | 'trust'>

/** Flags and variables first, then the file that `trust` names. A slipway.yaml that nobody named has no say. */
export async function readTrust(files: Files, cwd: string, settings: TrustSettings): Promise<Trust> {
  const own = { folder: cwd, settings }
  const path = settings.trust === '' ? undefined : resolve(cwd, settings.trust)
  const named = path === undefined ? undefined : { folder: dirname(path), settings: await readSettings(files, path) }
  const by = named && !namesSigner(settings) ? named : own
  const root = settings['trusted-root'] === '' && named ? named : own
  const signer = chooseExpectedSigner(by.settings, by.folder)
  const trustedRoot = root.settings['trusted-root'] === '' ? '' : resolve(root.folder, root.settings['trusted-root'])
  const key = signer && 'key' in signer && !isService(signer.key) ? [signer.key] : []
  return { signer, trustedRoot, files: [...key, trustedRoot, path ?? ''].filter((file) => file !== '') }
}

/** Rejects flags that name nothing: a variable of a shell that is not set is an empty word, and means no default. */
export function refuseEmptyTrust(read: (name: InputName) => Given | undefined): void {
  for (const name of [...SIGNER_INPUTS, 'trusted-root', 'trust'] as const) {
    const given = read(name)
    if (given?.from.startsWith('--') && given.text.trim() === '')
      throw new Failure('input', `${given.from} is empty`, {
        hint: 'It says whom to trust: give it a value (is a variable of the shell not set?), or leave it out.'
      })
  }
}

const namesSigner = (settings: TrustSettings): boolean => SIGNER_INPUTS.some((name) => settings[name] !== '')

const isService = (key: string): boolean => /^[a-z0-9+]+:\/\//.test(key)

async function readSettings(files: Files, path: string): Promise<TrustSettings> {
  const bytes = await files.read(path)
  if (!bytes)
    throw new Failure('input', `there is no file ${path}, which should say who must have signed`, {
      hint: 'Check the path that --trust names: a slipway.yaml with key, or with identity and issuer.'
    })
  const { parseProject } = await import('./project-file.ts')
  const { parseInputs } = await import('./parse.ts')
  const { read } = parseProject(Buffer.from(bytes).toString('utf8'), path)
  const wanted: readonly InputName[] = [...SIGNER_INPUTS, 'trusted-root']
  const settings = parseInputs((name): Given | undefined => (wanted.includes(name) ? read(name) : undefined))
  if (namesSigner(settings) || settings['trusted-root'] !== '') return settings
  throw new Failure('input', `${path} does not say who must have signed`, {
    hint: 'It needs key, or identity and issuer, or trusted-root, as lines of a slipway.yaml. A key itself is named by --key.'
  })
}

/** Throws for a file of `trust` that came with what it should vouch for: by where both really lie. */
export async function refuseOwnTrust(files: Pick<Files, 'real'>, trust: Trust, judged: string): Promise<void> {
  const folder = await files.real(judged)
  for (const file of trust.files) {
    const real = await files.real(file)
    // What is not there is told when it is read.
    if (folder === undefined || real === undefined || !isWithin(folder, real)) continue
    throw new Failure('input', `${file} lies in the release that it should vouch for: ${judged}`, {
      hint: 'Take what vouches from the publisher, and keep it outside of that folder.'
    })
  }
}
