import type { Identity } from '../nouns.ts'

/** An in-toto statement of a type, by a file that it names. */
export interface Attested {
  /** The path of a file whose digest is among the subjects. */
  readonly about: string
  readonly predicateType: string
}

/** What is signed: a file by its path, or a statement by the path of its JSON. */
export type Signable = string | (Attested & { readonly statement: string })

/** A release as its downloader is told to verify it. */
export interface Downloading {
  /** Its signed statements, each in a bundle of that name. */
  readonly statements: readonly { readonly name: string; readonly predicateType: string }[]
  /** Path of a file that describes another Sigstore than the public one. */
  readonly trustedRoot?: string | undefined
  /** What `slipway verify` is given: a page, or the folder where the reader is, which it is when left out. */
  readonly release?: string
  /** Where the reader keeps the public key: by default beside the folder, for in it, it would come with what it vouches for. */
  readonly key?: string
  /** How the programs are called, where not by their names. */
  readonly cosign?: readonly string[]
  readonly slipway?: readonly string[]
}

/** A signature that a downloader can check, and how. */
export interface Signer {
  /** 'key', 'keyless' or 'rehearsal'. */
  readonly mode: 'key' | 'keyless' | 'rehearsal'
  /**
   * Writes a Sigstore bundle v0.3; around a statement, one with a DSSE envelope. The bundle appears at its path once it
   * was verified as a downloader will; rejects with a 'verification' Failure when it does not prove what was signed.
   */
  sign(what: Signable, bundle: string, signal: AbortSignal): Promise<void>
  /** Rejects with a 'verification' Failure unless the bundle proves it, with the identity to demand. */
  verify(what: string | Attested, bundle: string, signal: AbortSignal): Promise<void>
  /** What a downloader demands: the public key (PEM), or identity and issuer. */
  identity(signal: AbortSignal): Promise<Identity>
}
