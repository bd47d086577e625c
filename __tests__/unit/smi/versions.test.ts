import { expect, test } from '@jest/globals'
import { isSmiSdk, listSmiVersions } from '../../../src/smi/versions.ts'

const SDK = 'github.com/servicemeshinterface/smi-sdk-go/pkg'
const speaks = (...imports: readonly string[]) =>
  listSmiVersions(imports).map(({ group, version }) => `${group}/${version}`)

test.each([
  ['the types of the SDK', `${SDK}/apis/split/v1alpha2`, 'split.smi-spec.io/v1alpha2'],
  [
    'the SDK under its first owner',
    'github.com/deislabs/smi-sdk-go/pkg/apis/access/v1alpha1',
    'access.smi-spec.io/v1alpha1'
  ],
  ['a vendored SDK', `example.com/mesh/vendor/${SDK}/apis/specs/v1alpha4`, 'specs.smi-spec.io/v1alpha4'],
  [
    'a fork with a name of its own',
    'github.com/acme/smi-sdk-go-fork/v2/pkg/apis/specs/v1alpha3',
    'specs.smi-spec.io/v1alpha3'
  ],
  [
    'controller-sdk',
    'github.com/servicemeshinterface/smi-controller-sdk/apis/access/v1alpha4',
    'access.smi-spec.io/v1alpha4'
  ],
  ['a typed client', `${SDK}/gen/client/split/clientset/versioned/typed/split/v1alpha3`, 'split.smi-spec.io/v1alpha3'],
  ['a lister', `${SDK}/gen/client/specs/listers/specs/v1alpha3`, 'specs.smi-spec.io/v1alpha3'],
  ['an informer', `${SDK}/gen/client/access/informers/externalversions/access/v1alpha2`, 'access.smi-spec.io/v1alpha2'],
  ["Flagger's copy", 'github.com/fluxcd/flagger/pkg/apis/smi/v1alpha2', 'split.smi-spec.io/v1alpha2']
])('%s names its API version', (_, path, version) => {
  expect(speaks(path)).toEqual([version])
})

test.each([
  ['a clientset, which is for every version', `${SDK}/gen/client/split/clientset/versioned`],
  ['a group without a version', `${SDK}/apis/split`],
  ['metrics, which is no CRD', `${SDK}/apis/metrics/v1alpha1`],
  ['another module with a like name', 'github.com/acme/not-smi-sdk-go/pkg/apis/split/v1alpha2'],
  ['a package below a version', `${SDK}/apis/split/v1alpha2/internal`],
  ['anything else', 'k8s.io/api/apps/v1']
])('%s names none', (_, path) => {
  expect(speaks(path)).toEqual([])
})

test('versions are named once, in order', () => {
  expect(
    speaks(
      `${SDK}/apis/split/v1alpha4`,
      `${SDK}/apis/access/v1alpha3`,
      `${SDK}/gen/client/split/listers/split/v1alpha4`
    )
  ).toEqual(['access.smi-spec.io/v1alpha3', 'split.smi-spec.io/v1alpha4'])
})

test("the SDK's own packages are known, so that what they import can be left out", () => {
  expect(isSmiSdk(`${SDK}/gen/client/split/clientset/versioned`)).toBe(true)
  expect(
    isSmiSdk('example.com/mesh/vendor/github.com/servicemeshinterface/smi-controller-sdk/apis/split/v1alpha4')
  ).toBe(true)
  expect(isSmiSdk('github.com/traefik/mesh/pkg/provider')).toBe(false)
})
