import { carriable } from '../activity/validatePlan'
import type { ActivityKind } from '../contract/words'
import type { PeriodKind } from '../time/period'
import type { Duty } from './duty'
import { firstVersion } from './firstVersion'
import {
  asks,
  asksFor,
  branchRules,
  countyBasis,
  hoursOfStudy,
  membersRules,
  organsRules,
  theoryRules,
} from './sources'

type Held = Pick<Duty, 'subject' | 'measure' | 'period' | 'minimum' | 'counts'>

/** Once a period, by the branch unless the row says otherwise. */
const held = (kind: ActivityKind, period: PeriodKind): Held => ({
  subject: 'branch',
  measure: '次',
  period,
  minimum: 1,
  counts: { what: 'held', kinds: [kind] },
})

/** What a branch, its committee, its groups and its unit owe. */
export const branchDuties: Duty[] = [
  firstVersion({
    ...held('unit_theory_study', 'month'),
    subject: 'unit',
    appliesTo: 'with_theory_group',
    id: 'unit_theory_study',
    label: '中心组学习',
    text: '党委（党组）中心组每月至少组织 {n} 次理论学习。',
    basis: countyBasis,
    upper: asks(theoryRules, 1, 'quarter'),
    order: 1,
  }),
  firstVersion({
    ...held('study', 'month'),
    id: 'branch_study',
    label: '集中学习',
    text: '党支部每月至少组织 {n} 次党员集中学习。',
    basis: countyBasis,
    upper: hoursOfStudy,
    order: 2,
  }),
  firstVersion({
    ...held('seminar', 'quarter'),
    conditions: ['has_topic'],
    id: 'theme_seminar',
    label: '交流研讨',
    text: '党支部每季度至少确定 1 个主题，开展 {n} 次交流研讨。',
    basis: countyBasis,
    order: 3,
  }),
  firstVersion({
    ...held('group_meeting', 'month'),
    subject: 'group',
    id: 'group_meeting',
    label: '党小组会',
    text: '每个党小组每月至少召开 {n} 次党小组会。',
    basis: countyBasis,
    // 一般每月 is said of 支委会; of 党小组会 the rule names no number.
    upper: asksFor(branchRules('第十三条'), '召开党小组会', 'month'),
    order: 4,
  }),
  firstVersion({
    ...held('committee_meeting', 'month'),
    subject: 'committee',
    appliesTo: 'with_committee',
    conditions: ['half_of_committee'],
    id: 'committee_meeting',
    label: '支委会',
    text: '支部委员会每月至少召开 {n} 次，须有半数以上委员到会。',
    basis: countyBasis,
    upper: asks(branchRules('第十二条'), 1, 'month', '一般每月 1 次'),
    order: 5,
  }),
  firstVersion({
    ...held('general_meeting', 'quarter'),
    id: 'general_meeting',
    label: '支部党员大会',
    text: '支部党员大会每季度至少召开 {n} 次。',
    basis: countyBasis,
    upper: asks(branchRules('第十一条'), 1, 'quarter', '一般每季度 1 次'),
    order: 6,
  }),
  firstVersion({
    ...held('lecture', 'quarter'),
    conditions: ['has_lecturer', 'has_topic'],
    id: 'party_lecture',
    label: '党课',
    text: '党支部每季度至少讲 {n} 次党课，须有讲课人和题目。',
    basis: countyBasis,
    upper: asksFor(branchRules('第十六条'), '定期开展党课'),
    order: 7,
  }),
  firstVersion({
    ...held('theme_party_day', 'month'),
    id: 'theme_party_day',
    label: '主题党日',
    text: '党支部每月相对固定 1 天开展主题党日，每月至少 {n} 次。',
    basis: branchRules('第十六条'),
    upper: asks(branchRules('第十六条'), 1, 'month', '每月相对固定 1 天'),
    carries: [...carriable],
    order: 17,
  }),
  firstVersion({
    ...held('democratic_review', 'year'),
    id: 'democratic_review',
    label: '民主评议',
    text: '党支部每年开展 {n} 次民主评议党员。',
    basis: membersRules('第十八条'),
    upper: asks(membersRules('第十八条'), 1, 'year'),
    order: 22,
  }),
  firstVersion({
    ...held('org_life_meeting', 'year'),
    id: 'org_life_meeting',
    label: '组织生活会',
    text: '党支部每年至少召开 {n} 次组织生活会。',
    basis: membersRules('第十七条'),
    upper: asks(membersRules('第十七条'), 1, 'year'),
    order: 23,
  }),
  firstVersion({
    ...held('secretary_report', 'year'),
    id: 'secretary_report',
    label: '述职',
    text: '党支部书记每年向党员大会和机关党（工）委述职 {n} 次。',
    basis: countyBasis,
    upper: asks(organsRules('第三十九条'), 1, 'year'),
    order: 37,
  }),
  firstVersion({
    ...held('work_briefing', 'year'),
    subject: 'unit',
    // 定期: recorded and shown, never 还差.
    minimum: null,
    id: 'work_briefing',
    label: '听取党建汇报',
    text: '党（工）委、党组定期听取机关党建工作汇报。',
    basis: countyBasis,
    order: 36,
  }),
]
