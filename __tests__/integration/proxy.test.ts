import { once } from 'node:events'
import { createServer as createTlsServer } from 'node:https'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { certificatesFor } from '../fakes/network/certificates.ts'
import { program, type Ran } from '../fakes/cli.ts'
import { startGithub, type FakeGithub } from '../fakes/github/server.ts'
import { startProxy, type Proxy } from '../fakes/network/proxy.ts'

const NAME = 'github.slipway.test'
const CHILD = fileURLToPath(new URL('../fakes/children/proxied-child.ts', import.meta.url))
const stack = new AsyncDisposableStack()
let github: FakeGithub
let proxy: Proxy
let authority = ''
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxy-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  github = stack.use(await startGithub({ enterprise: `https://${NAME}` }))
  const made = await certificatesFor(NAME)
  authority = join(folder, 'authority.pem')
  await writeFile(authority, made.authority)
  // https in front of the fake, since a token is never sent over plain http to another machine.
  const front = createTlsServer({ cert: made.certificate, key: made.key }, (incoming, response) => {
    const { method = 'GET', url = '/', headers } = incoming
    const onward = request(`${github.address}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    incoming.pipe(onward)
  })
  await once(front.listen(0, '127.0.0.1'), 'listening')
  stack.defer(async () => {
    front.closeAllConnections()
    await new Promise((closed) => front.close(closed))
  })
  const plain = Number(new URL(github.address).port)
  proxy = stack.use(await startProxy({ [`${NAME}:443`]: (front.address() as AddressInfo).port, [`${NAME}:80`]: plain }))
})
afterAll(async () => {
  expect(github.violations).toEqual([])
  await stack.disposeAsync()
})

/** Whatever proxy the tests themselves stand behind is none of the child's business. */
const NONE = Object.fromEntries(
  ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy', 'SSL_CERT_FILE'].map((name) => [
    name,
    undefined
  ])
)

const fetched = (urls: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<Ran> =>
  program([process.execPath, CHILD, ...urls], { cwd: folder, env: { ...NONE, ...env } })

describe('our fetch', () => {
  test.each(['HTTPS_PROXY', 'https_proxy'])('goes through the proxy that %s names, with its password', async (name) => {
    const before = proxy.asked.length
    const { stdout } = await fetched([`https://${NAME}/api/v3/repos/octo/demo`], {
      [name]: proxy.url,
      NODE_EXTRA_CA_CERTS: authority
    })
    expect(JSON.parse(stdout)).toEqual([{ status: 200, name: 'octo/demo' }])
    expect(proxy.asked.slice(before)).toEqual([`CONNECT ${NAME}:443`])
  })

  test('takes a proxy without a scheme for an http proxy, as curl and Go do', async () => {
    const before = proxy.asked.length
    await fetched([`https://${NAME}/`], { HTTPS_PROXY: proxy.url.replace('http://', '') })
    expect(proxy.asked.slice(before)).toEqual([`CONNECT ${NAME}:443`])
  })

  test('trusts the certificates of SSL_CERT_FILE beside its own, as Go does', async () => {
    const { stdout } = await fetched([`https://${NAME}/api/v3/repos/octo/demo`], {
      HTTPS_PROXY: proxy.url,
      SSL_CERT_FILE: authority
    })
    expect(JSON.parse(stdout)).toEqual([{ status: 200, name: 'octo/demo' }])
  })

  test('does not trust a server that nothing vouches for', async () => {
    const { stdout } = await fetched([`https://${NAME}/api/v3/repos/octo/demo`], { HTTPS_PROXY: proxy.url })
    expect(stdout).toMatch(/UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|unable to verify/)
  })

  test('forwards plain http, since many proxies open tunnels for https only', async () => {
    const before = proxy.asked.length
    const { stdout } = await fetched([`http://${NAME}/api/v3/repos/octo/demo`], { HTTP_PROXY: proxy.url })
    expect(JSON.parse(stdout)).toEqual([{ status: 200, name: 'octo/demo' }])
    expect(proxy.asked.slice(before)).toEqual([`GET http://${NAME}/api/v3/repos/octo/demo`])
  })

  test.each([
    ['loopback', '', ''],
    ['a host of NO_PROXY', '', `other,${NAME}`],
    ['a host below a domain of NO_PROXY', '', 'slipway.test'],
    ['every host when NO_PROXY is *', '', '*']
  ])('goes around the proxy to %s', async (what, _, list) => {
    const before = proxy.asked.length
    const url =
      what === 'loopback' ? `${github.address}/api/v3/repos/octo/demo` : `http://${NAME}/api/v3/repos/octo/demo`
    const { stdout } = await fetched([url], { HTTP_PROXY: proxy.url, NO_PROXY: list })
    // The name exists for the proxy only, so going around it is a name that cannot be found.
    expect(stdout).toMatch(what === 'loopback' ? /octo\/demo/ : /ENOTFOUND|EAI_AGAIN/)
    expect(proxy.asked.slice(before)).toEqual([])
  })

  test('leaves no connection behind that would keep the process alive', async () => {
    const { stdout } = await fetched([`https://${NAME}/api/v3/repos/octo/demo`, 'and then'], {
      HTTPS_PROXY: proxy.url,
      NODE_EXTRA_CA_CERTS: authority
    })
    const [, held] = JSON.parse(stdout) as [unknown, string[]]
    expect(held.filter((what) => /TCP|TLS/.test(what))).toEqual([])
  })

  test.each([
    ['a proxy that refuses', { HTTPS_PROXY: 'http://wrong:login@PROXY' }, /407/],
    ['a proxy that is not there', { HTTPS_PROXY: 'http://127.0.0.1:1' }, /ECONNREFUSED/],
    ['a proxy that is no URL', { HTTPS_PROXY: 'http://secret word:1' }, /HTTPS_PROXY does not name an http proxy/],
    ['a proxy of another kind', { HTTPS_PROXY: 'socks5://secret:1080' }, /HTTPS_PROXY does not name an http proxy/],
    [
      'a certificate file that is not there',
      { SSL_CERT_FILE: '/nowhere/authority.pem' },
      /SSL_CERT_FILE cannot be used/
    ]
  ])('says what is wrong with %s, and no password', async (_, env, message) => {
    const real = Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, value.replace('PROXY', new URL(proxy.url).host)])
    )
    const { stdout } = await fetched([`https://${NAME}/api/v3/repos/octo/demo`], real)
    expect(stdout).toMatch(message)
    expect(stdout).not.toMatch(/login|secret/)
  })
})
