'use strict'
// One process of one cloud function. It loads the function's folder as the cloud does and answers one
// invocation at a time; the identity of each is in the environment, where the SDK looks for it.
const Module = require('node:module')
const path = require('node:path')
const { carry } = require('./gatewayWire.cjs')

const folder = process.argv[2]
const clock = process[Symbol.for('emulator.clock')]

// Without the emulator there is nobody to answer.
process.on('disconnect', () => process.exit(0))

function describe(error) {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : describeValue(error)
  return { kind: 'thrown', message, stack: error instanceof Error ? String(error.stack) : message }
}

function describeValue(value) {
  if (typeof value !== 'object' || value === null) return String(value)
  try {
    return JSON.stringify(value)
  } catch {
    return 'an object that cannot be written as JSON'
  }
}

// The project's own SDK is taken from one file; one that lies in the function's folder stays what it is.
const [entry, oneFile] = (process.env.EMULATOR_SDK ?? '').split(path.delimiter)
const resolve = Module._resolveFilename
Module._resolveFilename = (...asked) => {
  const found = resolve(...asked)
  return found === entry ? oneFile : found
}

// What the SDK asks of the gateway, by the number under which the answer comes back.
const asked = new Map()
let questions = 0
if (process.env.TCB_CONTEXT_CNFG)
  carry(JSON.parse(process.env.TCB_CONTEXT_CNFG).URL, (body) => {
    questions += 1
    process.send({ kind: 'asked', id: questions, body })
    return new Promise((resolve) => asked.set(questions, resolve))
  })

function told({ id, text }) {
  asked.get(id)(text)
  asked.delete(id)
}

let main
let loadFailure
try {
  main = require(folder).main
  if (typeof main !== 'function') throw new Error('index.js exports no main')
} catch (error) {
  loadFailure = describe(error)
}

function applyEnvironment(environment) {
  for (const [name, value] of Object.entries(environment)) {
    if (value === '') delete process.env[name]
    else process.env[name] = value
  }
}

async function run({ event, identity, environment, context, clockOffset }) {
  if (loadFailure) return loadFailure
  clock.offset = clockOffset
  applyEnvironment(environment)
  try {
    const result = await main({ ...JSON.parse(event), ...identity }, context)
    // A function or a symbol has no JSON text.
    return { kind: 'done', result: JSON.stringify(result) ?? 'null' }
  } catch (error) {
    return describe(error)
  }
}

// Marks where the output of this invocation ends: what is printed later belongs to nobody.
function endOutput() {
  for (const stream of [process.stdout, process.stderr]) if (stream.writable) stream.write('\u0000end\n')
}

process.on('message', (message) => {
  if (message.kind === 'told') return told(message)
  void run(message).then((answer) => {
    endOutput()
    process.send(answer)
  })
})
process.send({ kind: 'ready' })
