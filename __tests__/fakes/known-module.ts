import type { KnownModule } from '../../src/facts/known-module.ts'

/** A module with two programs, as git and its sources say. */
export const KNOWN: KnownModule = {
  module: 'example.com/team/mesh/v2',
  folder: '',
  repository: 'team/mesh',
  files: [
    'LICENSE',
    'README.md',
    'cmd/server/main.go',
    'deploy/rbac.yaml',
    'docs/a.md',
    'docs/b/c.md',
    'go.mod',
    'main.go'
  ],
  mains: ['.', './cmd/server'],
  inner: []
}
