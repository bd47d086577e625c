/** Makes the calls of stdin's JSON on a GitHub host, in a process of its own: the library writes to standard output. */
import { text } from 'node:stream/consumers'
import { github } from '../../../src/adapters/github/host.ts'
import type { Told } from './hosts.ts'

const host = github((line) => void process.stdout.write(line))
for (const told of JSON.parse(await text(process.stdin)) as Told[]) {
  if (told[0] === 'progress') {
    const progress = host.progress(told[1], told[2])
    progress.note('working')
    progress.end(told[3], told[4])
  } else if (told[0] === 'section' || told[0] === 'quote') host[told[0]](told[1], told[2])
  else if (told[0] === 'output') await host.output(told[1], told[2])
  else if (told[0] === 'finding') await host.finding(told[1])
  else await host[told[0]](told[1])
}
