// Who may import whom. Tests may import anything; STRICT excludes them.
const notTests = '\\.test\\.tsx?$|(^|/)testing/'
const packages = 'pages|member|secretary|committee|community|roster|self'
const routes = `^src/(${packages}|custom-tab-bar)/`
const npm = (name) => `(^|/)node_modules/${name}/`

module.exports = {
  forbidden: [
    {
      name: 'domain-imports-only-domain',
      comment:
        'domain/ is pure rules that run on phones, in functions and in tests alike: no Taro, no wx, no Node, ' +
        'nothing of the layers that use it.',
      severity: 'error',
      from: { path: '^domain/', pathNot: notTests },
      to: { pathNot: ['^domain/', npm('dayjs'), npm('valibot'), npm('@noble/hashes')] },
    },
    {
      name: 'dayjs-only-in-time',
      comment:
        'Calendar arithmetic lives in one place, with the offset fixed to +08:00; elsewhere it drifts apart.',
      severity: 'error',
      from: { path: '^domain/', pathNot: ['^domain/time/', notTests] },
      to: { path: npm('dayjs') },
    },
    {
      name: 'valibot-only-in-contract',
      comment: 'Input is parsed once, at the contract; behind it the rules work with plain types.',
      severity: 'error',
      from: { path: '^domain/', pathNot: ['^domain/contract/', notTests] },
      to: { path: npm('valibot') },
    },
    {
      name: 'noble-only-in-checkin-code',
      comment: 'Signing and verifying codes is one file both sides share; two would not stay in step.',
      severity: 'error',
      from: { path: '^domain/', pathNot: ['^domain/checkin/code', notTests] },
      to: { path: npm('@noble/hashes') },
    },
    {
      name: 'features-do-not-know-each-other',
      comment: 'What two features share belongs in domain, components or platform; routes compose features.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: notTests },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'features-do-not-know-routes',
      comment: 'Routes compose features, never the other way round.',
      severity: 'error',
      from: { path: '^src/features/', pathNot: notTests },
      to: { path: [routes, '^src/app'] },
    },
    {
      name: 'routes-do-not-import-routes',
      comment:
        'A page that borrows from another page pulls it into its package; share through a feature or component.',
      severity: 'error',
      from: { path: `^src/(${packages})/([^/]+)/`, pathNot: notTests },
      to: { path: `^src/(${packages})/`, pathNot: '^src/$1/$2/' },
    },
    {
      name: 'widgets-and-what-is-below-know-no-feature',
      comment:
        'Widgets, sentences, asking the cloud and the adapters of a platform know Taro and domain; what they need of a feature comes ' +
        'in by props.',
      severity: 'error',
      from: { path: '^src/(components|navigation|words|cloud|platform)/', pathNot: notTests },
      to: { path: ['^src/features/', routes, '^src/app'] },
    },
    {
      name: 'platform-is-the-ground-of-the-phone',
      comment:
        'platform/ is what differs per platform: it neither asks the cloud nor knows pages nor finds sentences for a refusal.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: notTests },
      to: { path: '^src/(?!platform/)' },
    },
    {
      name: 'asking-the-cloud-finds-no-words',
      comment: 'cloud/ asks, keeps and queues; what people are told of it is words/ and navigation/, above.',
      severity: 'error',
      from: { path: '^src/cloud/', pathNot: notTests },
      to: { path: '^src/(?!cloud/|platform/)' },
    },
    {
      name: 'the-phone-does-not-import-the-cloud',
      comment: 'The mini-program speaks to the cloud through domain/contract only.',
      severity: 'error',
      from: { path: '^src/', pathNot: notTests },
      to: { path: '^(cloudfunctions|emulator|scripts|tests|config)/' },
    },
    {
      name: 'the-phone-uses-runtime-dependencies',
      comment: 'What goes to the phone is listed under dependencies, where its weight is looked at.',
      severity: 'error',
      from: { path: '^(src|domain)/', pathNot: notTests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'lib-imports-domain-and-lib',
      comment: 'Use cases know the rules, never the entry that calls them nor the phone.',
      severity: 'error',
      from: { path: '^cloudfunctions/lib/', pathNot: notTests },
      to: {
        pathNot: [
          '^domain/',
          '^cloudfunctions/lib/',
          '^cloudfunctions/collections\\.json$',
          npm('wx-server-sdk'),
          npm('hucre'),
          npm('docx'),
          npm('fflate'),
          npm('uqr'),
          npm('pngjs'),
          npm('chinese-days'),
        ],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'the-store-knows-no-area',
      comment:
        'Every wing reads and writes through the store; if it knew one of them, none could be understood without the others.',
      severity: 'error',
      from: { path: '^cloudfunctions/lib/(store|wx|ground)/', pathNot: notTests },
      to: { path: '^cloudfunctions/lib/(?!store/|wx/|ground/)' },
    },
    {
      name: 'only-lib-wx-touches-the-sdk',
      comment: 'One place to replace or fake the cloud, and one place that knows the limits of the SDK.',
      severity: 'error',
      from: {
        path: '^(domain|src|cloudfunctions)/',
        pathNot: ['^cloudfunctions/lib/wx(/|\\.ts$)', notTests],
      },
      to: { path: npm('wx-server-sdk') },
    },
    {
      name: 'only-the-papers-write-word',
      comment:
        'A paper is data (domain/papers); its writer is one, so that all papers look alike, and it weighs so much that only the function of the papers may carry it.',
      severity: 'error',
      from: {
        path: '^(domain|src|cloudfunctions)/',
        pathNot: ['^cloudfunctions/lib/papers/write/', notTests],
      },
      to: { path: npm('docx') },
    },
    {
      name: 'entries-import-lib-and-domain',
      comment: 'A deployed entry parses, calls and maps errors; what two entries share is lib.',
      severity: 'error',
      from: { path: '^cloudfunctions/(?!lib/)([^/]+)/', pathNot: notTests },
      to: {
        pathNot: ['^domain/', '^cloudfunctions/lib/', '^cloudfunctions/$1/'],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'the-emulator-knows-nothing-of-the-party',
      comment:
        'It stands for the WeChat cloud; if it knew the product, tests against it would prove nothing.',
      severity: 'error',
      from: { path: '^emulator/' },
      to: { path: '^(domain|src|cloudfunctions|scripts|tests|config)/' },
    },
    {
      name: 'no-circular',
      comment: 'A cycle makes the order of loading matter and the modules one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-circular-types-in-the-emulator',
      comment: 'Its modules are read one by one; two that name each other, even by types only, are one.',
      severity: 'error',
      from: { path: '^emulator/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A module that imports nothing and that nobody imports is left-over code.',
      severity: 'error',
      // Taro finds page configurations and platform variants by their names; emulator and the SDK start theirs by path.
      from: {
        orphan: true,
        pathNot: [
          '\\.config\\.ts$',
          '\\.(h5|weapp)\\.tsx?$',
          '\\.d\\.c?ts$',
          '\\.test\\.tsx?$',
          '\\.c?js$',
          '/testing/',
          '^src/polyfills/',
        ],
      },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that resolves nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^\\.local/', '^emulator/testing/functions/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.h5.ts', '.weapp.ts', '.js', '.json', '.d.ts'],
    },
  },
}
