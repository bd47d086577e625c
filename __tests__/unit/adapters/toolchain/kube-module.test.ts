import { describe, expect, test } from '@jest/globals'
import { makeKubeGoMod, makeKubeLinkerFlags, parseGoModJson } from '../../../../src/adapters/toolchain/kube-module.ts'
import { KUBERNETES } from '../../../../src/adapters/toolchain/pins.ts'
import { fits } from '../../../../src/adapters/toolchain/machine.ts'

// As `go mod edit -json` prints it: capitals, nulls, and no version for folders.
const own = parseGoModJson(
  JSON.stringify({
    Module: { Path: 'k8s.io/kubernetes' },
    Go: '1.26.0',
    GoDebug: [{ Key: 'default', Value: 'go1.26' }],
    Require: [
      { Path: 'github.com/spf13/cobra', Version: 'v1.10.2' },
      { Path: 'k8s.io/api', Version: 'v0.0.0' },
      { Path: 'k8s.io/klog/v2', Version: 'v2.140.0', Indirect: true }
    ],
    Exclude: null,
    Replace: [
      { Old: { Path: 'k8s.io/api' }, New: { Path: './staging/src/k8s.io/api' } },
      { Old: { Path: 'example.com/old', Version: 'v1.0.0' }, New: { Path: 'example.com/fork', Version: 'v1.0.1' } }
    ],
    Retract: null
  })
)

describe('our go.mod for a Kubernetes', () => {
  test('takes staging modules in their published form and keeps every other pin', () => {
    expect(makeKubeGoMod(own, 'v1.37.1')).toMatchInlineSnapshot(`
     "module slipway.invalid/kube

     go 1.26.0

     godebug default=go1.26

     require (
     	k8s.io/kubernetes v1.37.1
     	github.com/spf13/cobra v1.10.2
     	k8s.io/api v0.37.1
     	k8s.io/klog/v2 v2.140.0
     )

     replace (
     	k8s.io/api => k8s.io/api v0.37.1
     	example.com/old v1.0.0 => example.com/fork v1.0.1
     )

     "
    `)
  })

  test('does without replacements and debug settings', () => {
    const bare = parseGoModJson(JSON.stringify({ Go: '1.24.0', Require: [], Replace: null, GoDebug: null }))
    expect(makeKubeGoMod(bare, 'v1.34.4')).toContain('\tk8s.io/kubernetes v1.34.4\n')
  })
})

test.each(Object.entries(KUBERNETES))('every program of a build of Kubernetes %s says its release', (minor, pin) => {
  const flags = makeKubeLinkerFlags(pin)
  for (const path of ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version']) {
    expect(flags).toContain(`-X ${path}.gitVersion=${pin.version}`)
    expect(flags).toContain(`-X ${path}.gitMinor=${minor.slice(2)} `)
  }
})

describe('what fits on PATH', () => {
  const cosign = { range: '>=3.1.3 <4.0.0' }
  const minor = { minor: '1.37' }

  test.each([
    ['v3.1.3', cosign, true],
    ['v3.9.0', cosign, true],
    ['v3.1.2', cosign, false],
    ['v4.0.0', cosign, false],
    ['v3.2.0-rc.1', cosign, false],
    ['devel', cosign, false],
    ['v1.37.1', minor, true],
    ['v1.37.0-gke.100', minor, true],
    ['v1.37.2+k3s1', minor, true],
    ['v1.37.0-alpha.1', minor, false],
    ['v1.37.0-rc.0', minor, false],
    ['v1.3.7', minor, false],
    ['v1.36.9', minor, false]
  ])('%s for %j: %s', (version, wanted, fitting) => {
    expect(fits(version, wanted)).toBe(fitting)
  })
})
