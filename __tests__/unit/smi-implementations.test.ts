import { expect, test } from '@jest/globals'
import { crdSet } from '../../src/smi/crds.ts'
import { IMPLEMENTATIONS } from '../../src/smi/implementations.ts'
import { CRD_SETS } from '../../src/smi/set-names.ts'

test('only the sets that serve every version serve what each client writes', () => {
  const written = IMPLEMENTATIONS.filter(({ does }) => does === 'writes').flatMap(({ versions }) => versions)
  expect(new Set(written).size).toBeGreaterThan(3)
  const whole = CRD_SETS.filter((name) => {
    const served = crdSet(name).kinds.flatMap(({ group, served }) => served.map((version) => `${group}/${version}`))
    return written.every((version) => served.includes(version))
  })
  expect(whole).toEqual(['all', 'controller-sdk'])
})
