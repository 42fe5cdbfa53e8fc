import JSZip from 'jszip'
import mammoth from 'mammoth'
import { readSheet } from 'read-excel-file/node'
import type { LongPaper } from '@domain/contract/paper'
import { aFact, anActivity } from '@domain/testing/builders'
import { askPart, longPaper } from './longPaper'
import { MOMENT, openIdOf } from './people'
import { checkIn, openMeeting, secretary, World } from './world'

/** Year's papers, put together as a phone does and opened by mammoth, JSZip and read-excel-file, which made none of them. */
let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

type Rows = Record<string, unknown>[]
const branchId = 'branch1'
const asked = (paper: LongPaper, periodKey = '2026') => ({ branchId, periodKey, paper })
const make = async (paper: LongPaper, periodKey?: string) => {
  const made = await longPaper(askPart(world, secretary), asked(paper, periodKey))
  if (!made) throw new Error('it was refused')
  return made
}
/** The year's book, as several tests open it. */
let handbook: Awaited<ReturnType<typeof make>>
const htmlOf = async (file: Buffer) => (await mammoth.convertToHtml({ buffer: file })).value
const bare = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
/** Rows of the table behind a heading, cell by cell. */
const tableAfter = (html: string, heading: string): string[][] => {
  const table = /<table>([^]*?)<\/table>/.exec(html.slice(html.lastIndexOf(heading)))?.[1] ?? ''
  return table
    .split('</tr>')
    .filter((row) => row.includes('<td>') || row.includes('<th>'))
    .map((row) =>
      [...row.matchAll(/<t[dh][^>]*>([^]*?)<\/t[dh]>/g)].map(([, cell = '']) => bare(cell).trim()),
    )
}

const hour = 3_600_000
const held = (id: string, day: string, title: string, more: object = {}) => {
  const startsAt = Date.parse(`${day}T15:00:00+08:00`)
  return anActivity({
    ...{ _id: id, branchId, hostId: branchId, kind: 'study', title, state: 'recorded', carries: [] },
    ...{ startsAt, endsAt: startsAt + hour, expected: [{ memberId: 'm4', standing: 'full' as const }] },
    ...more,
  })
}

beforeAll(() => {
  const many = Array.from({ length: 23 }, (_, i) =>
    held(`study${i}`, `2026-0${(i % 8) + 1}-${10 + (i % 18)}`, `第${i + 1}次学习`),
  )
  const others = [
    held('day', '2026-03-05', '三月主题党日', { kind: 'theme_party_day' }),
    held('open', '2026-04-01', '没有成册的会', { state: 'closed' }),
    held('early', '2025-12-31', '去年最后一天'),
    held('later', '2027-01-05', '一月组织生活会', { kind: 'org_life_meeting', forYear: 2026 }),
    held('foreign', '2026-03-06', '外支部的会', { branchId: 'branch2', hostId: 'branch2' }),
  ]
  world.emulator.database.insertMany('activities', [...many, ...others] as unknown as Rows)
  const talk = aFact({
    ...{ _id: 'talk1', kind: 'talk', memberId: 'm1', branchId, hostId: branchId },
    ...{ occurredAt: Date.parse('2026-06-01T10:00:00+08:00'), occurredOn: '2026-06-01' },
    detail: { withMemberId: 'm4' },
  })
  world.emulator.database.insertMany('facts', [talk] as unknown as Rows)
})

test('the book is one Word: its contents list every meeting of the ledger, those in the book with a record, the others last', async () => {
  handbook = await make('handbook', '2026-09')
  const { fileName, file, parts } = handbook
  expect(fileName).toBe('农业农村局党支部-2026年-党支部工作手册.docx')
  expect(parts.length).toBeGreaterThanOrEqual(3)
  const html = await htmlOf(file)
  const listed = tableAfter(html, '会议记录目录').slice(1)
  const { content } = await world.get(secretary, 'paper.ofBranch', {
    branchId,
    periodKey: '2026',
    paper: 'ledger',
  })
  const study = (await readSheet(Buffer.from(content, 'base64'), '集中学习')).slice(3)
  expect(
    listed
      .filter(([, , , kind]) => kind === '集中学习')
      .map(([, , title]) => title)
      .sort(),
  ).toEqual(study.map((row) => String(row[2])).sort())
  expect(listed.at(-1)?.slice(2)).toEqual(['没有成册的会', '集中学习', '未成册'])
  const recorded = listed.filter(([, , , , state]) => state === '已成册').map(([, , title = '']) => title)
  const text = bare(html)
  const records = [...text.matchAll(/会议名称 (\S+) 时间/g)].map(([, title = '']) => title)
  expect(records).toEqual(recorded)
  expect(recorded.length).toBe(25)
  expect(recorded).toContain('一月组织生活会')
  expect(text).not.toContain('去年最后一天')
  expect(text).not.toContain('外支部的会')
})

test('it has a cover, what the branch is, its register in order, both forms of the year, and who talked with whom', async () => {
  const html = await htmlOf(handbook.file)
  const chapters = [
    '一、基本情况',
    '二、党员名册',
    '四、会议记录',
    '六、党费登记',
    '九、支部台账',
    '十、年度总结和移交',
  ]
  const places = chapters.map((chapter) => html.lastIndexOf(chapter))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  const roster = await world.get(secretary, 'roster.list', { branchId })
  const names = roster.rows.map(({ name }) => name)
  expect(
    tableAfter(html, '二、党员名册')
      .slice(1)
      .map(([, name]) => name),
  ).toEqual(names)
  const took = tableAfter(html, '五、党员参加组织生活情况')
  expect(took[0]).toHaveLength(16)
  expect(took.slice(1, -1).map(([, name]) => name)).toEqual(names)
  expect(tableAfter(html, '六、党费登记')[0]).toHaveLength(14)
  const nameOf = (id: string) => roster.rows.find(({ memberId }) => memberId === id)?.name ?? ''
  expect(tableAfter(html, '八、谈心谈话').slice(1)).toEqual([
    ['1', '6月1日', `${nameOf('m1')}、${nameOf('m4')}`],
  ])
})

test('it opens as any other paper: one document in the styles of the house, dated when it was begun', async () => {
  const { file } = handbook
  const zip = await JSZip.loadAsync(file, { checkCRC32: true })
  const document = (await zip.file('word/document.xml')?.async('string')) ?? ''
  expect(document.match(/<w:body>/g)).toHaveLength(1)
  expect(document.match(/<w:sectPr/g)).toHaveLength(1)
  expect(document).not.toContain('w:numPr')
  const styles = (await zip.file('word/styles.xml')?.async('string')) ?? ''
  const used = new Set([...document.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, name = '']) => name))
  expect([...used].filter((name) => !styles.includes(`w:styleId="${name}"`))).toEqual([])
  expect(await zip.file('docProps/core.xml')?.async('string')).toContain('2026-09-22')
})

test('a year’s .zip has two papers a meeting in the book, its list and the ledger, however many', async () => {
  const { file, parts, fileName } = await make('bundle')
  expect(fileName).toBe('农业农村局党支部-2026年-文件包.zip')
  const { files } = await JSZip.loadAsync(file, { checkCRC32: true })
  const list = await readSheet(await files['00-目录.xlsx']!.async('nodebuffer'), '目录')
  const names = list.slice(3).map(([, name]) => String(name))
  expect(Object.keys(files)).toEqual(['00-目录.xlsx', ...names])
  expect(names).toHaveLength(2 * 25 + 1)
  const minutes = bare(await htmlOf(await files[names[0] ?? '']!.async('nodebuffer')))
  expect(minutes).toContain('会议名称')
  const counted = parts.map(({ pieces, unwritten }) => [pieces, unwritten])
  expect(counted).toEqual(parts.map(() => [25, 1]))
  const written = parts.map(({ soFar }) => soFar.written)
  expect(written).toEqual([...written].sort((a, b) => a - b))
  expect([written[0], written.at(-1)]).toEqual([0, 25])
})

const part = (by: string, data: object): Promise<string> =>
  world.reason(by, 'paper.part', { ...asked('handbook'), ...data })

test('a year to come, or somebody outside, is refused; a part asked for again is the same', async () => {
  const { soFar } = await world.get(secretary, 'paper.part', asked('handbook'))
  expect(await part(secretary, { periodKey: '2027' })).toBe('invalid_request')
  expect(await part(secretary, { soFar: { ...soFar, entries: 70_000 } })).toBe('invalid_request')
  expect(await part(openIdOf('m4'), {})).toBe('forbidden')
  expect(await part(openIdOf('n1'), { soFar })).toBe('forbidden')
  const back = { ...asked('handbook'), soFar: { ...soFar, written: 25 } }
  const again = () => world.get(secretary, 'paper.part', back)
  expect(await again()).toEqual(await again())
})

test('nothing of it is stored: no row but the turns of the day', async () => {
  const before = world.documents()
  const turns = () => world.emulator.database.count('attempts', { kind: 'part' })
  const had = turns()
  const { parts } = await make('bundle')
  expect(turns() - had).toBe(parts.length)
  expect(world.documents() - before).toBe(parts.length)
})

test('when a meeting comes into the book meanwhile, the parts before fit no more: all is made anew', async () => {
  const { soFar } = await world.get(secretary, 'paper.part', asked('handbook'))
  const { activityId, code } = await openMeeting(world, secretary, {
    carries: [],
    kind: 'study',
    title: '新的一场',
  })
  await checkIn(world, 'm4', code())
  expect(await part(secretary, { soFar })).toMatch(/^ok/)
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
  expect(await part(secretary, { soFar })).toBe('book_changed')
})

test('a branch without a meeting has a book too: two parts, and a list without a line', async () => {
  const request = { branchId: 'branch1', periodKey: '2025-06', paper: 'bundle' as const }
  const made = await longPaper(askPart(world, secretary), request)
  expect(made?.parts).toHaveLength(2)
  const { files } = await JSZip.loadAsync(made?.file ?? Buffer.alloc(0))
  expect(Object.keys(files)).toEqual(['00-目录.xlsx', '农业农村局党支部-2025-06-三会一课台账.xlsx'])
})
