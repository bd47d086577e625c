import { Failure } from '../../base/errors.ts'
import type { ToolName } from '../../model/ports/toolchain.ts'
import type { Fitting } from './machine.ts'
import {
  apidiffRecipe,
  cosignRecipe,
  govulncheckRecipe,
  kindRecipe,
  makeKubernetesRecipe,
  type ToolRecipe
} from './module-build.ts'
import { COSIGN, ETCD_MACHINE, KIND, KUBERNETES, KUBERNETES_OS, type DownloadPin } from './pins.ts'
import type { MachinePlatform } from './platform.ts'

/** One tool, and all the ways in which it may be had here. */
export interface WantedTool {
  readonly name: ToolName
  /** The release that is pinned. */
  readonly version: string
  /** What the pinned program says its version is: etcd comes with a Kubernetes release and has its own. */
  readonly says: string
  /** What one on PATH must be; undefined for a tool that cannot say which version it is. */
  readonly fitting: Fitting | undefined
  readonly download?: DownloadPin
  /** `cachedAs` names the cache entry. */
  readonly module?: { readonly cachedAs: string; readonly recipe: ToolRecipe }
}

/** Looks a tool up in pins.ts; `platform` in Go's words. Rejects with an 'input' Failure what is not pinned. */
export function findWantedTool(name: ToolName, version: string | undefined, platform: MachinePlatform): WantedTool {
  const target = `${platform.os}/${platform.arch}`
  switch (name) {
    case 'cosign':
      return findSingleTool(name, COSIGN, cosignRecipe, version, target)
    case 'kind':
      return findSingleTool(name, KIND, kindRecipe, version, target)
    case 'apidiff':
      return makeBuiltTool(name, apidiffRecipe)
    case 'govulncheck':
      return makeBuiltTool(name, govulncheckRecipe)
    default:
      return findKubernetesTool(name, version, platform.os, target)
  }
}

/** A tool that does not say its version here: always the pinned module. */
const makeBuiltTool = (name: ToolName, recipe: ToolRecipe): WantedTool => ({
  name,
  version: recipe.pin.version,
  says: recipe.pin.version,
  fitting: undefined,
  module: { cachedAs: `slipway-${name}`, recipe }
})

/** A tool that is pinned at one version. */
function findSingleTool(
  name: 'cosign' | 'kind',
  pin: typeof COSIGN | typeof KIND,
  recipe: ToolRecipe,
  version: string | undefined,
  target: string
): WantedTool {
  if (version !== undefined && version !== pin.version) {
    throw new Failure('input', `${name} ${version} is not pinned`, { hint: `Leave it out to get ${pin.version}.` })
  }
  const download = pin.downloads[target]
  return {
    name,
    version: pin.version,
    says: pin.version,
    fitting: { range: pin.machine },
    module: { cachedAs: `slipway-${name}`, recipe },
    ...(download && { download })
  }
}

function findKubernetesTool(
  name: Exclude<ToolName, 'apidiff' | 'cosign' | 'govulncheck' | 'kind'>,
  minor: string | undefined,
  os: string,
  target: string
): WantedTool {
  const offered = Object.keys(KUBERNETES)
  const chosen = minor ?? offered[0] ?? ''
  const pin = Object.hasOwn(KUBERNETES, chosen) ? KUBERNETES[chosen] : undefined
  if (pin === undefined) {
    throw new Failure('input', `Kubernetes ${chosen} is not pinned`, { hint: `Offered: ${offered.join(', ')}.` })
  }
  const download = name === 'kubectl' ? pin.kubectl[target] : undefined
  return {
    name,
    version: pin.version,
    says: name === 'etcd' ? pin.etcd : pin.version,
    fitting: name === 'etcd' ? { range: ETCD_MACHINE } : { minor: chosen },
    ...(download && { download }),
    ...(KUBERNETES_OS.includes(os) && {
      module: { cachedAs: 'slipway-kubernetes', recipe: makeKubernetesRecipe(pin) }
    })
  }
}
