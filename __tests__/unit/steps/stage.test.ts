import { expect, test } from '@jest/globals'
import { isText } from '../../../src/base/decode.ts'
import { ledger } from '../../../src/steps/ledger.ts'
import { stage } from '../../../src/steps/stage.ts'
import { timeline } from '../../../src/steps/timeline.ts'
import type { Host } from '../../../src/model/ports/host.ts'
import { memoryFiles } from '../../fakes/files.ts'

/** A frame, and what a person saw of it. */
function framed() {
  const said: string[] = []
  const host: Pick<Host, 'progress'> = {
    progress: (stage, item) => ({
      note: () => {},
      end: (outcome, note) => said.push([stage, item, outcome, note?.trim()].filter(Boolean).join(' '))
    })
  }
  return { said, frame: { timeline: timeline(host as Host, () => 0), ledger: ledger(memoryFiles(), '/out') } }
}

test('a stage that the plan skips does nothing and tells why, and says nothing where nobody asks for it', async () => {
  const { said, frame } = framed()
  const never = (): Promise<never> => Promise.reject(new Error('it is skipped'))
  expect(await stage('scan', frame).one({ skip: 'it is off' }, never)).toBeUndefined()
  expect(stage('prove', frame).all({ skip: 'no suite fits' })).toEqual([])
  expect(await stage('vet', frame, { quiet: true }).one({ skip: 'it is off' }, never)).toBeUndefined()
  expect(said).toEqual(['scan skipped it is off', 'prove skipped no suite fits'])
})

test('what is planned is done, under its title', async () => {
  const { said, frame } = framed()
  const sign = stage('sign', frame)
  const work = (mode: string) => sign.watch('checksums.txt', async () => ({ value: `by ${mode}`, note: mode }))
  expect(await sign.one({ work: ['key'] }, work)).toBe('by key')
  expect(sign.all({ work: ['one', 'other'] })).toEqual(['one', 'other'])
  expect(said).toEqual(['sign checksums.txt done 0 ms  key'])
})

test('what is remembered is done once, and the second time its record is told of', async () => {
  const { said, frame } = framed()
  const step = { kind: 'build', shape: 1, input: 1, fits: isText }
  const build = (value: string) =>
    stage('build', frame).once(
      'linux/amd64',
      step,
      async () => ({ value }),
      (made) => `it is ${made}`
    )
  expect([await build('ELF'), await build('Mach-O')]).toEqual(['ELF', 'ELF'])
  expect(said).toEqual(['build linux/amd64 done 0 ms  it is ELF', 'build linux/amd64 reused 0 ms  reused; it is ELF'])
})
