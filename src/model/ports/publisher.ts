import type { Digest } from '../nouns.ts'
import type { Json } from '../../base/json.ts'

/** What a release will be, as far as it is known before anything is compiled. */
export interface Intent {
  readonly tag: string
  readonly commit: string
  /** Every file that it may hold. */
  readonly names: readonly string[]
  /** Those of them that it holds in any case; left out where nobody knows. */
  readonly certain?: readonly string[]
}

/** What a publisher saw before anything is compiled. */
export interface Foresight {
  /** Where the release of this tag is published already. */
  readonly published: string | undefined
  /** What a person should know, a sentence each. */
  readonly told: readonly string[]
}

/** What is asked of a publisher. */
export interface ReleaseRequest {
  readonly tag: string
  /** 40 hex digits; '' where nobody knows it, which only a folder takes. */
  readonly commit: string
  readonly title: string
  /** Markdown. */
  readonly notes: string
  readonly prerelease: boolean
  readonly latest: boolean
}

export interface RemoteFile {
  readonly name: string
  readonly size: number
  /** 64 hex digits; undefined when the platform does not say (then download and hash). */
  readonly sha256: string | undefined
}

/** A release that everybody can see. */
export interface Published {
  readonly tag: string
  /** Where a person looks at it. */
  readonly url: string
  readonly files: readonly RemoteFile[]
  /** Why it was taken back, when it was. */
  readonly yanked: string | undefined
  /** When people first saw it, where the place says so; ISO 8601. */
  readonly since?: string | undefined
  /** Nobody can change it any more, and its tag is used up. */
  readonly frozen?: boolean
  /** The bytes of one file, streamed. */
  download(name: string): AsyncIterable<Uint8Array>
  /** Where a file lies on this machine, when it does. */
  readonly pathOf?: (name: string) => string
}

/** A release that everybody can see, as it stands in a list. */
export interface Listed {
  readonly tag: string
  readonly prerelease: boolean
  readonly yanked: boolean
}

/**
 * A release nobody can see yet. When its scope ends unpublished, it stays unseen for the next run to finish. To end it
 * twice is no error.
 */
export interface Draft extends AsyncDisposable {
  /** Whether this is a published release in the shape of a draft: it is compared, and never written to. */
  readonly finished: boolean
  /** Files that lie in it already, complete. */
  readonly files: readonly RemoteFile[]
  /** The bytes of one file that lies in it, so that evidence of an earlier run is kept rather than made anew. */
  download(name: string): AsyncIterable<Uint8Array>
  /** Uploads one file unless equal bytes lie there; a half upload is removed first. Rejects ('verification') on different bytes. */
  add(file: { readonly name: string; readonly path: string } & Digest): Promise<'added' | 'kept'>
  /**
   * Reads back every file's digest, then makes the release visible. Rejects with a Failure that is `exposed` when by
   * then people may see a release that is wrong or not whole.
   */
  publish(): Promise<Published>
  /**
   * Reads back every file's digest, and leaves the draft unseen, noted as whole; nothing is written when it is noted so
   * already. Resolves with where it is. Rejects ('host') when the release became public meanwhile.
   */
  keep(): Promise<string>
}

/** A draft that a run has filled and looked at, and left for later. */
export interface KeptDraft {
  /** As it is to be published; title and notes as they stand there now. */
  readonly request: ReleaseRequest
  /** The files that the run looked at: see `digestFileList`. */
  readonly verified: string
  /** Where who may write looks at it. */
  readonly url: string
  /** The files that lie there now. */
  readonly files: readonly RemoteFile[]
  download(name: string): AsyncIterable<Uint8Array>
  readonly pathOf?: (name: string) => string
  /** Takes away what told that it was left, where that lies apart. To be called once the release is public. */
  readonly forget?: (signal: AbortSignal) => Promise<void>
}

/** Where releases can be read. */
export interface Releases {
  /** The published release of this tag, or undefined. Never a draft. */
  find(tag: string, signal: AbortSignal): Promise<Published | undefined>
}

/** How a release is taken back: it is marked, nothing is deleted. */
export interface Yank {
  readonly tag: string
  /** One sentence, for the people who find the release. */
  readonly why: string
  /** It broke half-way: the next run may finish it, and the mark goes away with that. */
  readonly half: boolean
  /** The tag of the release that is to be the latest; undefined when that stays as it is. */
  readonly latest: string | undefined
}

export interface Yanked {
  readonly url: string
  /** Whether anything had to be written: a release that is marked so already, or is not, is left alone. */
  readonly changed: boolean
  /** What the platform does not let us do, a sentence each. */
  readonly undone: readonly string[]
}

/** How people are told that a release stands again that was taken back. */
export interface Reinstatement {
  readonly tag: string
  /** Whether it is to be the latest. */
  readonly latest: boolean
  /** Whether its version is one of a prerelease. */
  readonly prerelease: boolean
}

/** Which release a platform calls the latest. It does not always do as it is told. */
export interface LatestRelease {
  /** Who calls it that, for people. */
  readonly by: string
  /** The tag of the release that it calls the latest now; undefined where there is none. */
  now(signal: AbortSignal): Promise<string | undefined>
  /** Makes another published release the latest; resolves with why it could not be done, a sentence each. */
  move(tag: string, signal: AbortSignal): Promise<readonly string[]>
}

/** One place where releases live. A finished release is never written to, but to take it back. */
export interface Publisher extends Releases {
  /** The platform's name, or 'folder'. */
  readonly name: string
  /**
   * Looks, without a write, for what would stop a release later, and rejects with it; resolves with what else was seen.
   */
  foresee(intent: Intent, signal: AbortSignal): Promise<Foresight>
  /** Waits so many seconds until another look is worth it: not at all where every write is seen at once. */
  wait(seconds: number, signal: AbortSignal): Promise<void>
  /** Every release that people can see. */
  list(signal: AbortSignal): Promise<readonly Listed[]>
  /** The commit that the tag means there now; undefined when there is no such tag, or no tags at all. */
  commitOf(tag: string, signal: AbortSignal): Promise<string | undefined>
  /** The draft of this tag, found or made; one draft however often it is called. */
  draft(request: ReleaseRequest, signal: AbortSignal): Promise<Draft>
  /** The draft of this tag that a run has kept; undefined for none, and for one that no run has come to the end of. */
  findKept(tag: string, signal: AbortSignal): Promise<KeptDraft | undefined>
  /** Marks a release that people can see, and makes another one the latest; undefined when there is no such release. */
  yank(order: Yank, signal: AbortSignal): Promise<Yanked | undefined>
  /** Takes the mark of `yank` away; undefined when there is no such release. One that has no mark is not written to. */
  reinstate(order: Reinstatement, signal: AbortSignal): Promise<Yanked | undefined>
  /** Only where somebody else decides which release is the latest. */
  readonly latest?: LatestRelease
  /**
   * Keeps a signed statement (a Sigstore bundle, parsed) where the platform's own tools look for it by the digest of what
   * it is about; nothing is written when it is there. Only where the platform can.
   */
  readonly attest?: (bundle: Json, about: string, signal: AbortSignal) => Promise<'added' | 'kept'>
  /** Notes that the platform writes from what it knows; only where it can. */
  readonly generateNotes?: (tag: string, since: string | undefined, signal: AbortSignal) => Promise<string>
}
