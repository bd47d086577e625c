import { expect, test } from '@jest/globals'
import type { Repository } from '../../../src/model/signer.ts'
import { github } from '../../../src/facts/platforms/github.ts'
import { gitlab } from '../../../src/facts/platforms/gitlab.ts'

const PLATFORMS = { github, gitlab }

const on = (server: string, path: string): Repository => ({ url: `${server}/${path}`, server })

const fits = (platform: 'github' | 'gitlab', url: string, tag: string, identity: string): boolean => {
  const signer = PLATFORMS[platform].signer({ url, server: new URL(url).origin }, tag)
  return 'pattern' in signer && new RegExp(signer.pattern).test(identity)
}

test('a workflow of the repository at the tag fits, whatever it is called', () => {
  const at = 'https://github.com/octo/demo/.github/workflows/release.yml@refs/tags/v1.0.0'
  expect(fits('github', 'https://github.com/octo/demo', 'v1.0.0', at)).toBe(true)
  expect(
    fits(
      'gitlab',
      'https://gitlab.com/grp/app',
      'v1.0.0',
      'https://gitlab.com/grp/app//.gitlab-ci.yml@refs/tags/v1.0.0'
    )
  ).toBe(true)
})

test('the case of a repository’s name is nobody’s, that of a tag and a workflow is', () => {
  const by = (identity: string) => fits('github', 'https://github.com/octo/demo', 'v1.0.0-RC', identity)
  const rest = '.github/workflows/release.yml@refs/tags/v1.0.0'
  expect(by(`https://github.com/Octo/Demo/${rest}-RC`)).toBe(true)
  expect(by(`https://github.com/Octo/Demo/${rest}-rc`)).toBe(false)
  expect(by(`https://github.com/octo/demo/${rest.replace('.github', '.GitHub')}-RC`)).toBe(false)
})

test.each([
  'https://github.com/octo/demo/.github/workflows/release.yml@refs/tags/v1.0.1',
  'https://github.com/octo/demo/.github/workflows/release.yml@refs/tags/v1x0x0',
  'https://github.com/octo/demo/.github/workflows/release.yml@refs/heads/main',
  'https://github.com/octo/demo-evil/.github/workflows/release.yml@refs/tags/v1.0.0',
  'https://github.com/mallory/demo/.github/workflows/release.yml@refs/tags/v1.0.0',
  'https://githubxcom/octo/demo/.github/workflows/release.yml@refs/tags/v1.0.0',
  'https://github.com/octo/demo/.github/workflows/a@refs/tags/v1.0.0@refs/tags/v1.0.0',
  'https://evil.example/https://github.com/octo/demo/.github/workflows/release.yml@refs/tags/v1.0.0'
])('%s does not', (identity) => {
  expect(fits('github', 'https://github.com/octo/demo', 'v1.0.0', identity)).toBe(false)
})

test.each([
  ['github', on('https://github.com', 'octo/demo'), 'https://token.actions.githubusercontent.com'],
  ['github', on('https://tenant.ghe.com', 'octo/demo'), 'https://token.actions.tenant.ghe.com'],
  ['github', on('https://git.example.org', 'octo/demo'), 'https://git.example.org/_services/token'],
  ['gitlab', on('https://gitlab.com', 'grp/app'), 'https://gitlab.com'],
  ['gitlab', on('https://git.example.org/gitlab', 'grp/app'), 'https://git.example.org/gitlab']
] as const)('who vouches for jobs of %s at %j is %s', (platform, repository, issuer) => {
  expect(PLATFORMS[platform].signer(repository, 'v1')).toMatchObject({ issuer })
})
