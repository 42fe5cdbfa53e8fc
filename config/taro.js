// What @tarojs/taro is in a mini-program, but for the way it asks the runtime: of `const { hooks } = require(…)` webpack keeps the whole
// runtime, a parser of markup with it (decision 19).
const hooks = require('@tarojs/runtime').hooks
const taro = require('@tarojs/api').default

if (hooks.isExist('initNativeApi')) hooks.call('initNativeApi', taro)

module.exports = taro
module.exports.default = taro
