import { describe, expect, test } from '@jest/globals'
import { parseCrds, stripDescriptions } from '../../../src/crds/source.ts'
import type { Json } from '../../../src/base/json.ts'
import { widgets } from '../../fakes/cluster/crd-mutations.ts'

const json = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

describe('reading files', () => {
  test('definitions are found among other objects and inside of lists, with their line', () => {
    const text =
      '# two\nkind: Namespace\n---\napiVersion: v1\nkind: List\nitems:\n- {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: a.b}, spec: {group: b}}\n'
    expect(parseCrds([{ path: 'x.yaml', text }])).toMatchObject([{ name: 'a.b', from: 'x.yaml:4' }])
  })

  test('broken YAML and a name twice are refused with file and line', () => {
    expect(() => parseCrds([{ path: 'x.yaml', text: 'a: 1\nb: [\n' }])).toThrow(
      expect.objectContaining({ kind: 'input', message: expect.stringMatching(/^x\.yaml:[23]: /) })
    )
    const one =
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.b}\nspec: {group: b}\n'
    expect(parseCrds([{ path: 'x.yaml', text: `${one}---\n${one}` }])).toHaveLength(1)
    expect(() => parseCrds([{ path: 'x.yaml', text: `${one}---\n${one.replace('group: b', 'group: c')}` }])).toThrow(
      expect.objectContaining({ message: 'a.b is defined twice: x.yaml:1 and x.yaml:6' })
    )
  })

  test('words do not count: a field that is called description does', () => {
    const crd = json(widgets())
    const told = json(
      JSON.parse(
        JSON.stringify(widgets()).replaceAll('"type":"string"', '"type":"string","description":"words"')
      ) as object
    )
    expect(stripDescriptions(told)).toEqual(stripDescriptions(crd))
    const named = json(JSON.parse(JSON.stringify(widgets()).replaceAll('"image"', '"description"')) as object)
    expect(stripDescriptions(named)).not.toEqual(stripDescriptions(crd))
  })
})

describe('as people lay them out', () => {
  const yaml = (plural: string): string => JSON.stringify(widgets(plural))

  test("a patch of kustomize's is no definition", () => {
    const patch =
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: widgets.example.com}\nspec: {conversion: {strategy: Webhook}}\n'
    const crds = parseCrds([
      { path: 'config/crd/bases/widgets.yaml', text: yaml('widgets') },
      { path: 'config/crd/patches/webhook_in_widgets.yaml', text: patch }
    ])
    expect(crds.map(({ from }) => from)).toEqual(['config/crd/bases/widgets.yaml:1'])
  })

  test('a template with its placeholders in quotes is YAML, and is refused all the same: render it first', () => {
    const crd = widgets('widgets')
    crd.metadata.labels = { 'app.kubernetes.io/instance': '{{ .Release.Name }}' }
    expect(() => parseCrds([{ path: 'deploy/crds/widgets.yaml', text: JSON.stringify(crd) }])).toThrow(
      expect.objectContaining({ kind: 'input', hint: expect.stringContaining('Render it first') })
    )
  })

  test('a template of definitions that stand elsewhere is left out; one of others is refused', () => {
    const template = (name: string) => ({
      path: 'charts/x/templates/crds/all.yaml',
      text: `{{- if .Values.crds }}\nkind: CustomResourceDefinition\nmetadata:\n  name: ${name}\n{{- end }}\n`
    })
    const base = { path: 'config/crd/bases/widgets.yaml', text: yaml('widgets') }
    expect(parseCrds([base, template('widgets.example.com')])).toHaveLength(1)
    expect(() => parseCrds([base, template('gadgets.example.com')])).toThrow('not rendered')
  })

  test('placeholders in a description or a default are no template', () => {
    const crd = widgets('widgets')
    const { spec } = crd.spec.versions[0]?.schema.openAPIV3Schema.properties ?? {}
    Object.assign(spec?.properties?.['image'] ?? {}, { description: 'such as {{workflow.name}}' })
    expect(parseCrds([{ path: 'crds/widgets.yaml', text: JSON.stringify(crd) }])).toHaveLength(1)
  })
})

describe('the line of a field', () => {
  const text = `# first
kind: List
apiVersion: v1
items:
  - apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: { name: widgets.example.com }
    spec:
      versions:
        - name: v1
        - name: v2
          schema:
            openAPIV3Schema:
              properties:
                spec:
                  properties:
                    routes:
                      items:
                        properties:
                          weight:
                            type: integer
      group: example.com
`
  const [crd] = parseCrds([{ path: 'config/crd/widgets.yaml', text }])
  test.each([
    ['v2', 'spec.routes[].weight', 20, 'is its own'],
    ['v2', 'spec.routes[].gone', 19, 'that was taken away is that of the fields beside it'],
    ['v2', 'spec.lost.deeper', 16, 'below one that was taken away is that of the fields beside that'],
    ['v1', 'spec.size', 10, 'of a version without a schema is the version'],
    ['v2', '', 13, 'for the whole version is its schema']
  ])('of %s %s: line %d, %s', (version, field, line) => {
    expect(crd?.placeOf(version, field)).toEqual({ file: 'config/crd/widgets.yaml', line })
  })
})
