// Taro's templates for WeChat pass only the attributes they list, and none of them is for screen readers.
const path = require('node:path')
const attributes = require('./attributes')

module.exports = (context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(context, attributes)
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'runtime.js'))
    },
  })
}
