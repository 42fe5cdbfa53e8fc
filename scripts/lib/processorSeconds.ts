import { readFileSync } from 'node:fs'

/** Of a clock tick, on every Linux that Node runs on. */
const TICK = 0.01
/** Which of the numbers after the program's name are user and system time of children that have ended. */
const ENDED = [13, 14]

/**
 * Seconds of the processor that the programs begun by this one, and theirs, have used and ended with: what stays the same on a busy machine.
 * 0 where the system does not say.
 */
export function processorSeconds(): number {
  try {
    const numbers = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return ENDED.reduce((sum, i) => sum + Number(numbers[i]) * TICK, 0)
  } catch {
    return 0
  }
}
