import type { ListTemplate } from '../template'
import { admissionSteps } from './admissionSteps'
import { byBranch, inForce } from './usual'

/** 基本队伍 */
export const ofTeam: readonly ListTemplate[] = [
  {
    ...byBranch,
    ...{ id: 'admission', row: 25, heading: 'team', icon: 'seed' },
    ...{ name: '发展党员', short: '发展党员', title: 'name' },
    fields: [
      { id: 'name', label: '姓名', is: 'name' },
      { id: 'steps', label: '办到哪一步', is: 'steps', steps: admissionSteps },
    ],
    states: [
      { id: 'open', label: '培养中', isOver: false },
      { id: 'done', label: '已归档', isOver: true },
      { id: 'ended', label: '不再培养', isOver: true },
    ],
    moves: [
      { from: 'open', to: 'done', label: '归档' },
      { from: 'open', to: 'ended', label: '不再培养' },
      { from: 'done', to: 'open', label: '重新打开' },
      { from: 'ended', to: 'open', label: '重新打开' },
    ],
    note: '只记每一步的日期，材料在纸质档案里。提示的时间依据待核，以上级党组织的要求为准',
  },
  {
    ...byBranch,
    ...{ id: 'party_staff', row: 15, heading: 'team', icon: 'user' },
    ...{ name: '党务干部', short: '党务干部', title: 'person', on: 'since' },
    fields: [
      { id: 'person', label: '党员', is: 'person', most: 1 },
      {
        ...{ id: 'kind', label: '专职还是兼职', is: 'choice', most: 1 },
        choices: [
          { id: 'full_time', label: '专职' },
          { id: 'part_time', label: '兼职' },
        ],
      },
      { id: 'since', label: '从哪天起', is: 'day', past: true },
    ],
    ...inForce('在任', '卸任', '已卸任'),
    note: '党务干部必须是党员，所以只能从名册里选',
  },
]
