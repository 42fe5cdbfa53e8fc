import type { ActivityKind } from '../contract/words'

/** What each kind is called wherever a person reads it. */
export const kindLabels: Record<ActivityKind, string> = {
  theme_party_day: '主题党日',
  study: '集中学习',
  group_meeting: '党小组会',
  committee_meeting: '支委会',
  general_meeting: '支部党员大会',
  lecture: '党课',
  seminar: '交流研讨',
  org_life_meeting: '组织生活会',
  democratic_review: '民主评议',
  secretary_report: '述职',
  community_service: '集中志愿服务',
  unit_theory_study: '中心组学习',
  work_briefing: '听取党建汇报',
}

/** A kind by its name, as an address carries it; undefined when it is none. */
export const kindOf = (name: string | undefined): ActivityKind | undefined =>
  name !== undefined && name in kindLabels ? (name as ActivityKind) : undefined
