// Runs the body a test sends, with the real SDK at hand; refusals come back as values.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
const command = db.command

const refusal = (error) => ({
  refused: true,
  errCode: error && error.errCode,
  errMsg: String((error && (error.errMsg || error.message)) || error),
})

exports.main = async (event) => {
  const body = new Function(
    'cloud',
    'db',
    '_',
    '$',
    'attempt',
    'input',
    `return (async () => { ${event.body} })()`,
  )
  const attempt = (work) => Promise.resolve().then(work).catch(refusal)
  return body(cloud, db, command, command.aggregate, attempt, event.input)
}
