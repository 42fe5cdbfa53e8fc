import { done, refuse } from '@domain/contract/answer'
import { moversOf, movesFrom } from '@domain/keptLists/entry'
import { hasPersonalNumber } from '@domain/keptLists/privateText'
import { updateAudited } from '../entry/audit/audited'
import { useCase } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import { idFrom } from '../ground/idFrom'
import { aboutRow } from './aboutList'
import { tellingOf } from './saveRow'

/** 办结, 回复, 撤岗. A resend finds its own. */
export const moveRow = useCase(
  'list.move',
  ({ entryId, to }, context) =>
    aboutRow(entryId, context, (template, { state }) => {
      // Of a resend the row is there already: whoever might have brought it there is answered.
      const move = template.moves?.find((one) => one.to === to && [one.from, one.to].includes(state))
      return moversOf(template, move)
    }),
  async ({ to, version, nonce, answer }, context, { template, row }) => {
    const { _id, state } = row
    const savedAs = idFrom(context.caller.openId, nonce)
    if (row.savedAs === savedAs) return done({ id: _id, version: row.version })
    const move = movesFrom(template, state).find((one) => one.to === to)
    if (!move) return refuse('wrong_state')
    if ((move.asks !== undefined) !== (answer !== undefined))
      return refuse('invalid_request', { path: 'answer' })
    if (answer !== undefined && hasPersonalNumber(answer)) return refuse('private_inside', { path: 'answer' })
    const isCurrent = template.states?.[0]?.id === to
    const change = {
      ...{ state: to, stateOn: context.today, isCurrent, version: version + 1, savedAs },
      ...(answer !== undefined && { answer }),
    }
    const telling = tellingOf(row, { result: to, nonce, to: { from: state } }, context)
    const where = { _id, version, state, removed: null }
    const isMoved = await updateAudited(telling, 'listRows', where, change)
    return isMoved ? done({ id: _id, version: version + 1 }) : refuse('row_changed')
  },
)

/** 删去: kept, and shown no more. */
export const removeRow = useCase(
  'list.remove',
  ({ entryId }, context) => aboutRow(entryId, context, ({ writes }) => writes),
  async ({ version, nonce }, context, { row }) => {
    const { _id } = row
    if (row.removed !== null) return done({ id: _id })
    const { caller, now } = context
    const telling = tellingOf(row, { result: 'removed', nonce }, context)
    const change = { removed: { at: now, by: nameForRecords(caller) }, version: version + 1 }
    const isRemoved = await updateAudited(telling, 'listRows', { _id, version, removed: null }, change)
    return isRemoved ? done({ id: _id }) : refuse('row_changed')
  },
)
