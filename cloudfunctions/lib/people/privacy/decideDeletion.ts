import { weightOf } from '@domain/access/oneself'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { audited, mark } from '../../entry/audit/audited'
import { aboutCounty, aboutNothing } from '../../entry/targets'
import { titleFor } from '../../entry/titleFor'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import type { Deletion } from '../../store/collections/deletions'
import { oneOf } from '../../store/conditions'
import { find, findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { nameFields } from '../../store/readPeople'
import { updateWhere } from '../../store/updateWhere'
import { eraseMember, eraseOutsider, eraseTraces } from './eraseMember'

type Row = Omit<Deletion, 'updatedAt'>

/** Keeps that it was asked for, then erases what does not have to wait; a call cut short in between is carried on with the row. */
async function ask(row: Row, result: string, erase: () => Promise<void>, { caller, now }: Context) {
  const about = row.memberId === '' ? { result } : { result, memberId: row.memberId }
  const telling = { what: 'deletion' as const, by: nameForRecords(caller), at: now, ...about, key: row._id }
  await audited(telling, { name: 'deletions', ids: [row._id] }, async (id) => {
    const marked = { ...row, audited: [id] }
    await insertOnce('deletions', marked)
    await erase()
    return true
  })
}

/** 申请删除: what does not have to wait goes at once, the identity last of all, so that a request cut short can be sent again. */
export const askDeletion = useCase('privacy.askDeletion', aboutNothing, async ({ nonce }, context) => {
  const { caller, now } = context
  const { member, identity, openId } = caller
  const id = idFrom(openId, nonce)
  if (!member) {
    const requestId = identity?.requestId ?? ''
    const row = { _id: id, memberId: '', requestId, at: now, state: 'agreed' as const, decidedAt: now }
    await ask(row, 'outside', () => eraseOutsider(openId, requestId), context)
    return done({ id })
  }
  const memberId = member._id
  const open = await find('deletions', { memberId, state: 'open' })
  if (open.some(({ _id }) => _id !== id)) return refuse('already_asked')
  const row = { _id: id, memberId, at: now, state: 'open' as const }
  await ask(row, 'asked', () => eraseTraces(memberId), context)
  return done({ id })
})

async function load(
  { id }: ParsedRequestOf<'privacy.decideDeletion'>,
  context: Context,
): Promise<Found<Deletion> | ReturnType<typeof refuse> | null> {
  const county = aboutCounty(undefined, context)
  const loaded = await findById('deletions', id)
  return county && loaded && { ...county, loaded }
}

/** The work committee's word. Agreed twice, or by two at once, it is the same deletion. */
export const decideDeletion = useCase(
  'privacy.decideDeletion',
  load,
  async ({ id, agree }, context, deletion) => {
    const { now, caller } = context
    const { memberId } = deletion
    if (agree && weightOf({ what: 'register' }, caller, { memberId }) === 'refused')
      return refuse('needs_second_person')
    if (deletion.state !== 'open') {
      const isSame = agree === (deletion.state === 'agreed')
      if (isSame && agree) await eraseMember(memberId, now)
      return isSame ? done({ id, deleted: agree }) : refuse('request_gone')
    }
    const change = { state: agree ? 'agreed' : 'declined', decidedAt: now }
    const about = { memberId, result: agree ? 'yes' : 'no', key: id }
    const telling = { what: 'deletion' as const, by: nameForRecords(caller), at: now, ...about }
    const isDone = await audited(telling, { name: 'deletions', ids: [id] }, async (row) => {
      if (!(await updateWhere('deletions', { _id: id, state: 'open' }, { ...change, ...mark(row) })))
        return false
      if (agree) await eraseMember(memberId, now)
      return true
    })
    return isDone ? done({ id, deleted: agree }) : refuse('request_gone')
  },
)

/** 待处理的删除申请, the oldest first. */
export const listDeletions = useCase('privacy.deletions', aboutCounty, async (_request, context) => {
  const { tree } = context
  const rows = await find('deletions', { state: 'open' })
  const ids = oneOf(rows.map(({ memberId }) => memberId))
  const fields = [...nameFields, 'left'] as const
  const members = rows.length === 0 ? [] : await find('members', { _id: ids }, { fields })
  const asked = rows
    .sort((a, b) => a.at - b.at)
    .flatMap(({ _id, memberId, at }) => {
      const member = members.find((one) => one._id === memberId)
      if (!member) return []
      const branchId = member.memberships[member.memberships.length - 1]?.branchId ?? ''
      const leftOn = member.left ? { leftOn: member.left.on } : {}
      return [
        {
          id: _id,
          name: titleFor(member, context),
          branchName: tree.get(branchId)?.name ?? '',
          at,
          ...leftOn,
        },
      ]
    })
  return done({ asked })
})
