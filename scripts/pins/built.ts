/**
 * `npm run built -- [TOOL…] [OS/ARCH…]`: builds tools from their modules by the pinned Go, each for each platform, and
 * prints the digests that belong into src/adapters/toolchain/built.ts. Ends with status 1 when one is another than the
 * pinned. Without tools: all of them; without platforms: this machine's.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { disk } from '../../src/adapters/machine/disk.ts'
import { translateToGo } from '../../src/adapters/toolchain/platform.ts'
import { buildTool, RECIPES } from './building.ts'

const words = process.argv.slice(2)
const tools = words.filter((word) => !word.includes('/'))
const here = translateToGo({ os: process.platform, arch: process.arch })
const named = words.filter((word) => word.includes('/'))
const targets = named.length ? named : [`${here.os}/${here.arch}`]
const signal = new AbortController().signal

for (const [name, recipe] of Object.entries(RECIPES)) {
  if (tools.length && !tools.includes(name)) continue
  console.log(`${name}: recipe ${recipe.digest}`)
  for (const target of targets) {
    const [os = '', arch = ''] = target.split('/')
    const place = await mkdtemp(join(tmpdir(), 'built-'))
    try {
      const condition = { place, ...(process.env['GOCACHE'] && { cache: process.env['GOCACHE'] }) }
      const began = performance.now()
      const path = await buildTool(recipe, { os, arch }, condition, () => undefined, signal)
      const seconds = ((performance.now() - began) / 1000).toFixed(0)
      const sha256 = (await disk(place).digest(path))?.sha256 ?? ''
      const pinned = recipe.built[target]
      if (pinned !== undefined && pinned !== sha256) process.exitCode = 1
      const state = pinned === undefined ? 'new' : pinned === sha256 ? 'same' : `another than the pinned ${pinned}`
      console.log(`  '${target}': '${sha256}', ${state}, ${seconds} s`)
    } finally {
      await rm(place, { recursive: true, force: true })
    }
  }
}
