'use strict'
const { refusal } = require('./canonical')

// Everything the probe writes is in these two; they stay behind empty, since the SDK cannot drop a collection.
const names = ['probe_items', 'probe_others']

/** What making the collections answered; from the second run on they are there. */
async function prepare(db) {
  const answers = []
  for (const name of names) {
    const answer = await db.createCollection(name).then(
      () => 'made',
      (error) => `there already, or refused: ${refusal(error).code}`,
    )
    answers.push(answer)
  }
  return answers
}

async function clean(db) {
  for (const name of names)
    await db
      .collection(name)
      .where({ _id: db.command.exists(true) })
      .remove()
}

module.exports = { clean, prepare }
