import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { textInFile } from './textInFile'
import { type aForm, checkIn, newNonce, openMeeting, secretary, World } from './world'

/** Forms of twelve months, opened by read-excel-file, which wrote none of them. m1 is the secretary. */
let world: World
/** m9 came from outside the county. */
const cameInMay = (member: (typeof members)[number]) =>
  member._id === 'm9' ? { ...member, memberships: [{ branchId: 'branch1', from: '2026-05-12' }] } : member
beforeAll(async () => {
  world = await World.start({ people: { organisations, members: members.map(cameInMay), identities } })
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

const hold = async (overrides: Parameters<typeof aForm>[0], came: string[]) => {
  const { activityId, code } = await openMeeting(world, secretary, { carries: [], ...overrides })
  for (const memberId of came) await checkIn(world, memberId, code())
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
  return activityId
}
const make = async (paper: 'participation' | 'dues' | 'ledger', periodKey = '2026-09') => {
  const request = { branchId: 'branch1', periodKey, paper }
  const { fileName, content } = await world.get(secretary, 'paper.ofBranch', request)
  return { fileName, file: Buffer.from(content, 'base64') }
}
/** The lines of a sheet by the names that stand in them, and its headings. */
const read = async (file: Buffer, sheet: string) => {
  const [, , heading = [], ...rows] = await readSheet(file, sheet)
  const column = (title: string) => heading.indexOf(title)
  const rowOf = (name: string) => rows.find((row) => row[1] === name) ?? []
  return { heading, rows, at: (name: string, title: string) => rowOf(name)[column(title)] }
}
const nameOf = (memberId: string) => {
  const [member] = world.emulator.database.find('members', { _id: memberId })
  return String(member?.name)
}

test('who took part is told by months and kinds, and adds up to the meetings of the ledger', async () => {
  const study = await hold({ kind: 'study', title: '学习' }, ['m4', 'm5'])
  await hold(
    { kind: 'theme_party_day', title: '主题党日', carries: ['lecture'], topic: '题', lecturerId: 'm4' },
    ['m4'],
  )
  await world.get(secretary, 'activity.settle', { activityId: study, memberId: 'm6', reason: 'in_village' })
  const { fileName, file } = await make('participation')
  expect(fileName).toBe('农业农村局党支部-2026年-党员参加组织生活情况表.xlsx')
  const sheet = await read(file, '情况表')
  expect(sheet.at(nameOf('m4'), '9月')).toBe('2/2')
  expect(sheet.at(nameOf('m5'), '9月')).toBe('1/2')
  expect(sheet.at(nameOf('m4'), '8月')).toBeNull()
  expect(['主题党日', '党课', '集中学习'].map((kind) => sheet.at(nameOf('m4'), kind))).toEqual([1, 1, 1])
  expect(['到会合计', '应到合计'].map((title) => sheet.at(nameOf('m5'), title))).toEqual([1, 2])
  const detail = await read(file, '会议明细')
  const marks = detail.rows.map((row) => row[detail.heading.indexOf(nameOf('m6'))])
  expect(marks).toContain('驻村')
  expect(marks).toContain('暂无记录')
  const ledger = (await make('ledger', '2026')).file
  const own = [...(await read(ledger, '主题党日')).rows, ...(await read(ledger, '集中学习')).rows]
  const sum = (place: number) => own.reduce((all, row) => all + Number(row[place]), 0)
  expect(sheet.at('合计', '9月')).toBe(`${sum(8)}/${sum(7)}`)
  expect(sheet.at('合计', '到会合计')).toBe(sum(8))
  expect(sheet.at('合计', '应到合计')).toBe(sum(7))
})

test('a meeting of another branch stands in a column of its own and in no sum', async () => {
  const before = await read((await make('participation')).file, '情况表')
  const { code, activityId } = await openMeeting(world, openIdOf('n1'), {
    ...{ kind: 'study', title: '别处的学习', carries: [], hostId: 'branch2', expectedIds: ['n1'] },
    ...{ chairId: 'n1', recorderId: 'n1' },
  })
  await checkIn(world, 'm4', code())
  await world.get(openIdOf('n1'), 'activity.setState', { activityId, to: 'closed' })
  const { at } = await read((await make('participation')).file, '情况表')
  expect(at(nameOf('m4'), '在外参加')).toBe(1)
  expect(at(nameOf('m4'), '到会合计')).toBe(before.at(nameOf('m4'), '到会合计'))
  expect(at(nameOf('m5'), '在外参加')).toBe(0)
})

test('the register of the dues has a tick where the page of the month has one, and no amount', async () => {
  const tick = (memberIds: string[], ticked: boolean) =>
    world.get(secretary, 'deed.tick', {
      ...{ branchId: 'branch1', month: '2026-09', memberIds, ticked, nonce: newNonce() },
    })
  await tick(['m4', 'm5'], true)
  await tick(['m5'], false)
  await tick(['m1'], true)
  const { fileName, file } = await make('dues')
  expect(fileName).toBe('农业农村局党支部-2026年-党费登记表.xlsx')
  const { rows, at, heading } = await read(file, '党费登记表')
  const page = await world.get(openIdOf('m2'), 'deed.ticks', { branchId: 'branch1', month: '2026-09' })
  for (const { name, ticked } of page.rows)
    expect([name, at(name, '9月')]).toEqual([name, ticked ? '✓ 09-22' : null])
  expect(rows.slice(0, -1).map((row) => row[1])).toEqual(page.rows.map(({ name }) => name))
  expect(at('已登记人数', '9月')).toBe(page.rows.filter(({ ticked }) => ticked).length)
  expect(heading.slice(-3)).toEqual(['标准', '金额', '收款人签字'])
  for (const row of rows) expect(row.slice(-3)).toEqual([null, null, null])
})

test('before somebody came to the branch the forms say nothing of them', async () => {
  const dues = await read((await make('dues')).file, '党费登记表')
  const months = (name: string) => ['4月', '5月', '10月'].map((month) => dues.at(name, month))
  expect(months(nameOf('m9'))).toEqual(['暂无记录', null, null])
  expect(months(nameOf('m8'))).toEqual([null, null, null])
  const { at } = await read((await make('participation')).file, '情况表')
  expect(at(nameOf('m9'), '备注')).toBe('5月12日起')
  expect(at(nameOf('m8'), '备注')).toBeNull()
})

test('every total of the forms is a formula that has its value with it, and no form holds an OPENID or an alias', async () => {
  for (const paper of ['participation', 'dues'] as const) {
    const { file } = await make(paper)
    const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const cells = [...sheet.matchAll(/<f>([^<]*)<\/f><v>(\d+)<\/v>/g)]
    expect(cells.length).toBeGreaterThan(10)
    expect(textInFile(file)).not.toMatch(/openid-|alias-/)
  }
})

test('the forms are made for who runs the branch, and for nobody else', async () => {
  for (const paper of ['participation', 'dues'])
    for (const by of [openIdOf('m4'), openIdOf('n1')])
      expect(
        await world.reason(by, 'paper.ofBranch', { branchId: 'branch1', periodKey: '2026-09', paper }),
      ).toBe('forbidden')
})

test('the next piece of a sheet is refused where the sheet has come out otherwise', async () => {
  const piece = { at: MOMENT, from: 0, digest: createHash('sha256').update('another').digest('base64') }
  const months = { periodKey: '2026' }
  expect(
    await world.reason(secretary, 'paper.ofSpan', {
      branchId: 'branch1',
      ...months,
      paper: 'members',
      piece,
    }),
  ).toBe('book_changed')
  expect(await world.reason('openid-county', 'paper.ofCounty', { ...months, paper: 'county', piece })).toBe(
    'book_changed',
  )
})
