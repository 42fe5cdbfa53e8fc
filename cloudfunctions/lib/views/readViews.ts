import { roleLabels } from '@domain/access/roleLabels'
import type { PrivacyCentre } from '@domain/contract/privacy'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { addDays } from '@domain/period/day'
import type { Day } from '@domain/org/organisation'
import { atLeast, oneOf } from '../wx/conditions'
import { find } from '../wx/find'
import { namesOf } from './namesOf'
import type { View, Viewed } from './storedView'

type Viewer = PrivacyCentre['viewers'][number]

/** Days a view is kept, and rows shown at most. */
export const VIEWS_KEPT = 365
const SHOWN = 200

const whatLabels: Record<Viewed, string> = {
  branch_page: '支部完成情况',
  member_number: '您的一项明细',
  roster: '党员名册',
  export: '导出名册',
}

/** What of a view concerned this member, who was in the branch on that day. */
function concerned({ _id: memberId, ...member }: Member, view: View): Viewed[] {
  const membership = membershipOn(member, view.on)
  if (membership?.branchId !== view.branchId || view.viewerId === memberId) return []
  if (view.groupIds && !view.groupIds.includes(membership.groupId ?? '')) return []
  return view.what.filter((one) => one !== 'member_number' || view.memberIds?.includes(memberId))
}

/** 谁看过: who was shown this member's row, newest first; one's own looks are left out. */
export async function readViews(member: Member, today: Day): Promise<Viewer[]> {
  const branchIds = [...new Set(member.memberships.map(({ branchId }) => branchId))]
  const where = { branchId: oneOf(branchIds), on: atLeast(addDays(today, -VIEWS_KEPT)) }
  const views = (await find('views', where, { limit: 20_000 }))
    .map((view) => ({ ...view, what: concerned(member, view) }))
    .filter(({ what }) => what.length > 0)
    .sort((a, b) => b.at - a.at)
    .slice(0, SHOWN)
  const names = await namesOf(views.map(({ viewerId }) => viewerId))
  return views.map(({ viewerId, role, at, on, what }) => ({
    name: names.get(viewerId) ?? '已解除绑定的人员',
    role: roleLabels[role],
    at,
    on,
    what: what.map((one) => whatLabels[one]).join('、'),
  }))
}
