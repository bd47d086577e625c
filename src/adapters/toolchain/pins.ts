/**
 * Every tool that Slipway may fetch, with the digest that has to match. Data only. `readAt` says where a digest was
 * read; docs/tools.md says more. A tool or platform that is not listed here is not offered.
 */

import type { KubernetesMinor } from '../../config/kubernetes-minors.ts'

/** The Go that builds our tools, and what a machine without Go gets. */
export { DEFAULT_GO } from '../../go/go-mod.ts'

/**
 * `h1:` sums of DEFAULT_GO's toolchain modules, golang.org/toolchain@v0.0.1-go1.26.8.OS-ARCH, by `OS-ARCH`. Read with
 * `go mod download -json` with the checksum database on. The Windows modules could not be read there: not offered.
 */
export const GO_SUMS: Readonly<Record<string, string>> = {
  'linux-amd64': 'h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=',
  'linux-arm64': 'h1:sYL/O6MqS68ML0kjsQ36WoYIpJqkw60TxizWUYUKQMc=',
  'darwin-amd64': 'h1:7/9KPPN8PckcA9s91hm2jmQMhzW4KyTJXHIs45L0C9M=',
  'darwin-arm64': 'h1:dFjGhY6f8DTsY8/rLchUTDRRfjJP4pCrGCwxvHFT2Fg='
}

/** Where Go's own toolchain modules come from when GOPROXY names no place. */
export const GO_ORIGIN = 'https://go.dev/dl/mod'

/** One official file: the program itself, not an archive. */
export interface DownloadPin {
  readonly url: string
  readonly sha256: string
  readonly readAt: string
}

export interface ModulePin {
  readonly path: string
  readonly version: string
  /** As the checksum database vouches for it. */
  readonly sum: string
  /** What a build from nothing costs, for the progress line. */
  readonly cost: string
}

const COSIGN_LISTS = 'pin lists of public repositories that agree, such as skaft-software/ygg scripts/install.sh'
const pinCosign = (file: string, sha256: string): DownloadPin => ({
  url: `https://github.com/sigstore/cosign/releases/download/v3.1.3/${file}`,
  sha256,
  readAt: COSIGN_LISTS
})

export const COSIGN = {
  version: 'v3.1.3',
  /** What a cosign on PATH must be: bundles and flags of cosign 3. */
  machine: '>=3.1.3 <4.0.0',
  /** By Go's `os/arch`. */
  downloads: {
    'linux/amd64': pinCosign('cosign-linux-amd64', '4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71'),
    'linux/arm64': pinCosign('cosign-linux-arm64', 'c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a'),
    'darwin/amd64': pinCosign(
      'cosign-darwin-amd64',
      '2347488e5d5b25336644024dfeca5601b190e91197a71a917bda44744aff106c'
    ),
    'darwin/arm64': pinCosign(
      'cosign-darwin-arm64',
      '5cf948c2f4dfe59687bdd0b8523709067383e03982cc543475c8a7dc70e92a76'
    ),
    'windows/amd64': pinCosign(
      'cosign-windows-amd64.exe',
      '9fe59be0eca1271873ce019061335eb1ac419b7059202e797828467ddabe33be'
    )
  } as Readonly<Record<string, DownloadPin>>,
  module: {
    path: 'github.com/sigstore/cosign/v3',
    version: 'v3.1.3',
    sum: 'h1:001JQRI/PJ/5T+g/kJ1KTvKFbb322+fomc+pHDZ/6sg=',
    cost: '7 CPU-minutes the first time'
  } satisfies ModulePin
} as const

/** Has no releases and says no version: it is always built from the module that we name. */
export const APIDIFF: ModulePin = {
  path: 'golang.org/x/exp',
  version: 'v0.0.0-20261014143641-f0251eb4aa3e',
  sum: 'h1:HgI6W1OolKK6tcV74is+rl9SMT0njsHlp0TbQiGXI/A=',
  cost: '4 CPU-seconds the first time'
}

/** Says its version only once it has reached its database: it is always built from the module that we name. */
export const GOVULNCHECK: ModulePin = {
  path: 'golang.org/x/vuln',
  version: 'v1.9.0',
  sum: 'h1:12VaqnI9kJfqwRoPptxoqsUhQtdfrSbdksT7X/KY/sc=',
  cost: '20 CPU-seconds the first time'
}

export interface KubernetesPin {
  readonly version: string
  /** The etcd that this Kubernetes requires as a module, built in. */
  readonly etcd: string
  /** The last day for which Kubernetes promises patches of this minor, as YYYY-MM-DD: docs/clusters.md says how it is known. */
  readonly supported: string
  readonly kubectl: Readonly<Record<string, DownloadPin>>
  readonly module: ModulePin
}

interface KubernetesFacts extends Pick<KubernetesPin, 'etcd' | 'supported'> {
  /** Of the module k8s.io/kubernetes, as the checksum database vouches for it. */
  readonly sum: string
  /** SHA-256 of the official kubectl for Linux, by Go's architecture. */
  readonly kubectl: Readonly<Record<'amd64' | 'arm64', string>>
  readonly readAt: string
  readonly cost: string
}

const pinKubernetes = (version: string, facts: KubernetesFacts): KubernetesPin => ({
  version,
  etcd: facts.etcd,
  supported: facts.supported,
  kubectl: Object.fromEntries(
    Object.entries(facts.kubectl).map(([arch, sha256]) => [
      `linux/${arch}`,
      { url: `https://dl.k8s.io/release/${version}/bin/linux/${arch}/kubectl`, sha256, readAt: facts.readAt }
    ])
  ),
  module: { path: 'k8s.io/kubernetes', version, sum: facts.sum, cost: `${facts.cost} the first time` }
})
const KUBECTL_LISTS = 'pin lists of public repositories that agree, each naming the kubectl.sha256 published beside it'
const KUBESPRAY = 'kubernetes-sigs/kubespray roles/kubespray_defaults/vars/main/checksums.yml at 005bdce'

/** By Kubernetes minor, newest first. The first is the default. */
export const KUBERNETES: Readonly<Record<string, KubernetesPin>> = {
  '1.37': pinKubernetes('v1.37.1', {
    etcd: 'v3.7.0',
    supported: '2027-10-28',
    sum: 'h1:LTUzSbp9n0W7649oVKBYfC48zcoD3vCk++1PZQn28q8=',
    kubectl: {
      amd64: '65691ff77eb6fa44c908b77a1082c9f092c3b9733b5cefabec0d1104890e21a8',
      arm64: 'ff749f4b78d9c4f1ec87307df9b50119ed819e2094aa9810cb9acffc3286c8c7'
    },
    readAt: KUBECTL_LISTS,
    cost: '13 CPU-minutes and 3.1 GiB of memory'
  }),
  '1.36': pinKubernetes('v1.36.4', {
    etcd: 'v3.6.8',
    supported: '2027-06-28',
    sum: 'h1:08GT0ZOMtyCcRnslyvnpWurf1wm20KHbC/aRS+0LxSo=',
    kubectl: {
      amd64: '8b8f088da2dab964f853b38464033b1be15ede2839eca751482357c45abdd05a',
      arm64: '0ecf44450ee6063bf19dd166a103ee6df4a9034455c2abce626e6eea657d73fb'
    },
    readAt: KUBECTL_LISTS,
    cost: '13 CPU-minutes and 3 GiB of memory'
  }),
  '1.35': pinKubernetes('v1.35.8', {
    etcd: 'v3.6.5',
    supported: '2027-02-28',
    sum: 'h1:nqVTiKGbHuwTNjCn1dvK2tjOFie7J7SUMyZWDNsNHgA=',
    kubectl: {
      amd64: '874d5e72dbb819f43cff16bcd1e4f8bac5b7f2361fe1e55049b0a6c676fb0cbf',
      arm64: 'cc749967b62f4422260bc9c0aa7a7c55f45175ae38cb8d95767b5d2b7e04c1fd'
    },
    readAt: KUBECTL_LISTS,
    cost: '13 CPU-minutes and 3 GiB of memory'
  }),
  '1.34': pinKubernetes('v1.34.4', {
    etcd: 'v3.6.4',
    supported: '2026-10-27',
    sum: 'h1:Yy6R4QB8C9kJPp25GFqEvX5XQwY5qzKeqD0Xx6oAcmk=',
    kubectl: {
      amd64: 'd50c359d95e0841eaad08ddc27c7be37cba8fdccfba5c8e2ded65e121ff112db',
      arm64: '5b982c0644ab1e27780246b9085a5886651b4a7ed86243acbb2bacc1bea01dda'
    },
    readAt: KUBESPRAY,
    cost: '13 CPU-minutes and 3 GiB of memory'
  })
} satisfies Readonly<Record<KubernetesMinor, KubernetesPin>>

/** One node image of kind's: a whole Kubernetes node in a container image, by the digest of its manifest list. */
export interface NodeImage {
  /** The Kubernetes in it. */
  readonly version: string
  /** `repository@sha256:…`, without a registry. */
  readonly image: string
  readonly readAt: string
}

const KIND_MODULE = 'pkg/apis/config/defaults/image.go of the module sigs.k8s.io/kind@v0.33.0'
const KIND_LISTS = 'lists of the images of kind v0.33.0 in public repositories that agree'
const pinNodeImage = (version: string, sha256: string, readAt: string): NodeImage => ({
  version,
  image: `kindest/node@sha256:${sha256}`,
  readAt
})
const KIND_DOWNLOADS = 'pin lists of public repositories that agree, such as the ones of cert-manager and its tools'
const pinKind = (platform: string, sha256: string): DownloadPin => ({
  url: `https://github.com/kubernetes-sigs/kind/releases/download/v0.33.0/kind-${platform}`,
  sha256,
  readAt: KIND_DOWNLOADS
})

export const KIND = {
  version: 'v0.33.0',
  /** What a kind on PATH must be: node images are made for a release of kind and for later ones. */
  machine: '>=0.33.0 <1.0.0',
  /** By Go's `os/arch`. */
  downloads: {
    'linux/amd64': pinKind('linux-amd64', 'aee6151561422756b764a4ae28e7f44cda5af5a9eead3cc9985112b1de8d8e0d'),
    'linux/arm64': pinKind('linux-arm64', '20022bee6cfcd5086cb7234d218e3454e6090022f2a8f55d1fa7fcf42c3867a2'),
    'darwin/amd64': pinKind('darwin-amd64', '5a99f26f57246dc9319dd294803313197a0f34d33c525b3ea8b655db5916ece0'),
    'darwin/arm64': pinKind('darwin-arm64', '0c8c7dbe5e23594a198b786c4bc13dacc101fa6196b0cb0b23a1ca44e61f4b4f')
  } as Readonly<Record<string, DownloadPin>>,
  module: {
    path: 'sigs.k8s.io/kind',
    version: 'v0.33.0',
    sum: 'h1:AjvDv3vOygb/VKLVQW87lfktIBzkxR8Ump9DjxC8+Lk=',
    cost: 'half a CPU-minute the first time'
  } satisfies ModulePin,
  /** By Kubernetes minor, newest first. */
  images: {
    '1.37': pinNodeImage('v1.37.0', 'a1ed56cfb0e7b93589bdf97c8cd566405a265939e3620fc4f5de89adff580ae5', KIND_MODULE),
    '1.36': pinNodeImage('v1.36.4', '099e049362a1526b2db71494e1947aae99bd16290d7c895f2b7ea312e3cbfaed', KIND_LISTS),
    '1.35': pinNodeImage('v1.35.8', '07b2536e30b803ed61d1677a79df6115f798ce64c80f9e22f6ed45afd09323c0', KIND_LISTS),
    '1.34': pinNodeImage('v1.34.11', '44e222ee2132dab25ff87301682f89eb82c7880ea3a1bf543bfe9708fd08d67d', KIND_LISTS)
  } satisfies Readonly<Record<KubernetesMinor, NodeImage>> as Readonly<Record<string, NodeImage>>
} as const

/** What an etcd on PATH must be, for any Kubernetes here. */
export const ETCD_MACHINE = '>=3.5.0 <4.0.0'

/** Operating systems for which Kubernetes is built; a control plane runs on Linux. */
export const KUBERNETES_OS: readonly string[] = ['linux']
