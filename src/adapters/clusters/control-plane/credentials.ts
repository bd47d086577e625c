import { generateKeyPairSync, randomBytes } from 'node:crypto'

/** The users of a control plane, with the token of each. Tokens are 256 random bits in hex. */
export interface Credentials {
  readonly admin: string
  readonly controllerManager: string
  readonly scheduler: string
  /** PEM: with it the API server signs the tokens of service accounts. P-256, since an RSA key takes 0.1 s to make. */
  readonly signingKey: string
  readonly verifyingKey: string
}

export function makeCredentials(): Credentials {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const token = (): string => randomBytes(32).toString('hex')
  return {
    admin: token(),
    controllerManager: token(),
    scheduler: token(),
    signingKey: privateKey.export({ type: 'sec1', format: 'pem' }).toString(),
    verifyingKey: publicKey.export({ type: 'spki', format: 'pem' }).toString()
  }
}

/**
 * The API server's token file: token, user, uid, groups. The controller manager is an administrator: under its own
 * user each controller would ask for a token of its own first, one after the other, which takes 5 s.
 */
export const formatTokenFile = ({ admin, controllerManager, scheduler }: Credentials): string =>
  [
    `${admin},slipway:admin,slipway-admin,"system:masters"`,
    `${controllerManager},system:kube-controller-manager,kube-controller-manager,"system:masters"`,
    `${scheduler},system:kube-scheduler,kube-scheduler,"system:authenticated"`,
    ''
  ].join('\n')

/** A kubeconfig file that needs no other file. Written as JSON, which is YAML. */
export const formatKubeconfig = (server: string, certificate: string, token: string): string =>
  `${JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: 'slipway',
          cluster: { server, 'certificate-authority-data': Buffer.from(certificate).toString('base64') }
        }
      ],
      users: [{ name: 'slipway', user: { token } }],
      contexts: [{ name: 'slipway', context: { cluster: 'slipway', user: 'slipway' } }],
      'current-context': 'slipway'
    },
    undefined,
    2
  )}\n`
