import { noteRun } from '../lib/entry/noteRun'
import { now } from '../lib/ground/clock'
import { remind, type RemindReport } from '../lib/telling/reminder/run'
import { isFromPhone } from '../lib/wx/isFromPhone'
import { requestId } from '../lib/wx/requestId'

/** The function the timer calls, hourly by day. Any run may be cut short: the next one goes on where nobody was told yet. */
export async function main(): Promise<RemindReport | { refused: 'not_a_timer' }> {
  if (isFromPhone()) return { refused: 'not_a_timer' }
  const report = await noteRun('remind', () => remind(now()))
  console.log(requestId(), JSON.stringify(report))
  return report
}
