import type { IgnoredWhy } from '../../contract/imports'
import type { ListField, Step } from '../../contract/keptLists'
import { bareTitle, privateIn } from '../../registry/columns'
import type { ListTemplate } from '../template'

/** How offices title what our fields ask for, by our label; one without an entry is told by its label alone. */
const otherTitles: Record<string, string> = {
  什么问题: '问题 存在问题 存在的问题 主要问题 问题描述 问题内容 具体问题 整改事项 整改内容',
  谁来办: '责任人 负责人 承办人 牵头人 整改责任人 责任领导 经办人',
  完成时限: '时限 期限 整改时限 办结时限 完成时间 完成期限 整改期限 要求完成时间',
  哪一张: '清单 清单名称 清单类别 清单类型 类别',
  事项: '工作事项 工作任务 任务内容 具体事项 重点任务 主要任务 工作内容 任务',
  任务: '工作任务 任务内容 具体任务 重点任务 主要任务 责任内容 工作内容 事项',
  班子成员: '姓名 责任人 领导班子成员 领导',
  谁的职责: '职责主体 主体 类别',
  职责: '工作职责 职责内容 主要职责 内容',
  哪天定的: '制定日期 制定时间 印发日期 日期',
  党员: '姓名 党员姓名 名字',
  哪一种: '类别 类型 种类 名称',
  岗位: '岗位名称 所在岗位',
  设岗日期: '设岗时间 命名日期 命名时间 日期',
  党支部: '支部 党支部名称 支部名称 党组织名称',
  确定日期: '确定时间 命名日期 命名时间 日期',
  特点: '主要特点 亮点 特色',
  哪一天: '日期 时间 会议日期 会议时间 培训日期 培训时间 督查日期 督查时间 检查时间 开展时间',
  看的是什么: '督查内容 督查事项 检查内容 检查事项',
  说明: '督查情况 情况说明 具体情况',
  办到哪一步: '进度 进展',
  专职还是兼职: '专兼职 专职兼职 专兼职情况 类别',
  从哪天起: '任职日期 任职时间 起始日期',
  阵地: '阵地名称 场所 场所名称 活动场所',
  年度: '年份 年',
  有哪几样: '六有 六有情况 具备项目',
  窗口或岗位: '窗口 岗位 窗口名称',
  承诺: '承诺内容 服务承诺 承诺事项',
  哪天亮出: '承诺日期 承诺时间 亮出日期 日期',
  谁列席: '列席人 列席人员 姓名',
  什么会: '会议 会议类型 会议名称',
  研究哪类事项: '事项类别 事项类型 研究事项 事项',
  谁参加: '参加人员 参训人员 参加人 参训人 姓名',
  主题: '培训主题 培训内容 题目 内容',
  学时: '培训学时 学时数',
  谁办的: '举办单位 主办单位 组织单位 培训单位',
}
const ofState = new Set(
  '办理情况 状态 办结情况 完成情况 整改情况 办理状态 是否办结 是否完成 进展情况'.split(' '),
)
const ofAnswer = new Set('回复 回复情况 反馈 反馈情况'.split(' '))
const ofNumber = new Set('序号 编号 NO'.split(' '))

/** What a column is for a list. `rank`: how surely (0: it is titled as our field is). */
export type Column =
  | { is: 'field'; field: ListField; rank: number }
  | { is: 'step'; field: ListField; step: Step; rank: number }
  | { is: 'state' | 'answer'; rank: number }
  | { is: 'number' }
  | { is: 'ignored'; why: IgnoredWhy }

const rankIn = (bare: string, titles: readonly string[]): number => titles.map(bareTitle).indexOf(bare)

function fieldOf(bare: string, fields: readonly ListField[], ours: readonly ListField[]): Column | null {
  const found = fields.flatMap((field) => {
    const label = ours.find(({ id }) => id === field.id)?.label ?? field.label
    const rank = rankIn(bare, [field.label, label, ...(otherTitles[label]?.split(' ') ?? [])])
    return rank < 0 ? [] : [{ is: 'field' as const, field, rank }]
  })
  return found.sort((a, b) => a.rank - b.rank)[0] ?? null
}

function stepOf(bare: string, fields: readonly ListField[]): Column | null {
  for (const field of fields) {
    const step = field.is === 'steps' ? field.steps.find(({ label }) => bareTitle(label) === bare) : undefined
    if (step) return { is: 'step', field, step, rank: 0 }
  }
  return null
}

/** What a column is by its title. `ours`: the fields before the county gave them words of its own, under which offices know them too. */
export function columnOf(
  title: string,
  { fields, states, moves = [] }: ListTemplate,
  ours: readonly ListField[],
): Column {
  const bare = bareTitle(title)
  const field = fieldOf(bare, fields, ours) ?? stepOf(bare, fields)
  if (field) return field
  if (states && ofState.has(bare)) return { is: 'state', rank: 0 }
  if (moves.some(({ asks }) => asks !== undefined) && ofAnswer.has(bare)) return { is: 'answer', rank: 0 }
  if (ofNumber.has(bare)) return { is: 'number' }
  return { is: 'ignored', why: privateIn(title) ?? 'unknown' }
}
