// Made anew from the contract at every build: a shape kept in a file would grow old beside it.
const path = require('node:path')
const { buildSync } = require('esbuild')

const { text } = buildSync({
  entryPoints: [path.join(__dirname, 'shapeOf.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  tsconfig: path.join(__dirname, '..', '..', 'tsconfig.json'),
}).outputFiles[0]
const bundled = { exports: {} }
new Function('module', 'exports', 'require', text)(bundled, bundled.exports, require)

module.exports = bundled.exports.keptShapes()
