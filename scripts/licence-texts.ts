/**
 * Cuts the texts of SPDX's licence list, which carries their names of persons as examples, into the parts that never
 * change, and writes src/licences/texts.ts: their digests, since only equal words count. `--check` compares.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { format, resolveConfig } from 'prettier'
import { hashBytes } from '../src/base/digest.ts'
import type { LicenceText } from '../src/licences/texts.ts'
import { listCountingWords } from '../src/licences/words.ts'

const BSD = [
  'Copyright (c) <year> <owner>.',
  'Neither the name of the copyright holder nor the names of its contributors may be',
  'the copyright holders and contributors',
  'the copyright holder or contributors'
]
const MIT = ['authors or copyright holders']
const ISC = ['the author']
/** Without the foundation's address, which moved, and the words on how to apply it. */
const GNU = { from: 'the licenses for most software', to: 'end of terms and conditions' }

/**
 * The licences, those that hold others first: BSD-2-Clause is BSD-3-Clause without a clause. `cuts`: words of SPDX's text
 * in whose place others may stand. `from` and `to`: where the grant itself begins and ends, by its first and last words.
 */
const LICENCES: readonly {
  readonly id: string
  /** Where spdx-license-list keeps the text, when not under the id. */
  readonly text?: string
  readonly cuts?: readonly string[]
  readonly from?: string
  readonly to?: string
}[] = [
  { id: 'Apache-2.0', from: 'definitions license shall mean', to: 'any such warranty or additional liability' },
  {
    id: 'Apache-2.0',
    from: 'licensed under the apache license version',
    to: 'permissions and limitations under the license'
  },
  { id: 'Apache-2.0', from: 'to apply the apache license to your work', to: 'within third-party archives' },
  { id: 'MPL-2.0', from: 'definitions contributor means', to: 'in exhibit b of this license must be attached' },
  { id: 'BSD-3-Clause', cuts: BSD },
  { id: 'BSD-2-Clause-Views', cuts: [...BSD.toSpliced(1, 1), 'the copyright holders or contributors'] },
  { id: 'BSD-2-Clause', cuts: BSD.toSpliced(1, 1) },
  { id: 'MIT', from: 'Permission is hereby granted', cuts: MIT },
  { id: 'MIT-0', from: 'Permission is hereby granted', cuts: MIT },
  { id: 'ISC', from: 'Permission to use', cuts: ['ISC'] },
  { id: '0BSD', from: 'Permission to use', cuts: ISC },
  { id: 'Zlib' },
  { id: 'BSL-1.0', from: 'permission is hereby granted' },
  { id: 'Unlicense', from: 'this is free and unencumbered', to: 'other dealings in the software' },
  { id: 'CC0-1.0', from: 'the laws of most jurisdictions', to: 'with respect to this cc0 or use of the work' },
  { id: 'EPL-2.0', from: 'the accompanying program is provided', to: 'rights are created under this agreement' },
  // A text does not say whether later versions serve as well: SPDX's older names leave that open, too.
  { id: 'AGPL-3.0', text: 'AGPL-3.0-only', ...GNU },
  { id: 'GPL-3.0', text: 'GPL-3.0-only', ...GNU },
  { id: 'GPL-2.0', text: 'GPL-2.0-only', ...GNU },
  { id: 'LGPL-2.1', text: 'LGPL-2.1-only', ...GNU },
  {
    id: 'LGPL-3.0',
    text: 'LGPL-3.0-only',
    from: 'this version of the GNU Lesser',
    to: 'choose that version for the Library'
  }
]
const root = createRequire(import.meta.url)
const { version } = root('spdx-license-list/package.json') as { version: string }

function parts({ id, text: name = id, cuts = [], from, to }: (typeof LICENCES)[number]): LicenceText['parts'] {
  const { licenseText } = root(`spdx-license-list/licenses/${name}.json`) as { licenseText: string }
  let text = listCountingWords(licenseText).join(' ')
  if (from !== undefined) text = text.slice(index(text, from, id))
  if (to !== undefined) text = text.slice(0, index(text, to, id) + plain(to).length)
  let pieces = [text]
  for (const cut of cuts) {
    index(text, cut, id)
    pieces = pieces.flatMap((piece) => ` ${piece} `.split(` ${plain(cut)} `)).map((piece) => piece.trim())
  }
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => {
      const words = piece.split(' ')
      return { start: words.slice(0, 3).join(' '), words: words.length, sha256: hashBytes(piece) }
    })
}

const plain = (text: string): string => listCountingWords(text).join(' ')

function index(text: string, words: string, id: string): number {
  const at = text.indexOf(plain(words))
  if (at < 0) throw new Error(`${id} does not hold "${words}"`)
  return at
}

export const licenceTexts = async (): Promise<string> =>
  await format(
    `/** Made by scripts/licence-texts.ts from spdx-license-list ${version}; not edited by hand. */

/** One licence as the parts of its text that are the same for everybody. */
export interface LicenceText {
  /** As SPDX names it. */
  readonly id: string
  /** \`start\`: the first three words; \`sha256\`: of all \`words\` of them, as \`listCountingWords\` gives them, with one space between. */
  readonly parts: readonly { readonly start: string; readonly words: number; readonly sha256: string }[]
}

export const LICENCE_TEXTS: readonly LicenceText[] = ${JSON.stringify(LICENCES.map((licence) => ({ id: licence.id, parts: parts(licence) })))}
`,
    { ...(await resolveConfig(OUT)), parser: 'typescript' }
  )

const OUT = new URL('../src/licences/texts.ts', import.meta.url).pathname

if (process.argv[1] === import.meta.filename) {
  const made = await licenceTexts()
  if (!process.argv.includes('--check')) await writeFile(OUT, made)
  else if ((await readFile(OUT, 'utf8')) !== made) {
    console.error('src/licences/texts.ts is not what scripts/licence-texts.ts makes')
    process.exitCode = 1
  }
}
