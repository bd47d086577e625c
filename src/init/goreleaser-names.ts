import { formatTargetName, parseTarget } from '../go/target.ts'
import { fillName, findTemplateMistake } from '../model/name-template.ts'
import { fillTemplate, listFields, parseTemplate, type Fields, type Template } from './go-template.ts'

/** The default of GoReleaser's name_template (internal/pipe/archive), of archives and of raw programs. */
const PLATFORM =
  '{{ .Version }}_{{ .Os }}_{{ .Arch }}{{ with .Arm }}v{{ . }}{{ end }}{{ with .Mips }}_{{ . }}{{ end }}{{ if not (eq .Amd64 "v1") }}{{ .Amd64 }}{{ end }}'
export const STANDARD_NAME = `{{ .ProjectName }}_${PLATFORM}`
export const STANDARD_BINARY_NAME = `{{ .Binary }}_${PLATFORM}`

/** A name in the words of slipway.yaml. */
export interface CarriedName {
  readonly template: string
  readonly spell: Readonly<Record<string, string>>
}

const ARCH_FIELDS = ['Arch', 'Arm', 'Arm64', 'Amd64', 'I386', 'Mips', 'Ppc64', 'Riscv64']

/**
 * The words for a name that GoReleaser's template gives to each of these targets; undefined where no words give the same,
 * such as where a system and a processor have one spelling together.
 */
export function carryName(template: string, targets: readonly string[], constants: Fields): CarriedName | undefined {
  // Slipway would fill in a word of its own.
  const parsed = /(^|[^{])\{[^{]/.test(template) ? undefined : parseTemplate(template.trim())
  if (!parsed) return undefined
  const runs = splitByPlatform(parsed)
  if (!runs) return undefined
  const known: Fields = { ...constants, ...WORDS }
  const spell: Record<string, string> = {}
  for (const target of targets) {
    const fields = { ...known, ...listPlatformFields(target) }
    const { os } = parseTarget(target)
    const arch = formatTargetName(parseTarget(target)).slice(os.length + 1)
    for (const { of, nodes } of runs) {
      if (of === undefined) continue
      const text = fillTemplate(nodes, fields)
      const word = of === 'os' ? os : arch
      if (text === undefined || text === '' || (spell[word] ?? text) !== text) return undefined
      spell[word] = text
    }
  }
  const parts = runs.map(({ of, nodes }) => (of === undefined ? fillTemplate(nodes, known) : `{${of}}`))
  const name = parts.join('')
  const fits = parts.every((part) => part !== undefined) && findTemplateMistake(name, ALL_WORDS) === undefined
  const others = Object.entries(spell).filter(([word, text]) => word !== text)
  return fits && others.every(([, text]) => /^[\w.+-]+$/.test(text))
    ? { template: name, spell: Object.fromEntries(others) }
    : undefined
}

const ALL_WORDS = ['name', 'version', 'os', 'arch', 'program']
const WORDS: Fields = { ProjectName: '{name}', Version: '{version}', Tag: 'v{version}', Binary: '{program}' }

interface Piece {
  /** What it depends on; undefined for nothing that differs between targets. */
  readonly of: 'os' | 'arch' | undefined
  readonly nodes: Template
}

function splitByPlatform(template: Template): readonly Piece[] | undefined {
  const pieces: { of: Piece['of']; nodes: Template }[] = []
  for (const node of template) {
    const fields = listFields(node)
    const [os, arch] = [fields.includes('Os'), fields.some((field) => ARCH_FIELDS.includes(field))]
    if (os && arch) return undefined
    const of = os ? 'os' : arch ? 'arch' : undefined
    const last = pieces.at(-1)
    if (last && last.of === of) last.nodes = [...last.nodes, node]
    else pieces.push({ of, nodes: [node] })
  }
  return pieces
}

/** What GoReleaser's templates know of a target (internal/tmpl). */
function listPlatformFields(text: string): Fields {
  const { os, arch, variant } = parseTarget(text)
  const own = (name: string, standard: string): string => (arch === name ? (variant ?? standard) : '')
  return {
    ...{ Os: os, Arch: arch, Arm: own('arm', 'v6').replace(/^v/, ''), Arm64: own('arm64', 'v8.0') },
    ...{ Amd64: own('amd64', 'v1'), I386: own('386', 'sse2'), Riscv64: own('riscv64', 'rva20u64') },
    Mips: arch.startsWith('mips') ? (variant ?? 'hardfloat') : '',
    Ppc64: arch.startsWith('ppc64') ? (variant ?? 'power8') : ''
  }
}

/** The name for one target, to compare two of them. */
export const nameTarget = (
  { template, spell }: CarriedName,
  target: string,
  words: { readonly name: string; readonly program: string }
): string => {
  const { os } = parseTarget(target)
  const own = formatTargetName(parseTarget(target)).slice(os.length + 1)
  return fillName(template, { os: spell[os] ?? os, arch: spell[own] ?? own, ...words })
}
