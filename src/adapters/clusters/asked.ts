import type { Config } from '../../config/inputs.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Exec } from '../../model/ports/processes.ts'
import type { Platform } from '../toolchain/platform.ts'

/** What was asked for that decides the provider of clusters. */
export type Asked = Pick<
  Config,
  'cluster' | 'kubeconfig' | 'context' | 'existing-crds' | 'image-mirrors' | 'kubernetes'
> & {
  /** Whether programs are to be rolled out in pods, which have to run for that. */
  readonly pods: boolean
}

/** How the machine and a cluster are asked. */
export interface Looking {
  readonly run: Exec
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly platform: Platform
  readonly files: Files
  readonly signal: AbortSignal
  /** Told the credentials of a kubeconfig before they are used. */
  readonly mask?: (secret: string) => void
}
