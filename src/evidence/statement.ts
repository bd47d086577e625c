import type { Named } from '../model/nouns.ts'
import { Failure } from '../base/errors.ts'
import { isObject, readItems, readObjectsAt, parseJson, readTextAt, type JsonObject } from '../base/json.ts'
import type { Json } from '../base/json.ts'

/** An in-toto statement of version 1 (github.com/in-toto/attestation, spec/v1/statement.md). */
export interface Statement {
  readonly _type: 'https://in-toto.io/Statement/v1'
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[]
  readonly predicateType: string
  readonly predicate: JsonObject
}

export const makeStatement = (predicateType: string, files: readonly Named[], predicate: JsonObject): Statement => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: sortByName(files).map(describeFile),
  predicateType,
  predicate
})

/** A file as in-toto's ResourceDescriptor. */
export const describeFile = ({ name, sha256 }: Named): { name: string; digest: { sha256: string } } => ({
  name,
  digest: { sha256 }
})

export const sortByName = <T extends { readonly name: string }>(files: readonly T[]): readonly T[] =>
  [...files].sort((a, b) => (a.name < b.name ? -1 : 1))

/** Reads what `makeStatement` makes. Throws a 'verification' Failure for anything else. */
export function parseStatement(text: string, predicateType: string, where: string): Statement {
  const found = parseObject(text)
  const subject = readDescribedFiles(found, 'subject')
  if (
    !found ||
    readTextAt(found, '_type') !== 'https://in-toto.io/Statement/v1' ||
    readTextAt(found, 'predicateType') !== predicateType ||
    !subject?.length ||
    typeof found['predicate'] !== 'object'
  )
    throw new Failure('verification', `${where} is not an in-toto statement of type ${predicateType}`, {
      hint: 'Download it again from the release; if it stays so, do not use the release.'
    })
  return found as unknown as Statement
}

/** Files that a list of ResourceDescriptors names; undefined when one of them is no file with a SHA-256. */
export function readDescribedFiles(value: Json | undefined, ...keys: readonly string[]): readonly Named[] | undefined {
  const files = readObjectsAt(value, ...keys).map((item) => ({
    name: readTextAt(item, 'name'),
    sha256: readTextAt(item, 'digest', 'sha256')
  }))
  const whole =
    files.length ===
    readItems(keys.reduce<Json | undefined>((inner, key) => (inner as JsonObject)?.[key], value)).length
  return whole && files.every(({ name, sha256 }) => name !== '' && /^[0-9a-f]{64}$/.test(sha256)) ? files : undefined
}

function parseObject(text: string): JsonObject | undefined {
  const value = parseJson(text)
  return isObject(value) ? value : undefined
}
