/**
 * Moves the tag of a major version (v1) to the release that was just published, on the repository that the job belongs
 * to. A prerelease moves nothing, and no more does a back-port below the highest version of its major. Runs on the plain
 * Node of a runner, without packages.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** The tag to move for this one, or why there is none. */
export function majorOf(tag, tags) {
  const [, major] = /^v(\d+)\.\d+\.\d+$/.exec(tag) ?? []
  if (major === undefined) return { skip: `${tag} is no stable version` }
  const numbers = (name) => name.slice(1).split('.').map(Number)
  const isBelow = (a, b) => {
    const i = a.findIndex((part, i) => part !== b[i])
    return i !== -1 && a[i] < b[i]
  }
  const same = tags.filter((name) => /^v\d+\.\d+\.\d+$/.test(name) && name.startsWith(`v${major}.`))
  const higher = same.find((name) => isBelow(numbers(tag), numbers(name)))
  return higher === undefined ? { move: `v${major}` } : { skip: `${higher} is above ${tag}` }
}

function main() {
  const { GITHUB_REF_NAME: tag = '', GITHUB_REPOSITORY: repository = '', GITHUB_TOKEN: token = '' } = process.env
  const server = process.env.GITHUB_SERVER_URL ?? ''
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  if (tag !== `v${version}`) throw new Error(`the tag is ${tag}, and package.json says ${version}`)
  // No shell, and the token is in no argument.
  const authorization = Buffer.from(`x-access-token:${token}`).toString('base64')
  const git = (...args) =>
    execFileSync('git', args, {
      encoding: 'utf8',
      env: {
        ...{ PATH: process.env.PATH, HOME: process.env.HOME, GIT_TERMINAL_PROMPT: '0' },
        ...{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `http.${server}/.extraheader` },
        GIT_CONFIG_VALUE_0: `Authorization: Basic ${authorization}`
      }
    })
  const { move, skip } = majorOf(tag, git('tag', '--list').split('\n'))
  if (skip !== undefined) return console.log(`no tag is moved: ${skip}`)
  const commit = git('rev-parse', `refs/tags/${tag}^{commit}`).trim()
  git('push', '--force', `${server}/${repository}`, `${commit}:refs/tags/${move}`)
  console.log(`${move} is ${tag} now: ${commit}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
