import type { Action, ResponseOf } from '@domain/contract/actions'
import type { PhoneOutcome } from '../cloud/outcome'
import { showRefusal } from './showRefusal'

/** What an act answered; a refusal is said in a dialogue and gives nothing. */
export async function orTell<A extends Action>(
  act: Promise<PhoneOutcome<A>>,
): Promise<ResponseOf<A> | undefined> {
  const outcome = await act
  if (outcome.ok) return outcome.data
  showRefusal(outcome)
  return undefined
}
