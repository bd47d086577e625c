import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { Failure } from '../../base/errors.ts'
import { readFields, readItems, readText } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { SourceFile } from '../../crds/files.ts'
import { parseCrds, type Crd } from '../../crds/source.ts'
import type { SuiteTools } from '../suite.ts'

/** Runs kubectl's kustomize: the text of what it makes of a folder. */
export type Kustomize = (folder: string) => Promise<string>

const isKustomization = (path: string): boolean => /(^|\/)kustomization\.ya?ml$/.test(path)

/** The outermost folders that hold a kustomization. */
export const listKustomized = (files: readonly SourceFile[]): readonly string[] => {
  const folders = files.filter(({ path }) => isKustomization(path)).map(({ path }) => dirname(path))
  return folders.filter((folder) => !folders.some((other) => other !== folder && folder.startsWith(`${other}/`)))
}

/** Whether a kustomization takes nothing from elsewhere: kustomize would fetch it from the network. */
const staysInside = (files: readonly SourceFile[], folder: string): boolean =>
  files
    .filter(({ path }) => isKustomization(path) && (path.startsWith(`${folder}/`) || dirname(path) === folder))
    .every(({ path, text }) => {
      if (text.includes('://')) return false
      const given = readFields(readYaml(text))
      return ['resources', 'bases', 'components', 'crds', 'configurations', 'generators', 'transformers', 'validators']
        .flatMap((key) => readItems(given[key]).map(readText))
        .every((entry) => {
          const target = join(dirname(path), entry)
          return files.some((file) => file.path === target || file.path.startsWith(`${target}/`))
        })
    })

const readYaml = (text: string): Json => {
  try {
    return parse(text) as Json
  } catch {
    return null
  }
}

/**
 * The definitions as `kubectl apply -k` installs them: those of the files, with what the kustomizations beside them patch.
 * A kustomization that takes something from outside of the CRDs' folders is not run, and each of its definitions says so.
 */
export const kustomizeCrds = async (
  { files: disk }: Pick<SuiteTools, 'files'>,
  files: readonly SourceFile[],
  kustomize: Kustomize
): Promise<readonly Crd[]> => {
  const plain = parseCrds(files)
  const folders = listKustomized(files)
  if (folders.length === 0) return plain
  const patched = new Map<string, Json>()
  const told = new Map<string, string>()
  await using scratch = await disk.scratch('kustomize')
  for (const folder of folders) {
    const own = files.filter(({ path }) => path.startsWith(`${folder}/`) || dirname(path) === folder)
    const why = staysInside(files, folder) ? undefined : 'it takes files from outside of the folders of CRDs'
    if (why === undefined) {
      for (const { path, text } of own) await disk.write(join(scratch.path, path), text)
      try {
        const text = await kustomize(join(scratch.path, folder))
        for (const { name, crd } of parseCrds([{ path: `${folder}/kustomization.yaml`, text }])) patched.set(name, crd)
        continue
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        throw new Failure('input', `kubectl kustomize ${folder} fails: ${error.message}`, {
          hint: `Mend ${folder}/kustomization.yaml, or name the files that are installed: crds.files in slipway.yaml.`,
          cause: error.cause
        })
      }
    }
    for (const { name, from } of plain)
      if (from.startsWith(`${folder}/`)) told.set(name, `${folder}/kustomization.yaml was not applied: ${why}`)
  }
  return plain.map((crd) => {
    const note = told.get(crd.name)
    return {
      ...crd,
      crd: patched.get(crd.name) ?? crd.crd,
      changes: note === undefined ? crd.changes : [...crd.changes, note]
    }
  })
}
