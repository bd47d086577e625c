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
