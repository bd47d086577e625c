import { z } from 'zod'
import type { KubernetesPin } from './pins.ts'

/** What `go mod edit -json` says of a go.mod, as far as a build of Kubernetes needs it. */
const GO_MOD = z.object({
  Go: z.string(),
  GoDebug: z.array(z.object({ Key: z.string(), Value: z.string() })).nullish(),
  Require: z.array(z.object({ Path: z.string(), Version: z.string() })),
  Replace: z
    .array(
      z.object({
        Old: z.object({ Path: z.string(), Version: z.string().optional() }),
        New: z.object({ Path: z.string(), Version: z.string().optional() })
      })
    )
    .nullish()
})

export type GoMod = z.infer<typeof GO_MOD>

export const parseGoMod = (json: string): GoMod => GO_MOD.parse(JSON.parse(json))

/**
 * A go.mod of ours from which k8s.io/kubernetes builds as an ordinary dependency, made from its own: modules that it
 * replaces by folders under ./staging are taken in their published form, v1.37.1 → v0.37.1. Pins and hashes stay its own.
 */
export function kubeGoMod(own: GoMod, version: string): string {
  const staging = `v0.${version.replace(/^v1\./, '')}`
  const replaced = own.Replace ?? []
  const staged = new Set(replaced.filter(({ New }) => New.Path.startsWith('./staging/')).map(({ Old }) => Old.Path))
  const other = replaced.filter(({ Old }) => !staged.has(Old.Path))
  const requires = own.Require.map(({ Path, Version }) => `\t${Path} ${staged.has(Path) ? staging : Version}`)
  const at = ({ Path, Version }: { Path: string; Version?: string | undefined }): string =>
    Version === undefined ? Path : `${Path} ${Version}`
  return [
    'module slipway.invalid/kube',
    `go ${own.Go}`,
    ...(own.GoDebug ?? []).map(({ Key, Value }) => `godebug ${Key}=${Value}`),
    ['require (', `\tk8s.io/kubernetes ${version}`, ...requires, ')'].join('\n'),
    [
      'replace (',
      ...[...staged].map((path) => `\t${path} => ${path} ${staging}`),
      ...other.map(({ Old, New }) => `\t${at(Old)} => ${at(New)}`),
      ')'
    ].join('\n'),
    ''
  ].join('\n\n')
}

/** The linker flags with which every program says its release; they invalidate no compiled package. */
export function kubeLinkerFlags({ version, module }: KubernetesPin): string {
  const [major, minor] = version.slice(1).split('.')
  const facts = {
    gitVersion: version,
    gitMajor: major,
    gitMinor: minor,
    gitTreeState: 'clean',
    gitCommit: `module:${module.sum}`
  }
  const packages = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version']
  const set = packages.flatMap((path) => Object.entries(facts).map(([name, value]) => `-X ${path}.${name}=${value}`))
  return ['-s', '-w', ...set].join(' ')
}
