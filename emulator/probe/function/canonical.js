'use strict'
// What differs from run to run and from one environment to another becomes a word; keys are sorted.
const cloud = require('wx-server-sdk')

function words(text) {
  const { OPENID, APPID, ENV } = cloud.getWXContext()
  let said = text
  for (const [secret, word] of [
    [OPENID, '<openid>'],
    [APPID, '<appid>'],
    [ENV || process.env.TCB_ENV || process.env.SCF_NAMESPACE, '<env>'],
  ]) {
    if (secret) said = said.split(secret).join(word)
  }
  return said
    .replace(/cloud:\/\/[^/\s]+\//g, 'cloud://<bucket>/')
    .replace(/https?:\/\/[^\s"',}]+/g, '<url>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>')
    .replace(/[0-9a-f]{16,}/g, '<hex>')
    .replace(/\d{13}/g, '<ms>')
}

function canonical(value) {
  if (value === undefined) return { $undefined: true }
  if (typeof value === 'string') return words(value)
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) }
  if (Object.is(value, -0)) return { $number: '-0' }
  if (typeof value === 'function') return { $function: true }
  if (typeof value === 'bigint') return { $bigint: String(value) }
  if (value instanceof Date) return { $date: value.toISOString() }
  if (value instanceof RegExp) return { $regex: String(value) }
  if (Buffer.isBuffer(value)) return { $bytes: value.toString('hex') }
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const out = {}
  for (const key of Object.keys(value).sort()) out[words(key)] = canonical(value[key])
  return out
}

/** The code is what is compared; the words are kept beside it. */
function refusal(error) {
  const { errCode, code, errMsg, message } = error || {}
  return {
    code: canonical(errCode === undefined ? code : errCode),
    words: words(String(errMsg || message || error)),
  }
}

/** A refusal as a value, for operations that make several calls. */
async function attempt(work) {
  try {
    return await work()
  } catch (error) {
    return { refused: refusal(error).code }
  }
}

module.exports = { attempt, canonical, refusal }
