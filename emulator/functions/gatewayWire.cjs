'use strict'
// What the SDK asks of the gateway is handed over as it is, instead of on a connection of its own: of what a small question costs, headers and
// sockets are the half. Forms, which carry files, go by HTTP as before.
const { EventEmitter } = require('node:events')
const http = require('node:http')
const { Readable } = require('node:stream')

const isForm = (headers) => String(headers?.['content-type']).startsWith('multipart/')

/** As much of a request as the SDK makes use of; its connection stands already. */
class Question extends EventEmitter {
  reusedSocket = true
  socket = Object.assign(new EventEmitter(), { connecting: false })
  #body = ''
  #timer

  constructor(ask, answered) {
    super()
    this.ask = ask
    this.answered = answered
    process.nextTick(() => this.emit('socket', this.socket))
  }

  setTimeout(ms) {
    this.#timer = setTimeout(() => this.emit('timeout'), ms)
    return this
  }

  write(text) {
    this.#body += text
    return true
  }

  end() {
    this.ask(this.#body)
      .finally(() => clearTimeout(this.#timer))
      .then(
        (text) =>
          this.answered(Object.assign(Readable.from([Buffer.from(text)]), { statusCode: 200, headers: {} })),
        (error) => this.emit('error', error),
      )
  }
}

/**
 * `gateway`: the address the SDK was given. `ask`: takes the body of a request and gives that of its answer. Returns what leaves it to HTTP
 * again.
 */
module.exports.carry = (gateway, ask) => {
  const { request } = http
  http.request = (url, options, answered) =>
    typeof url === 'string' && url.startsWith(gateway) && !isForm(options.headers)
      ? new Question(ask, answered)
      : request(url, options, answered)
  return () => {
    http.request = request
  }
}
