import type { Day } from '../time/day'
import type { PaperSheet, SheetCell, SheetPaper } from './paper'

export const PATROL = '巡察资料包'

/** In the order in which they are read; each is a folder of the .zip. */
export const patrolChapters = [
  '1-组织',
  '2-名册',
  '3-会议记录',
  '4-登记和台账',
  '5-开展情况',
  '6-清单台账',
] as const
export type PatrolChapter = (typeof patrolChapters)[number]

/** A file of the .zip but its list: `path` within the folder of its chapter. */
export interface PatrolFile {
  chapter: PatrolChapter
  path: string
  /** Of a meeting its day; of a year its last one, or today. */
  day: Day
  /** Taken back and put into the book again, or made of sums alone. */
  remark: string
}

export interface PatrolList {
  organisation: string
  /** 2024年至2026年 */
  when: string
  /** Each with its SHA-256 (hex). */
  files: readonly (PatrolFile & { digest: string })[]
  /** Held, and not in the book: they have no paper. */
  unwritten: readonly { title: string; kind: string; day: Day; remark: string }[]
}

/** What the system does not hold and 巡察 asks for all the same: a line each, and room for where it lies. */
const onPaper = [
  '整改清单、整改台账（没有录入的）',
  '党课讲稿',
  '请示、批复',
  '年度计划、总结',
  '党费收缴存根',
  '会议记录、到会登记表的签字原件',
  '年度综合考核依据（工委另出）',
] as const

const listSheet = ({ files }: PatrolList, note: string): PaperSheet => ({
  name: '目录',
  title: `${PATROL}目录`,
  note,
  columns: [
    { title: '序号', width: 7 },
    { title: '类别', width: 15 },
    { title: '文件', width: 66 },
    { title: '日期', width: 13 },
    { title: 'SHA-256', width: 68 },
    { title: '备注', width: 34 },
  ],
  rows: patrolChapters
    .flatMap((chapter) => files.filter((file) => file.chapter === chapter))
    .map(({ chapter, path, day, digest, remark }, index): SheetCell[] => [
      ...[index + 1, chapter, `${chapter}/${path}`],
      ...[day, digest, remark],
    ]),
})

const unwrittenSheet = ({ unwritten }: PatrolList, note: string): PaperSheet => ({
  name: '未装入',
  title: '开过、还没有成册的会',
  note,
  columns: [
    { title: '序号', width: 7 },
    { title: '日期', width: 14 },
    { title: '会议名称', width: 44 },
    { title: '种类', width: 18 },
    { title: '备注', width: 34 },
  ],
  rows: unwritten.map(({ title, kind, day, remark }, index) => [index + 1, day, title, kind, remark]),
})

const onPaperSheet = (note: string): PaperSheet => ({
  name: '纸质另存',
  title: '7-纸质材料',
  note,
  columns: [
    { title: '序号', width: 7 },
    { title: '材料', width: 40 },
    { title: '纸质另存', width: 30 },
    { title: '份数', width: 10 },
    { title: '备注', width: 30 },
  ],
  rows: onPaper.map((name, index) => [index + 1, name, '', '', '']),
  foot: ['整理人', '核对人'],
})

/** 目录 of a 巡察资料包: a row a file, chapter by chapter; what could not be packed; and what lies on paper. */
export function patrolList(list: PatrolList): SheetPaper {
  const note = `${list.organisation}　${list.when}　共 ${list.files.length} 份文件`
  return { sheets: [listSheet(list, note), unwrittenSheet(list, note), onPaperSheet(note)] }
}
