import { effectiveState } from '@domain/activity/effectiveState'
import type { Fact } from '@domain/fact/fact'
import type { Awaiting, Waits } from '@domain/reminder/waits'
import { dayOf } from '@domain/time/day'
import { finishedDeed } from '../../community/listDeeds'
import { unledOf } from '../../people/identity/boundRunners'
import { absent, awaited, not, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { MOST_WAITING } from '../../store/readInPages'
import { readWaitingProposals } from '../../store/readProposals'
import { readReports } from '../../store/readReports'
import { readRegisterRequests } from './readRegisterRequests'

const atPlaces: Partial<Record<Fact['kind'], Awaiting>> = {
  attendance: 'service',
  visit: 'visit',
  deed: 'deed',
}

/**
 * Services, visits and deeds that wait for the word of a community or village. What is entered there has its word from the beginning (staff, their
 * code, the door's) or waits for it, so that an index tells the two apart.
 */
export async function readAtPlaces(asked: readonly string[]): Promise<Waits[]> {
  const where = {
    hostId: oneOf(asked),
    kind: oneOf(Object.keys(atPlaces)),
    confirmed: awaited(),
    annulled: null,
    witnessId: absent(),
    ...finishedDeed(),
  }
  const fields = ['kind', 'hostId', 'recordedAt', 'memberId', 'by', 'detail', 'askedAt'] as const
  return (await find('facts', where, { limit: MOST_WAITING, fields })).flatMap((fact) => {
    const what = atPlaces[fact.kind]
    const since = Number(fact.detail?.finishedAt ?? fact.askedAt ?? fact.recordedAt)
    return what ? [{ what, askedOf: fact.hostId, since, not: [fact.memberId, fact.by] }] : []
  })
}

/** Single records that wait for a second person; of a meeting that was cancelled nobody is asked, nor for a 请假 from one whose record stands. */
async function readWords(asked: readonly string[]): Promise<Waits[]> {
  const where = { witnessId: oneOf(asked), confirmed: null, annulled: null }
  const fields = ['kind', 'witnessId', 'recordedAt', 'memberId', 'by', 'activityId'] as const
  const facts = await find('facts', where, { limit: MOST_WAITING, fields })
  const ids = [...new Set(facts.flatMap(({ activityId }) => activityId ?? []))]
  const over = { _id: oneOf(ids), state: oneOf(['cancelled', 'recorded']) }
  const rows =
    ids.length === 0 ? [] : await find('activities', over, { limit: MOST_WAITING, fields: ['state'] })
  const states = new Map(rows.map(({ _id, state }) => [_id, state]))
  const isAsked = ({ kind, activityId = '' }: (typeof facts)[number]) =>
    states.get(activityId) !== 'cancelled' && !(kind === 'leave' && states.has(activityId))
  return facts.filter(isAsked).map(({ witnessId = '', recordedAt, memberId, by }) => ({
    what: 'word',
    askedOf: witnessId,
    since: recordedAt,
    not: [memberId, by],
  }))
}

/** 补录 that wait for a second person; of one that was doubted it is the branch's turn again. */
export async function readLate(asked: readonly string[], now: number): Promise<Waits[]> {
  const where = {
    'late.asked': oneOf(asked),
    'late.confirmed': null,
    state: oneOf(['open', 'closed']),
  }
  const fields = ['state', 'startsAt', 'endsAt', 'reopenedAt', 'late'] as const
  return (await find('activities', where, { limit: MOST_WAITING, fields })).flatMap((activity): Waits[] => {
    const { late } = activity
    return late && !late.doubted && effectiveState(activity, now) === 'closed'
      ? [{ what: 'late', askedOf: late.asked, since: late.at, not: [late.by] }]
      : []
  })
}

/**
 * Requests to be bound that gave the right digits, put before whoever runs the branch, or before the work committee where nobody with a WeChat
 * does. Of one without digits nobody is told here: nothing was compared, and strangers would use up what people have allowed.
 */
export async function readBindings(asked: readonly string[], rootId: string, now: number): Promise<Waits[]> {
  const where = { state: 'requested' as const, plain: null, memberId: not(null) }
  const isAbove = asked.includes(rootId)
  const fields = ['branchId', 'requestedAt', 'memberId'] as const
  const rows = await find('identities', isAbove ? where : { ...where, branchId: oneOf(asked) }, {
    limit: MOST_WAITING,
    fields,
  })
  const branchIds = [...new Set(rows.flatMap(({ branchId }) => branchId ?? []))]
  const unled = isAbove ? await unledOf(branchIds, { today: dayOf(now) }) : []
  return rows.map(({ branchId = '', requestedAt, memberId = '' }) => ({
    what: 'binding',
    askedOf: unled.includes(branchId) ? rootId : branchId,
    since: requestedAt,
    not: [memberId],
  }))
}

/** 社区报到 that no community has answered: it is asked, never the member. */
export const reportsWaiting = async (asked: readonly string[]): Promise<Waits[]> =>
  (await readReports(asked)).map(({ communityId, memberId, askedAt }) => ({
    what: 'report',
    askedOf: communityId,
    since: askedAt,
    not: [memberId],
  }))

/** Services that branches propose, and that no community has answered; of one that has begun nobody is asked. */
export const proposalsWaiting = async (asked: readonly string[], now: number): Promise<Waits[]> =>
  (await readWaitingProposals(asked, now)).flatMap(({ hostId, proposed }): Waits[] =>
    proposed ? [{ what: 'proposal', askedOf: hostId, since: proposed.at, not: [] }] : [],
  )

/** Everything that waits for a yes asked in one of these names; seventeen calls at most, however many there are. What the register is asked is read whole. */
export async function readWaits(asked: readonly string[], rootId: string, now: number): Promise<Waits[]> {
  if (asked.length === 0) return []
  const all = await Promise.all([
    readAtPlaces(asked),
    reportsWaiting(asked),
    proposalsWaiting(asked, now),
    readWords(asked),
    readLate(asked, now),
    readBindings(asked, rootId, now),
    readRegisterRequests(rootId, now),
  ])
  return all.flat()
}
