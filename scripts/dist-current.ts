/** Fails when dist differs from what git holds: the bundle that ships is the bundle of these sources. */
import { execFileSync } from 'node:child_process'

const changed = execFileSync('git', ['status', '--porcelain', '--', 'dist'], { encoding: 'utf8' })
if (changed !== '') {
  console.error(`dist is not the bundle of src; run npm run bundle and commit it:\n${changed}`)
  process.exitCode = 1
}
