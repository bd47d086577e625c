import {
  APIDIFF,
  COSIGN,
  DEFAULT_GO,
  GO_SUMS,
  GOVULNCHECK,
  KIND,
  KUBERNETES,
  type DownloadPin,
  type ModulePin
} from '../../src/adapters/toolchain/pins.ts'
import { TEST_MODULES } from '../../__tests__/bed/test-tools.ts'

/** One digest that a tool is held to, and what it is the digest of. */
export interface Pinned {
  readonly tool: string
  readonly version: string
  /** `MODULE@VERSION` with an `h1:` sum, or a URL with a SHA-256 in hex. */
  readonly of: { readonly module: string } | { readonly url: string }
  readonly digest: string
}

/** Every digest of pins.ts and of the tools that only tests run. */
export const PINNED: readonly Pinned[] = [
  ...Object.entries(GO_SUMS).map(([platform, digest]) => ({
    tool: 'go',
    version: DEFAULT_GO,
    of: { module: `golang.org/toolchain@v0.0.1-${DEFAULT_GO}.${platform}` },
    digest
  })),
  ofModule('cosign', COSIGN.module),
  ...ofDownloads('cosign', COSIGN.version, COSIGN.downloads),
  ofModule('kind', KIND.module),
  ...ofDownloads('kind', KIND.version, KIND.downloads),
  ofModule('apidiff', APIDIFF),
  ofModule('govulncheck', GOVULNCHECK),
  ...Object.entries(KUBERNETES).flatMap(([minor, { version, module, kubectl }]) => [
    ofModule(`kubernetes-${minor}`, module),
    ...ofDownloads(`kubernetes-${minor}`, version, kubectl)
  ]),
  ...Object.entries(TEST_MODULES).map(([tool, pin]) => ofModule(tool, pin))
]

function ofModule(tool: string, { path, version, sum }: ModulePin): Pinned {
  return { tool, version, of: { module: `${path}@${version}` }, digest: sum }
}

function ofDownloads(tool: string, version: string, downloads: Readonly<Record<string, DownloadPin>>): Pinned[] {
  return Object.values(downloads).map(({ url, sha256 }) => ({ tool, version, of: { url }, digest: sha256 }))
}
