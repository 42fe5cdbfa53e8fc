import { done, refuse } from '@domain/contract/answer'
import { limitNew } from '../../entry/limit'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { now as clock } from '../../ground/clock'
import { idFrom } from '../../ground/idFrom'
import { findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { carryOut, finishChanges, type Stored, subjectOf } from './carryOut'
import { aboutChange, planFor } from './planFor'

/** Milliseconds after which no further document is written: the function has 20 s, and a resend goes on. */
const BUDGET_MS = 12_000

/**
 * 新建, 更名, 划转, 并入, 拆分, 撤销. What was said yes to is kept first. One of a later day waits for it; one of today is carried out to the end, by a
 * resend, by the next change or at night if this call is cut short; until then every document says one thing or the other, and no member is
 * nowhere.
 */
export const changeOrganisations = useCase(
  'organisation.change',
  ({ change: asked }, context) => aboutChange(asked, context),
  async (request, { caller, now, today }) => {
    const { change: asked, on, nonce } = request
    const _id = idFrom(caller.openId, nonce)
    const started = clock()
    const isTimeUp = () => clock() - started > BUDGET_MS
    const answer = (waits: boolean) => done({ organisationId: subjectOf({ _id, change: asked }), waits })
    let stored: Stored | null = await findById('organisationChanges', _id)
    if (stored && stored.state !== 'open') {
      const { refused, state } = stored
      return refused ? refuse(refused) : answer(state === 'waiting')
    }
    if (!stored) {
      await finishChanges(today, now, isTimeUp, asked)
      const planned = await planFor(asked, { on, today, newId: _id, caller })
      if (typeof planned === 'string') return refuse(planned)
      const tooMany = await limitNew('organisationChanges', _id, 'organisation', {
        openId: caller.openId,
        now,
      })
      if (tooMany) return tooMany
      const state = on > today ? 'waiting' : 'open'
      stored = { _id, change: asked, on, by: nameForRecords(caller), at: now, state }
      await insertOnce('organisationChanges', stored)
      if (state === 'waiting') return answer(true)
    }
    const outcome = await carryOut(stored, isTimeUp)
    if (outcome === 'more') return refuse('try_again')
    return outcome === 'done' ? answer(false) : refuse(outcome)
  },
)
