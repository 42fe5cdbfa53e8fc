import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'
import house from './config/lint/house.mjs'

const on = (...names) => Object.fromEntries(names.map((name) => [`house/${name}`, 'error']))
const tests = ['**/*.test.{ts,tsx}', 'tests/**/*.{ts,tsx}', '**/testing/**/*.ts']

export default defineConfig(
  {
    ignores: [
      'dist',
      '.local',
      'coverage',
      'tests/house/fixtures',
      'emulator/testing/functions',
      'tests/stubs/asset.js',
    ],
  },
  { plugins: { house } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'max-lines': ['error', 300],
    },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      ...on('wall-clock', 'old-phones', 'ids'),
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'Buffer',
          'require',
          'window',
          'document',
          'wx',
          'fetch',
          'setTimeout',
          'setInterval',
        ].map((name) => ({ name, message: 'domain/ is pure: it runs on phones and in functions alike.' })),
      ],
      'max-lines-per-function': ['error', 40],
    },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    ignores: ['cloudfunctions/lib/ground/clock*', 'cloudfunctions/lib/clock/**'],
    rules: on('wall-clock', 'ids'),
  },
  { files: ['cloudfunctions/**/*.ts'], rules: { 'max-lines-per-function': ['error', 40] } },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    languageOptions: { globals: { definePageConfig: 'readonly', defineAppConfig: 'readonly' } },
    rules: {
      ...on('old-phones', 'ids'),
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines-per-function': ['error', 200],
    },
  },
  { files: ['scripts/**/*.ts'], rules: on('ids') },
  {
    files: tests,
    rules: {
      'house/wall-clock': 'off',
      'house/old-phones': 'off',
      'house/ids': 'off',
      'no-restricted-globals': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // node:test's test() returns a promise nobody needs to await.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe'] },
          ],
        },
      ],
    },
  },
  {
    // The framework of WeChat and the options of wx calls have no types.
    files: ['tests/weapp/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    files: ['emulator/console/page/*.js'],
    languageOptions: { globals: { document: 'readonly', fetch: 'readonly', window: 'readonly' } },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        globalThis: 'readonly',
        global: 'readonly',
      },
    },
  },
)
