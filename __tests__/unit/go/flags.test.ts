import { expect, test } from '@jest/globals'
import { listSetVariables, refuseUnlinkable } from '../../../src/go/flags.ts'

test('what -X sets is read in both of its forms, and from no value of another flag', () => {
  expect(
    listSetVariables(['-X', 'main.a=1', '-X=example.com/m/v2.b=x=y', '-B', '-X', '--X', 'c.d=', '-X', 'none'])
  ).toEqual(
    [
      { package: 'example.com/m/v2', name: 'b' },
      { package: 'c', name: 'd' }
    ].toSpliced(0, 0, { package: 'main', name: 'a' })
  )
})

test.each([
  { form: 'windowsgui', os: 'windows', fits: true },
  { form: 'windows', os: 'windows', fits: true },
  { form: 'linux', os: 'android', fits: true },
  { form: 'windowsgui', os: 'linux', fits: false },
  { form: 'darwin', os: 'linux', fits: false }
])('-H $form fits $os: $fits', ({ form, os, fits }) => {
  for (const flags of [['-H', form], [`-H=${form}`]]) {
    const check = () => refuseUnlinkable(flags, { os, arch: 'amd64' })
    if (fits) expect(check).not.toThrow()
    else expect(check).toThrow(`-H ${form} makes no program for ${os}/amd64`)
  }
})
