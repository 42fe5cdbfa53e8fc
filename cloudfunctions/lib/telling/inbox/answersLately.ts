import type { ResponseOf } from '@domain/contract/actions'
import { exemptionLabels } from '@domain/org/exemptions'
import type { Member } from '@domain/org/member'
import { isInForce, placeOf } from '@domain/org/membershipOn'
import { exemptionIdOf } from '@domain/org/setExemption'
import { correctionLabels } from '@domain/privacy/correctionLabels'
import { type Day, dayOf, startOfDay } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { branchesRun } from '../../entry/targets'
import type { Context } from '../../entry/useCase'
import { nameForRecords, viewerIdOf } from '../../entry/whoIsCalling'
import { atLeast, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { nameFields } from '../../store/readPeople'

type Notice = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'notice' }>

const notice = (
  id: string,
  at: number,
  said: Pick<Notice, 'title' | 'text' | 'target' | 'branchId'>,
): Notice => ({
  type: 'notice',
  id,
  at,
  ...said,
})
const ASK = '有疑问请问党支部'

/** 说明情况 that was answered; one the branch entered by itself was not asked for. */
const exemptionsOf = ({ exemptions }: Member, since: Day): Notice[] =>
  exemptions.flatMap((one) => {
    const { answeredOn, category, from, state } = one
    if (answeredOn === undefined || answeredOn < since) return []
    const label = exemptionLabels[category]
    const said =
      state === 'declined'
        ? { title: '说明的情况没有同意', text: `${label}。${ASK}` }
        : { title: '说明的情况已同意', text: `${label}，从${formatDay(from)}起不作硬性要求` }
    return [
      notice(`exemption_${exemptionIdOf(one)}`, startOfDay(answeredOn), { ...said, target: 'exemption' }),
    ]
  })

/** 组织关系转接 that came about, or was declined: of a member who came new to the register nothing. */
function transfersOf(
  { memberships, transferDeclined }: Member,
  since: Day,
  { today, tree }: Context,
): Notice[] {
  const nameOf = (branchId: string) => tree.get(branchId)?.name ?? ''
  const moved = memberships.flatMap(({ branchId, from }, i): Notice[] => {
    const before = memberships[i - 1]
    if (!before || before.branchId === branchId || from < since || from > today) return []
    const title = `组织关系已转到${nameOf(branchId)}`
    const text = `从${formatDay(from)}起，登记和提醒都在这个支部`
    return [notice(`moved_${branchId}_${from}`, startOfDay(from), { title, text, target: 'me' })]
  })
  if (!transferDeclined || transferDeclined.on < since) return moved
  const title = `${nameOf(transferDeclined.toBranchId)}没有接收转入`
  const text = `组织关系还在原来的支部。${ASK}`
  return [...moved, notice('stays', startOfDay(transferDeclined.on), { title, text, target: 'me' })]
}

/** Households linked with the member lately, those of a day in one word. */
function householdsOf({ households }: Member, since: Day, today: Day): Notice[] {
  const fresh = households.filter((one) => one.from >= since && isInForce(one, today))
  return [...new Set(fresh.map(({ from }) => from))].map((day) => {
    const count = fresh.filter(({ from }) => from === day).length
    const said = { title: `${count} 户帮扶户交给您联系`, text: '是哪几户，在入户走访里看' }
    return notice(`households_${day}`, startOfDay(day), { ...said, target: 'visit' })
  })
}

/** Households that were handed to somebody else lately; the day of the hand-over is the last one. */
function handedOver({ households }: Member, since: Day, today: Day): Notice[] {
  const over = households.filter(({ to }) => to !== undefined && to >= since && to <= today)
  return [...new Set(over.flatMap(({ to }) => to ?? []))].map((day) => {
    const count = over.filter(({ to }) => to === day).length
    const title = `${count} 户帮扶户不再由您联系`
    const text = `到${formatDay(day)}为止。以前的走访照旧，在我的记录里`
    return notice(`handed_over_${day}`, startOfDay(day), { title, text, target: 'records' })
  })
}

/** 社区报到: the community's word on one's own, and what the register entered without being asked. */
function communitiesOf(
  { communities = [], communitiesAsked = [] }: Member,
  since: Day,
  { today, tree }: Context,
): Notice[] {
  const nameOf = (id: string) => tree.get(id)?.name ?? ''
  const held = communities.flatMap((one): Notice[] => {
    const { communityId, kind, from, receipt } = one
    if (from < since || !isInForce(one, today)) return []
    const said = receipt
      ? { title: `${nameOf(communityId)}已接收您的报到`, text: `回执编号 ${receipt.number}` }
      : { title: `报到社区登记为${nameOf(communityId)}`, text: '不对的话，可以在社区报到里重新报到' }
    return [notice(`community_${kind}_${from}`, startOfDay(from), { ...said, target: 'reportIn' })]
  })
  const declined = communitiesAsked.flatMap(({ communityId, reportId, declinedOn }): Notice[] => {
    if (declinedOn === undefined || declinedOn < since) return []
    const said = { title: `${nameOf(communityId)}没有接收您的报到`, text: '可以换一个社区再报到' }
    return [notice(`declined_${reportId}`, startOfDay(declinedOn), { ...said, target: 'reportIn' })]
  })
  return [...held, ...declined]
}

/** 申请更正: settled ones have no text any more, and are kept 30 days. */
async function correctionsOf(memberId: string, since: number): Promise<Notice[]> {
  const where = { memberId, state: oneOf(['done', 'declined']) }
  const settled = await find('corrections', where, { fields: ['field', 'state', 'updatedAt'] })
  return settled.flatMap(({ _id, field, state, updatedAt }): Notice[] => {
    const at = updatedAt.getTime()
    if (at < since) return []
    const label = correctionLabels[field]
    const said =
      state === 'done'
        ? { title: '申请的更正已改好', text: label }
        : { title: '申请的更正没有改', text: `${label}。${ASK}` }
    return [notice(`correction_${_id}`, at, { ...said, target: 'privacy' })]
  })
}

/** 投诉建议 with one's name on it; of one without a name only the phone knows that sent it. */
async function feedbackOf(from: string, since: number): Promise<Notice[]> {
  const answered = await find('feedback', { from, state: 'answered' }, { fields: ['answeredAt'] })
  return answered.flatMap(({ _id, answeredAt = 0 }): Notice[] =>
    answeredAt < since
      ? []
      : [
          notice(`answer_${_id}`, answeredAt, {
            title: '您的投诉建议有答复了',
            text: `编号 ${_id}`,
            target: 'feedback',
          }),
        ],
  )
}

/** Transfers this person asked for on behalf of a branch, and the other branch declined; nothing is read for those who run none. */
async function askedForOthers(since: Day, context: Context): Promise<Notice[]> {
  const { caller, tree, today, names } = context
  const run = branchesRun(context)
  if (run.length === 0) return []
  const where = { 'transferDeclined.by': nameForRecords(caller), 'transferDeclined.on': atLeast(since) }
  const members = await find('members', where, { fields: [...nameFields, 'transferDeclined'] })
  return members.flatMap((member): Notice[] => {
    const { transferDeclined, _id } = member
    const branchId = placeOf(member, today)?.branchId
    if (!transferDeclined || _id === caller.member?._id || !run.includes(branchId ?? '')) return []
    const { toBranchId, on } = transferDeclined
    const title = `${names.of(member)}的转接没有被接收`
    const text = `${tree.get(toBranchId)?.name ?? ''}没有接收，组织关系还在本支部`
    const said = { title, text, target: 'roster' as const, ...(branchId && { branchId }) }
    return [notice(`transfer_${_id}`, startOfDay(on), said)]
  })
}

/**
 * What one had asked for and got an answer to, and what was handed to one, since an instant (ms): said once it is so, with the page where it
 * stands. A deletion asked for is no more among it: with it everything goes that could be told.
 */
export async function answersLately(since: number, context: Context): Promise<Notice[]> {
  const { caller, today } = context
  const { member } = caller
  const sinceOn = dayOf(since)
  const [corrections, feedback, others] = await Promise.all([
    member ? correctionsOf(member._id, since) : [],
    feedbackOf(viewerIdOf(caller), since),
    askedForOthers(sinceOn, context),
  ])
  const ofRegister = member
    ? [
        ...exemptionsOf(member, sinceOn),
        ...transfersOf(member, sinceOn, context),
        ...householdsOf(member, sinceOn, today),
        ...handedOver(member, sinceOn, today),
        ...communitiesOf(member, sinceOn, context),
      ]
    : []
  return [...others, ...ofRegister, ...corrections, ...feedback].sort((a, b) => b.at - a.at)
}
