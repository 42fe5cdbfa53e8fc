'use strict'
// Shifts `Date` to the emulated clock before any code of the function is loaded. The offset, in milliseconds to
// add to real time, comes from the environment first and with each invocation later.
const RealDate = Date
const clock = { offset: Number(process.env.EMULATOR_CLOCK_OFFSET || 0) }

function ShiftedDate(...args) {
  if (!new.target) return new RealDate(ShiftedDate.now()).toString()
  const target = new.target === ShiftedDate ? RealDate : new.target
  return Reflect.construct(RealDate, args.length === 0 ? [ShiftedDate.now()] : args, target)
}

// The prototype is the real one, so that dates made by native code are instances too.
ShiftedDate.prototype = RealDate.prototype
RealDate.prototype.constructor = ShiftedDate
ShiftedDate.now = () => RealDate.now() + clock.offset
ShiftedDate.parse = RealDate.parse
ShiftedDate.UTC = RealDate.UTC
Object.defineProperty(ShiftedDate, 'name', { value: 'Date' })
Object.defineProperty(ShiftedDate, 'length', { value: 7 })
globalThis.Date = ShiftedDate

process[Symbol.for('emulator.clock')] = clock
