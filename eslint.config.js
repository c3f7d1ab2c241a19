// Lint: what the house style asks for and a machine can see. Types are checked by tsc.

import stylistic from '@stylistic/eslint-plugin'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  {ignores: ['dist/', 'node_modules/', 'tests/fixtures/']},
  {
    files: ['**/*.{ts,js,mjs}'],
    plugins: {'@stylistic': stylistic},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      '@stylistic/semi': ['error', 'never'],
      '@stylistic/quotes': ['error', 'single', {avoidEscape: true, allowTemplateLiterals: 'always'}],
      '@stylistic/indent': ['error', 2, {SwitchCase: 1, ignoredNodes: ['TemplateLiteral *', 'ConditionalExpression']}],
      '@stylistic/object-curly-spacing': ['error', 'never'],
      '@stylistic/comma-dangle': ['error', 'never'],
      '@stylistic/eol-last': 'error',
      '@stylistic/no-trailing-spaces': 'error',
      '@stylistic/no-multiple-empty-lines': ['error', {max: 1, maxBOF: 0, maxEOF: 0}],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-else-return': ['error', {allowElseIf: false}],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error'
    }
  },
  {
    files: ['scripts/**/*.ts', 'tests/**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      // An index or a key that was just looked up is known to be there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true}],
      // Those that need types, chosen for the faults they find; all of them together take a minute.
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error'
    }
  },
  {
    files: ['vitest.config.ts'],
    languageOptions: {parser: tseslint.parser}
  },
  {
    files: ['scripts/setup/*.mjs', 'vitest.config.ts', 'tests/**'],
    rules: {'no-console': 'off'}
  }
)
