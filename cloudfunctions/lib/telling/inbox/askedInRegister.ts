import type { AboveRequest } from '@domain/contract/identity'
import { askedAs, waitsFor } from '@domain/reminder/waits'
import { rootOf } from '../../entry/targets'
import { titleFor } from '../../entry/titleFor'
import type { Context } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { namedIn } from '../../people/register/registerChoices'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { nameFields } from '../../store/readPeople'
import { readRegisterRequests, type RegisterRequest } from '../reminder/readRegisterRequests'

/** The rest follows as these are answered. */
const SHOWN = 50

/** One that waits for the caller's answer. `isAbove`: it would be the branch's, where nobody but the work committee can give it. */
export interface AskedInRegister extends RegisterRequest {
  who: string
  isAbove: boolean
}

/** 说明情况, 申请更正, 转入 and 申请删除 that wait for this person; nothing is read for those whom nobody asks. */
export async function askedInRegister(context: Context): Promise<AskedInRegister[]> {
  const { caller, now, today, tree } = context
  const { member, grants } = caller
  const rootId = rootOf(tree)?._id
  const person = { name: nameForRecords(caller), grants, ...(member && { member }) }
  // A register is a branch's, or the work committee's; a community and a unit are asked for nothing in it.
  const isAsked = (id: string) => id === rootId || tree.get(id)?.type === 'branch'
  if (rootId === undefined || !askedAs(person, today).some(isAsked)) return []
  const mine = waitsFor(person, await readRegisterRequests(rootId, now), today).slice(0, SHOWN)
  if (mine.length === 0) return []
  const _id = oneOf([...new Set(mine.map(({ memberId }) => memberId))])
  const askers = new Map(
    (await find('members', { _id }, { fields: nameFields })).map((one) => [one._id, one]),
  )
  return mine.flatMap((one) => {
    const asker = askers.get(one.memberId)
    const isAbove = one.askedOf === rootId && one.what !== 'deletion'
    return asker ? [{ ...one, isAbove, who: titleFor(asker, context) }] : []
  })
}

/** As 工作 shows it to the work committee: what the register of a branch answers. Of deletions the door to them says how many wait. */
export const above = (asked: readonly AskedInRegister[], { tree }: Context): AboveRequest[] =>
  asked.flatMap(({ what, id, who, branchId, isAbove }) =>
    isAbove && what !== 'deletion' ? [{ kind: what, id, who, branch: namedIn(tree, branchId) }] : [],
  )

/** How many of them the register of a branch answers, for whoever runs it. */
export const askedOfBranch = (asked: readonly AskedInRegister[], branchId: string): number =>
  asked.filter((one) => one.branchId === branchId && one.askedOf === branchId).length
