import type { ListTemplate } from '../template'
import { byBranch, byUnit, task } from './usual'

/** 基本制度 */
export const ofSystem: readonly ListTemplate[] = [
  {
    ...byBranch,
    ...task,
    ...{ id: 'rectification', row: 24, heading: 'system', icon: 'tool' },
    ...{ name: '问题清单、整改清单', short: '问题整改', title: 'what' },
    fields: [
      { id: 'what', label: '什么问题', is: 'text', max: 60 },
      { id: 'owner', label: '谁来办', is: 'person', most: 1 },
      { id: 'due', label: '完成时限', is: 'day', past: false },
    ],
    note: '写事，不写人的长短。办完点一下“办结”',
  },
  {
    ...byBranch,
    ...task,
    ...{ id: 'three_lists', row: 48, heading: 'system', icon: 'doc' },
    ...{ name: '党组织书记抓基层党建“三张清单”', short: '三张清单', title: 'what' },
    fields: [
      {
        ...{ id: 'list', label: '哪一张', is: 'choice', most: 1 },
        choices: [
          { id: 'problems', label: '问题清单' },
          { id: 'tasks', label: '任务清单' },
          { id: 'duties', label: '责任清单' },
        ],
      },
      { id: 'what', label: '事项', is: 'text', max: 60 },
      { id: 'owner', label: '谁来办', is: 'person', most: 1 },
      { id: 'due', label: '完成时限', is: 'day', past: false },
    ],
    note: '讲话没有说是哪三张，这里先用常见的叫法（依据待核），工委可以改',
  },
  {
    ...byUnit,
    ...task,
    ...{ id: 'dual_duties', row: 49, heading: 'system', icon: 'work' },
    ...{ name: '班子成员“一岗双责”任务清单', short: '一岗双责', title: 'what' },
    fields: [
      { id: 'owner', label: '班子成员', is: 'person', most: 1 },
      { id: 'what', label: '任务', is: 'text', max: 60 },
      { id: 'due', label: '完成时限', is: 'day', past: false },
    ],
    note: '从中心组成员里选人',
  },
  {
    ...byUnit,
    ...{ id: 'post_duties', row: 50, heading: 'system', icon: 'list' },
    ...{ name: '党组织、书记、党务干部工作职责', short: '工作职责', title: 'what', on: 'on' },
    fields: [
      {
        ...{ id: 'whose', label: '谁的职责', is: 'choice', most: 1 },
        choices: [
          { id: 'organisation', label: '党组织' },
          { id: 'secretary', label: '党组织书记' },
          { id: 'staff', label: '党务干部' },
        ],
      },
      { id: 'what', label: '职责', is: 'text', max: 80 },
      { id: 'on', label: '哪天定的', is: 'day', past: true },
    ],
    note: '一条一句，改了就另记一条',
  },
  {
    ...byBranch,
    ...{ id: 'comparisons', row: 34, heading: 'system', icon: 'check' },
    ...{ name: '三比、三评', short: '三比三评', title: 'kind', on: 'on' },
    fields: [
      {
        ...{ id: 'kind', label: '哪一种', is: 'choice', most: 1 },
        choices: [
          { id: 'skill', label: '比技能' },
          { id: 'style', label: '比作风' },
          { id: 'results', label: '比业绩' },
          { id: 'people', label: '群众评议' },
          { id: 'members', label: '党员互评' },
          { id: 'leaders', label: '领导点评' },
        ],
      },
      { id: 'on', label: '哪一天', is: 'day', past: true },
    ],
    note: '只记办没办、哪天办的。没有分数，没有名次',
  },
  {
    ...byBranch,
    ...{ id: 'sat_in', row: 38, heading: 'system', icon: 'talk' },
    ...{ name: '书记列席研究重大事项会议', short: '列席会议', title: 'meeting', on: 'on' },
    fields: [
      { id: 'on', label: '哪一天', is: 'day', past: true },
      { id: 'person', label: '谁列席', is: 'person', most: 1 },
      {
        ...{ id: 'meeting', label: '什么会', is: 'choice', most: 1 },
        choices: [
          { id: 'party_group', label: '党委（党组）会议' },
          { id: 'office', label: '办公会议' },
          { id: 'other', label: '其他会议' },
        ],
      },
      {
        ...{ id: 'matter', label: '研究哪类事项', is: 'choice', most: 3 },
        choices: [
          { id: 'decision', label: '重大决策' },
          { id: 'people', label: '重要人事任免' },
          { id: 'project', label: '重大项目安排' },
          { id: 'money', label: '大额资金使用' },
          { id: 'other', label: '其他重大事项' },
        ],
      },
    ],
    note: '只记哪天、什么会、哪类事项，不记内容',
  },
]
