import type { CommunityKind } from '../contract/words'
import { communityKindLabels } from '../org/communityKindLabels'
import type { Day } from '../time/day'
import type { PaperColumn, SheetPaper, TextPaper } from './paper'

export const REGISTER_TITLE = '党员社区报到登记表'

export interface RegisterRow {
  name: string
  unit: string
  branch: string
  kind: CommunityKind
  /** Absent where the branch's register said it. */
  askedOn?: Day
  from: Day
}

interface Asked {
  community: string
  today: Day
  rows: readonly RegisterRow[]
}

const columns: readonly PaperColumn[] = [
  { title: '序号', width: 6 },
  { title: '姓名', width: 12 },
  { title: '单位', width: 24 },
  { title: '支部', width: 28 },
  { title: '类别', width: 12 },
  { title: '服务意向', width: 16 },
  { title: '报到日期', width: 13 },
  { title: '接收日期', width: 13 },
]

/** 服务意向 is the hand's: it is asked of nobody. */
const cellsOf = ({ name, unit, branch, kind, askedOn = '', from }: RegisterRow) =>
  [name, unit, branch, communityKindLabels[kind], '', askedOn, from] as const

const note = ({ community, today, rows }: Asked) => `${community}　${today}　共 ${rows.length} 人`
const SIGNERS = ['填表人', '负责人']

/** 报到登记表 of a community (P13) as Excel: one row a registration that holds. */
export const communityRegister = (asked: Asked): SheetPaper => ({
  sheets: [
    {
      name: '报到登记表',
      title: REGISTER_TITLE,
      note: note(asked),
      columns,
      rows: asked.rows.map((row, index) => [index + 1, ...cellsOf(row)]),
      foot: SIGNERS,
    },
  ],
})

/** The same as Word. */
export const communityRegisterText = (asked: Asked): TextPaper => ({
  isDraft: false,
  title: REGISTER_TITLE,
  blocks: [
    { is: 'text', text: note(asked) },
    {
      ...{ is: 'table', isSmall: true, columns },
      rows: asked.rows.map((row, index) => [String(index + 1), ...cellsOf(row)]),
    },
    { is: 'signatures', who: SIGNERS },
  ],
})
