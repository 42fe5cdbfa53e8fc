'use strict'
const { attempt } = require('../canonical')

const call = ({ cloud }, data, name = 'probe') => cloud.callFunction({ name, data })

module.exports = {
  'callFunction: who calls inside': async (tools) => {
    const { result } = await call(tools, { whoAmI: true })
    return { isSame: result.openid === tools.cloud.getWXContext().OPENID, source: result.source }
  },
  'callFunction: its answer': async (tools) => Object.keys(await call(tools, { whoAmI: true })).sort(),
  'callFunction: a function that returns nothing': async (tools) =>
    (await call(tools, { nothing: true })).result,
  'callFunction: no such function': (tools) => call(tools, {}, 'probe_nobody'),
  'callFunction: a function that throws': (tools) => call(tools, { fail: true }),
  'callFunction: a function that rejects with an object': (tools) => call(tools, { reject: true }),
  'callFunction: 90 KB and 1 MB of text': async (tools) => [
    await attempt(async () => (await call(tools, { echo: 'x'.repeat(90 * 1024) })).result),
    await attempt(async () => (await call(tools, { echo: 'x'.repeat(1 << 20) })).result),
  ],
}
