import { expect, test } from '@jest/globals'
import { readAt } from '../../../../src/base/json.ts'
import { kustomizeCrds } from '../../../../src/suites/crd/kustomize.ts'
import { widgets } from '../../../fakes/cluster/crd-mutations.ts'
import { memoryFiles } from '../../../fakes/files.ts'

const base = { path: 'config/crd/bases/widgets.json', text: JSON.stringify(widgets()) }
const kustomization = (resources: string) => ({
  path: 'config/crd/kustomization.yaml',
  text: `resources: [${resources}]\npatches: [{ path: patches/a.yaml }]\n`
})

test('what kustomize makes of the folder is the definition; its lines are those of the base', async () => {
  const patched = widgets()
  patched.metadata.labels = { patched: 'true' }
  const asked: string[] = []
  const [crd, ...others] = await kustomizeCrds(
    { files: memoryFiles() },
    [base, kustomization('bases/widgets.json')],
    async (folder) => {
      asked.push(folder)
      return JSON.stringify(patched)
    }
  )
  expect(asked).toEqual([expect.stringMatching(/\/config\/crd$/)])
  expect(readAt(crd?.crd, 'metadata', 'labels')).toEqual({ patched: 'true' })
  expect(crd?.from).toBe('config/crd/bases/widgets.json:1')
  expect(others).toEqual([])
})

test.each([
  ['https://example.com/crds?ref=v1'],
  ['../other'],
  ['github.com/example/crds'],
  ['bases/widgets.json", "http://x/patch.yaml']
])('a kustomization that takes %s is not run, for kustomize would fetch it; the verdict says so', async (resource) => {
  const [crd] = await kustomizeCrds(
    { files: memoryFiles() },
    [base, kustomization(`bases/widgets.json, "${resource}"`)],
    () => Promise.reject(new Error('this is not asked for'))
  )
  expect(crd?.changes).toEqual([expect.stringContaining('config/crd/kustomization.yaml was not applied')])
})

test('without a kustomization nothing is asked', async () => {
  const found = await kustomizeCrds({ files: memoryFiles() }, [base], () => Promise.reject(new Error('not asked for')))
  expect(found).toHaveLength(1)
})
