'use strict'
const { attempt } = require('../canonical')

const start = async ({ db, items }) => {
  await items.add({ data: { _id: 'a', n: 1 } })
  return db.startTransaction()
}
const own = (transaction) => transaction.collection('probe_items')

module.exports = {
  'transaction: unseen until it is committed': async (tools) => {
    const transaction = await start(tools)
    await own(transaction)
      .doc('a')
      .update({ data: { n: 2 } })
    const inside = (await own(transaction).doc('a').get()).data.n
    const before = (await tools.items.doc('a').get()).data.n
    await transaction.commit()
    return { inside, before, after: (await tools.items.doc('a').get()).data.n }
  },
  'transaction: taken back': async (tools) => {
    const transaction = await start(tools)
    await own(transaction).doc('a').remove()
    await transaction.rollback()
    return (await tools.items.doc('a').get()).data
  },
  'transaction: a document that is not there': async (tools) => {
    const transaction = await start(tools)
    const answer = await attempt(() => own(transaction).doc('nobody').get())
    await attempt(() => transaction.rollback())
    return answer
  },
  'transaction: the second writer': async (tools) => {
    const first = await start(tools)
    const second = await tools.db.startTransaction()
    await own(first).doc('a').get()
    await own(second).doc('a').get()
    await own(first)
      .doc('a')
      .update({ data: { n: 2 } })
    const answer = await attempt(() =>
      own(second)
        .doc('a')
        .update({ data: { n: 3 } }),
    )
    const afterwards = await attempt(() => own(second).doc('a').get())
    await first.commit()
    await attempt(() => second.rollback())
    return { answer, afterwards, n: (await tools.items.doc('a').get()).data.n }
  },
  'transaction: after its end': async (tools) => {
    const transaction = await start(tools)
    await transaction.commit()
    return [
      await attempt(() => own(transaction).doc('a').get()),
      await attempt(() => transaction.commit()),
      await attempt(() => transaction.rollback()),
    ]
  },
  'transaction: runTransaction and what its callback returns': (tools) =>
    start(tools).then(async (unused) => {
      await unused.rollback()
      return tools.db.runTransaction(async (transaction) => {
        await own(transaction)
          .doc('a')
          .update({ data: { n: 5 } })
        return { n: 5 }
      })
    }),
  'transaction: runTransaction whose callback throws': (tools) =>
    tools.db.runTransaction(async () => {
      throw new Error('own reason')
    }),
  'transaction: where': async (tools) => {
    const transaction = await start(tools)
    const answer = await attempt(async () => (await own(transaction).where({ n: 1 }).get()).data)
    await attempt(() => transaction.rollback())
    return answer
  },
}
