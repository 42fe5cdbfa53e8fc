import type { Template } from '@domain/contract/reminder'
import { MOVES_KEPT } from '../../store/collections/credits'
import type { StoredReminder } from '../../store/collections/reminders'
import { atLeast, atMost, keeping, not, plus } from '../../store/conditions'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'
import { sendMessage, type SubscribeMessage } from '../../wx/sendMessage'
import { isLongTerm } from './countyTemplates'

/** WeChat's code for a receiver who has withdrawn the permission though a credit is kept here: a person tells them, as everyone without one. */
const REFUSED = 43101

export type Unsent = Omit<StoredReminder, 'state' | 'updatedAt' | 'kind'> & { kind: Template }
export type Delivery = 'sent' | 'leader' | 'failed' | 'taken'

/** Takes one credit, once for each reminder: the reminder's key is kept among the last movements. One that was given for good stays. */
export const spend = ({ _id, memberId, kind }: Pick<Unsent, '_id' | 'memberId' | 'kind'>) =>
  updateWhere(
    'credits',
    { _id: memberId, [kind]: atLeast(1), byLeader: not(true), moves: not(_id) },
    { [kind]: plus(isLongTerm(kind) ? 0 : -1), moves: keeping(_id, MOVES_KEPT) },
  )

/** What WeChat refuses although it stands here was used up or taken back there: nothing of it is left, and it is asked for anew. */
const empty = ({ memberId, kind }: Unsent) => updateWhere('credits', { _id: memberId }, { [kind]: 0 })

async function send(reminder: Unsent, message: SubscribeMessage): Promise<Partial<StoredReminder>> {
  if (!(await spend(reminder))) return { state: 'leader' }
  const answer = await sendMessage(message)
  if (answer === 'sent') return { state: 'sent' }
  if (answer.code !== REFUSED) return { state: 'failed', code: answer.code }
  await empty(reminder)
  return { state: 'leader', code: REFUSED }
}

/**
 * Claims a reminder and sends it, or puts it on the leader's list when there is no message to send. Four calls with a message, one without.
 * Whoever inserts the key first has it; a run that dies in between leaves a claim nobody sends again.
 */
export async function deliver(reminder: Unsent, message: SubscribeMessage | null): Promise<Delivery> {
  const claim = await insertOnce('reminders', { ...reminder, state: message ? 'claimed' : 'leader' })
  if (claim === 'duplicate') return 'taken'
  if (!message) return 'leader'
  const change = await send(reminder, message)
  await updateWhere('reminders', { _id: reminder._id, state: 'claimed' }, change)
  return change.state as Delivery
}

/** Milliseconds after which the run that made a claim is surely dead: a function lives 60 s at most. */
const DEAD_AFTER = 10 * 60_000

/** Claims of dead runs: sent or not, nobody knows, so a person tells and no second message goes out. */
export const giveUpDeadClaims = (now: number) =>
  updateWhere(
    'reminders',
    { state: 'claimed', at: atMost(now - DEAD_AFTER) },
    { state: 'failed', code: 'interrupted' },
  )
