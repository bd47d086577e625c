import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import ts from 'typescript'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))

/** What a module imports at its start; types are gone by then, and `import()` comes later. */
function importsOf(path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest)
  return source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
      return []
    if (ts.isExportDeclaration(statement) && statement.isTypeOnly) return []
    const from =
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined
    return from && ts.isStringLiteral(from) ? [from.text] : []
  })
}

/** The modules of ours and the packages that are loaded whenever `entry` is. */
function loadedBy(entry: string): { readonly modules: ReadonlySet<string>; readonly packages: readonly string[] } {
  const modules = new Set([join(SRC, entry)])
  const packages = new Set<string>()
  // A set goes on with what is added to it on the way.
  for (const path of modules)
    for (const name of importsOf(path)) {
      if (name.startsWith('.')) modules.add(join(dirname(path), name))
      else if (!name.startsWith('node:')) packages.add(name)
    }
  return { modules: new Set([...modules].map((path) => relative(SRC, path))), packages: [...packages].sort() }
}

describe.each([
  ['action.ts', ['@actions/core', '@actions/exec', '@actions/tool-cache', 'p-limit', 'semver']],
  ['cli.ts', ['p-limit', 'semver']]
])('a start of %s', (entry, packages) => {
  const loaded = loadedBy(entry)

  test('loads these packages and no other: zod, yaml, Octokit and the drawing of a terminal wait', () => {
    expect(loaded.packages).toEqual(packages)
  })

  test('loads no command, nothing of a suite but its record, no CRD set and no compressor', () => {
    const late =
      /^(commands\/(?!context\.ts)|suites\/(?!suites?\.ts|\w+\/suite\.ts)|smi\/|adapters\/archive\/libdeflate\.ts|config\/project-file\.ts|report\/page)/
    expect([...loaded.modules].filter((path) => late.test(path))).toEqual([])
    expect(loaded.modules).toContain('wiring.ts')
  })
})
