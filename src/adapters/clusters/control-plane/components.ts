/** Argument lists of the control plane's programs. All paths are relative to the cluster's folder, which is their cwd. */

/** What the programs read and write in the cluster's folder. */
export const PATHS = {
  /** An address with a relative path: a socket's absolute one may have only 107 bytes. */
  etcd: 'unix://etcd.sock',
  /** A file of that name: etcd 3.6 wants host and port of every address that it advertises, if only to itself. */
  peer: 'unix://peer.sock:0',
  certificate: 'serving/apiserver.crt',
  /** Written after the certificate. */
  certificateKey: 'serving/apiserver.key',
  signingKey: 'service-accounts.key',
  verifyingKey: 'service-accounts.pub',
  tokens: 'tokens.csv',
  controllerManager: 'kube-controller-manager.kubeconfig',
  scheduler: 'kube-scheduler.kubeconfig',
  admin: 'admin.kubeconfig',
  log: (component: string): string => `log/${component}.log`
} as const

export type Component = 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler'

/** etcd on sockets in the cluster's folder: no port, and no certificate, since only this user can enter the folder. */
export const etcd = (): readonly string[] => [
  '--data-dir=etcd',
  `--listen-client-urls=${PATHS.etcd}`,
  `--advertise-client-urls=${PATHS.etcd}:0`,
  `--listen-peer-urls=${PATHS.peer}`,
  `--initial-advertise-peer-urls=${PATHS.peer}`,
  `--initial-cluster=default=${PATHS.peer}`,
  // The data lives for minutes and is never read again, and the only member elects itself after one timeout.
  '--unsafe-no-fsync',
  '--heartbeat-interval=20',
  '--election-timeout=100',
  '--log-level=warn'
]

/**
 * For the API server. Its start makes 300 MiB of garbage among 200 MiB that stay: collected four times less often, that
 * costs 15 % less processor time and 120 MiB more memory (docs/control-plane.md).
 */
export const GARBAGE: Readonly<Record<string, string>> = { GOGC: '400', GOMEMLIMIT: '600MiB' }

export const kubeApiserver = (port: number): readonly string[] => [
  `--etcd-servers=${PATHS.etcd}`,
  '--bind-address=127.0.0.1',
  `--secure-port=${port}`,
  '--advertise-address=127.0.0.1',
  // Endpoints of the `kubernetes` service may not be loopback addresses.
  '--endpoint-reconciler-type=none',
  '--service-cluster-ip-range=10.96.0.0/16',
  // It makes its own serving certificate there.
  '--cert-dir=serving',
  '--anonymous-auth=false',
  `--token-auth-file=${PATHS.tokens}`,
  '--authorization-mode=RBAC',
  '--allow-privileged=true',
  '--service-account-issuer=https://kubernetes.default.svc',
  `--service-account-key-file=${PATHS.verifyingKey}`,
  `--service-account-signing-key-file=${PATHS.signingKey}`,
  '--etcd-compaction-interval=0',
  '--etcd-count-metric-poll-period=0',
  '--etcd-db-metric-poll-interval=0',
  '--profiling=false'
]

export const kubeControllerManager = (): readonly string[] => [
  `--kubeconfig=${PATHS.controllerManager}`,
  // No port of its own, so nothing to protect.
  '--secure-port=0',
  '--leader-elect=false',
  `--root-ca-file=${PATHS.certificate}`,
  `--service-account-private-key-file=${PATHS.signingKey}`,
  // The default of 20 a second makes rollouts and the end of a namespace wait.
  '--kube-api-qps=1000',
  '--kube-api-burst=1000',
  '--profiling=false'
]

export const kubeScheduler = (): readonly string[] => [
  `--kubeconfig=${PATHS.scheduler}`,
  '--secure-port=0',
  '--leader-elect=false',
  '--profiling=false'
]
