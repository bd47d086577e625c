import { expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { disk } from '../../src/adapters/machine/disk.ts'
import { loopback } from '../../src/adapters/machine/loopback.ts'

const own = loopback(disk('/nowhere'))

test('ports for programs under test: no two are the same, whoever asks at the same time, and each can be listened on', async () => {
  const ports = await Promise.all(Array.from({ length: 300 }, () => own.port()))
  expect(new Set(ports).size).toBe(300)
  const servers = await Promise.all(
    ports.slice(0, 50).map(async (one) => {
      const server = createServer().listen(one, '127.0.0.1')
      await once(server, 'listening')
      return server
    })
  )
  for (const server of servers) server.close()
})

test('they lie below those that systems give to outgoing connections, so that none takes one in between', async () => {
  const outgoing = createServer().listen(0, '127.0.0.1')
  await once(outgoing, 'listening')
  const system = (outgoing.address() as AddressInfo).port
  outgoing.close()
  for (let i = 0; i < 20; i++) expect(await own.port()).toBeLessThan(Math.min(30_000, system))
})
