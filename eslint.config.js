import tseslint from 'typescript-eslint'

const only = (pattern, why) => ({ group: [pattern].flat(), message: why })

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
    ignores: ['src/adapters/**', 'src/action.ts', 'src/cli.ts', 'src/main.ts', 'src/world.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            only(['**/adapters/**'], 'The core knows ports, not adapters.'),
            only(
              ['@actions/*', '@octokit/*', 'node:child_process', 'node:http*', 'node:fs*', 'node:zlib'],
              'Side effects live in src/adapters.'
            )
          ]
        }
      ],
      'no-restricted-globals': ['error', 'process', 'fetch']
    }
  },
  {
    // machine.ts only looks; all others are killed at each of their writes by __tests__/kill/tools.test.ts.
    files: ['src/adapters/toolchain/*.ts', 'src/adapters/tool-caches/*.ts'],
    ignores: ['src/adapters/toolchain/machine.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [only(['node:fs*'], 'Write through the FileSystem that is given.')] }
      ]
    }
  },
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
