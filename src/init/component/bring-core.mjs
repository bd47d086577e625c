// Brings the program at the component's commit, each file checked against the digest below before anything runs.
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

const digests = {}
const { CI_API_V4_URL: api, CI_JOB_TOKEN: token = '', SLIPWAY_PROJECT: project, SLIPWAY_SHA: commit } = process.env
const folder = 'dist/cli'

class Stop extends Error {}

async function bring(name, attempt = 1) {
  const file = encodeURIComponent(`${folder}/${name}`)
  const url = `${api}/projects/${encodeURIComponent(project)}/repository/files/${file}/raw?ref=${commit}`
  const again = async (why) => {
    if (attempt === 4) throw new Stop(`${folder}/${name} of ${project} at ${commit} cannot be had: ${why}`)
    await wait(1000 * 2 ** attempt)
    return await bring(name, attempt + 1)
  }
  // The token goes nowhere else: a redirect is an error.
  const options = { headers: { 'JOB-TOKEN': token }, redirect: 'error', signal: AbortSignal.timeout(60_000) }
  const answer = await fetch(url, options).catch((error) => String(error.cause ?? error))
  if (typeof answer === 'string') return await again(answer)
  if (answer.status === 429 || answer.status >= 500) return await again(`the API answered ${answer.status}`)
  if (!answer.ok)
    throw new Stop(
      `${folder}/${name} of ${project} at ${commit}: the API answered ${answer.status}.\n` +
        'Is component-project the project that the component is included from? If it is private, does it allow the ' +
        'job tokens of this project (Settings > CI/CD > Job token permissions)?'
    )
  const bytes = Buffer.from(await answer.arrayBuffer())
  const digest = createHash('sha256').update(bytes).digest('hex')
  if (digest !== digests[name])
    throw new Stop(
      `${folder}/${name} of ${project} at ${commit} has sha256 ${digest}, and the template wants ${digests[name]}.\n` +
        'Do not use it: the template and the program are not of one release. Include the component at the SHA of one.'
    )
  return [name, bytes]
}

try {
  const files = await Promise.all(Object.keys(digests).map((name) => bring(name)))
  // Folders that git does not see, so that the work tree stays as clean as it was checked out.
  for (const made of ['.slipway-core', '.slipway-cache']) {
    await mkdir(made, { recursive: true })
    await writeFile(`${made}/.gitignore`, '*\n')
  }
  for (const [name, bytes] of files) await writeFile(`.slipway-core/${name}`, bytes)
} catch (error) {
  if (!(error instanceof Stop)) throw error
  console.error(`slipway: ${error.message}`)
  process.exitCode = 5
}
