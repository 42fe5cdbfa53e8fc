import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'
import { storedNames } from './config/storedNames.mjs'

const wallClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take `now` as an argument: the emulator and the tests move the clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: 'Take `now` as an argument: the emulator and the tests move the clock.',
  },
]

// lib ES2020 keeps most of these out, but the Node types bring some back in.
const missingOnOldPhones = [
  {
    selector:
      'CallExpression[callee.property.name=/^(at|replaceAll|hasOwn|findLast|findLastIndex|toSorted|toReversed)$/]',
    message: 'Missing on the oldest phones served (iOS 13, Chrome 80).',
  },
  {
    selector: "Identifier[name='structuredClone'], MemberExpression[object.name='Intl']",
    message: 'Missing on the oldest phones served; Intl is also slow and differs between runtimes.',
  },
]

// The keys of rows are made and compared; what they are made of stands in fields of the row (`periodKey`, `memberId` …). A fileId is a path.
const named = '/^(_id|id|(?!file)\\w+Id)$/'
const taken =
  '/^(at|split|slice|substring|substr|startsWith|endsWith|includes|match|matchAll|charAt|indexOf|lastIndexOf|replace|replaceAll|search)$/'
const idsTakenApart = {
  selector: [
    `CallExpression[callee.property.name=${taken}]:matches([callee.object.name=${named}], [callee.object.property.name=${named}])`,
    `CallExpression[callee.property.name=/^(test|exec)$/] > :matches(Identifier[name=${named}], MemberExpression[property.name=${named}]).arguments`,
  ].join(', '),
  message:
    'An id is nothing to be read: store what it is made of as a field, and declare that with its collection.',
}

const restrict = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules.flat()] })
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
      ...restrict(wallClock, missingOnOldPhones, idsTakenApart),
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
    rules: restrict(wallClock, idsTakenApart),
  },
  {
    files: ['cloudfunctions/lib/**/*.ts'],
    plugins: { house: { rules: { 'stored-names': storedNames } } },
    rules: { 'house/stored-names': 'error' },
  },
  { files: ['cloudfunctions/**/*.ts'], rules: { 'max-lines-per-function': ['error', 40] } },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    languageOptions: { globals: { definePageConfig: 'readonly', defineAppConfig: 'readonly' } },
    rules: {
      ...restrict(missingOnOldPhones, idsTakenApart),
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines-per-function': ['error', 200],
    },
  },
  { files: ['scripts/**/*.ts'], rules: restrict(idsTakenApart) },
  {
    files: tests,
    rules: {
      'no-restricted-syntax': 'off',
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
