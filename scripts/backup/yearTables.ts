import type { AuditRow } from '@cloud/lib/store/collections/audit'
import type { Collections } from '@cloud/lib/store/collections/collections'
import { NAMELESS } from '@cloud/lib/entry/Names'
import { factLabels } from '@cloud/lib/people/privacy/factLabels'
import { postLabels } from '@cloud/lib/people/privacy/registerLines'
import { kindLabels } from '@domain/activity/kindLabels'
import { wayLabels } from '@domain/checkin/wayLabels'
import type { ActivityState, OrganisationType } from '@domain/contract/words'
import { branchTypeLabels } from '@domain/org/branchTypeLabels'
import { isActiveOn, isInForce, membershipOn, placeOf } from '@domain/org/membershipOn'
import { type Tree, treeOf } from '@domain/org/tree'
import { treeAsOf } from '@domain/org/asOf'
import { standingLabels } from '@domain/registry/labels'
import { dayOf } from '@domain/time/day'
import { formatClock } from '@domain/time/format'
import type { Line } from './csv'

/** All rows of the collections a year's archive is made of. */
export type Kept = Pick<
  { [N in keyof Collections]: Collections[N][] },
  'organisations' | 'members' | 'activities' | 'facts' | 'audit'
>

export interface YearTable {
  file: string
  head: string[]
  lines: Line[]
}

const typeLabels: Record<OrganisationType, string> = {
  work_committee: '工委',
  unit: '党组织',
  branch: '党支部',
  group: '党小组',
  community: '社区',
  village: '村',
}
const stateLabels: Record<ActivityState, string> = {
  draft: '草稿',
  published: '已发布',
  open: '登记中',
  closed: '已结束',
  recorded: '已成册',
  cancelled: '已取消',
}

const instant = (at: number | undefined) => (at === undefined ? '' : `${dayOf(at)} ${formatClock(at)}`)

/** The register as of the year's last day: of a counts-only branch, whose numbers alone may leave it, no name and no text. */
class Register {
  private readonly byId: Map<string, Kept['members'][number]>
  readonly tree: Tree

  constructor(
    { organisations, members }: Kept,
    readonly day: string,
  ) {
    this.tree = treeAsOf(treeOf(organisations), day)
    this.byId = new Map(members.map((one) => [one._id, one]))
  }

  nameOfPlace = (id: string | null | undefined): string => this.tree.get(id ?? '')?.name ?? ''

  isCountsOnly = (branchId: string | undefined): boolean => this.tree.get(branchId ?? '')?.countsOnly === true

  /** Of nobody who belongs or belonged to a counts-only branch: their other papers would tell who that is. */
  nameOf = (id: string | undefined): string => {
    const member = this.byId.get(id ?? '')
    if (!member) return ''
    // stored name: counts-only branches are left out on the line before it is read
    if (member.memberships.some(({ branchId }) => this.isCountsOnly(branchId))) return NAMELESS
    // stored name: the archive of the work committee, which reads every other one
    return member.name
  }
}

function organisationTable({ organisations }: Kept, { tree, day, nameOfPlace }: Register): YearTable {
  const lines = organisations
    .filter((one) => isActiveOn(one, day))
    .flatMap(({ _id }) => tree.get(_id) ?? [])
    .map((one): Line => [
      one._id,
      typeLabels[one.type],
      one.name,
      nameOfPlace(one.parentId),
      one.branchType && branchTypeLabels[one.branchType],
      one.hasCommittee ? '是' : '',
      one.countsOnly ? '是' : '',
      one.validFrom,
      one.termEndsOn,
    ])
  const head = ['编号', '类别', '名称', '上级', '支部类别', '设支委会', '只报数字', '设立', '任期届满']
  return { file: '组织.csv', head, lines }
}

function registerTable({ members }: Kept, register: Register): YearTable {
  const { day, nameOf, nameOfPlace, tree, isCountsOnly } = register
  const lines = [...members]
    .filter((one) => membershipOn(one, day) !== undefined)
    .sort((a, b) => a.order - b.order)
    .map((one): Line => {
      const place = placeOf(one, day)
      const posts = isCountsOnly(place?.branchId) ? [] : one.posts.filter((post) => isInForce(post, day))
      return [
        one._id,
        nameOf(one._id),
        standingLabels[one.standing],
        nameOfPlace(place?.branchId),
        nameOfPlace(place?.groupId),
        place?.from,
        posts
          .map(({ post, organisationId }) => `${tree.get(organisationId)?.name ?? ''}${postLabels[post]}`)
          .join('；'),
      ]
    })
  return {
    file: '名册.csv',
    head: ['编号', '姓名', '类别', '党支部', '党小组', '自', '职务'],
    lines,
  }
}

function activityTable({ activities }: Kept, year: number, register: Register): YearTable {
  const { nameOf, nameOfPlace, isCountsOnly } = register
  const lines = activities
    .filter(({ state }) => state !== 'draft')
    .filter(({ startsAt, forYear }) => dayOf(startsAt).startsWith(`${year}-`) || forYear === year)
    .sort((a, b) => a.startsAt - b.startsAt)
    .map((one): Line => {
      const texts = isCountsOnly(one.branchId) ? ['', '', ''] : [one.title, one.place, one.topic]
      return [
        one._id,
        kindLabels[one.kind],
        one.carries.map((kind) => kindLabels[kind]).join('、'),
        nameOfPlace(one.hostId),
        instant(one.startsAt),
        instant(one.endsAt),
        stateLabels[one.state],
        one.expected.length,
        one.absences.length,
        nameOf(one.chairId),
        nameOf(one.recorderId),
        nameOf(one.lecturerId),
        one.late ? '是' : '',
        ...texts,
      ]
    })
  const head = ['编号', '类型', '同时计入', '组织者', '开始', '结束', '状态', '应到', '缺席']
  return {
    file: '活动.csv',
    head: [...head, '主持', '记录', '讲课', '补录', '标题', '地点', '主题'],
    lines,
  }
}

function factTable({ facts }: Kept, year: number, { nameOf, nameOfPlace }: Register): YearTable {
  const lines = facts
    .filter((one) => one.occurredOn.startsWith(`${year}-`) || one.periodKey?.startsWith(String(year)))
    .sort((a, b) => a.occurredAt - b.occurredAt)
    .map((one): Line => [
      one._id,
      factLabels[one.kind],
      one.memberId,
      nameOf(one.memberId),
      nameOfPlace(one.branchId),
      nameOfPlace(one.hostId),
      one.activityId,
      one.periodKey,
      instant(one.occurredAt),
      instant(one.recordedAt),
      wayLabels[one.way],
      one.by,
      one.confirmed === undefined ? '' : one.confirmed === null ? '待确认' : instant(one.confirmed.at),
      one.annulled ? instant(one.annulled.at) : '',
    ])
  const head = ['编号', '事项', '党员编号', '姓名', '所在支部', '组织者', '活动编号', '周期']
  return { file: '事项.csv', head: [...head, '发生', '录入', '方式', '录入人编号', '确认', '撤销'], lines }
}

function auditTable({ audit }: Kept, year: number): YearTable {
  const text = (told: AuditRow['from']) => (told === undefined ? '' : JSON.stringify(told))
  const lines = audit
    .filter(({ at }) => dayOf(at).startsWith(`${year}-`))
    .sort((a, b) => a.at - b.at)
    .map((one): Line => [
      one._id,
      instant(one.at),
      one.what,
      one.by,
      one.memberId,
      one.activityId,
      one.placeId,
      one.result,
      text(one.from),
      text(one.to),
    ])
  const head = ['编号', '时间', '操作', '谁', '党员编号', '活动编号', '组织编号', '结果', '之前', '之后']
  return { file: '操作记录.csv', head, lines }
}

/** What a county keeps of a year, table by table. A member who was deleted is the shell that stays of them. */
export function yearTables(kept: Kept, year: number): YearTable[] {
  const register = new Register(kept, `${year}-12-31`)
  return [
    organisationTable(kept, register),
    registerTable(kept, register),
    activityTable(kept, year, register),
    factTable(kept, year, register),
    auditTable(kept, year),
  ]
}
