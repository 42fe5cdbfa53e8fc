// As quick as it gets on the first run of a clone; types are checked by tsc.
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
]

const common = {
  // A test's global names are looked up through its sandbox, each time and slowly: those that rules count with are handed in instead.
  sandboxInjectedGlobals: ['Math', 'Map', 'Set', 'Number', 'JSON', 'Intl'],
  transform: { '\\.[cm]?[jt]sx?$': swc },
  // Packages that ship ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(uqr|@noble|@scure|age-encryption|read-excel-file|unzipit|hucre)/)',
  ],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
  moduleNameMapper: {
    '\\.(css|svg|png)$': '<rootDir>/tests/stubs/asset.js',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@domain/(.*)$': '<rootDir>/domain/$1',
    '^@cloud/(.*)$': '<rootDir>/cloudfunctions/$1',
  },
}

const node = (displayName, roots) => ({
  ...common,
  displayName,
  testEnvironment: 'node',
  testMatch: roots.map((root) => `<rootDir>/${root}/**/*.test.ts`),
})

// tests/weapp and tests/journeys run under node:test instead: each file needs a process of its own.
module.exports = {
  // Ends what hangs; it judges no speed, for the machine may be busy with something else.
  testTimeout: 300_000,
  testSequencer: '<rootDir>/tests/LongestFirst.cjs',
  projects: [
    node('domain', ['domain']),
    node('emulator', ['emulator']),
    node('house', ['scripts', 'tests/house']),
    node('cloud', ['cloudfunctions', 'tests/cloud', 'tests/conformance']),
    {
      ...common,
      displayName: 'ui',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
      moduleNameMapper: {
        ...common.moduleNameMapper,
        '^@tarojs/components$': '<rootDir>/tests/stubs/taroComponents.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/stubs/taro.ts',
      },
      globals: { __DEV_PAGES__: true, __CLOUD_ENV__: '', __KEPT_SHAPES__: require('./config/keptShapes') },
    },
  ],
}
