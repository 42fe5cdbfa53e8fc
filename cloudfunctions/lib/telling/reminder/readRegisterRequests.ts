import type { Member } from '@domain/org/member'
import { placeOf } from '@domain/org/membershipOn'
import { exemptionIdOf } from '@domain/org/setExemption'
import type { RegisterAsk, Waits } from '@domain/reminder/waits'
import { dayOf, startOfDay } from '@domain/time/day'
import { aloneAmong, unledOf } from '../../people/identity/boundRunners'
import { after, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { MOST_WAITING } from '../../store/readInPages'

/** What a member asks of the register. `id`: as its answer names it; `branchId`: in whose register it stands. */
export interface RegisterRequest extends Waits {
  what: RegisterAsk
  id: string
  memberId: string
  branchId: string
}

/** Members whom another branch is asked to take over: its business, or the work committee's where nobody with a WeChat runs it. */
async function readTransfers(rootId: string, now: number): Promise<RegisterRequest[]> {
  const where = { 'transfer.toBranchId': after('') }
  const asking = await find('members', where, { limit: MOST_WAITING, fields: ['transfer'] })
  const to = [...new Set(asking.flatMap(({ transfer }) => transfer?.toBranchId ?? []))]
  const unled = await unledOf(to, { today: dayOf(now) })
  return asking.flatMap(({ _id, transfer }): RegisterRequest[] => {
    if (!transfer) return []
    const { toBranchId: branchId, askedOn } = transfer
    const askedOf = unled.includes(branchId) ? rootId : branchId
    const asker = { id: _id, memberId: _id, not: [_id] }
    return [{ what: 'transfer', askedOf, branchId, since: startOfDay(askedOn), ...asker }]
  })
}

type Asker = Pick<Member, '_id' | 'memberships' | 'posts' | 'exemptions'>

const exemptionsOf = ({ _id: memberId, exemptions }: Asker) =>
  exemptions
    .filter(({ state }) => state === 'asked')
    .map((one) => ({
      what: 'exemption' as const,
      id: exemptionIdOf(one),
      memberId,
      since: startOfDay(one.askedOn ?? one.from),
    }))

const rowsAs =
  <W extends RegisterAsk>(what: W) =>
  ({ _id: id, memberId, at: since }: { _id: string; memberId: string; at: number }) => ({
    what,
    id,
    memberId,
    since,
  })

/** 说明情况, 申请更正 and 申请删除. The first two are the branch's to answer, of whoever alone runs it the work committee's, as deletions always are. */
async function readAsked(rootId: string, now: number): Promise<RegisterRequest[]> {
  const today = dayOf(now)
  const fields = ['memberships', 'posts', 'exemptions'] as const
  const [exempting, corrections, deletions] = await Promise.all([
    find('members', { 'exemptions.state': 'asked' }, { limit: MOST_WAITING, fields }),
    find('corrections', { state: 'open' }, { limit: MOST_WAITING }),
    find('deletions', { state: 'open' }, { limit: MOST_WAITING }),
  ])
  const ids = [...new Set([...corrections, ...deletions].map(({ memberId }) => memberId))]
  const others =
    ids.length === 0 ? [] : await find('members', { _id: oneOf(ids) }, { limit: MOST_WAITING, fields })
  const members = new Map([...exempting, ...others].map((member) => [member._id, member]))
  const alone = new Set((await aloneAmong([...members.values()], { today })).map(({ _id }) => _id))
  const asked = [
    ...exempting.flatMap(exemptionsOf),
    ...corrections.map(rowsAs('correction')),
    ...deletions.map(rowsAs('deletion')),
  ]
  return asked.map((one) => {
    const { what, memberId } = one
    const member = members.get(memberId)
    const branchId = (member && placeOf(member, today)?.branchId) ?? rootId
    const askedOf = what === 'deletion' || alone.has(memberId) ? rootId : branchId
    return { ...one, branchId, askedOf, not: [memberId] }
  })
}

/** Everything asked of the register in the county, in whose name it is answered; nine calls at most, however much there is. */
export async function readRegisterRequests(rootId: string, now: number): Promise<RegisterRequest[]> {
  const [asked, transfers] = await Promise.all([readAsked(rootId, now), readTransfers(rootId, now)])
  return [...asked, ...transfers]
}
