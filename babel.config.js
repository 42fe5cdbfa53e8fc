// For the two builds; jest has a transformer of its own (jest.config.js).
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]] }
