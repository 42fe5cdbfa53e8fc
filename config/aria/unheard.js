// A finger's move stays: a sheet keeps it from the page behind (catchMove). tests/house/phone.test.ts holds the code to this list.
module.exports =
  /^bind(touch(start|end|cancel)|long(tap|press)|animation|transition|drag|scroll(start|end|to)|refresher(pulling|restore|abort|willrefresh|statuschange))/i
