import { rollup, type RollupReport } from '../lib/counting/rollup/rollup'
import { noteRun } from '../lib/entry/noteRun'
import { now } from '../lib/ground/clock'
import { isFromPhone } from '../lib/wx/isFromPhone'
import { requestId } from '../lib/wx/requestId'

/** The function the timer calls every ten minutes. Any run may be cut short: the next one begins where the numbers are sure. */
export async function main(): Promise<RollupReport | { refused: 'not_a_timer' }> {
  if (isFromPhone()) return { refused: 'not_a_timer' }
  const report = await noteRun('rollup', () => rollup(now))
  console.log(requestId(), JSON.stringify(report))
  return report
}
