/** Fails when dist, or a template with its digests, differs from what git holds: what ships is the bundle of these sources. */
import { execFileSync } from 'node:child_process'

const changed = execFileSync('git', ['status', '--porcelain', '--', 'dist', 'templates'], { encoding: 'utf8' })
if (changed !== '') {
  console.error(`dist is not the bundle of src; run npm run bundle and commit it:\n${changed}`)
  process.exitCode = 1
}
