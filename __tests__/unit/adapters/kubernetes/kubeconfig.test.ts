import { expect, test } from '@jest/globals'
import { formatKubeconfig } from '../../../../src/adapters/clusters/control-plane/credentials.ts'
import { readKubeconfig } from '../../../../src/adapters/kubernetes/kubeconfig.ts'

const read = (files: Readonly<Record<string, string>>, context?: string) =>
  readKubeconfig(
    '/home/me/.kube/config',
    async (path) => (path in files ? Buffer.from(files[path] ?? '') : undefined),
    context
  )
const base64 = (text: string): string => Buffer.from(text).toString('base64')

const FILE = `
apiVersion: v1
kind: Config
current-context: kind
contexts:
- {name: kind, context: {cluster: kind, user: admin, namespace: web}}
- {name: other, context: {cluster: remote, user: robot}}
- {name: lost, context: {cluster: nowhere, user: robot}}
- {name: program, context: {cluster: remote, user: program}}
clusters:
- name: kind
  cluster: {server: 'https://127.0.0.1:6443', certificate-authority-data: ${base64('CA')}}
- name: remote
  cluster: {server: 'https://example.test/k8s', certificate-authority: pki/ca.crt, tls-server-name: api.example.test}
users:
- {name: admin, user: {client-certificate-data: ${base64('CERT')}, client-key-data: ${base64('KEY')}}}
- {name: robot, user: {tokenFile: /run/token}}
- {name: program, user: {exec: {command: aws}}}
`

test('the current context gives server, authority and who we are, from data in the file', async () => {
  expect(await read({ '/home/me/.kube/config': FILE })).toEqual({
    name: 'kind',
    namespace: 'web',
    connection: { server: new URL('https://127.0.0.1:6443'), ca: 'CA', certificate: 'CERT', key: 'KEY' }
  })
})

test('another context can be asked for, and its files are found from the folder of the kubeconfig', async () => {
  const files = { '/home/me/.kube/config': FILE, '/home/me/.kube/pki/ca.crt': 'REMOTE CA', '/run/token': 'secret\n' }
  expect(await read(files, 'other')).toEqual({
    name: 'other',
    namespace: 'default',
    connection: {
      server: new URL('https://example.test/k8s'),
      ca: 'REMOTE CA',
      token: 'secret',
      servername: 'api.example.test'
    }
  })
})

test('what a control plane writes can be read again', async () => {
  const text = formatKubeconfig('https://127.0.0.1:1234', 'PEM', 'token')
  expect(await read({ '/home/me/.kube/config': text })).toMatchObject({
    connection: { server: new URL('https://127.0.0.1:1234'), ca: 'PEM', token: 'token' }
  })
})

test.each<[string, string, Readonly<Record<string, string>>, string | undefined]>([
  ['is not there', 'input', {}, undefined],
  ['is not YAML', 'input', { '/home/me/.kube/config': 'a: [token: secret' }, undefined],
  ['is not as expected at clusters', 'input', { '/home/me/.kube/config': 'clusters: 7' }, undefined],
  ['has no current context', 'input', { '/home/me/.kube/config': 'kind: Config' }, undefined],
  ['has no context nobody', 'input', { '/home/me/.kube/config': FILE }, 'nobody'],
  ['has no cluster nowhere', 'input', { '/home/me/.kube/config': FILE }, 'lost'],
  ['names a file that is not there: pki/ca.crt', 'input', { '/home/me/.kube/config': FILE }, 'other'],
  [
    'logs in by a program (exec)',
    'environment',
    { '/home/me/.kube/config': FILE, '/home/me/.kube/pki/ca.crt': '' },
    'program'
  ]
])('a kubeconfig that %s is refused', async (what, kind, files, context) => {
  const refused = read(files, context)
  await expect(refused).rejects.toMatchObject({ kind, message: expect.stringContaining(what) })
  await expect(refused).rejects.toMatchObject({ message: expect.not.stringContaining('secret') })
})
