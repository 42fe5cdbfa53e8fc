import type { PostName } from '@domain/contract/words'
import { exemptionLabels } from '@domain/org/exemptions'
import { communityKindLabels } from '@domain/org/communityKindLabels'
import type { Member } from '@domain/org/member'
import { waitingReports } from '@domain/org/reportIn'
import type { Tree } from '@domain/org/tree'
import { cadreLabels, shortPostLabels, standingLabels } from '@domain/registry/labels'
import { type Day, dayOf } from '@domain/time/day'
import type { Mine } from './readMine'

export const postLabels: Record<PostName, string> = {
  ...shortPostLabels,
  group_leader: '党小组长',
}

const span = ({ from, to }: { from: Day; to?: Day }): string => `${from} 至 ${to ?? '今'}`

/** A household as one knows it, 青山村 20 号; empty for one that is not and was never one's own. */
export function householdLabel(id: string, { households }: Mine, tree: Tree): string {
  const found = households.find(({ _id }) => _id === id)
  return found ? `${tree.get(found.villageId)?.name ?? ''} ${found.number}` : ''
}

/** What the register has of a member. */
export function registerLines(member: Member, mine: Mine, tree: Tree): string[] {
  const nameOf = (id: string | undefined) => (id === undefined ? '' : (tree.get(id)?.name ?? ''))
  return [
    // stored name: one’s own export
    `姓名：${member.name}`,
    `手机尾号：${member.phoneTail || '没有'}`,
    ...(member.phoneHash === undefined ? [] : ['整个手机号的加密核对值：有（看不出号码）']),
    `党员类别：${standingLabels[member.standing]}`,
    ...(member.cadre ? [`领导干部：${cadreLabels[member.cadre]}`] : []),
    ...(member.communities ?? []).map(
      (one) => `报到社区：${nameOf(one.communityId)}（${communityKindLabels[one.kind]}，${span(one)}）`,
    ),
    ...waitingReports(member).map(
      (one) =>
        `正在报到：${nameOf(one.communityId)}（${communityKindLabels[one.kind]}，${dayOf(one.askedAt)} 申请）`,
    ),
    ...member.memberships.map(
      (one) => `所在支部：${nameOf(one.branchId)} ${nameOf(one.groupId)}（${span(one)}）`,
    ),
    ...member.posts.map(
      (one) => `职务：${nameOf(one.organisationId)}${postLabels[one.post]}（${span(one)}）`,
    ),
    ...(member.otherPosts === undefined ? [] : [`其他组织的职务：${member.otherPosts}`]),
    ...(member.contactPoints ?? []).map((one) => `联系点：${nameOf(one.branchId)}（${span(one)}）`),
    ...member.households.map(
      (one) => `联系户：${householdLabel(one.householdId, mine, tree)}（${span(one)}）`,
    ),
    ...member.exemptions.map((one) => `不作硬性要求：${exemptionLabels[one.category]}（${span(one)}）`),
    ...(member.transfer
      ? [`正在转往：${nameOf(member.transfer.toBranchId)}（${member.transfer.askedOn} 申请）`]
      : []),
    ...(member.left ? [`已离开名册：${member.left.on}`] : []),
  ]
}
