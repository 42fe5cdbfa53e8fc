import type { ListTemplate } from '../template'
import { inForce, onCard } from './usual'

/** 基本组织 */
export const ofOrganisation: readonly ListTemplate[] = [
  {
    ...onCard,
    ...{ id: 'pioneer_posts', row: 35, heading: 'organisation', icon: 'flag' },
    ...{ name: '党员先锋岗、党员示范岗', short: '先锋岗', title: 'person', on: 'on' },
    fields: [
      { id: 'person', label: '党员', is: 'person', most: 1 },
      {
        ...{ id: 'kind', label: '哪一种', is: 'choice', most: 1 },
        choices: [
          { id: 'pioneer', label: '党员先锋岗' },
          { id: 'model', label: '党员示范岗' },
        ],
      },
      { id: 'post', label: '岗位', is: 'text', max: 20 },
      { id: 'on', label: '设岗日期', is: 'day', past: true },
    ],
    ...inForce('在岗', '撤岗', '已撤岗'),
    note: '只记谁、哪个岗、哪天设的。不评分，不排名',
  },
  {
    ...{ id: 'model_branches', row: 42, heading: 'organisation', icon: 'shield' },
    ...{ name: '标准化党支部、样板党支部、示范点', short: '样板支部', title: 'branch', on: 'on' },
    ...{ keptBy: 'county', reads: ['committee', 'inspector'], writes: ['committee'] },
    fields: [
      { id: 'branch', label: '党支部', is: 'branch' },
      {
        ...{ id: 'kind', label: '哪一种', is: 'choice', most: 1 },
        choices: [
          { id: 'standard', label: '标准化党支部' },
          { id: 'model', label: '样板党支部' },
          { id: 'site', label: '党建示范点' },
          { id: 'old_example', label: '老典型' },
          { id: 'new_example', label: '新典型' },
        ],
      },
      { id: 'on', label: '确定日期', is: 'day', past: true },
      { id: 'why', label: '特点', is: 'text', max: 60, optional: true },
    ],
    ...inForce('在列', '移出', '已移出'),
    note: '由人研究确定，这里只登记结果。不自动产生，不公开',
  },
  {
    ...{ id: 'inspections', row: 39, heading: 'organisation', icon: 'eye' },
    ...{ name: '督查指导', short: '督查指导', keptBy: 'branch', title: 'what', on: 'on' },
    ...{ reads: ['branch_runner', 'committee', 'inspector'], writes: ['committee', 'inspector'] },
    fields: [
      { id: 'on', label: '哪一天', is: 'day', past: true },
      {
        ...{ id: 'about', label: '看的是什么', is: 'choice', most: 3 },
        choices: [
          { id: 'meetings', label: '三会一课' },
          { id: 'theme_day', label: '主题党日' },
          { id: 'members', label: '党员教育管理' },
          { id: 'fees', label: '党费' },
          { id: 'site', label: '阵地' },
          { id: 'records', label: '记录台账' },
        ],
      },
      { id: 'what', label: '说明', is: 'text', max: 80 },
    ],
    states: [
      { id: 'told', label: '待回复', isOver: false },
      { id: 'answered', label: '已回复', isOver: false },
      { id: 'closed', label: '已了结', isOver: true },
    ],
    moves: [
      { from: 'told', to: 'answered', label: '回复', by: ['branch_runner'], asks: '回复' },
      { from: 'answered', to: 'closed', label: '了结' },
    ],
    note: '说事，不点人。支部看得到，可以回复',
  },
]
