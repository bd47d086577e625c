import type { ExpectedSigner, Repository } from '../model/signer.ts'
import type { Event } from './event.ts'

export type Env = Readonly<Record<string, string | undefined>>

export interface Pages {
  /** What changed between two tags. */
  compare(since: string, tag: string): string
  /** A file of a release. */
  file(tag: string, name: string): string
}

/** A platform that runs jobs and keeps releases: what is known of it without a request. */
export interface Platform {
  readonly name: string
  /** Whether this run is one of its jobs. */
  readonly runsHere: (env: Env) => boolean
  /** What started the job; `payload` is what the platform left in a file. */
  readonly event: (env: Env, payload: unknown) => Event
  /** Whether the variables say which of its projects releases go to. */
  readonly knowsProject: (env: Env) => boolean
  /** The commit that the job was started for, where the variables say it. */
  readonly startedFor?: (env: Env) => string | undefined
  /** Who signs keyless in the jobs of a repository when a tag is pushed: any of its own workflows, at just this tag. */
  readonly signer: (repository: Repository, tag: string) => ExpectedSigner
  /** Rejects ('input') files that no release of it takes. */
  readonly refuseFiles?: (files: readonly { readonly name: string; readonly size: number }[]) => void
  /** What a draft is there. */
  readonly draft: string
  /** Its pages for people, below the URL of a repository. */
  readonly pages: Pages
  /** Whether its own tools look for signed statements by the digest of a file. */
  readonly keepsAttestations: boolean
  /** Whether it writes notes from what it knows. */
  readonly generatesNotes: boolean
}
