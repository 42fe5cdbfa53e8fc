// Taro's templates for WeChat pass only the attributes they list: none of them is for screen readers, and many are events nothing here
// listens to or values nothing here sets, written out again for every depth of nesting.
const path = require('node:path')
const attributes = require('./attributes')
const unheard = require('./unheard')
const unset = require('./unset')

const used = (properties) =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !unheard.test(name) && !unset.test(name)))

/** White space between elements says nothing, and every phone would load it. */
const tight = (templates) => templates.replace(/>\s+</g, '><').replace(/\s{2,}/g, ' ')

module.exports = (context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(context, attributes)
      platform.template.modifyCompProps = (component, properties) => used(properties)
      const build = platform.template.buildTemplate
      platform.template.buildTemplate = (components) => tight(build(components))
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'runtime.js'))
    },
  })
}
