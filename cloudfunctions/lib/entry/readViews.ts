import { roleLabels } from '@domain/access/roleLabels'
import type { Viewed } from '@domain/access/viewTable'
import type { PrivacyCentre } from '@domain/contract/privacy'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { addDays } from '@domain/time/day'
import { someOf, type View, type ViewedAs } from '../store/collections/views'
import { anyOf, atLeast, oneOf } from '../store/conditions'
import { find } from '../store/find'
import { namesOf } from './namesOf'
import type { Context } from './useCase'

type Viewer = PrivacyCentre['viewers'][number]

/** Days a view is kept, and rows shown at most. */
export const VIEWS_KEPT = 365
const SHOWN = 200

const whatLabels: Record<Viewed, string> = {
  branch_page: '支部完成情况',
  member_number: '您的一项明细',
  roster: '党员名册',
  member_page: '您的名册信息',
  organisation: '支部人员名单',
  export: '导出名册或会议材料',
  import: '导入核对',
  dues: '党费等登记',
  talks: '谈心谈话登记',
  list: '台账与清单',
  to_tell: '请当面或电话告诉的名单',
  plan: '安排活动的人员名单',
  meeting: '会议登记和会议记录',
  unit_page: '中心组学习情况',
  service: '社区服务登记名单',
  residents: '社区按姓名查找',
  deed: '待确认的实事',
  visit: '待确认的走访',
  requests: '待办事项',
  deletion: '删除申请',
}
const allViewed = Object.keys(whatLabels) as Viewed[]

const asLabels: Record<ViewedAs, string> = { ...roleLabels, member: '党员' }

/** What of a view concerned this member: what was looked at of the branch held on that day, and of the member. */
function concerned({ _id: memberId, ...member }: Member, view: View): Viewed[] {
  if (view.viewerId === memberId) return []
  const isOfBranch = membershipOn(member, view.on)?.branchId === view.branchId
  return allViewed.filter(
    (one) => (isOfBranch && view.what.includes(one)) || (view.some ?? []).includes(someOf(one, memberId)),
  )
}

/** 谁看过: who was shown this member's row, newest first; one's own looks are left out. */
export async function readViews(member: Member, { today, names }: Context): Promise<Viewer[]> {
  const branchIds = [...new Set(member.memberships.map(({ branchId }) => branchId))]
  const kept = { branchId: oneOf(branchIds), on: atLeast(addDays(today, -VIEWS_KEPT)) }
  const where = anyOf(
    { ...kept, what: oneOf(allViewed) },
    { ...kept, some: oneOf(allViewed.map((one) => someOf(one, member._id))) },
  )
  const views = (await find('views', where, { limit: 20_000 }))
    .map((view) => ({ ...view, what: concerned(member, view) }))
    .filter(({ what }) => what.length > 0)
    .sort((a, b) => b.at - a.at)
    .slice(0, SHOWN)
  const viewers = await namesOf(
    views.map(({ viewerId }) => viewerId),
    names,
  )
  return views.map(({ viewerId, role, at, on, what }) => ({
    name: viewers.get(viewerId) ?? '已解除绑定的人员',
    role: asLabels[role],
    at,
    on,
    what: what.map((one) => whatLabels[one]).join('、'),
  }))
}
