import type { Tool } from '../nouns.ts'

export type ToolName =
  | 'apidiff'
  | 'cosign'
  | 'etcd'
  | 'govulncheck'
  | 'kind'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kubectl'

/** Where tools come from. Nothing runs before it was checked against a digest that we carry or the checksum database. */
export interface Toolchain {
  /** The Go toolchain of exactly this version (`go1.26.8`). `path` is the go command; GOROOT is two levels up. */
  go(version: string, signal: AbortSignal): Promise<Tool>
  /** A tool; Kubernetes tools take the Kubernetes minor (`1.37`), others their pinned version when left out. */
  tool(name: ToolName, version: string | undefined, signal: AbortSignal): Promise<Tool>
}
