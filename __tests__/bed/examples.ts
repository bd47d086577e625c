import { fileURLToPath } from 'node:url'
import { downloadModule, makeRepository, moduleVersion, type Module, type Version } from './module-repository.ts'

const canary = (version: string): string =>
  fileURLToPath(new URL(`../../examples/mesh-canary/${version}`, import.meta.url))

/** The history of examples/mesh-canary: v1.1.0 is v1.0.0 with the files of its own folder laid over it. */
export const MESH_CANARY: readonly Version[] = [
  {
    tag: 'v1.0.0',
    date: '2026-01-05T09:00:00Z',
    message: 'Work out the share of each backend of a TrafficSplit',
    layers: [canary('v1.0.0')]
  },
  {
    tag: 'v1.1.0',
    date: '2026-02-09T09:00:00Z',
    message: 'Read v1alpha4 and what a split must match',
    layers: [canary('v1.0.0'), canary('v1.1.0')]
  }
]

/** Speaks SMI (access v1alpha2, specs v1alpha3, split v1alpha3); nobody here wrote it. */
export const TRAEFIK_MESH: Module = {
  path: 'github.com/traefik/mesh',
  version: 'v1.4.8',
  sum: 'h1:rk5PxjqUE0rkUTqlWpSsyg8mRehQhsYdLqEqqKlnHi8='
}

/** The benchmark's subject: an ordinary command with a hundred dependencies, none of them Kubernetes. */
export const ACTIONLINT: Module = {
  path: 'github.com/rhysd/actionlint',
  version: 'v1.7.12',
  sum: 'h1:vQ4GeJN86C0QH+gTUQcs8McmK62OLT3kmakPMtEWYnY='
}

/** The release before that. */
export const ACTIONLINT_BEFORE: Module = {
  path: 'github.com/rhysd/actionlint',
  version: 'v1.7.11',
  sum: 'h1:m+aSuCpCIClS8X02xMG4Z8s87fCHPsAtYkAoWGQZgEE='
}

/** Two releases in a row of a controller that nobody here wrote; it speaks SMI (split v1alpha1 to v1alpha3). */
export const ARGO_ROLLOUTS: readonly [Module, Module] = [
  {
    path: 'github.com/argoproj/argo-rollouts',
    version: 'v1.9.0',
    sum: 'h1:bXgBpwCByXyAUcgBnyP0fxkSW2CEot78InTFjFlag5g='
  },
  {
    path: 'github.com/argoproj/argo-rollouts',
    version: 'v1.10.0',
    sum: 'h1:1/DTeu/eGzJzcz8FxMBFzr0jlNQia/lnctkw83AUph0='
  }
]

/**
 * The two as a repository, the later one with the slipway.yaml of examples/argo-rollouts, which `change` may edit;
 * returns their commits.
 */
export async function argoRollouts(
  folder: string,
  change: (slipwayYaml: string) => string = (text) => text
): Promise<readonly string[]> {
  const [before, after] = ARGO_ROLLOUTS.map(async (module) => moduleVersion(await downloadModule(module)))
  const [first, second] = await Promise.all([before, after])
  if (!first || !second) throw new Error('Argo Rollouts has two versions')
  const ours = fileURLToPath(new URL('../../examples/argo-rollouts', import.meta.url))
  return await makeRepository(folder, [
    first,
    { ...second, layers: [...second.layers, ours], edits: { 'slipway.yaml': change } }
  ])
}

/** examples/mesh-canary as a repository with the tags v1.0.0 and v1.1.0; returns their commits. */
export const meshCanary = (folder: string): Promise<readonly string[]> => makeRepository(folder, MESH_CANARY)

/** One module of the proxy as a repository with one tag. */
export const foreign = async (folder: string, module: Module): Promise<readonly string[]> =>
  makeRepository(folder, [moduleVersion(await downloadModule(module))])
