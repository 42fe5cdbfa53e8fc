import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { MOMENT, openIdOf } from './people'
import { askPart, longPaper } from './longPaper'
import { textInFile } from './textInFile'
import { type aForm, checkIn, openMeeting, secretary, World } from './world'

/** 台账 are opened by read-excel-file, which wrote none of them; the formulas are read from the file's own parts. */
let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

const hold = async (overrides: Parameters<typeof aForm>[0]) => {
  const meeting = await openMeeting(world, secretary, { carries: [], ...overrides })
  await checkIn(world, 'm4', meeting.code())
  await world.get(secretary, 'activity.setState', { activityId: meeting.activityId, to: 'closed' })
  return meeting.activityId
}
const make = async (periodKey: string) => {
  const request = { branchId: 'branch1', periodKey, paper: 'ledger' }
  const { fileName, content } = await world.get(secretary, 'paper.ofBranch', request)
  return { fileName, file: Buffer.from(content, 'base64') }
}

test('the ledger counts a branch’s meetings as its page does, by formulas with their values', async () => {
  await hold({ kind: 'theme_party_day', title: '九月主题党日', carries: ['study'] })
  await hold({ kind: 'general_meeting', title: '九月大会' })
  await hold({ kind: 'group_meeting', hostId: 'group1', title: '一组会', expectedIds: ['m1', 'm4'] })
  const { fileName, file } = await make('2026-Q3')
  expect(fileName).toBe('农业农村局党支部-2026年第三季度-三会一课台账.xlsx')
  const [title, , heading, ...lines] = await readSheet(file, '汇总')
  expect(title?.[0]).toBe('三会一课台账')
  expect(heading).toEqual(['事项', '应开展', '已开展', '其中补录'])
  const page = await world.get(secretary, 'progress.branch', { branchId: 'branch1', periodKey: '2026-Q3' })
  for (const { line } of page.duties.filter(({ line: { doneBy } }) => doneBy === 'holding'))
    expect(lines.find(([label]) => label === line.label)?.slice(1, 3)).toEqual([
      line.needed ?? '定期',
      line.done,
    ])
  const rows = (await readSheet(file, '集中学习')).slice(3)
  expect(rows.map((row) => row.slice(2, 3).concat(row.slice(12, 14)))).toEqual([
    ['九月主题党日', '是', '随主题党日'],
  ])
  expect((await readSheet(file, '党小组会')).slice(3).map((row) => row[12])).toEqual(['是'])
})

test('the value of every formula is what counting its sheet comes to', async () => {
  const { file } = await make('2026')
  const parts = unzipSync(file)
  const summary = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  const cells = [...summary.matchAll(/<f>COUNTIF\('([^']+)'![^<]*<\/f><v>(\d+)<\/v>/g)]
  expect(cells.length).toBeGreaterThan(3)
  for (const [, name, value] of cells) {
    const rows = (await readSheet(file, name ?? '')).slice(3)
    expect(rows.filter((row) => row[12] === '是')).toHaveLength(Number(value))
  }
})

test('a cancelled meeting and a draft stand in no ledger, a period that has not begun has none, and nobody outside gets one', async () => {
  const activityId = await hold({ kind: 'seminar', title: '要取消的', topic: '研讨' })
  await world.get(secretary, 'activity.setState', { activityId, to: 'cancelled', reason: 'other' })
  const { file } = await make('2026-09')
  expect(strFromU8(unzipSync(file)['xl/sharedStrings.xml'] ?? new Uint8Array())).not.toContain('要取消的')
  const ask = (by: string, periodKey: string) =>
    world.reason(by, 'paper.ofBranch', { branchId: 'branch1', periodKey, paper: 'ledger' })
  expect(await ask(secretary, '2027')).toBe('invalid_request')
  expect(await ask(openIdOf('m4'), '2026-09')).toBe('forbidden')
  expect(await ask(openIdOf('n1'), '2026-09')).toBe('forbidden')
})

test('no paper holds digits of a phone, an OPENID, an alias or a key', async () => {
  const activityId = await hold({ kind: 'study', title: '学习' })
  const minutes = await world.get(secretary, 'paper.ofMeeting', { activityId, paper: 'sheet' })
  const files = [(await make('2026')).file, Buffer.from(minutes.content, 'base64')]
  const text = files.map(textInFile).join()
  expect(text).not.toMatch(/openid-|alias-|\b10(0\d|1[0-2])\b/)
  expect(text).not.toContain('04'.repeat(8))
})

test('a month is packed with a paper and a sheet for each meeting in the book, the ledger, and a list of them all', async () => {
  const activityId = await hold({ kind: 'lecture', title: '成册的党课', topic: '守初心', lecturerId: 'm4' })
  const { unsettled } = await world.get(secretary, 'activity.record', { activityId })
  const memberIds = unsettled.map(({ memberId }) => memberId)
  await world.get(secretary, 'activity.settleMany', { activityId, memberIds, reason: 'unstated' })
  await world.get(secretary, 'activity.confirmRecord', { activityId, beforeEnd: true })
  const request = { branchId: 'branch1', periodKey: '2026-09', paper: 'bundle' as const }
  const made = await longPaper(askPart(world, secretary), request)
  expect(made?.fileName).toBe('农业农村局党支部-2026-09-文件包.zip')
  const files = unzipSync(made?.file ?? Buffer.alloc(0))
  const names = [
    '农业农村局党支部-2026-09-22-党课-会议记录.docx',
    '农业农村局党支部-2026-09-22-党课-到会登记表.docx',
    '农业农村局党支部-2026-09-三会一课台账.xlsx',
  ]
  expect(Object.keys(files).sort()).toEqual(['00-目录.xlsx', ...names].sort())
  const list = await readSheet(Buffer.from(files['00-目录.xlsx'] ?? []), '目录')
  expect(list.slice(3).map(([, name]) => name)).toEqual(names)
  for (const name of names) expect(files[name]?.length).toBeGreaterThan(1000)
})
