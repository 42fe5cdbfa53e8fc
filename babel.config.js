// For the two builds; jest has a transformer of its own (jest.config.js).
// Chrome 84 and iOS 14.5 know `?.` and default values except for the rare uses that the two included plugins rewrite.
const natively = {
  exclude: ['transform-optional-chaining', 'transform-parameters'],
  include: [
    'bugfix/transform-v8-spread-parameters-in-optional-chaining',
    'bugfix/transform-safari-id-destructuring-collision-in-function-expression',
  ],
}

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false, ...natively }]],
}
