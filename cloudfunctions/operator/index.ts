import { now } from '../lib/ground/clock'
import { operator, type OperatorAnswer } from '../lib/operator/operator'
import { isFromPhone } from '../lib/wx/isFromPhone'
import { logFailure } from '../lib/wx/logFailure'

/** The function that whoever runs the software calls through the management interface: `npm run deploy -- check`. Never a phone. */
export async function main(event: unknown): Promise<OperatorAnswer> {
  if (isFromPhone()) return { ok: false, reason: 'not_the_operator' }
  try {
    return await operator(event, now())
  } catch (error) {
    logFailure(error)
    return { ok: false, reason: 'try_again' }
  }
}
