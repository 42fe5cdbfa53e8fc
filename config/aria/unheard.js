// A finger's move stays: a sheet keeps it from the page behind (catchMove). tests/house/phone.test.ts holds the code to this list.
const names = [
  'touch(start|end|cancel)|long(tap|press)|animation|transition|drag',
  'scroll(start|end|to)|refresher(pulling|restore|abort|willrefresh|statuschange)',
  'linechange|selectionchange|keyboard|nicknamereview|columnchange',
  'contact|getuserinfo|getrealtimephonenumber|chooseavatar|opensetting|launchapp',
]
module.exports = new RegExp(`^bind(${names.join('|')})`, 'i')
