import { readAt, readFields, readObjectsAt, readTextAt, type JsonObject } from '../base/json.ts'
import type { Target, Tool } from '../model/nouns.ts'
import type { Json } from '../base/json.ts'
import type { BuildCacheKind } from '../model/build-cache.ts'
import { formatGolangPurl } from '../package/purl.ts'
import { formatTarget } from '../go/target.ts'
import { sortByName, describeFile, readDescribedFiles, makeStatement, type Statement } from './statement.ts'
import { SLSA } from '../model/release-chains.ts'
import { type Named } from '../model/nouns.ts'
import type { Prepared, PrepareStep } from '../model/preparation.ts'
import { describeRun, readRun, type CompiledBy } from './compiled-by.ts'
import type { Invocation } from './invocation.ts'

/**
 * Names the build that docs/provenance.md describes; counts up when the meaning of a parameter changes. A name and no
 * address: Slipway has none of its own that would stay.
 */
const BUILD_TYPE = 'urn:slipway:build:1'

/** A module that was linked into a program, as an SBOM of ours names it. */
export interface Dependency {
  /** A package URL. */
  readonly uri: string
  /** go.sum's `h1:` hash; '' where there is none. */
  readonly sum: string
}

/** What decides the reproducible files: the part of a plan that a provenance tells. */
export interface BuildDefinition {
  readonly mode: string
  readonly tag: string | undefined
  readonly version: string
  readonly commit: string
  readonly module: string
  /** The module's folder in the repository; '' for its root. */
  readonly moduleDir: string
  readonly go: { readonly version: string }
  readonly archives: readonly { readonly binaries: readonly { readonly spdx?: string }[] }[]
  readonly builds: readonly {
    readonly target: Target
    readonly argv: readonly string[]
    readonly env: Readonly<Record<string, string>>
    readonly binaries: readonly { readonly main: string; readonly path: string }[]
    /** Where several calls make it. */
    readonly parts?: readonly {
      readonly target: Target
      readonly argv: readonly string[]
      readonly env: Readonly<Record<string, string>>
    }[]
  }[]
  /** Variables of the environment that are linked into programs. */
  readonly variables?: Readonly<Record<string, string>>
}

/** What a provenance tells beside the plan. */
export interface RunDetails {
  /** The reproducible files, checksums.txt among them. */
  readonly subjects: readonly Named[]
  /** Every other file of the release but the provenance. */
  readonly byproducts: readonly Named[]
  readonly dependencies: readonly Dependency[]
  readonly tools: readonly (Tool & { readonly sha256: string })[]
  /** URL of the repository without credentials; undefined for one that has none. */
  readonly repository: string | undefined
  readonly invocation: Invocation
  /** Which other runs compiled something that this one took over; empty for one that compiled everything. */
  readonly compiledBy: readonly CompiledBy[]
  /** Of each target, where go found what was compiled before, as far as it is known. */
  readonly buildCaches: readonly { readonly target: string; readonly kind: BuildCacheKind }[]
  /** ISO 8601. */
  readonly finishedOn: string
  /** The steps that made files for the build, with all that they made. */
  readonly prepared?: Prepared & { readonly steps: readonly PrepareStep[] }
}

/** SLSA provenance v1 (slsa.dev/spec/v1.0/provenance): what was made, from what, how, and by whom. */
export const makeProvenance = (plan: BuildDefinition, told: RunDetails): Statement =>
  makeStatement(SLSA, told.subjects, {
    buildDefinition: {
      buildType: BUILD_TYPE,
      externalParameters: {
        command: plan.mode,
        tag: plan.tag ?? null,
        version: plan.version,
        module: plan.module,
        moduleDir: plan.moduleDir,
        go: plan.go.version,
        sbom: plan.archives.some(({ binaries }) => binaries.some(({ spdx }) => spdx)) ? 'both' : 'cyclonedx',
        ...(plan.variables && { variables: plan.variables }),
        builds: plan.builds.map(({ target, argv, env, binaries, parts }) => ({
          target: formatTarget(target),
          programs: binaries.map(({ main, path }) => ({ main, path })),
          ...(parts ? { parts: parts.map((part) => ({ ...part, target: formatTarget(part.target) })) } : { argv, env })
        }))
      },
      internalParameters: {
        run: told.invocation.platform,
        ...(told.buildCaches.length > 0 && { buildCache: groupByCache(told.buildCaches) }),
        ...(told.compiledBy.length > 0 && { compiledBy: told.compiledBy.map(describeRun) }),
        ...(told.prepared && { prepare: describeSteps(told.prepared) })
      },
      resolvedDependencies: [
        describeSource(plan, told.repository),
        ...told.dependencies.map(describeModule),
        ...told.tools.map(describeTool),
        ...(told.prepared?.tools ?? []).map(describeStepTool)
      ]
    },
    runDetails: {
      builder: { id: told.invocation.builder, version: { slipway: told.invocation.slipway } },
      metadata: {
        invocationId: told.invocation.id,
        startedOn: told.invocation.startedOn,
        finishedOn: told.finishedOn
      },
      byproducts: sortByName(told.byproducts).map(describeFile)
    }
  })

/** `{ own: [targets], shared: [targets] }`, without what is empty. */
const groupByCache = (built: RunDetails['buildCaches']): JsonObject =>
  Object.fromEntries(
    (['own', 'shared'] as const)
      .map((kind) => [kind, built.filter((each) => each.kind === kind).map(({ target }) => target)] as const)
      .filter(([, targets]) => targets.length > 0)
      .map(([kind, targets]) => [kind, [...new Set(targets)]])
  )

const describeSource = (
  { tag, version, commit, module, moduleDir }: BuildDefinition,
  repository: string | undefined
): JsonObject => ({
  name: 'source',
  uri: isRemote(repository)
    ? `git+${normalizeUrl(repository)}${tag === undefined ? '' : `@refs/tags/${tag}`}`
    : formatGolangPurl(module, `v${version}`),
  digest: { gitCommit: commit },
  ...(moduleDir === '' ? {} : { annotations: { folder: moduleDir } })
})

/** A clone of a folder says where that folder is on one machine, which is nobody's business. */
const isRemote = (url: string | undefined): url is string => url !== undefined && /^(https?|ssh|git):\/\//i.test(url)

/** in-toto wants scheme and server in small letters (RFC 3986, 6.2.2.1); whose the repository is keeps its own. */
const normalizeUrl = (url: string): string =>
  url.replace(
    /^([a-z]+:\/\/)([^/@]*@)?([^/]*)/i,
    (_, scheme: string, user: string | undefined, server: string) =>
      `${scheme.toLowerCase()}${user ?? ''}${server.toLowerCase()}`
  )

const describeModule = ({ uri, sum }: Dependency): JsonObject => ({
  uri,
  ...(sum === '' ? {} : { digest: decodeSum(sum) })
})

/** go.sum's `h1:` in hex. in-toto's page of digests calls it dirHash in its heading and dirHash1 in its text. */
function decodeSum(sum: string): JsonObject {
  const hex = Buffer.from(sum.replace(/^h1:/, ''), 'base64').toString('hex')
  return { dirHash: hex, dirHash1: hex }
}

const describeTool = ({ name, version, source, vouched, sha256 }: RunDetails['tools'][number]): JsonObject => ({
  name,
  uri: `pkg:generic/${name}@${encodeURIComponent(version)}`,
  digest: { sha256 },
  annotations: { source, vouched }
})

const describeSteps = ({ steps, files }: NonNullable<RunDetails['prepared']>): JsonObject => ({
  steps: steps.map(({ run, makes, stdout, network }) => ({
    ...{ run, makes, network },
    ...(stdout !== undefined && { stdout })
  })),
  files: files.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } }))
})

const describeStepTool = ({ name, version, sha256 }: Prepared['tools'][number]): JsonObject => ({
  name,
  digest: { sha256 },
  annotations: { source: 'PATH of the machine', used: 'prepare', says: version }
})

/** The modules that the programs of these SBOMs hold, each once, by package URL. */
export function listDependencies(sboms: readonly Json[]): readonly Dependency[] {
  const found = new Map<string, Dependency>()
  for (const component of sboms.flatMap((sbom) => readObjectsAt(sbom, 'components'))) {
    const uri = readTextAt(component, 'purl')
    const sum = readObjectsAt(component, 'properties').find(
      (property) => readTextAt(property, 'name') === 'slipway:go:sum'
    )
    if (uri !== '') found.set(uri, { uri, sum: readTextAt(sum, 'value') })
  }
  return [...found.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1))
}

/** What a verifier wants of a provenance that is proved. */
export interface Provenance {
  readonly subjects: readonly Named[]
  readonly byproducts: readonly Named[]
  /** The commit that it says was built, '' when it says none. */
  readonly commit: string
  /** URL of the repository that it says was built, and the ref where it names one; '' for none. */
  readonly repository: string
  readonly ref: string
  readonly builder: string
  readonly invocation: string
  /** The other runs that compiled something, as this one says. */
  readonly compiledBy: readonly CompiledBy[]
  readonly recipe: Recipe
}

/** What has to be known to make the reproducible files again, beside the commit. */
export interface Recipe {
  readonly slipway: string
  /** '' for a release without a tag. */
  readonly tag: string
  readonly version: string
  readonly module: string
  readonly moduleDir: string
  /** `go1.26.8`. */
  readonly go: string
  /** As `formatTarget` writes them, in the order in which they were built. */
  readonly targets: readonly string[]
  /** Import paths of the main packages. */
  readonly mains: readonly string[]
  /** Each program for each of its targets, by the import path of its main package. */
  readonly programs: readonly { readonly target: string; readonly main: string; readonly name: string }[]
  /** Variables of the environment that were linked into programs. */
  readonly variables: Readonly<Record<string, string>>
}

/** Reads what `makeProvenance` makes; undefined for another's. */
export function readProvenance({ predicate, ...rest }: Statement): Provenance | undefined {
  const subjects = readDescribedFiles(rest, 'subject')
  const byproducts = readDescribedFiles(predicate, 'runDetails', 'byproducts')
  if (!subjects || !byproducts || readTextAt(predicate, 'buildDefinition', 'buildType') !== BUILD_TYPE) return undefined
  const source = readObjectsAt(predicate, 'buildDefinition', 'resolvedDependencies').find(
    (item) => readTextAt(item, 'name') === 'source'
  )
  return {
    subjects,
    byproducts,
    commit: readTextAt(source && readAt(source, 'digest'), 'gitCommit'),
    ...parseSource(readTextAt(source, 'uri')),
    builder: readTextAt(predicate, 'runDetails', 'builder', 'id'),
    invocation: readTextAt(predicate, 'runDetails', 'metadata', 'invocationId'),
    compiledBy: readObjectsAt(predicate, 'buildDefinition', 'internalParameters', 'compiledBy').map(readRun),
    recipe: readRecipe(predicate)
  }
}

/** What `source` wrote: `git+https://github.com/acme/mesh@refs/tags/v1.0.0`. */
function parseSource(uri: string): Pick<Provenance, 'repository' | 'ref'> {
  const [, repository = '', ref = ''] = /^git\+([a-z]+:\/\/[^\s]+?)(?:@(refs\/[^\s]+))?$/.exec(uri) ?? []
  return { repository, ref }
}

function readRecipe(predicate: JsonObject): Recipe {
  const said = (name: string): string => readTextAt(predicate, 'buildDefinition', 'externalParameters', name)
  const builds = readObjectsAt(predicate, 'buildDefinition', 'externalParameters', 'builds')
  return {
    slipway: readTextAt(predicate, 'runDetails', 'builder', 'version', 'slipway'),
    ...{ tag: said('tag'), version: said('version'), module: said('module'), moduleDir: said('moduleDir') },
    go: said('go'),
    targets: [...new Set(builds.map((build) => readTextAt(build, 'target')))],
    programs: builds.flatMap((build) =>
      readObjectsAt(build, 'programs').map((program) => ({
        target: readTextAt(build, 'target'),
        main: readTextAt(program, 'main'),
        name: readTextAt(program, 'path')
          .replace(/^.*\//, '')
          .replace(/\.exe$/, '')
      }))
    ),
    variables: readVariables(readAt(predicate, 'buildDefinition', 'externalParameters', 'variables')),
    mains: [
      ...new Set(
        builds.flatMap((build) => readObjectsAt(build, 'programs').map((program) => readTextAt(program, 'main')))
      )
    ]
  }
}

const readVariables = (value: Json | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(readFields(value)).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : []))
  )
