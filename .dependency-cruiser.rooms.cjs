const { options } = require('./.dependency-cruiser.cjs')

// Folders, without tests: those may look anywhere, and would close circles that no code runs in.
module.exports = {
  forbidden: [
    {
      name: 'no-circle-of-rooms',
      comment:
        'A room that leads back to one above it cannot be understood, moved or tested without the other: the map in ' +
        'docs/ARCHITECTURE.md has a ground and a roof. Types count too.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(domain|cloudfunctions/lib)(/|$)' },
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: [...options.exclude.path, '\\.test\\.tsx?$', '(^|/)testing/'] } },
}
