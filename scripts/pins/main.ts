/**
 * `npm run pins`: reads every pinned digest again, where it is published, and ends with status 1 when one changed.
 * `npm run pins -- TOOL VERSION`: moves a tool to another version, with the digests of that version; writes all of it or
 * nothing. Digests of downloads are then those of the files as they came: hold them against a list of the project's own,
 * and say in `readAt` where it is.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { processes } from '../../src/adapters/machine/process.ts'
import { environment } from '../../__tests__/bed/tools.ts'
import { moved, told } from './comparing.ts'
import { PINNED, type Pinned } from './pinned.ts'
import { readAgain } from './reading.ts'

const FILES = ['src/adapters/toolchain/pins.ts', '__tests__/bed/test-tools.ts']
const AT_ONCE = 4

const [tool, version] = process.argv.slice(2)
if (tool !== undefined && version === undefined) throw new Error('give a tool and its new version: cosign v3.1.4')
const folder = await mkdtemp(join(tmpdir(), 'pins-'))
try {
  const { PATH = '', HOME = '', GOPROXY } = environment()
  const env = { PATH, HOME, ...(GOPROXY !== undefined && { GOPROXY }) }
  const limit = pLimit(AT_ONCE)
  const wanted = PINNED.filter((pinned) => tool === undefined || pinned.tool === tool)
  const compared = await Promise.all(
    wanted.map((pinned) =>
      limit(async () => {
        const of = version === undefined ? pinned.of : at(pinned, version)
        const read = await readAgain({ ...pinned, of }, { run: processes().run, fetch, env, folder })
        return { pinned, read }
      })
    )
  )
  if (tool === undefined || version === undefined) {
    const { lines, changed } = told(compared)
    for (const line of lines) console.log(line)
    process.exitCode = changed ? 1 : 0
  } else {
    const texts = await Promise.all(FILES.map((file) => readFile(file, 'utf8')))
    const written = texts.map((text) => moved(text, tool, version, compared))
    for (const [i, file] of FILES.entries()) await writeFile(file, written[i] ?? '')
    console.log(`${tool} is ${version} now: look at the change, then run the tests`)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** What the digest of another version is of. */
function at({ of, version: from }: Pinned, to: string): Pinned['of'] {
  const other = (text: string): string => text.replaceAll(from, to)
  return 'module' in of ? { module: other(of.module) } : { url: other(of.url) }
}
