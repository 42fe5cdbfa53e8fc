import { kindLabels } from '../../activity/kindLabels'
import type {
  ActivityKind,
  ActivityState,
  BranchType,
  ExemptionCategory,
  NotOwedReason,
  OrganisationType,
  PostName,
  ProgressState,
  Way,
} from '../../contract/words'
import type { NotCountedReason } from '../../evidence/seenRecord'
import { branchTypeLabels } from '../../org/branchTypeLabels'
import { exemptionLabels } from '../../org/exemptions'

/** The words of the worked cases. Each record is complete, so a new state or reason asks for its word here, and then for a case. */
export const stateWords: Record<ProgressState, string> = {
  done: '已满足',
  missing: '还差',
  planned: '已安排',
  waiting: '待确认',
  not_owed: '不欠',
  not_held: '支部未安排',
  recorded: '只登记',
}

export const notOwedWords: Record<NotOwedReason, string> = {
  exempt: '免除',
  excused: '因故',
  no_household: '无联系户',
  linked_late: '接手得晚',
  no_committee: '无支委会',
  no_groups: '无党小组',
  arrived_late: '到得晚',
  founded_late: '成立得晚',
  not_founded_then: '还没有成立',
  not_a_member_then: '当时不在',
}

export const reasonWords: Record<NotCountedReason, string> = {
  waiting_confirmation: '待确认',
  annulled: '已撤销',
  activity_cancelled: '活动取消',
  not_yet_closed: '未结束',
  not_hosted_by_community: '非社区主办',
  not_own_household: '非本人联系户',
  no_topic: '无题目',
  no_lecturer: '无讲课人',
  committee_below_half: '委员不足半数',
  same_household_same_day: '同日同户',
  used_for_contact_point: '已算联系点党课',
  not_at_contact_point: '不在联系点',
  used_for_leader_lecture: '已算领导干部党课',
  not_theme_service: '非主题服务',
  side_has_enough: '这一方已够',
  attended_itself: '本已到会',
  same_meeting: '同一场会',
  not_registered: '未登记',
}

const stateOfActivity: Record<ActivityState, string> = {
  draft: '草稿',
  published: '已发布',
  open: '登记中',
  closed: '已结束',
  recorded: '已归档',
  cancelled: '已取消',
}

const ways: Record<Way, string> = {
  scan: '扫码',
  poster: '海报码',
  member_code: '出示码',
  roll_call: '点名',
  paper: '纸质',
  backfill: '补登',
  self: '自己登记',
  demo: '示例',
}

const posts: Record<PostName, string> = {
  secretary: '书记',
  deputy_secretary: '副书记',
  organisation_officer: '组织委员',
  publicity_officer: '宣传委员',
  discipline_officer: '纪律检查委员',
  committee_member: '委员',
  group_leader: '小组长',
  theory_group_member: '中心组成员',
  unit_secretary: '党委（总支）书记',
  unit_deputy_secretary: '党委（总支）副书记',
  unit_committee_member: '党委（总支）委员',
}

const hosts: Record<OrganisationType, string> = {
  work_committee: '工委',
  unit: '局',
  branch: '支部',
  group: '组',
  community: '社区',
  village: '村',
}

const turned = <K extends string>(words: Record<K, string>): Map<string, K> =>
  new Map((Object.entries(words) as [K, string][]).map(([key, word]) => [word, key]))

const serviceKinds: ReadonlyMap<string, 'theme' | 'daily' | 'post'> = new Map([
  ['主题', 'theme'],
  ['日常', 'daily'],
  ['岗位', 'post'],
])

/** From the word to what the rules call it. */
export const meanings = {
  state: turned(stateWords),
  notOwed: turned(notOwedWords),
  reason: turned(reasonWords),
  kind: turned<ActivityKind>(kindLabels),
  activityState: turned(stateOfActivity),
  way: turned(ways),
  post: turned(posts),
  exemption: turned<ExemptionCategory>(exemptionLabels),
  branchType: turned<BranchType>(branchTypeLabels),
  serviceKind: serviceKinds,
}

/** What a place is, by the end of its name: 一支部, 二组, 凤凰社区, 农业局, 青山村. */
export const hostTypeOf = (name: string): OrganisationType => {
  const found = [...turned(hosts)].find(([end]) => name.endsWith(end))
  if (!found) throw new Error(`Not a place: ${name}`)
  return found[1]
}

/** The meaning of a word that must have one. */
export const mean = <K>(words: ReadonlyMap<string, K>, word: string): K => {
  const meaning = words.get(word)
  if (meaning === undefined) throw new Error(`Not a word: ${word}`)
  return meaning
}
