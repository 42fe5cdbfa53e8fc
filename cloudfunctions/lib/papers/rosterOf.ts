import { treeFor } from '@domain/org/asOf'
import { judgedDay, membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { SheetPaper } from '@domain/papers/paper'
import { rosterSheet } from '@domain/papers/rosterSheet'
import { describe } from '@domain/registry/describe'
import type { Period } from '@domain/time/period'
import type { Context } from '../entry/useCase'
import { readAllMembersOf } from '../store/readPeople'
import { placeIn } from './ledgerOf'
import { remarkOf } from './participationOf'

/** 党员名册 on the last day of a year, or today; who has been deleted since stands on no register. */
export async function rosterOf(node: Organisation, year: Period, context: Context): Promise<SheetPaper> {
  const { now, names, register } = context
  const day = judgedDay(year, now)
  const then = treeFor(register, year, now)
  const members = (await readAllMembersOf(node._id))
    .filter(({ erasedAt }) => erasedAt === undefined)
    .filter((member) => membershipOn(member, day)?.branchId === node._id)
    .sort((a, b) => a.order - b.order)
  return rosterSheet({
    organisation: placeIn(node, year, context).branch.name,
    day,
    members: members.map((member) => {
      const { post, group } = describe(member, day, then, () => '')
      const remark = remarkOf(member, node._id, year)
      return { name: names.of(member), standing: member.standing, group, post, remark }
    }),
  })
}
