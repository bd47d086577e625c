import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  formatDirectPath,
  formatPackageVersion,
  refuseGitlabNames
} from '../../../../../src/adapters/gitlab/releases/names.ts'
import { createRelease, fresh, store } from '../../../../fakes/gitlab/state.ts'

const likely = fc.string({ unit: fc.constantFrom(...'aZ0._+-~@ /\\é\n%'), minLength: 1, maxLength: 10 })
const stored = { content: '', size: 1, sha256: '' }

describe('names', () => {
  test('a name that is accepted is one that GitLab takes, with its permanent path', () => {
    fc.assert(
      fc.property(likely, (name) => {
        fc.pre(accepts(name))
        const state = fresh('a'.repeat(40))
        store(state, 'demo', 'v1.0.0', name, stored)
        const path = formatDirectPath(name)
        const link = { name, url: 'https://example.org/x', ...(path === undefined ? {} : { direct_asset_path: path }) }
        createRelease(state, { tag_name: 'v1.0.0', assets: { links: [link] } }, '2026-01-01T00:00:00Z')
      })
    )
  })

  const accepts = (name: string): boolean => {
    try {
      refuseGitlabNames([name])
      return true
    } catch {
      return false
    }
  }

  test.each(['demo_1.0.0_linux_amd64.tar.gz', 'checksums.txt', 'checksums.txt.sigstore.json', 'a'])(
    '%s has a permanent path',
    (name) => {
      expect(formatDirectPath(name)).toBe(`/${name}`)
    }
  )

  test.each(['demo_1.0.0+meta.zip', 'a-', 'a_', 'a'.repeat(128)])('%s has none', (name) => {
    expect(formatDirectPath(name)).toBeUndefined()
  })
})

describe('versions of the package', () => {
  test.each(['v1.0.0', '1.0.0', 'v1.0.0-rc.1', 'v1.0.0+meta'])('the tag %s is its own version', (tag) => {
    expect(formatPackageVersion(tag)).toBe(tag)
  })

  test('any tag has a version that GitLab takes, and no two tags share one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(likely, { minLength: 2, maxLength: 2 }), (tags) => {
        const versions = tags.map(formatPackageVersion)
        for (const version of versions) store(fresh('a'.repeat(40)), 'demo', version, 'a.txt', stored)
        expect(versions[0]).not.toBe(versions[1])
      })
    )
  })
})
