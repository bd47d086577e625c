import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'

interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly inBundle?: boolean
}

const { packages } = JSON.parse(await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, Entry>>
}
/** All but the repository itself, and what comes inside of another package. */
const fetched = Object.entries(packages).filter(([name, { link, inBundle }]) => name !== '' && !link && !inBundle)

test('every entry of the lock file is held to a digest, those too that this platform leaves out', () => {
  expect(fetched.length).toBeGreaterThan(100)
  const open = fetched.filter(([, { integrity = '' }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity))
  expect(open.map(([name, { version }]) => `${name} ${version}`)).toEqual([])
})

test('no entry of the lock file comes from elsewhere than the registry that npm is told', () => {
  const elsewhere = fetched.filter(([, { resolved }]) => resolved !== undefined)
  expect(elsewhere.map(([name, { resolved }]) => `${name} ${resolved}`)).toEqual([])
})
