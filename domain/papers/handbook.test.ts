import { periodByKey } from '../time/period'
import { type Handbook, handbookBack, handbookFront, inBookOrder, type Listed, recordHead } from './handbook'
import type { PaperBlock, SheetPaper } from './paper'

const meeting = (id: string, overrides: Partial<Listed> = {}): Listed => ({
  ...{ id, kind: 'study', title: `${id}学习`, day: '2026-03-01', isRecorded: true },
  ...overrides,
})
const day = meeting('day', { kind: 'theme_party_day', day: '2026-04-01' })
const early = meeting('early', { day: '2026-01-01' })
const open = meeting('open', { kind: 'theme_party_day', day: '2026-01-01', isRecorded: false })
const meetings = [meeting('late'), open, day, early]

const handbook: Handbook = {
  ...{ organisation: '县农业农村局党支部', year: periodByKey('2026'), groups: ['第一党小组'], posts: [] },
  members: [
    { name: '李建国', standing: 'full', post: '党支部书记', group: '第一党小组', remark: '' },
    { name: '周敏', standing: 'probationary', post: '', group: '', remark: '3月1日起' },
  ],
  meetings,
}
const tablesOf = (blocks: readonly PaperBlock[]) =>
  blocks.flatMap((block) => (block.is === 'table' ? [block] : []))
const headingsOf = (blocks: readonly PaperBlock[]) =>
  blocks.flatMap((block) => (block.is === 'heading' ? [block.text] : []))

test('the book goes by kind, each kind by day; what is not in the book yet stands last', () => {
  expect(inBookOrder(meetings).map(({ id }) => id)).toEqual(['day', 'early', 'late', 'open'])
  const [contents] = tablesOf(handbookFront(handbook))
  expect(contents?.rows.map(([n, on, title, , state]) => [n, on, title, state])).toEqual([
    ['1', '4月1日', 'day学习', '已成册'],
    ['2', '1月1日', 'early学习', '已成册'],
    ['3', '3月1日', 'late学习', '已成册'],
    ['4', '1月1日', 'open学习', '未成册'],
  ])
})

test('a branch that ended says on its cover until when; one that goes on does not', () => {
  const cover = (overrides: Partial<Handbook>) => handbookFront({ ...handbook, ...overrides })[0]
  expect(cover({})).toMatchObject({ lines: ['县农业农村局党支部', '2026年'] })
  expect(cover({ until: '2026-06-30' })).toMatchObject({
    lines: ['县农业农村局党支部', '2026年', '至6月30日'],
  })
})

test('the first record opens the chapter, the first of a kind its kind, every one a page', () => {
  expect(headingsOf(recordHead(day, undefined))).toEqual(['四、会议记录', '主题党日', 'day学习'])
  expect(headingsOf(recordHead(early, day))).toEqual(['集中学习', 'early学习'])
  const third = recordHead(meeting('late'), early)
  expect(third).toEqual([{ is: 'heading', text: 'late学习', onNewPage: true }])
})

test('of the forms of the year names and months are kept, a tick over its day', () => {
  const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`)
  const sheet = (titles: string[], row: (string | number)[]): SheetPaper => ({
    sheets: [
      {
        name: '表',
        title: '表',
        note: '',
        columns: titles.map((title) => ({ title, width: 5 })),
        rows: [row],
      },
    ],
  })
  const blocks = handbookBack({
    participation: sheet(
      ['序号', '姓名', '类别', ...months, '党课', '到会合计', '应到合计'],
      [1, '李建国', '正式', ...months.map(() => '1/2'), 3, 12, 24],
    ),
    dues: sheet(
      ['序号', '姓名', ...months, '金额'],
      [1, '李建国', '✓ 01-05', ...months.slice(1).map(() => ''), ''],
    ),
    talks: [{ on: '2026-06-01', pair: ['李建国', '周敏'] }],
    terms: [{ from: '2026-03-05', to: '2029-03-04' }],
    admissions: [{ on: '2026-06-12', matters: 2 }],
    lists: [],
  })
  expect(blocks).toContainEqual({
    is: 'fields',
    fields: [{ label: '换届情况', lines: ['3月5日换届，届期2026年3月5日至2029年3月4日'], blank: 6 }],
  })
  expect(blocks).toContainEqual({
    is: 'fields',
    fields: [{ label: '发展党员情况', lines: ['6月12日接收、转正表决 2 项，见当日会议记录'], blank: 6 }],
  })
  // Of lists that nobody has entered anything in: rows for the hand.
  expect(blocks).toContainEqual({ is: 'fields', fields: [{ label: '支部台账', lines: [], blank: 8 }] })
  const [took, dues, talks] = tablesOf(blocks)
  expect(took?.rows[0]).toEqual(['1', '李建国', ...months.map(() => '1/2'), '12', '24'])
  expect(dues?.rows[0]?.slice(0, 4)).toEqual(['1', '李建国', '✓\n01-05', ''])
  expect(dues?.columns).toHaveLength(14)
  expect(talks?.rows).toEqual([['1', '6月1日', '李建国、周敏']])
})
