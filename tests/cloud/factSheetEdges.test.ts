import { extractRawText } from 'mammoth'
import { readSheet } from 'read-excel-file/node'
import { defaultDuties } from '@domain/duty/defaultDuties'
import { factOrderOf } from '@domain/papers/factItems'
import { moved } from '@domain/papers/order'
import { at } from '@domain/testing/at'
import { aBranch, aFact, aMember, anActivity } from '@domain/testing/builders'
import { formulasIn } from './formulasIn'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { newNonce, secretary, World } from './world'

/** A branch that ended in June, a rule that changed in July, a branch whose numbers alone may leave it, and a secretary new in office. */
const county = 'openid-county'
let world: World

const stricter = {
  ...defaultDuties.find(({ id }) => id === 'theme_party_day'),
  ...{ _id: 'theme_party_day@2', version: 2, validFrom: '2026-07-01', minimum: 1 },
  basis: { document: '县直工委通知', number: '县直工发〔2026〕5号' },
}
const held = (_id: string, branchId: string, on: string, over: object = {}) =>
  anActivity({
    ...{ _id, branchId, hostId: branchId, kind: 'theme_party_day', carries: [], title: `${on}主题党日` },
    ...{ startsAt: at(`${on} 15:00`), nonce: _id, state: 'recorded' },
    ...over,
  })
const people = {
  organisations: [
    ...organisations.map((one) => ({
      ...one,
      ...(one._id === 'branch3' && { countsOnly: true }),
      ...(one._id === 'branch1' && { parentId: 'unit1' }),
    })),
    aBranch({
      _id: 'ended',
      name: '县原党支部',
      parentId: 'unit1',
      order: 7,
      validTo: '2026-06-30',
      mergedInto: 'branch1',
    }),
  ],
  members: [
    ...members.map((one) => ({
      ...one,
      // In office since the middle of May.
      ...(one._id === 'm1' && {
        posts: [{ post: 'secretary' as const, organisationId: 'branch1', from: '2026-05-15' }],
      }),
    })),
    aMember({
      ...{ _id: 'e1', name: '原同志', alias: 'alias-e1', order: 400 },
      memberships: [
        { branchId: 'ended', from: '2020-01-01', to: '2026-06-30' },
        { branchId: 'branch1', groupId: 'group1', from: '2026-07-01' },
      ],
    }),
  ],
  identities,
  duties: [...defaultDuties, stricter],
  activities: [
    held('april', 'branch1', '2026-04-10'),
    held('may', 'branch1', '2026-05-20'),
    held('may2', 'branch1', '2026-05-27'),
    held('july', 'branch1', '2026-07-10'),
    held('ended-may', 'ended', '2026-05-11'),
    held('counted', 'branch3', '2026-05-12'),
  ],
  facts: [
    aFact({
      memberId: 'p1',
      branchId: 'branch3',
      hostId: 'branch3',
      activityId: 'counted',
      occurredAt: at('2026-05-12 15:00'),
    }),
  ],
}

beforeAll(async () => {
  world = await World.start({ people })
  for (let runs = 0; runs < 5; runs += 1) {
    const { result } = await world.emulator.runTimer('rollup')
    if ((result as { state: string }).state === 'done') break
  }
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

type Row = (string | number | boolean | Date | null)[]
const open = ({ content }: { content: string }) => Buffer.from(content, 'base64')
const ofBranch = async (data: object, by = secretary) =>
  open(await world.get(by, 'paper.ofSpan', { branchId: 'branch1', ...data }))
const ofCounty = async (data: object) => open(await world.get(county, 'paper.ofCounty', data))
const read = async (file: Buffer, name: string) => {
  const [, note = [], heading = [], ...rows] = (await readSheet(file, name)) as Row[]
  return { note: String(note[0]), heading, rows: rows.filter((row) => typeof row[0] === 'number') }
}

test('a rule that changed inside the span has two rows, each with its own 依据; more than is asked for fills no other month', async () => {
  const { rows, heading } = await read(await ofBranch({ periodKey: '2026', paper: 'branch' }), '情况表')
  const at = (title: string) => heading.indexOf(title)
  const ofDays = rows.filter((row) => String(row[1]).startsWith('主题党日'))
  expect(ofDays.map((row) => [row[1], row[2], row[3], row[5]])).toEqual([
    ['主题党日（1月至6月）', 6, 2, 1],
    ['主题党日（7月至12月）', 3, 1, 0],
  ])
  expect(ofDays.map((row) => row[at('暂无记录的月份、季度')])).toEqual([
    '1月、2月、3月、6月',
    '8月、9月（未结束）',
  ])
  expect(String(ofDays[1]?.[at('依据')])).toContain('县直工发〔2026〕5号')
  expect(String(ofDays[0]?.[at('依据')])).not.toContain('县直工发〔2026〕5号')
})

test('a branch that was merged away has its own row until its last day, and owes nothing after it', async () => {
  const file = await ofCounty({ periodKey: '2026-01', until: '2026-08', paper: 'county' })
  const { rows, heading } = await read(file, '支部事项')
  const row = rows.find((one) => one[2] === '县原党支部')
  expect(row?.[heading.length - 1]).toBe('至6月30日')
  expect(row?.[1]).toBe('县农业农村局党组')
  const owed = heading.indexOf('主题党日（1月至6月）应')
  expect([row?.[owed], row?.[owed + 1]]).toEqual([6, 1])
  const after = heading.indexOf('主题党日（7月至8月）应')
  expect([row?.[after], row?.[after + 1]]).toEqual([0, 0])
  const own = await read(
    await ofBranch({ branchId: 'ended', periodKey: '2026-01', until: '2026-08', paper: 'branch' }, county),
    '情况表',
  )
  expect(
    own.rows.filter((one) => String(one[1]).startsWith('主题党日')).map((one) => one.slice(1, 4)),
  ).toEqual([['主题党日', 6, 1]])
})

test('of a branch whose numbers alone may leave it nothing that was typed stands in 来源 for those above, and of single members nothing leaves any branch', async () => {
  const asked = { branchId: 'branch3', periodKey: '2026-H1', paper: 'branch' }
  const { rows } = await read(await ofBranch(asked, county), '来源')
  expect(rows.map((row) => row[4])).toEqual(['主题党日'])
  const other = { branchId: 'branch1', periodKey: '2026-H1', paper: 'branch' }
  expect((await read(await ofBranch(other, county), '来源')).rows[0]?.[4]).toBe('2026-04-10主题党日')
  for (const paper of ['members', 'membersText', 'report'])
    expect([paper, await world.reason(county, 'paper.ofSpan', { ...other, paper })]).toEqual([
      paper,
      'forbidden',
    ])
  const running = { ...other, periodKey: '2026-09' }
  expect(await world.reason(county, 'paper.ofSpan', running)).toBe('forbidden')
})

test('述职材料 of somebody new in office says what of it is of their time', async () => {
  const { value } = await extractRawText({
    buffer: await ofBranch({ periodKey: '2026-H1', paper: 'report' }),
  })
  expect(value).toContain('2026年5月15日起任职')
  const cells = value.split('\n').filter((line) => line !== '')
  const row = cells.slice(cells.indexOf('主题党日'), cells.indexOf('主题党日') + 5)
  expect(row).toEqual(['主题党日', '2/6', '0', '1', '4月10日、5月20日'])
})

test('rows and columns stand in the order of the county’s form, which the work committee alone changes', async () => {
  const order = moved(factOrderOf(), 'theme_party_day', -1)
  expect(await world.reason(secretary, 'factOrder.save', { order, nonce: newNonce() })).toBe('forbidden')
  expect(await world.reason(county, 'factOrder.save', { order: order.slice(1), nonce: newNonce() })).toBe(
    'invalid_request',
  )
  const first = async () =>
    (await read(await ofBranch({ periodKey: '2026-05', paper: 'branch' }), '情况表')).rows[0]?.[1]
  expect(await first()).toBe('集中学习')
  await world.get(county, 'factOrder.save', { order, nonce: newNonce() })
  expect(await first()).toBe('主题党日')
  const { heading } = await read(await ofCounty({ periodKey: '2026-05', paper: 'county' }), '支部事项')
  expect(heading[4]).toBe('主题党日应')
  expect(await world.get(county, 'factOrder.read')).toMatchObject({ isOwn: true, mayEdit: true })
})

test('under 五个基本 where the county wants them: on the page, in Excel whose formulas still agree, and in Word; each once', async () => {
  const order = factOrderOf(['system', 'theme_party_day', 'study', 'support'])
  const save = (given: string[]) =>
    world.reason(county, 'factOrder.save', { order: given, nonce: newNonce() })
  expect(await save([...order, 'system'])).toBe('invalid_request')
  expect(await save(order.filter((one) => one !== 'study'))).toBe('invalid_request')
  expect(await save(order)).toMatch(/^ok/)
  expect(await world.get(county, 'factOrder.read')).toMatchObject({ order, isOwn: true })
  const asked = { branchId: 'branch1', periodKey: '2026-H1' }
  const { lines } = await world.get(secretary, 'paper.factsOfBranch', asked)
  expect(lines.slice(0, 3).map(({ label, heading }) => [label, heading])).toEqual([
    ['主题党日', 'system'],
    ['集中学习', 'system'],
    [lines[2]?.label, 'support'],
  ])
  const file = await ofBranch({ ...asked, paper: 'branch' })
  const [, , , ...rows] = (await readSheet(file, '情况表')) as Row[]
  expect(rows.slice(0, 5).map((row) => row.slice(0, 2))).toEqual([
    [null, '基本制度'],
    [1, '主题党日'],
    [2, '集中学习'],
    [null, '基本保障'],
    [3, lines[2]?.label],
  ])
  const formulas = await formulasIn(file)
  expect(formulas.length).toBe(3 * lines.length)
  for (const { formula, value, again } of formulas) expect([formula, again]).toEqual([formula, value])
  expect(formulas.some(({ value }) => value > 0)).toBe(true)
  const { value } = await extractRawText({ buffer: await ofBranch({ ...asked, paper: 'branchText' }) })
  expect(value.split('基本制度')).toHaveLength(2)
  expect(value.indexOf('基本制度')).toBeLessThan(value.indexOf('主题党日'))
  expect(await save(factOrderOf())).toMatch(/^ok/)
  const after = await world.get(secretary, 'paper.factsOfBranch', asked)
  expect(after.lines.every(({ heading }) => heading === undefined)).toBe(true)
})

test('who may have which, and of which days', async () => {
  const ask = (by: string, data: object) =>
    world.reason(by, 'paper.ofSpan', { branchId: 'branch1', periodKey: '2026-08', paper: 'branch', ...data })
  for (const by of [openIdOf('m4'), openIdOf('m6'), openIdOf('n1')])
    expect(await ask(by, {})).toBe('forbidden')
  for (const days of [
    { periodKey: '2027' },
    { until: '2026-07' },
    { periodKey: '2024-01', until: '2026-08' },
  ])
    expect([days, await ask(secretary, days)]).toEqual([days, 'invalid_request'])
  expect(await world.reason(secretary, 'paper.ofCounty', { periodKey: '2026-08', paper: 'county' })).toBe(
    'forbidden',
  )
  const { mayExport } = await world.get(secretary, 'progress.span', {
    subjectId: 'branch1',
    periodKey: '2026',
  })
  expect(mayExport).toBe(true)
  for (const [by, subjectId] of [
    [openIdOf('m4'), 'branch1'],
    [secretary, 'm4'],
  ] as const)
    expect(await world.get(by, 'progress.span', { subjectId, periodKey: '2026' })).not.toHaveProperty(
      'mayExport',
    )
})

test('the page is refused as its files are, and a line that is none has nothing behind it', async () => {
  const asked = { branchId: 'branch1', version: 1, from: 0 }
  for (const months of [
    { periodKey: '2027' },
    { periodKey: '2026-08', until: '2026-07' },
    { periodKey: '2024-01', until: '2026-08' },
  ])
    for (const [by, action, data] of [
      [secretary, 'paper.factsOfBranch', { branchId: 'branch1', ...months }],
      [secretary, 'paper.factRecords', { ...asked, ...months, dutyId: 'theme_party_day' }],
      [secretary, 'paper.factsOfMembers', { branchId: 'branch1', ...months }],
      [
        secretary,
        'paper.factMembers',
        { branchId: 'branch1', ...months, dutyId: 'household_visit', from: 0 },
      ],
      [county, 'paper.factsOfCounty', months],
      [county, 'paper.factPlaces', { ...months, dutyId: 'theme_party_day', version: 1, from: 0 }],
    ] as const)
      expect([action, await world.reason(by, action, data)]).toEqual([action, 'invalid_request'])
  const month = { periodKey: '2026-08' }
  for (const [by, action, data] of [
    [secretary, 'paper.factRecords', { ...asked, ...month, dutyId: 'none' }],
    [secretary, 'paper.factMembers', { branchId: 'branch1', ...month, dutyId: 'none', from: 0 }],
    [county, 'paper.factPlaces', { ...month, dutyId: 'none', version: 1, from: 0 }],
  ] as const)
    expect([action, await world.reason(by, action, data)]).toEqual([action, 'invalid_request'])
  for (const action of ['paper.factsOfMembers', 'paper.factMembers'] as const)
    expect(
      await world.reason(county, action, {
        ...{ branchId: 'branch1', ...month },
        ...(action === 'paper.factMembers' && { dutyId: 'household_visit', from: 0 }),
      }),
    ).toBe('forbidden')
})

test('of a branch whose numbers alone leave it the page above names no title either, and opens no record of a running month', async () => {
  const asked = { branchId: 'branch3', periodKey: '2026-H1', dutyId: 'theme_party_day', version: 1, from: 0 }
  const { rows } = await world.get(county, 'paper.factRecords', asked)
  expect(rows).toMatchObject([{ title: '主题党日', period: '5月', fills: true, late: false, opens: 'seen' }])
  expect(
    await world.reason(county, 'paper.factsOfBranch', { branchId: 'branch1', periodKey: '2026-09' }),
  ).toBe('forbidden')
  // A rule of two versions has two lines, and each its own records.
  const { lines } = await world.get(secretary, 'paper.factsOfBranch', {
    branchId: 'branch1',
    periodKey: '2026',
  })
  const ofDays = lines.filter(({ dutyId }) => dutyId === 'theme_party_day')
  expect(ofDays.map(({ version, when, done, besides }) => [version, when, done, besides])).toEqual([
    [1, '1月至6月', 2, 1],
    [2, '7月至12月', 1, 0],
  ])
  const second = { branchId: 'branch1', periodKey: '2026', dutyId: 'theme_party_day', version: 2, from: 0 }
  expect((await world.get(secretary, 'paper.factRecords', second)).rows.map(({ id }) => id)).toEqual(['july'])
})
