'use strict'
// The cloud function `probe`: asks the cloud, through the SDK, what documents leave open, and answers with what it
// was told. Called with {} it runs every operation; the other events are what it and a phone call it with.
const cloud = require('wx-server-sdk')
const { canonical, refusal } = require('./canonical')
const { clean, prepare } = require('./collection')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

const groups = {
  ...require('./operations/context'),
  ...require('./operations/writes'),
  ...require('./operations/reads'),
  ...require('./operations/values'),
  ...require('./operations/aggregates'),
  ...require('./operations/transactions'),
  ...require('./operations/functions'),
  ...require('./operations/storage'),
  ...require('./operations/openApi'),
}

async function runAll() {
  const db = cloud.database()
  const tools = { cloud, db, _: db.command, $: db.command.aggregate, items: db.collection('probe_items') }
  const began = Date.now()
  const setUp = await prepare(db)
  const answers = {}
  for (const [name, operation] of Object.entries(groups)) {
    await clean(db)
    answers[name] = await Promise.resolve()
      .then(() => operation(tools))
      .then((value) => ({ answer: canonical(value) }))
      .catch((error) => ({ refused: refusal(error) }))
  }
  await clean(db)
  return {
    probe: 1,
    sdk: require('wx-server-sdk/package.json').version,
    ms: Date.now() - began,
    setUp,
    answers,
  }
}

async function main(event) {
  if (event.sleep) await new Promise((resolve) => setTimeout(resolve, event.sleep))
  if (event.fail) throw new Error('asked to fail')
  if (event.reject) return Promise.reject({ some: 'object' })
  if (event.whoAmI) {
    const { OPENID, SOURCE } = cloud.getWXContext()
    return { openid: OPENID, source: SOURCE }
  }
  if (event.echo) return { length: event.echo.length }
  if (event.nothing) return undefined
  return runAll()
}

module.exports = { main }
