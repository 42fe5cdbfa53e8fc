import type { Cadre, PostName, Standing, UnitPost } from '../contract/words'
import type { RegisterPost } from './entry'

export const standingLabels: Record<Standing, string> = { full: '正式党员', probationary: '预备党员' }
/** 类别 in a narrow column. */
export const shortStandingLabels: Record<Standing, string> = { full: '正式', probationary: '预备' }
export const cadreLabels: Record<Cadre, string> = { section: '科级', county: '县级' }
export const postLabels: Record<RegisterPost, string> = {
  secretary: '党支部书记',
  deputy_secretary: '副书记',
  organisation_officer: '组织委员',
  publicity_officer: '宣传委员',
  discipline_officer: '纪律检查委员',
  committee_member: '支委会委员',
  group_leader: '党小组组长',
}
/** Whether a register of a branch names such a post. */
export const isRegisterPost = (post: PostName): post is RegisterPost => post in postLabels

/** On the committee of a 机关党委 or 总支; no register of a branch names them. */
export const unitPostLabels: Record<UnitPost, string> = {
  unit_secretary: '书记',
  unit_deputy_secretary: '副书记',
  unit_committee_member: '委员',
}

/** Where the organisation stands beside it. How the leader of a group is called there is for the place to say. */
export const shortPostLabels: Record<Exclude<PostName, 'group_leader'>, string> = {
  secretary: '书记',
  deputy_secretary: '副书记',
  organisation_officer: '组织委员',
  publicity_officer: '宣传委员',
  discipline_officer: '纪律检查委员',
  committee_member: '委员',
  theory_group_member: '中心组成员',
  ...unitPostLabels,
}
