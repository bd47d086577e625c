import type { CertifiedSource } from '../evidence/certificate.ts'
import type { Provenance } from '../evidence/provenance.ts'
import { isSameRepository, parseWorkflow, type ExpectedSigner } from '../model/signer.ts'

/** What somebody asked for who wants a release: each only where it is known, and never from the release. */
export interface RequestedRelease {
  readonly tag?: string | undefined
  /** Path of a Go module. */
  readonly module?: string | undefined
  /** URL of a repository. */
  readonly repository?: string | undefined
  /** 40 hex digits. */
  readonly commit?: string | undefined
}

/** The certificate in a bundle of a release. */
export interface Certificate {
  /** Name of the bundle. */
  readonly name: string
  readonly source: CertifiedSource
}

/** What is wrong with where a release comes from, a sentence each: by what was asked for, its provenance, its certificates. */
export function findSourceProblems(
  { commit, repository, ref, recipe }: Pick<Provenance, 'commit' | 'repository' | 'ref' | 'recipe'>,
  certificates: readonly Certificate[],
  asked: RequestedRelease,
  signer: ExpectedSigner | undefined
): readonly string[] {
  const provenance = {
    ...{ tag: recipe.tag, module: recipe.module, commit, repository },
    ref: recipe.tag === '' ? '' : `refs/tags/${recipe.tag}`
  }
  const other = (what: 'tag' | 'module' | 'commit'): readonly string[] =>
    asked[what] === undefined || asked[what] === provenance[what]
      ? []
      : [`the provenance is of ${WORDS[what]} ${provenance[what] || '(none)'}, not of ${asked[what]}`]
  return [
    ...(['tag', 'module', 'commit'] as const).flatMap(other),
    ...(asked.repository === undefined
      ? []
      : repository === ''
        ? [`the provenance names no repository, and ${asked.repository} was asked for`]
        : isSameRepository(repository, asked.repository)
          ? []
          : [`the provenance is of the repository ${repository}, not of ${asked.repository}`]),
    ...(ref === '' || ref === provenance.ref
      ? []
      : [`the provenance names two tags: ${ref} and ${provenance.ref || '(none)'}`]),
    ...certificates.flatMap((certificate) => findCertificateProblems(certificate, provenance, asked, signer))
  ]
}

const WORDS = { tag: 'the tag', module: 'the module', commit: 'commit' } as const

function findCertificateProblems(
  { name, source }: Certificate,
  provenance: { readonly commit: string; readonly repository: string; readonly ref: string },
  asked: RequestedRelease,
  signer: ExpectedSigner | undefined
): readonly string[] {
  const workflow = signer && 'identity' in signer ? parseWorkflow(signer.identity) : undefined
  const isJob =
    workflow !== undefined || asked.repository !== undefined || (signer !== undefined && 'pattern' in signer)
  const { repository, commit, ref } = source
  // A person's certificate speaks of no repository, and whoever demands that person asks for none.
  if (!isJob && repository === undefined && commit === undefined && ref === undefined) return []
  const of = `the certificate of ${name}`
  if (!repository || !commit || !ref)
    return [`${of} names no ${repository ? (commit ? 'ref' : 'commit') : 'repository'}`]
  // A reusable workflow runs for whoever calls it: the identity names the workflow, and these fields name the caller.
  const home = [asked.repository ?? workflow?.repository, provenance.repository].filter(
    (url) => url !== undefined && url !== ''
  )
  const wanted = workflow && isSameRepository(workflow.repository, repository) ? workflow.ref : provenance.ref
  return [
    ...home
      .filter((url, i) => !isSameRepository(url ?? '', repository) && home.indexOf(url) === i)
      .slice(0, 1)
      .map((url) => `${of} is of the repository ${repository}, not of ${url}`),
    ...(commit === provenance.commit ? [] : [`${of} is of commit ${commit}, not of ${provenance.commit || '(none)'}`]),
    ...(ref === wanted ? [] : [`${of} is of ${ref}, not of ${wanted || '(no tag)'}`])
  ]
}
