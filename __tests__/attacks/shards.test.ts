import { expect, test } from '@jest/globals'
import { writeShard } from '../../src/pipeline/shards.ts'
import { handOver, LICENCE, plan, programOf, recordsOf, take, type Made } from '../fakes/shards.ts'

const CHANGED: readonly (readonly [what: string, made: Partial<Made>, says: RegExp])[] = [
  [
    'an archive with a file that the plan does not put there',
    { holds: { tool: programOf('amd64'), LICENSE: LICENCE, 'install.sh': '#!' } },
    /linux_amd64\.tar\.gz of a shard holds "install\.sh", which the plan does not put there/
  ],
  [
    'an archive with another program than the one that it hands over to be proved',
    { holds: { tool: 'evil', LICENSE: LICENCE } },
    /linux_amd64\.tar\.gz of a shard holds another "tool" than was built or committed/
  ],
  [
    'an archive with another licence than the commit has',
    { holds: { tool: programOf('amd64'), LICENSE: 'Pay.' } },
    /holds another "LICENSE" than was built or committed/
  ],
  ['an archive without the licence', { holds: { tool: programOf('amd64') } }, /does not hold "LICENSE"/],
  [
    'a record that names one more file of the release',
    { extra: ['install.sh'] },
    /hands over tool_1\.0\.0_linux_amd64\.tar\.gz, and no record says that it was packed of these programs and files/
  ],
  ['programs out of a shared build cache', { cache: 'shared' }, /which were compiled into a shared build cache/]
]

test.each(CHANGED)('a shard that hands over %s is refused with file and reason', async (_, made, says) => {
  const files = await handOver(made)
  await expect(take(files)).rejects.toThrow(says)
  expect(await files.list('/out')).toEqual([])
})

test('a shard that hands over a record of the archive of another is refused', async () => {
  const files = await handOver()
  const theirs = (await recordsOf(files, 2)).find((name) => name.includes('package')) ?? ''
  await files.copy(`/from/2/${theirs}`, `/from/1/${theirs}`)
  await writeShard(files, '/from/1', plan, { index: 1, of: 2 }, await recordsOf(files, 1))
  await expect(take(files)).rejects.toThrow(`names "${theirs}", which its part of the plan does not make`)
  expect(await files.list('/out')).toEqual([])
})

test('a shard whose program is another one than its record says is refused', async () => {
  const files = await handOver()
  await files.write('/from/1/bin/linux_amd64/tool', 'evil')
  await writeShard(files, '/from/1', plan, { index: 1, of: 2 }, await recordsOf(files, 1))
  await expect(take(files)).rejects.toThrow(
    'hands over the programs for linux/amd64, and no record says that they were built as planned'
  )
})
