import type { ListTemplate } from '../template'
import { byBranch } from './usual'

/** 基本保障 */
export const ofSupport: readonly ListTemplate[] = [
  {
    ...byBranch,
    ...{ id: 'training', row: 56, heading: 'support', icon: 'book' },
    ...{ name: '书记和党务干部培训', short: '书记培训', title: 'topic', on: 'on' },
    fields: [
      { id: 'on', label: '哪一天', is: 'day', past: true },
      { id: 'people', label: '谁参加', is: 'person', most: 20 },
      { id: 'topic', label: '主题', is: 'text', max: 40 },
      { id: 'hours', label: '学时', is: 'number', min: 1, max: 56, unit: '学时' },
      {
        ...{ id: 'by', label: '谁办的', is: 'choice', most: 1 },
        choices: [
          { id: 'committee', label: '县直机关工委' },
          { id: 'department', label: '组织部门' },
          { id: 'school', label: '党校' },
          { id: 'unit', label: '本单位' },
          { id: 'other', label: '其他' },
        ],
      },
    ],
    note: '一次培训记一条，几个人参加就选几个人',
  },
]
