import type { ImportPreview, PreviewRow, RowReason, Verdict } from '@domain/contract/imports'
import { verdicts } from '@domain/contract/lists'
import type { StandTone } from '@/components/Note/Note'

export const verdictWords: Record<Verdict, { label: string; tone: StandTone }> = {
  add: { label: '新增', tone: 'done' },
  change: { label: '更改', tone: 'info' },
  ask: { label: '请您选', tone: 'miss' },
  flawed: { label: '部分导入', tone: 'info' },
  refuse: { label: '不能导入', tone: 'miss' },
  same: { label: '不变', tone: 'mute' },
  skip: { label: '跳过', tone: 'mute' },
}
/** What needs a look stands first, as in the preview itself. */
export const verdictOrder: readonly Verdict[] = verdicts

export const reasonWords: Record<RowReason, string> = {
  no_name: '没有姓名',
  name_not_a_name: '姓名一栏不是姓名',
  no_phone: '没有手机号，对不上人',
  phone_not_a_number: '手机号认不出来',
  unknown_branch: '没有这个党支部，请核对名称或先导入组织',
  unknown_group: '支部里没有这个党小组，党小组先空着',
  unknown_standing: '人员类别认不出来',
  date_not_a_date: '日期认不出来',
  date_in_future: '日期在今天以后',
  regular_before_joined: '转正日期早于入党日期',
  twice_in_file: '文件里有两行是同一位',
  no_titles: '这张表没有标题行，读不出来',
  not_yours: '不是您负责的支部',
  own_entry: '是您本人，会改动您的指标，请另一位同志导入',
  short_number: '不是手机号，尾号先空着，不能用来登记身份',
  other_post: '有的职务不是本支部的，只留文字',
  unknown_community: '没有这个社区，报到社区先空着',
  household_not_a_code: '帮扶户要写编号，先空着',
  unknown_village: '没有这个村，帮扶户先空着',
  unknown_type: '组织类别认不出来',
  unknown_parent: '没有这个上级组织',
  other_branch: '名册里在别的支部',
  other_parent: '名册里在别的上级下面',
  several_persons: '名册里有几位对得上',
  several_branches: '有几个支部对得上',
  same_name: '同名，手机尾号不同',
  same_in_file: '文件里另一个支部也有，姓名尾号相同',
  second_secretary: '这个支部已经有书记',
  title_row: '标题',
  continued_row: '接上一行',
  footer_row: '表尾',
  empty_row: '空行',
  example_row: '示例行',
  no_register: '不是名册里的行',
  hidden_sheet: '隐藏的表，没有读',
}

const fieldWords: Record<string, string> = {
  number: '序号',
  name: '姓名',
  phone: '手机尾号',
  phoneHash: '整号核对',
  branch: '党支部',
  group: '党小组',
  standing: '人员类别',
  post: '党内职务',
  cadre: '领导职务',
  joinedOn: '入党日期（只核对）',
  regularOn: '转正日期（只核对）',
  since: '转入日期',
  community: '报到社区',
  households: '帮扶户',
  organisation: '组织名称',
  parent: '上级组织',
  type: '组织类别',
  nature: '单位性质',
  branchType: '单位性质',
  foundedOn: '成立日期',
  termEndsOn: '届满日期',
  hasCommittee: '支委会',
  headcount: '工作人员数',
}
export const fieldWord = (field: string): string => fieldWords[field] ?? field

export const ignoredWords: Record<ImportPreview['ignored'][number]['why'], string> = {
  sensitive: '个人敏感信息，没有读取',
  remarks: '备注，没有读取',
  unknown: '用不到',
  twice: '重复的列',
}

/** Of something new the row says these already, or nobody asks. */
const toldAbove = new Set(['name', 'branch', 'organisation', 'parent', 'phoneHash'])
/** Numbers, days and 是 or 否 mean nothing alone. */
const bareNumbers = new Set(['phone', 'headcount', 'termEndsOn', 'hasCommittee'])

/** `党小组：第一党小组 → 第二党小组`; of something new only what it is. */
export function changeLines({ verdict, changes }: Pick<PreviewRow, 'verdict' | 'changes'>): string[] {
  const isNew = verdict === 'add' || changes.some(({ field, before }) => field === 'name' && before === '')
  if (isNew) {
    const told = changes.filter(({ field, after }) => after !== '' && !toldAbove.has(field))
    const values = told.map(({ field, after }) =>
      bareNumbers.has(field) ? `${fieldWord(field)} ${after}` : after,
    )
    return values.length > 0 ? [values.join('，')] : []
  }
  return changes.map(
    ({ field, before, after }) => `${fieldWord(field)}：${before || '没有'} → ${after || '没有'}`,
  )
}

/** `第 12 行`, with the sheet where it has a name: that of a .csv is only a number. */
export const lineText = ({ sheet, line }: Pick<PreviewRow, 'sheet' | 'line'>): string =>
  /^\d*$/.test(sheet) ? `第 ${line} 行` : `${sheet} 第 ${line} 行`

/** What a yes would do. */
export const wouldChange = ({ totals }: Pick<ImportPreview, 'totals'>): number =>
  (totals.add ?? 0) + (totals.change ?? 0) + (totals.flawed ?? 0)
