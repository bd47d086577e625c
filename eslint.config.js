import tseslint from 'typescript-eslint'

const only = (pattern, why) => ({ group: [pattern].flat(), message: why })

/** The rooms of src in their order, lowest first: a room may import from the rooms before it, and from no adapter. */
const ROOMS = [
  ...[
    'base',
    'model',
    'go',
    'crds',
    'licences',
    'smi',
    'vulnerabilities',
    'image',
    'package',
    'suites',
    'config',
    'facts'
  ],
  ...['source', 'init', 'plan', 'steps', 'evidence', 'report', 'verify', 'publish', 'pipeline', 'commands']
]
const ADAPTERS_MAY = ['base', 'model', 'go', 'crds', 'plan', 'facts', 'config', 'evidence']

const SIDE_EFFECTS = only(
  ['@actions/*', '@octokit/*', 'node:child_process', 'node:http*', 'node:fs*', 'node:zlib'],
  'Side effects live in src/adapters.'
)

/** `extra` are patterns that this room has besides; a later block for the same file would replace them. */
const room = (name, files, others, extra = []) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...others.map((other) => ({
            regex: `^(\\.\\./)+${other}/`,
            message: other === 'adapters' ? 'The core knows ports, not adapters.' : `${name} may not know src/${other}.`
          })),
          {
            regex: '^(\\.\\./)+(wiring|main|cli|action)\\.ts$',
            message: `${name} may not know the wiring and the doors.`
          },
          ...extra
        ]
      }
    ]
  }
})

const LAYERS = [
  ...ROOMS.map((name, i) =>
    room(`src/${name}`, [`src/${name}/**/*.ts`], [...ROOMS.slice(i + 1), 'adapters'], [SIDE_EFFECTS])
  ),
  room(
    'an adapter',
    ['src/adapters/**/*.ts'],
    ROOMS.filter((name) => !ADAPTERS_MAY.includes(name))
  ),
  // machine.ts and tree.ts only look; all others are killed at each of their writes by __tests__/kill/tools.test.ts.
  room(
    'an adapter',
    ['src/adapters/toolchain/**/*.ts', 'src/adapters/github/tool-cache.ts'],
    ROOMS.filter((name) => !ADAPTERS_MAY.includes(name)),
    [only(['node:fs*'], 'Write through the FileSystem that is given.')]
  ),
  room(
    'an adapter',
    ['src/adapters/toolchain/machine.ts', 'src/adapters/toolchain/tree.ts'],
    ROOMS.filter((name) => !ADAPTERS_MAY.includes(name))
  )
]

/** Globals that the types know and the Node versions of package.json's engines do not all have. */
const NEWER = ['AsyncDisposableStack', 'DisposableStack', 'SuppressedError'].map((name) => ({
  name,
  message: 'Node has it since version 24: src/base/scope.ts stands for it.'
}))

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.slipway/', 'demo/', 'examples/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // What a scope cleans up must outlive the work: `return work()` below an `await using` does not wait for it.
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }
      ]
    }
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/adapters/**', 'src/action.ts', 'src/cli.ts', 'src/main.ts', 'src/wiring.ts'],
    rules: { 'no-restricted-globals': ['error', 'process', 'fetch', ...NEWER] }
  },
  {
    files: ['src/adapters/**/*.ts', 'src/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...NEWER] }
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-params': ['error', 5],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }]
    }
  },
  ...LAYERS,
  {
    files: ['__tests__/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['mock', 'unstable_mockModule'].map((property) => ({
          object: 'jest',
          property,
          message: 'Pass a fake through a port instead.'
        }))
      ]
    }
  }
)
