import { extractRawText } from 'mammoth'
import readXlsxFile, { readSheet } from 'read-excel-file/node'
import type { Activity } from '@domain/activity/activity'
import { at } from '@domain/testing/at'
import { aBranch, aFact, anActivity } from '@domain/testing/builders'
import { dayOf } from '@domain/time/day'
import { periodsIn } from '@domain/time/period'
import { formulasIn } from './formulasIn'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { newNonce, secretary, World } from './world'

/** What the work committee alone makes: 情况通报 and 年度综合考核依据, of a branch under a unit, one founded in July, and one far behind nobody calls so. */
const county = 'openid-county'
const inspector = 'openid-inspector'
let world: World

const held = (branchId: string, on: string, over: object = {}) =>
  anActivity({
    ...{ _id: `${branchId}-${on}`, branchId, hostId: branchId, kind: 'theme_party_day', carries: [] },
    ...{ title: `${on}主题党日`, startsAt: at(`${on} 15:00`), nonce: `${branchId}-${on}`, state: 'recorded' },
    ...over,
  })
const activities = [
  ...['01-15', '02-12', '04-10', '05-20', '05-27', '07-10'].map((day) => held('branch1', `2026-${day}`)),
  held('founded', '2026-08-11'),
  held('branch2', '2026-03-11'),
]

beforeAll(async () => {
  world = await World.start({
    people: {
      organisations: [
        ...organisations.map((one) => ({
          ...one,
          ...(one._id === 'branch2' && { parentId: 'county' }),
          ...(one._id === 'unit1' && { headcount: 180 }),
        })),
        aBranch({
          ...{ _id: 'founded', name: '县新设党支部', parentId: 'unit1', order: 9 },
          ...{ validFrom: '2026-07-01', isFounded: true, termEndsOn: '2029-06-30' },
        }),
      ],
      members,
      identities: [
        ...identities,
        {
          ...identities.find(({ _id }) => _id === county),
          ...{ _id: inspector, requestId: 'request-inspector', name: '巡察组' },
          grants: [{ role: 'inspector', organisationId: 'county', from: '2026-01-01' }],
        },
      ],
      activities,
    },
  })
  await rollUp()
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

async function rollUp() {
  for (let runs = 0; runs < 10; runs += 1) {
    const { result } = await world.emulator.runTimer('rollup')
    if ((result as { state: string }).state === 'done') break
  }
}

type Row = (string | number | boolean | Date | null)[]
const open = ({ content }: { content: string }) => Buffer.from(content, 'base64')
const textOf = async (made: { content: string }) =>
  (await extractRawText({ buffer: open(made) })).value.split('\n').filter((line) => line !== '')
const months = { periodKey: '2026-01', until: '2026-08' }
const partyDay = { dutyId: 'theme_party_day', version: 1 }
const study = { dutyId: 'branch_study', version: 1 }
const ask = (data: object) => ({ ...months, items: [partyDay], branchIds: ['branch1'], ...data })

/** Months of the span in which the stored rows have a party day of the branch, of those since it is there. */
function countedByHand(branchId: string, since: string): [owed: number, done: number] {
  const rows = world.emulator.database.find('activities', { branchId }) as unknown as Activity[]
  const asked = periodsIn('month', { from: '2026-01-01', to: '2026-08-31' }).filter(
    ({ from }) => from >= since,
  )
  const done = asked.filter(({ from, to }) =>
    rows.some(
      ({ kind, startsAt }) => kind === 'theme_party_day' && dayOf(startsAt) >= from && dayOf(startsAt) <= to,
    ),
  )
  return [asked.length, done.length]
}

test('情况通报 tells of what was picked alone, in 组织序列, by the numbers of 全县直汇总, and leaves the rest to the hand', async () => {
  const made = await world.get(
    county,
    'paper.notice',
    ask({ items: [partyDay, study], branchIds: ['branch2', 'founded', 'branch1'], to: '各党支部' }),
  )
  expect(made.fileName).toBe('县直机关工委-2026年1月至8月-情况通报.docx')
  const lines = await textOf(made)
  expect(lines[0]).toBe('关于2026年1月至8月组织生活开展情况的通报')
  expect(lines).toEqual(expect.arrayContaining(['主送：各党支部', '以下各数截至2026年9月22日。']))
  for (const heading of ['一、总体情况', '二、有关情况', '三、要求']) expect(lines).toContain(heading)
  expect(lines.find((line) => line.startsWith('文号'))).toMatch(/^文号：＿+$/)
  expect(lines.find((line) => line.includes('印章'))).toMatch(/^县直机关工委（印章）：＿+$/)
  expect(lines[lines.length - 1]).toBe('2026年9月22日')
  const begins = lines.lastIndexOf('待确认') + 1
  const rows = Array.from({ length: 6 }, (_, row) => lines.slice(begins + 6 * row, begins + 6 * row + 6))
  const file = open(await world.get(county, 'paper.ofCounty', { ...months, paper: 'county' }))
  const [, , heading = [], ...sheet] = (await readSheet(file, '支部事项')) as Row[]
  const numbers = (name: string, item: string) => {
    const row = sheet.find((one) => one[2] === name) ?? []
    return [...['应', '已'].map((side) => String(row[heading.indexOf(`${item}${side}`)])), '0']
  }
  const named = ['农业农村局党支部', '县财政局第一党支部', '县新设党支部']
  const inOrder = sheet.map((row) => String(row[2])).filter((name) => named.includes(name))
  expect(rows.map((row) => row.slice(1))).toEqual(
    inOrder.flatMap((name) => ['集中学习', '主题党日'].map((item) => [name, item, ...numbers(name, item)])),
  )
  for (const [id, name, since] of [
    ['branch1', named[0], '2026-01-01'],
    ['founded', named[2], '2026-07-01'],
  ] as const)
    expect(rows.find((row) => row[1] === name && row[2] === '主题党日')?.slice(3, 5)).toEqual(
      countedByHand(id, since).map(String),
    )
  const text = lines.join('')
  expect(text).not.toMatch(/落后|排名|倒数|未完成率|县教育局/)
  expect(members.filter(({ name }) => text.includes(name))).toEqual([])
})

test('nothing or nobody picked is refused, and so is what is none of the county’s; inspectors and secretaries make none', async () => {
  const reason = (data: object, by = county) => world.reason(by, 'paper.notice', ask(data))
  expect(await reason({ items: [] })).toBe('nothing_chosen')
  expect(await reason({ branchIds: [] })).toBe('nothing_chosen')
  for (const data of [
    { branchIds: ['branch1', 'nowhere'] },
    { branchIds: ['unit1'] },
    { items: [{ dutyId: 'theme_party_day', version: 9 }] },
    { items: [partyDay, { dutyId: 'none', version: 1 }] },
    { periodKey: '2027', until: '2027' },
    { branchIds: Array.from({ length: 201 }, (_, i) => `b${i}`) },
  ])
    expect([data, await reason(data)]).toEqual([data, 'invalid_request'])
  for (const by of [inspector, secretary, openIdOf('m4')]) expect(await reason({}, by)).toBe('forbidden')
  for (const by of [inspector, secretary])
    expect(await world.reason(by, 'paper.yearBasis', { year: '2026', as: 'word' })).toBe('forbidden')
  // The same branch twice is one row; one in which nothing was asked says so.
  const twice = await textOf(
    await world.get(
      county,
      'paper.notice',
      ask({ periodKey: '2026-03', until: '2026-03', branchIds: ['founded', 'founded'] }),
    ),
  )
  expect(twice.filter((line) => line === '县新设党支部')).toHaveLength(1)
  expect(twice).toContain('不作要求')
})

test('年度综合考核依据 has a sheet a branch, with numbers that are counted again from 来源 and by hand; a branch founded in July owes from then on', async () => {
  const made = await world.get(county, 'paper.yearBasis', { year: '2026', as: 'excel' })
  expect(made).toMatchObject({ fileName: '县直机关工委-2026年-年度综合考核依据.xlsx', branches: 4, left: 0 })
  const formulas = await formulasIn(open(made))
  expect(formulas.length).toBeGreaterThan(40)
  expect(formulas.filter(({ value, again }) => value !== again)).toEqual([])
  const sheets = await readXlsxFile(open(made))
  const overview = await world.get(county, 'committee.overview', { periodKey: '2026-08' })
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    ...(overview.branches ?? []).map(({ name }) => name),
    '来源',
  ])
  for (const [id, name, since] of [
    ['branch1', '农业农村局党支部', '2026-01-01'],
    ['founded', '县新设党支部', '2026-07-01'],
    ['branch2', '县财政局第一党支部', '2026-01-01'],
  ] as const) {
    const rows = (await readSheet(open(made), name)) as Row[]
    expect(rows.find((row) => row[1] === '主题党日')?.slice(2, 4)).toEqual(countedByHand(id, since))
    const told = new Map(rows.map((row) => [row[1], row[7]]))
    expect(told.get('封存')).toMatch(/^未封存，录入到2027年1月\d+日截止$/)
    expect([...told.keys()]).toEqual(expect.arrayContaining(['结论', '等次', '盖章', '阵地“六有”']))
    if (id === 'branch2') expect(told.get('党务干部')).toMatch(/总数没有登记/)
    else expect(told.get('党务干部')).toMatch(/180 人，按1–2%应配备 1\.8–3\.6 名；现有：＿+，差：＿+/)
    if (id === 'founded') {
      expect(told.get('党支部')).toBe('县新设党支部（7月1日起）')
      expect(told.get('届期')).toBe('至2029年6月30日')
    }
    expect(String(rows[1]?.[0])).toMatch(/截至2026年9月22日.*录入还没有截止、不在表内：9月/)
  }
})

test('the same as Word, of one unit alone, a page a branch, with room for what people conclude', async () => {
  const made = await world.get(county, 'paper.yearBasis', { year: '2026', as: 'word', underId: 'unit1' })
  expect(made).toMatchObject({
    fileName: '县农业农村局党组-2026年-年度综合考核依据.docx',
    branches: 3,
    left: 0,
  })
  const lines = await textOf(made)
  expect(lines[0]).toBe('2026年度综合考核依据')
  expect(lines.filter((line) => line === '结论')).toHaveLength(3)
  expect(lines.filter((line) => /^等次：＿+.*盖章：＿+/.test(line))).toHaveLength(3)
  const day = lines.indexOf('主题党日')
  expect(lines.slice(day, day + 7)).toEqual(['主题党日', '8', '5', '0', '0', '按期计', '3月、6月、8月'])
  expect(members.filter(({ name }) => lines.join('').includes(name))).toEqual([])
  expect(lines.join('')).not.toMatch(/优秀|良好|落后|排名|得分/)
  expect(await world.reason(county, 'paper.yearBasis', { year: '2027', as: 'word' })).toBe('invalid_request')
  expect(await world.reason(county, 'paper.yearBasis', { year: '2019', as: 'word' })).toBe('no_branches')
})

test('what branches keep lists of is not asked of the hand again: 党务干部 of the unit as numbers, 阵地“六有” of the year', async () => {
  const save = (list: string, cells: object[]) =>
    world.get(secretary, 'list.save', { list, organisationId: 'branch1', cells, nonce: newNonce() })
  const staff = (memberId: string, kind: string) =>
    save('party_staff', [
      { field: 'person', pickedIds: [memberId] },
      { field: 'kind', pickedIds: [kind] },
      { field: 'since', on: '2025-03-01' },
    ])
  await staff('m2', 'full_time')
  await staff('m4', 'part_time')
  await save('sites', [
    { field: 'site', text: '党员活动室' },
    { field: 'year', number: 2026 },
    { field: 'has', pickedIds: ['place', 'flag'] },
  ])
  const made = await world.get(county, 'paper.yearBasis', { year: '2026', as: 'excel' })
  const told = async (name: string) =>
    new Map(((await readSheet(open(made), name)) as Row[]).map((row) => [row[1], row[7]]))
  // Of one unit, whose office it is.
  for (const name of ['农业农村局党支部', '县新设党支部'])
    expect((await told(name)).get('党务干部')).toBe(
      '机关工作人员总数 180 人，按1–2%应配备 1.8–3.6 名；现有：专职 1 名、兼职 1 名，差：0.8 名',
    )
  expect((await told('农业农村局党支部')).get('阵地“六有”')).toBe('党员活动室：有场所、有党旗')
  expect((await told('县新设党支部')).get('阵地“六有”')).toMatch(/^有场所＿+/)
  const word = await textOf(await world.get(county, 'paper.yearBasis', { year: '2026', as: 'word' }))
  expect(members.filter(({ name }) => word.join('').includes(name))).toEqual([])
})

test('once the year is closed it is said so, and how many meetings of it were entered since', async () => {
  world.emulator.clock.set(at('2027-01-20 10:00'))
  const late = { at: at('2027-01-15 09:00'), by: 'm1', asked: 'branch1' }
  const confirmed = { at: at('2027-01-16 09:00'), by: 'm2' }
  world.emulator.database.insertMany('activities', [
    held('branch1', '2026-11-10', { late: { ...late, confirmed } }),
    held('branch1', '2026-12-10', { late: { ...late, confirmed: null } }),
  ] as unknown as Record<string, unknown>[])
  // Single names beside them: confirmed, waiting, entered in time; and one of the meeting that was entered as a whole.
  const name = (_id: string, activityId: string, over: object) =>
    aFact({
      ...{ _id, activityId, memberId: 'm4', way: 'backfill', occurredAt: at('2026-11-12 15:00') },
      ...{ recordedAt: late.at, confirmed },
      ...over,
    })
  world.emulator.database.insertMany('facts', [
    name('after', 'elsewhere', {}),
    name('waits', 'elsewhere', { memberId: 'm5', confirmed: null }),
    name('before', 'elsewhere', { memberId: 'm6', recordedAt: at('2026-11-30 09:00') }),
    name('whole', 'branch1-2026-11-10', { way: 'paper' }),
  ] as unknown as Record<string, unknown>[])
  await rollUp()
  const made = await world.get(county, 'paper.yearBasis', { year: '2026', as: 'excel' })
  const rows = (await readSheet(open(made), '农业农村局党支部')) as Row[]
  expect(rows.find((row) => row[1] === '封存')?.[7]).toBe(
    '已封存，封存后补录会议 1 场、补登 1 人次（已在数内）',
  )
  // 应, 已, 其中补录, 待确认
  expect(rows.find((row) => row[1] === '主题党日')?.slice(2, 6)).toEqual([12, 6, 1, 1])
  const other = (await readSheet(open(made), '县财政局第一党支部')) as Row[]
  expect(other.find((row) => row[1] === '封存')?.[7]).toBe(
    '已封存，封存后补录会议 0 场、补登 0 人次（已在数内）',
  )
  expect(String(rows[1]?.[0])).not.toMatch(/不在表内/)
})
