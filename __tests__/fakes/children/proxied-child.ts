/** Fetches the URLs of its arguments as an entry point would, and prints what came of each; `and then` prints what is still held. */
import { chooseFetch } from '../../../src/adapters/http/outgoing.ts'
import { Failure } from '../../../src/base/errors.ts'

const fetch = chooseFetch(process.env)

async function look(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { headers: new Headers({ accept: 'application/json' }) })
    const body = (await response.json()) as { full_name?: string }
    return { status: response.status, name: body.full_name }
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error & { code?: string } }
    return error instanceof Failure ? message : `${message}: ${cause?.code ?? ''} ${cause?.message ?? ''}`
  }
}

const urls = process.argv.slice(2).filter((argument) => argument !== 'and then')
const seen = await Promise.all(urls.map(look))
if (process.argv.includes('and then')) {
  // A connection is given up for idle in the turns after its answer.
  await new Promise((wake) => setTimeout(wake, 100))
  seen.push(process.getActiveResourcesInfo())
}
console.log(JSON.stringify(seen))
