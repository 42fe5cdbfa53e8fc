import type { Step } from '../../contract/keptLists'

const step = (id: string, label: string, after?: Step['after']): Step => ({
  id,
  label,
  ...(after && { after }),
})

/**
 * The 25 steps of 中国共产党发展党员工作细则 in their order, with the times it names (DUTIES row 25). It was revised in May 2026 and not read since:
 * whoever shows a time says 依据待核.
 */
export const admissionSteps: Step[] = [
  step('application', '递交入党申请书'),
  step('first_talk', '党组织派人谈话', { step: 'application', months: 1, is: 'by' }),
  step('activist', '推荐和确定入党积极分子'),
  step('activist_filed', '上级党委备案'),
  step('contacts', '指定培养联系人'),
  step('trained', '培养教育考察', { step: 'activist', months: 12, is: 'from' }),
  step('candidate', '确定发展对象', { step: 'activist', months: 12, is: 'from' }),
  step('candidate_filed', '报上级党委备案'),
  step('introducers', '确定入党介绍人'),
  step('review', '进行政治审查'),
  step('course', '开展集中培训'),
  step('committee', '支部委员会审查'),
  step('preview', '上级党委预审'),
  step('form', '填写入党志愿书'),
  step('meeting', '支部大会讨论', { step: 'preview', months: 1, is: 'by' }),
  step('second_talk', '上级党委派人谈话'),
  step('approval', '上级党委审批', { step: 'meeting', months: 3, is: 'by' }),
  step('filed', '再上一级党委组织部门备案'),
  step('placed', '编入党支部和党小组'),
  step('oath', '入党宣誓'),
  step('probation', '继续教育考察', { step: 'meeting', months: 12, is: 'from' }),
  step('full_application', '提出转正申请', { step: 'meeting', months: 12, is: 'from' }),
  step('full_meeting', '支部大会讨论转正'),
  step('full_approval', '上级党委审批转正', { step: 'full_meeting', months: 3, is: 'by' }),
  step('archived', '材料归档'),
]
