const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

// Looks before and after a pause: another invocation must not have changed who is asking.
exports.main = async ({ pause = 0, relay = false }) => {
  const before = cloud.getWXContext().OPENID
  await new Promise((resolve) => setTimeout(resolve, pause))
  const context = cloud.getWXContext()
  const nested = relay ? (await cloud.callFunction({ name: 'whoami', data: {} })).result.after : undefined
  return { before, after: context.OPENID, source: context.SOURCE, env: context.ENV, nested, pid: process.pid }
}
