import type { BranchFacts } from './branchSheet'
import { recordDays } from './branchSheet'
import { cellsOf, type CountyFacts, itemName, sumOf } from './countySheet'
import { type KeptList, listSentence } from './listPaper'
import { hand, type PaperBlock, type PaperField, type TextPaper } from './paper'

export const REPORT = '述职材料'

interface Report extends BranchFacts {
  /** 基本情况 as it was at the end of the span. */
  basics: readonly PaperField[]
  /** The day from which who reports has been in office, where that lies in the span, as it is written. */
  inOfficeSince?: { text: string; at: number }
  /** 谈心谈话 that are registered. */
  talks: number
  /** What the branch keeps lists of. */
  lists: readonly KeptList[]
}

const heading = (text: string): PaperBlock => ({ is: 'heading', text })

/** What is told in words is the person's own. */
const ownWords: readonly PaperBlock[] = [
  heading('三、主要做法'),
  hand('主要做法', 16),
  heading('四、存在问题及原因'),
  hand('存在问题及原因', 12),
  heading('五、下一步打算'),
  hand('下一步打算', 12),
]

const shown = (done: number, needed: number | null): string => `${done}/${needed ?? '定期'}`

/** A row a 事项 with the days of its records, so that every number can be opened again. */
function factTable({ lines, inOfficeSince }: Report): PaperBlock {
  const inOffice = (index: number) =>
    lines[index]?.counted.filter(({ record, fills }) => fills && record.at >= (inOfficeSince?.at ?? 0)).length
  return {
    is: 'table',
    columns: [
      { title: '事项', width: 22 },
      { title: '已开展/应开展', width: 14 },
      { title: '其中补录', width: 9 },
      ...(inOfficeSince ? [{ title: '其中任内', width: 9 }] : []),
      { title: '记录日期', width: 46 },
    ],
    rows: lines.map((line, index) => [
      line.when === '' ? line.duty.label : `${line.duty.label}（${line.when}）`,
      shown(line.done, line.needed),
      `${line.late}`,
      ...(inOfficeSince ? [`${inOffice(index) ?? 0}`] : []),
      recordDays(line) || '暂无记录',
    ]),
  }
}

/** 述职材料 of a branch's secretary: numbers with the days of their records, and ruled rows where the person writes. No adjective, no comparison. */
export const branchReport = (report: Report): TextPaper => ({
  isDraft: false,
  title: `${report.span.name}${REPORT}`,
  blocks: [
    { is: 'text', text: `${report.organisation}　截至${report.asOf}` },
    heading('一、基本情况'),
    { is: 'fields', fields: report.basics },
    heading('二、履职情况'),
    ...(report.inOfficeSince
      ? [{ is: 'text' as const, text: `${report.inOfficeSince.text}起任职，“其中任内”从这一天算起。` }]
      : []),
    factTable(report),
    { is: 'text', text: `谈心谈话：已登记 ${report.talks} 次。` },
    ...report.lists
      .filter(({ lines }) => lines.length > 0)
      .map((list): PaperBlock => ({ is: 'text', text: listSentence(list) })),
    hand('发展党员、换届、问题整改', 8),
    ...ownWords,
    { is: 'signatures', who: ['述职人'] },
  ],
})

/** 述职材料 of the work committee: the county's sums alone, no branch is picked out. */
export const countyReport = (facts: CountyFacts, basics: readonly PaperField[]): TextPaper => ({
  isDraft: false,
  title: `${facts.span.name}${REPORT}`,
  blocks: [
    { is: 'text', text: `${facts.organisation}　截至${facts.asOf}` },
    heading('一、基本情况'),
    { is: 'fields', fields: basics },
    heading('二、履职情况'),
    ...(facts.left.length > 0
      ? [{ is: 'text' as const, text: `录入还没有截止、不在表内：${facts.left.join('、')}。` }]
      : []),
    {
      is: 'table',
      columns: [
        { title: '事项', width: 38 },
        { title: '应', width: 14 },
        { title: '已', width: 14 },
        { title: '其中补录', width: 14 },
        { title: '按什么计', width: 20 },
      ],
      rows: facts.groups.flatMap((group) =>
        group.items.map((item) => [
          `${group.name.replace('事项', '')}：${itemName(item)}`,
          ...([1, 0, 2] as const).map((side) => `${sumOf(cellsOf(group, item), side)}`),
          group.measure,
        ]),
      ),
    },
    hand('发展党员、换届、督查和整改', 8),
    ...ownWords,
    { is: 'signatures', who: ['述职人'] },
  ],
})
