/** Writes the workflows that the documentation has to paste into a folder, with a commit in place of SHA, for linters. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { workflowsIn } from '../__tests__/fakes/github/workflows.ts'

const [folder = ''] = process.argv.slice(2)
const place = join(folder, '.github', 'workflows')
await mkdir(place, { recursive: true })
for (const page of ['README.md', 'docs/fan-out.md', 'docs/two-jobs.md'])
  for (const [i, { text }] of (await workflowsIn(page)).entries())
    await writeFile(
      join(place, `${page.replace(/\W/g, '-')}-${i}.yml`),
      text.replaceAll('@SHA', `@${'0123456789'.repeat(4)}`)
    )
