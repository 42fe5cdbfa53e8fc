import { kindLabels } from '../activity/kindLabels'
import { activityKinds } from '../contract/lists'
import type { ActivityKind, Standing } from '../contract/words'
import type { Term } from '../org/organisation'
import { shortStandingLabels } from '../registry/labels'
import type { Day } from '../time/day'
import { formatDay, formatYearDay } from '../time/format'
import type { Period } from '../time/period'
import { periodName } from './fileName'
import { type KeptList, listTable } from './listPaper'
import type { PaperBlock, PaperField, SheetCell, SheetPaper } from './paper'

/** A meeting as the contents list it. */
export interface Listed {
  id: string
  kind: ActivityKind
  title: string
  day: Day
  isRecorded: boolean
}

export interface HandbookMember {
  name: string
  standing: Standing
  post: string
  group: string
  /** `3月1日起`, `至6月30日`: where that lies in the year. */
  remark: string
}

export interface Handbook {
  organisation: string
  year: Period
  /** Where the branch ended in the year: its last day. */
  until?: Day
  /** 届期, as it is written. */
  term?: string
  groups: readonly string[]
  /** 支委分工, in the order of the posts. */
  posts: readonly { label: string; name: string }[]
  /** In register order. */
  members: readonly HandbookMember[]
  meetings: readonly Listed[]
}

/** Pages of a year that close the book. */
export interface HandbookSheets {
  participation: SheetPaper
  dues: SheetPaper
  /** 谈心谈话: day and pair, never what was said. */
  talks: readonly { on: Day; pair: readonly [string, string] }[]
  /** 届 that began in the year. */
  terms: readonly Term[]
  /** What the branch keeps lists of, with the rows of the year. */
  lists: readonly KeptList[]
  /** Days on which the branch voted on 接收 and 转正, and on how many people: who they are stands in the record of the day. */
  admissions: readonly { on: Day; matters: number }[]
}

export const HANDBOOK = '党支部工作手册'

const byKind = (meetings: readonly Listed[]): Listed[] =>
  activityKinds.flatMap((kind) => meetings.filter((meeting) => meeting.kind === kind))

/** In the order of the book: by kind, each kind by day. What is not in the book yet has no pages: it is listed last. */
export const inBookOrder = (meetings: readonly Listed[]): Listed[] => {
  const inTime = [...meetings].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const open = inTime.filter(({ isRecorded }) => !isRecorded)
  return [...byKind(inTime.filter(({ isRecorded }) => isRecorded)), ...byKind(open)]
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
const chapters = [
  '基本情况',
  '党员名册',
  '年度计划',
  '会议记录',
  '党员参加组织生活情况',
  '党费登记',
  '换届和发展党员',
  '谈心谈话',
  '支部台账',
  '年度总结和移交',
] as const
type Chapter = (typeof chapters)[number]

const chapterTitle = (chapter: Chapter): string => `${ordinals[chapters.indexOf(chapter)] ?? ''}、${chapter}`
const headed = (text: string): PaperBlock => ({ is: 'heading', text, onNewPage: true })
const chapter = (name: Chapter): PaperBlock => headed(chapterTitle(name))
const field = (label: string, ...lines: string[]): PaperField => ({ label, lines })
/** What is known, and rows for the hand below it. */
const hand = (label: string, blank: number, lines: readonly string[] = []): PaperBlock => ({
  is: 'fields',
  fields: [{ label, lines, blank }],
})

const termLine = ({ from, to }: Term): string =>
  `${formatDay(from)}换届，届期${formatYearDay(from)}至${formatYearDay(to)}`
const admissionLine = ({ on, matters }: HandbookSheets['admissions'][number]): string =>
  `${formatDay(on)}接收、转正表决 ${matters} 项，见当日会议记录`

const contents = ({ meetings }: Handbook): PaperBlock[] => [
  headed('目录'),
  ...chapters.map((name): PaperBlock => ({ is: 'text', text: chapterTitle(name) })),
  { is: 'heading', text: `会议记录目录（${meetings.length} 场）` },
  {
    is: 'table',
    columns: [
      { title: '序号', width: 9 },
      { title: '日期', width: 16 },
      { title: '会议名称', width: 40 },
      { title: '种类', width: 21 },
      { title: '记录', width: 14 },
    ],
    rows: inBookOrder(meetings).map(({ day, title, kind, isRecorded }, index) => [
      `${index + 1}`,
      formatDay(day),
      title,
      kindLabels[kind],
      isRecorded ? '已成册' : '未成册',
    ]),
  },
]

const basics = ({ organisation, term, groups, posts, members }: Handbook): PaperBlock[] => {
  const full = members.filter(({ standing }) => standing === 'full').length
  return [
    chapter('基本情况'),
    {
      is: 'fields',
      fields: [
        field('党组织', organisation),
        field('党员', `${members.length} 人（正式 ${full}，预备 ${members.length - full}）`),
        { label: '党小组', lines: groups },
        { label: '届期', lines: term === undefined ? [] : [term] },
        { label: '支委分工', lines: posts.map(({ label, name }) => `${label}：${name}`) },
      ],
    },
  ]
}

const roster = ({ members }: Handbook): PaperBlock[] => [
  chapter('党员名册'),
  {
    is: 'table',
    columns: [
      { title: '序号', width: 10 },
      { title: '姓名', width: 20 },
      { title: '类别', width: 10 },
      { title: '职务', width: 18 },
      { title: '党小组', width: 24 },
      { title: '转入转出', width: 18 },
    ],
    rows: members.map(({ name, standing, post, group, remark }, index) => [
      `${index + 1}`,
      name,
      shortStandingLabels[standing],
      post,
      group,
      remark,
    ]),
  },
]

/** What stands before the records: cover, contents, 基本情况, register, and rows for the year's plan. */
export const handbookFront = (handbook: Handbook): PaperBlock[] => {
  const { organisation, year, until } = handbook
  const cover = [organisation, periodName(year), ...(until === undefined ? [] : [`至${formatDay(until)}`])]
  return [
    { is: 'cover', title: HANDBOOK, lines: cover },
    ...contents(handbook),
    ...basics(handbook),
    ...roster(handbook),
    chapter('年度计划'),
    hand('年度计划', 18),
  ]
}

/** Over a meeting's record, on a page of its own. The first of all opens the chapter, the first of a kind says which kind it is. */
export function recordHead({ kind, title }: Listed, before: Listed | undefined): PaperBlock[] {
  if (before?.kind === kind) return [headed(title)]
  const ofKind = kindLabels[kind]
  const opening: PaperBlock[] =
    before === undefined ? [chapter('会议记录'), { is: 'heading', text: ofKind }] : [headed(ofKind)]
  return [...opening, { is: 'heading', text: title }]
}

/** A tick stands over its day: side by side there is no room for twelve months. */
const cellText = (cell: SheetCell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'object' ? `${cell.value}` : `${cell}`.replace('✓ ', '✓\n')
}

/** The first sheet of a paper for Excel as a table of the book: what the titles name, narrow and in small letters. */
function tableOf({ sheets: [sheet] }: SheetPaper, isKept: (title: string) => boolean): PaperBlock {
  const kept = (sheet?.columns ?? []).flatMap(({ title }, index) => (isKept(title) ? [{ title, index }] : []))
  return {
    is: 'table',
    isSmall: true,
    columns: kept.map(({ title }) => ({ title, width: title === '姓名' ? 20 : 9 })),
    rows: (sheet?.rows ?? []).map((row) => kept.map(({ index }) => cellText(row[index]))),
  }
}

const isMonth = (title: string): boolean => /^\d+月$/.test(title)
const ofPeople = ['序号', '姓名']

const talksOf = (talks: HandbookSheets['talks']): PaperBlock =>
  talks.length === 0
    ? hand('谈心谈话', 8)
    : {
        is: 'table',
        columns: [
          { title: '序号', width: 12 },
          { title: '日期', width: 28 },
          { title: '谈话双方', width: 60 },
        ],
        rows: talks.map(({ on, pair }, index) => [`${index + 1}`, formatDay(on), pair.join('、')]),
      }

const listsOf = (lists: readonly KeptList[]): PaperBlock[] => {
  const kept = lists.filter(({ lines }) => lines.length > 0)
  return kept.length === 0
    ? [hand('支部台账', 8)]
    : kept.flatMap((list) => [{ is: 'heading', text: list.template.name } as const, listTable(list)])
}

/** What stands behind the records: both forms of the year, 换届 and 发展 by their days, 谈心谈话, the kept lists, and rows for the year's end. */
export const handbookBack = ({
  participation,
  dues,
  talks,
  terms,
  admissions,
  lists,
}: HandbookSheets): PaperBlock[] => [
  chapter('党员参加组织生活情况'),
  { is: 'text', text: '到会/应到，未列入应到的月份空着。' },
  tableOf(participation, (title) => [...ofPeople, '到会合计', '应到合计'].includes(title) || isMonth(title)),
  chapter('党费登记'),
  { is: 'text', text: '✓ 和登记日期，只记交没交。' },
  tableOf(dues, (title) => ofPeople.includes(title) || isMonth(title)),
  chapter('换届和发展党员'),
  hand('换届情况', 6, terms.map(termLine)),
  hand('发展党员情况', 6, admissions.map(admissionLine)),
  chapter('谈心谈话'),
  talksOf(talks),
  chapter('支部台账'),
  ...listsOf(lists),
  chapter('年度总结和移交'),
  hand('年度总结', 14),
  { is: 'signatures', who: ['移交人', '接收人'] },
]
