/** `npm run example -- FOLDER`: examples/mesh-canary as a git repository with its tags, the same commits everywhere. */
import { meshCanary } from '../__tests__/bed/examples.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: npm run example -- FOLDER')
console.log((await meshCanary(folder)).join('\n'))
