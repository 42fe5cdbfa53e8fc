import { cellsOf, type CountyFacts, type CountyGroup, type CountyItem, itemName, sumOf } from './countySheet'
import { hand, type PaperBlock, type TextPaper } from './paper'
import { titleOf } from './paperSpan'

export const NOTICE = '情况通报'

/** A 事项 somebody picked, in the group of the county's sheet it stands in. */
export interface PickedItem {
  group: CountyGroup
  item: CountyItem
}

/** A branch somebody picked, in 组织序列. */
export interface PickedBranch {
  id: string
  /** What it stands under: a unit, or the work committee itself. */
  unit: string
  name: string
}

export interface Noticed {
  facts: CountyFacts
  /** In the order of the county's form. */
  items: readonly PickedItem[]
  branches: readonly PickedBranch[]
  /** 主送, as it was typed; empty: left to the hand. */
  to: string
}

const text = (line: string): PaperBlock => ({ is: 'text', text: line })
const heading = (line: string): PaperBlock => ({ is: 'heading', text: line })
const rule = '＿＿＿＿＿＿＿＿＿＿＿＿'

/** 集中学习：全县直应 496，已 480，其中补录 3，另有 2 条待确认（按期计）。 */
const totalLine = ({ group, item }: PickedItem): PaperBlock => {
  const cells = cellsOf(group, item)
  const [late, waits] = [sumOf(cells, 2), sumOf(cells, 3)]
  const numbers = [
    `全县直应 ${sumOf(cells, 1)}，已 ${sumOf(cells, 0)}`,
    late > 0 && `其中补录 ${late}`,
    waits > 0 && `另有 ${waits} 条待确认`,
  ]
  return text(`${itemName(item)}：${numbers.filter(Boolean).join('，')}（按${group.measure}计）。`)
}

function row({ id, unit, name }: PickedBranch, { group, item }: PickedItem): string[] {
  const cells = cellsOf(group, item, id)
  const numbers =
    cells.length === 0 ? ['不作要求', '—', '—'] : ([1, 0, 3] as const).map((side) => `${sumOf(cells, side)}`)
  return [unit, name, itemName(item), ...numbers]
}

/**
 * 情况通报 (DUTIES row 40): of the 事项 and branches somebody has picked, as the county's sheet has them. Facts alone: nobody is chosen by a result, no member is
 * named; what is thought of it, and what is asked, the hand writes, as it does 文号 and 印章.
 */
export const noticePaper = ({ facts, items, branches, to }: Noticed): TextPaper => ({
  isDraft: false,
  title: `关于${titleOf(facts.span)}组织生活开展情况的通报`,
  blocks: [
    text(`文号：${rule}`),
    text(`主送：${to === '' ? rule : to}`),
    heading('一、总体情况'),
    text(`以下各数截至${facts.asOf}。`),
    ...(facts.left.length > 0 ? [text(`录入还没有截止、不在表内：${facts.left.join('、')}。`)] : []),
    ...items.map(totalLine),
    heading('二、有关情况'),
    hand('有关情况', 6),
    {
      is: 'table',
      columns: [
        { title: '单位', width: 25 },
        { title: '支部', width: 26 },
        { title: '事项', width: 22 },
        { title: '应', width: 9 },
        { title: '已', width: 9 },
        { title: '待确认', width: 9 },
      ],
      rows: branches.flatMap((branch) => items.map((picked) => row(branch, picked))),
    },
    heading('三、要求'),
    hand('要求', 8),
    text(`${facts.organisation}（印章）：${rule}`),
    text(facts.asOf),
  ],
})
