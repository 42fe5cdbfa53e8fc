const path = require('node:path')
const Sequencer = require('@jest/test-sequencer').default
const longest = require('./longest.json').map((file) => path.resolve(__dirname, '..', file))

/** A file that takes minutes must not be the last one to begin: the other core would wait for it. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const placeOf = (test) => {
      const place = longest.indexOf(test.path)
      return place < 0 ? longest.length : place
    }
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other))
  }
}
