import type { ListTemplate } from '../template'
import { byBranch, inForce, onCard } from './usual'

/** 六有 */
const six = [
  { id: 'place', label: '有场所' },
  { id: 'equipment', label: '有设施' },
  { id: 'sign', label: '有标识' },
  { id: 'flag', label: '有党旗' },
  { id: 'books', label: '有书报' },
  { id: 'rules', label: '有制度' },
]
/** What a branch's room is to have, in the words of the list. */
export const sixOf: readonly string[] = six.map(({ label }) => label)

/** 基本阵地 */
export const ofSite: readonly ListTemplate[] = [
  {
    ...byBranch,
    ...{ id: 'sites', row: 51, heading: 'site', icon: 'home' },
    ...{ name: '阵地“六有”自查', short: '六有自查', title: 'site' },
    reads: ['branch_runner', 'committee', 'inspector'],
    fields: [
      { id: 'site', label: '阵地', is: 'text', max: 20 },
      { id: 'year', label: '年度', is: 'number', min: 2020, max: 2099, unit: '年' },
      {
        ...{ id: 'has', label: '有哪几样', is: 'choice', most: 6, optional: true },
        choices: six,
      },
    ],
    note: '每年看一次，有就勾上，没有就留空。不用拍照',
  },
  {
    ...onCard,
    ...{ id: 'promises', row: 33, heading: 'site', icon: 'card' },
    ...{ name: '首问负责、服务承诺', short: '亮承诺', title: 'person', on: 'on' },
    fields: [
      { id: 'person', label: '党员', is: 'person', most: 1 },
      { id: 'window', label: '窗口或岗位', is: 'text', max: 20 },
      { id: 'promise', label: '承诺', is: 'text', max: 60 },
      { id: 'on', label: '哪天亮出', is: 'day', past: true },
    ],
    ...inForce('已亮出', '收起', '已收起'),
    note: '亮身份、亮职责、亮承诺，用本人的话，一句就够',
  },
]
