import { Failure } from '../../base/errors.ts'
import { readAt, readObjectsAt, readTextAt } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesPin } from './pins.ts'

/** A module, and its version where the go.mod names one. */
interface At {
  readonly Path: string
  readonly Version: string | undefined
}

/** What `go mod edit -json` says of a go.mod, as far as a build of Kubernetes needs it. */
export interface GoModJson {
  readonly Go: string
  readonly GoDebug: readonly { readonly Key: string; readonly Value: string }[]
  readonly Require: readonly { readonly Path: string; readonly Version: string }[]
  readonly Replace: readonly { readonly Old: At; readonly New: At }[]
}

export function parseGoModJson(json: string): GoModJson {
  const mod = JSON.parse(json) as Json
  const place = (value: Json | undefined): At => ({
    Path: readTextAt(value, 'Path'),
    Version: readTextAt(value, 'Version') || undefined
  })
  const found = {
    Go: readTextAt(mod, 'Go'),
    GoDebug: readObjectsAt(mod, 'GoDebug').map((item) => ({
      Key: readTextAt(item, 'Key'),
      Value: readTextAt(item, 'Value')
    })),
    Require: readObjectsAt(mod, 'Require').map((item) => ({
      Path: readTextAt(item, 'Path'),
      Version: readTextAt(item, 'Version')
    })),
    Replace: readObjectsAt(mod, 'Replace').map((item) => ({
      Old: place(readAt(item, 'Old')),
      New: place(readAt(item, 'New'))
    }))
  }
  const modules = [...found.Require, ...found.Replace.flatMap(({ Old, New }) => [Old, New])]
  if (found.Go === '' || modules.some(({ Path }) => Path === '') || found.Require.some(({ Version }) => Version === ''))
    throw new Failure('command', '"go mod edit -json" describes a go.mod in a way that is not known here', {
      hint: 'This is a mistake of Slipway, so report it; a download or a tool on PATH does without it.'
    })
  return found
}

/**
 * A go.mod of ours from which k8s.io/kubernetes builds as an ordinary dependency, made from its own: modules that it
 * replaces by folders under ./staging are taken in their published form, v1.37.1 → v0.37.1. Pins and hashes stay its own.
 */
export function makeKubeGoMod(own: GoModJson, version: string): string {
  const staging = `v0.${version.replace(/^v1\./, '')}`
  const replaced = own.Replace
  const staged = new Set(replaced.filter(({ New }) => New.Path.startsWith('./staging/')).map(({ Old }) => Old.Path))
  const other = replaced.filter(({ Old }) => !staged.has(Old.Path))
  const requires = own.Require.map(({ Path, Version }) => `\t${Path} ${staged.has(Path) ? staging : Version}`)
  const shown = ({ Path, Version }: At): string => (Version === undefined ? Path : `${Path} ${Version}`)
  return [
    'module slipway.invalid/kube',
    `go ${own.Go}`,
    ...own.GoDebug.map(({ Key, Value }) => `godebug ${Key}=${Value}`),
    ['require (', `\tk8s.io/kubernetes ${version}`, ...requires, ')'].join('\n'),
    [
      'replace (',
      ...[...staged].map((path) => `\t${path} => ${path} ${staging}`),
      ...other.map(({ Old, New }) => `\t${shown(Old)} => ${shown(New)}`),
      ')'
    ].join('\n'),
    ''
  ].join('\n\n')
}

/** The linker flags with which every program says its release; they invalidate no compiled package. */
export function makeKubeLinkerFlags({ version, module }: KubernetesPin): string {
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
