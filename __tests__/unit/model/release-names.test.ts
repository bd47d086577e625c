import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fitNotes, LONGEST_NOTES, refuseNames, refuseSizes } from '../../../src/model/release-names.ts'
import { gitlab } from '../../../src/facts/platforms/gitlab.ts'
import { renamed } from '../../fakes/github/state.ts'

const accepts = (names: readonly string[]): boolean => {
  try {
    refuseNames(names)
    return true
  } catch {
    return false
  }
}

describe('names of files', () => {
  test('a name that is accepted is one that GitHub leaves as it is', () => {
    const likely = fc.string({ unit: fc.constantFrom(...'aZ0._+-~ ()@:/\\é\n'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(likely, (name) => {
        fc.pre(accepts([name]))
        expect(renamed(name)).toBe(name)
      })
    )
  })

  test.each(['demo_1.0.0_linux_amd64.tar.gz', 'checksums.txt', 'demo_1.0.0+meta_linux_armv7.tar.gz', 'LICENSE'])(
    '%s is accepted',
    (name) => {
      expect(accepts([name])).toBe(true)
    }
  )

  test.each(['nul.txt', 'COM1', 'a..b', 'a.', '.a', 'a b', 'a'.repeat(201), 'a\nb', '-x y'])(
    '%j is refused',
    (name) => {
      expect(accepts([name])).toBe(false)
    }
  )

  test('all refused names are told at once', () => {
    expect(() => refuseNames(['a b', 'fine.txt', '.c'])).toThrow(/"a b".*"\.c"/)
  })

  test('names that differ in upper and lower case only fall together', () => {
    expect(() => refuseNames(['Demo.zip', 'demo.zip'])).toThrow(/"demo\.zip" falls together with "Demo\.zip"/)
  })
})

describe('numbers that GitHub refuses', () => {
  const file = (size: number, name = 'a.zip') => ({ name, size })

  test.each([0, 2 ** 31, 2 ** 40])('a file of %d bytes is refused with its name', (size) => {
    expect(() => refuseSizes([file(1), file(size, 'bad.zip')])).toThrow(`bad.zip has ${size} bytes`)
  })

  test('a file just under 2 GiB and a thousand files are accepted, one more is not', () => {
    const thousand = Array.from({ length: 1000 }, () => file(2 ** 31 - 1))
    expect(() => refuseSizes(thousand)).not.toThrow()
    expect(() => refuseSizes([...thousand, file(1)])).toThrow('1001 files')
  })
})

test('files that GitLab would refuse are refused before the first upload, all of them by name', () => {
  const sizes = [5 * 1024 ** 3, 5 * 1024 ** 3 + 1, 0, 1]
  const files = sizes.map((size, i) => ({ name: `${i}.zip`, size }))
  expect(() => gitlab.refuseFiles?.(files)).toThrow(
    'files that GitLab refuses: 1.zip has 5368709121 bytes; 2.zip has 0 bytes'
  )
  expect(() => gitlab.refuseFiles?.([files[0], files[3]].flatMap((file) => file ?? []))).not.toThrow()
})

describe('notes', () => {
  const mark = '<!-- mark -->'

  test('notes that fit stay whole, with the mark at their end', () => {
    expect(fitNotes('Hello.\n', mark)).toBe(`Hello.\n\n${mark}`)
  })

  test('notes that are too long end at a line, say so, and keep the mark', () => {
    const line = `${'x'.repeat(99)}\n`
    const fitted = fitNotes(line.repeat(2000), mark)
    expect(fitted.length).toBeLessThanOrEqual(LONGEST_NOTES)
    expect(fitted.length).toBeGreaterThan(LONGEST_NOTES - 400)
    expect(fitted).toMatch(/x{99}\n\n\*\(The rest .*\)\*\n\n<!-- mark -->$/)
  })

  test('a code block that is cut is closed', () => {
    const fitted = fitNotes(`\`\`\`sh\n${'make\n'.repeat(40_000)}\`\`\`\n`, mark)
    expect(fitted.match(/^```/gm)).toHaveLength(2)
  })

  test('a character is never cut in half', () => {
    for (const pad of ['', 'x']) expect(fitNotes(pad + '🚀'.repeat(70_000), mark).isWellFormed()).toBe(true)
  })
})
