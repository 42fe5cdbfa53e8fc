import { noteRun } from '../lib/entry/noteRun'
import { now } from '../lib/ground/clock'
import { nightly, type NightlyReport } from '../lib/nightly/nightly'
import { isFromPhone } from '../lib/wx/isFromPhone'
import { requestId } from '../lib/wx/requestId'

/** The function the timer calls, at half past two in the morning. */
export async function main(): Promise<NightlyReport | { refused: 'not_a_timer' }> {
  if (isFromPhone()) return { refused: 'not_a_timer' }
  const report = await noteRun('nightly', () => nightly(now()))
  console.log(requestId(), JSON.stringify(report))
  return report
}
