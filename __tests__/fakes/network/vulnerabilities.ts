import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Sources } from '../repository.ts'

/** One entry of a database, with what of OSV govulncheck reads. */
export interface Known {
  readonly id: string
  readonly aliases: readonly string[]
  readonly summary: string
  readonly module: string
  readonly package: string
  readonly symbols: readonly string[]
  /** Without `v`; undefined where nothing repairs it. */
  readonly fixed?: string
}

/** Two real ones of golang.org/x/text v0.3.5, in the words of Go's own database, cut to what is read of them. */
export const TEXT_CALLED: Known = {
  id: 'GO-2021-0113',
  aliases: ['CVE-2021-38561', 'GHSA-ppp9-7jff-5vj2'],
  summary: 'Out-of-bounds read in golang.org/x/text/language',
  module: 'golang.org/x/text',
  package: 'golang.org/x/text/language',
  symbols: ['MatchStrings', 'MustParse', 'Parse', 'ParseAcceptLanguage'],
  fixed: '0.3.7'
}
export const TEXT_NOT_CALLED: Known = {
  id: 'GO-2022-1059',
  aliases: ['CVE-2022-32149', 'GHSA-69ch-w2m2-3vjp'],
  summary: 'Denial of service via crafted Accept-Language header in golang.org/x/text/language',
  module: 'golang.org/x/text',
  package: 'golang.org/x/text/language',
  symbols: ['MatchStrings', 'ParseAcceptLanguage'],
  fixed: '0.3.8'
}

/** A program that calls the first of them. */
export const GREETS: Sources = {
  'go.mod': 'module example.com/greets\n\ngo 1.26.8\n\nrequire golang.org/x/text v0.3.5\n',
  'go.sum': [
    'golang.org/x/text v0.3.5 h1:i6eZZ+zk0SOf0xgBpEpPD18qWcJda6q1sxt3S0kzyUQ=',
    'golang.org/x/text v0.3.5/go.mod h1:5Zoc/QRtKVWzQhOtBMvqHzDpF6irO9z98xDceosuGiQ=',
    'golang.org/x/tools v0.0.0-20180917221912-90fa682c2a6e/go.mod h1:n7NCudcB/nEzxVGmLbDWY5pfWTLqBcC2KZ6jyYvM4mQ=',
    ''
  ].join('\n'),
  'main.go': `package main

import (
	"os"

	"golang.org/x/text/language"
)

var version, commit, date string

func main() {
	tag, err := language.Parse(os.Args[len(os.Args)-1])
	println(version, commit, date, tag.String(), err == nil)
}
`,
  'slipway.yaml': 'rebuild: 0\nkubernetes: none\ntargets: [linux/amd64, windows/amd64]\n'
}

const MODIFIED = '2026-03-04T05:06:07Z'

/** Every endpoint of a database (https://go.dev/security/vuln/database#api) by its path, without `.json`. */
const endpoints = (all: readonly Known[]): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ['index/db', { modified: MODIFIED }],
    [
      'index/modules',
      [...new Set(all.map(({ module }) => module))].map((path) => ({
        path,
        vulns: all
          .filter(({ module }) => module === path)
          .map(({ id, fixed }) => ({ id, modified: MODIFIED, ...(fixed !== undefined && { fixed }) }))
      }))
    ],
    ...all.map((known) => [`ID/${known.id}`, osv(known)] as const)
  ])

const osv = ({ id, aliases, summary, module, package: path, symbols, fixed }: Known): object => ({
  schema_version: '1.3.1',
  id,
  modified: MODIFIED,
  published: MODIFIED,
  aliases,
  summary,
  details: summary,
  affected: [
    {
      package: { name: module, ecosystem: 'Go' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, ...(fixed === undefined ? [] : [{ fixed }])] }],
      ecosystem_specific: { imports: [{ path, symbols }] }
    }
  ],
  references: [],
  database_specific: { url: `https://pkg.go.dev/vuln/${id}` }
})

/** A database as a folder; its URL. */
export async function folderDatabase(folder: string, all: readonly Known[]): Promise<string> {
  for (const [path, content] of endpoints(all)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, `${path}.json`), JSON.stringify(content))
  }
  return pathToFileURL(folder).href
}

/** A database on this machine's own network, as vuln.go.dev serves it: packed, and nothing that is not asked for so. */
export async function servedDatabase(
  all: readonly Known[]
): Promise<{ readonly url: string; readonly asked: readonly string[] } & AsyncDisposable> {
  const content = endpoints(all)
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    const [, path] = /^\/(.+)\.json\.gz$/.exec(request.url ?? '') ?? []
    const found = path === undefined ? undefined : content.get(path)
    answer.statusCode = found === undefined ? 404 : 200
    answer.end(found === undefined || request.method === 'HEAD' ? undefined : gzipSync(JSON.stringify(found)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
