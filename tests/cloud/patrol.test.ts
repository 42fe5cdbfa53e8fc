import { createHash } from 'node:crypto'
import { readSheet } from 'read-excel-file/node'
import type { BranchPaper, SpanPaper } from '@domain/contract/paper'
import { defaultDuties } from '@domain/duty/defaultDuties'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { askPart, longPaper, wholeOf } from './longPaper'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { openPatrol, partsOf } from './openPatrol'
import { textInFile } from './textInFile'
import { secretary, World } from './world'

/** 巡察资料包 of three years and one that is known by its sums alone; opened by JSZip and read-excel-file, which made nothing of it. */
let world: World

const hour = 3_600_000
const TAKEN_BACK = at('2026-09-03 10:05')
const held = (_id: string, day: string, more: object = {}) => {
  const startsAt = at(`${day} 15:00`)
  return anActivity({
    ...{ _id, branchId: 'branch1', hostId: 'branch1', kind: 'study', title: `${day}集中学习`, carries: [] },
    ...{ startsAt, endsAt: startsAt + hour, state: 'recorded', nonce: _id },
    ...{ recordedAt: startsAt + 2 * hour, recordings: [{ at: startsAt + 2 * hour, by: 'm1' }] },
    expected: [{ memberId: 'm4', standing: 'full' as const }],
    ...more,
  })
}
const election = {
  ...{ matter: '选举李同志为支部书记', vote: 'election', ballot: 'secret', entitled: 11, present: 10 },
  ...{ inFavour: 9, against: 1, abstained: 0, ballots: { issued: 10, returned: 10, valid: 10 } },
}
const studies = ['2024', '2025', '2026'].flatMap((year) =>
  Array.from({ length: 7 }, (_, i) => held(`study-${year}-${i}`, `${year}-0${i + 1}-1${i}`)),
)
const activities = [
  ...studies,
  held('election', '2024-05-10', {
    ...{ kind: 'general_meeting', title: '换届选举大会', votes: [election] },
  }),
  held('twin-1', '2025-03-03', { title: '上午' }),
  held('twin-2', '2025-03-03', { title: '下午' }),
  held('review', '2025-01-15', { kind: 'democratic_review', title: '上年度民主评议', forYear: 2024 }),
  held('early', '2022-12-31', { title: '更早的会' }),
  held('foreign', '2025-03-06', { branchId: 'branch2', hostId: 'branch2', title: '外支部的会' }),
  held('unwritten', '2026-08-20', { state: 'closed', title: '没有成册的会' }),
]
const terms = [
  { from: '2021-05-10', to: '2024-05-09' },
  { from: '2024-05-10', to: '2027-05-09' },
]
/** What is left of 2023: its sums. */
const sums = (key: string, kind: string, duties: object) => {
  const rows = { branch1: duties, branch2: duties }
  const days = { from: `${key}-01`, to: `${key}-31` }
  return {
    ...{ _id: key, periodKey: key, kind, ...days, branches: rows, members: { branch1: 12, branch2: 2 } },
    ...{ watermark: 1, run: 1, differences: 0, updatedAt: new Date(MOMENT) },
  }
}

beforeAll(async () => {
  world = await World.start({
    people: {
      organisations: organisations.map((one) =>
        one._id === 'branch1' ? { ...one, terms, termEndsOn: '2027-05-09' } : one,
      ),
      // m9 came in May 2025, m10 left at the end of 2024.
      members: members.map((one) => {
        const branchId = 'branch1'
        if (one._id === 'm9') return { ...one, memberships: [{ branchId, from: '2025-05-12' }] }
        if (one._id !== 'm10') return one
        return { ...one, memberships: [{ branchId, from: '2020-01-01', to: '2024-12-30' }] }
      }),
      identities,
      // In force since before the first of the years.
      duties: defaultDuties.map((duty) => ({ ...duty, validFrom: '2020-01-01' })),
      activities,
      facts: activities.map(({ _id, branchId, hostId, startsAt }) =>
        aFact({
          ...{ _id: `${_id}-m4`, memberId: 'm4', activityId: _id, branchId, hostId },
          occurredAt: startsAt,
        }),
      ),
      rollups: [
        sums('2023-01', 'month', { theme_party_day: [1, 1], branch_study: [1, 1] }),
        sums('2023-02', 'month', { theme_party_day: [1, 1], branch_study: [0, 1] }),
      ],
    },
  })
  world.emulator.clock.set(TAKEN_BACK)
  await world.get(secretary, 'activity.takeBack', { activityId: 'twin-1', reason: 'wording' })
  await world.get(secretary, 'activity.confirmRecord', { activityId: 'twin-1' })
  await world.get(secretary, 'activity.takeBack', { activityId: 'study-2026-6', reason: 'people' })
  world.emulator.clock.set(MOMENT)
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

const asked = { branchId: 'branch1', periodKey: '2023', until: '2026', paper: 'patrol' as const }
const make = async (more: object = {}) => {
  const made = await longPaper(askPart(world, secretary), { ...asked, ...more })
  if (!made) throw new Error('it was refused')
  return made
}
type Opened = Awaited<ReturnType<typeof openPatrol>>
let whole: Awaited<ReturnType<typeof make>>
let opened: Opened
beforeAll(async () => {
  whole = await make()
  opened = await openPatrol(whole.file)
})

test('every file is a row of the list and every row a file, with its SHA-256', async () => {
  const { names, listed, bytes } = opened
  expect(whole.fileName).toBe('农业农村局党支部-2023年至2026年-巡察资料包.zip')
  expect(listed.map(({ name }) => name).sort()).toEqual(
    names.filter((name) => name !== '00-目录.xlsx').sort(),
  )
  expect(new Set(names).size).toBe(names.length)
  for (const { name, digest } of listed)
    expect([name, digest]).toEqual([
      name,
      createHash('sha256')
        .update(await bytes(name))
        .digest('hex'),
    ])
  const chapters = listed.map(({ chapter }) => chapter)
  expect(chapters).toEqual([...chapters].sort())
  expect(new Set(chapters).size).toBe(6)
})

test('records in it are those in the book of the store, each with its sheet, by year and kind', () => {
  const recorded = world.emulator.database
    .find('activities', { branchId: 'branch1', state: 'recorded' })
    .filter(({ startsAt }) => Number(startsAt) >= at('2023-01-01 00:00'))
  const minutes = opened.listed.filter(({ chapter }) => chapter === '3-会议记录')
  const sheets = opened.listed.filter(({ name }) => name.includes('/到会登记表/'))
  expect(minutes).toHaveLength(recorded.length)
  expect(sheets.map(({ day }) => day).sort()).toEqual(minutes.map(({ day }) => day).sort())
  expect(minutes.filter(({ name }) => name.startsWith('3-会议记录/2025年/集中学习/'))).toHaveLength(9)
  expect(minutes.filter(({ name }) => name.startsWith('3-会议记录/2025年/民主评议'))).toHaveLength(1)
  expect(whole.text).not.toMatch(/外支部的会|更早的会/)
})

const nameOf = (ending: string, year: string) =>
  opened.listed.find(({ name }) => name.endsWith(`-${year}年-${ending}.xlsx`))?.name ?? ''

test.each(['2024', '2025', '2026'])(
  'every paper of %s says what it says when it is made by itself',
  async (year) => {
    const titles: Record<string, string> = {
      ...{ ledger: '三会一课台账', participation: '党员参加组织生活情况表', dues: '党费登记表' },
      ...{ branch: '组织生活开展情况表', members: '党员组织生活开展情况表' },
    }
    for (const paper of ['ledger', 'participation', 'dues'] satisfies BranchPaper[]) {
      const { content } = await world.get(secretary, 'paper.ofBranch', {
        branchId: 'branch1',
        periodKey: year,
        paper,
      })
      const packed = await opened.bytes(nameOf(titles[paper] ?? '', year))
      expect(partsOf(packed)).toEqual(partsOf(Buffer.from(content, 'base64')))
    }
    for (const paper of ['branch', 'members'] satisfies SpanPaper[]) {
      const { content } = await world.get(secretary, 'paper.ofSpan', {
        branchId: 'branch1',
        periodKey: year,
        paper,
      })
      const packed = await opened.bytes(nameOf(titles[paper] ?? '', year))
      expect(partsOf(packed)).toEqual(partsOf(Buffer.from(content, 'base64')))
    }
  },
)

test('a record and its sheet are those that are made one by one', async () => {
  const day = '2024-05-10'
  for (const paper of ['minutes', 'sheet'] as const) {
    const { content } = await world.get(secretary, 'paper.ofMeeting', { activityId: 'election', paper })
    const chapter = paper === 'minutes' ? '3-会议记录' : '4-登记和台账'
    const { name = '' } = opened.listed.find((each) => each.chapter === chapter && each.day === day) ?? {}
    expect(partsOf(await opened.bytes(name))).toEqual(partsOf(Buffer.from(content, 'base64')))
  }
})

test('cut after each part, asked again and carried on minutes later, it is the same archive', async () => {
  const ask = askPart(world, secretary)
  const [first] = whole.parts
  const parts = first ? [first] : []
  while (parts.at(-1)?.end === undefined) {
    const next = { ...asked, soFar: parts.at(-1)?.soFar }
    // The answer was lost: the same is asked for once more.
    await ask(next)
    world.emulator.clock.set(MOMENT + parts.length * 60_000)
    const made = await ask(next)
    if (!made) throw new Error('it was refused')
    parts.push(made)
  }
  expect(parts.length).toBeGreaterThan(2)
  expect(wholeOf(parts).equals(whole.file)).toBe(true)
})

test('what was taken back is told with its instant, in the book again or not; what has no paper is told too', async () => {
  const { listed, rows } = opened
  expect(
    listed.filter(({ remark }) => remark.includes('收回')).map(({ day, remark }) => [day, remark]),
  ).toEqual([
    ['2025-03-03', '第2次成册，2026年9月3日 10:05收回'],
    ['2025-03-03', '第2次成册，2026年9月3日 10:05收回'],
  ])
  const unwritten = (await rows('未装入')).map(([, day, title, , remark]) => [day, title, remark])
  expect(unwritten).toEqual([
    ['2026-07-16', '2026-07-16集中学习', '2026年9月3日 10:05收回'],
    ['2026-08-20', '没有成册的会', null],
  ])
  expect(whole.parts[0]).toMatchObject({ unwritten: 2 })
  const onPaper = (await rows('纸质另存')).map(([, name, where]) => [name, where])
  expect(onPaper).toContainEqual(['整改清单、整改台账（没有录入的）', null])
  expect(onPaper).toContainEqual(['党课讲稿', null])
})

test('a year of which the sums alone are left is told by them, and that it is', async () => {
  const name = nameOf('组织生活开展情况表', '2023')
  expect(opened.listed.find((each) => each.name === name)?.remark).toMatch(/封存的汇总/)
  expect(opened.listed.filter(({ remark }) => remark.includes('封存'))).toHaveLength(1)
  const file = await opened.bytes(name)
  const [title, , heading = [], first = []] = await readSheet(file, '支部事项')
  expect(String(title?.[0])).toContain('原始记录已不在系统里')
  const cell = (label: string) => first[heading.map(String).findIndex((one) => one.startsWith(label))]
  expect([first[2], cell('主题党日已'), cell('主题党日应')]).toEqual(['农业农村局党支部', 2, 2])
  expect(cell('集中学习已')).toBe(1)
  expect(textInFile(file)).not.toContain('财政局')
})

test('the branch of each year: every 届, its elections, and who was on the register on 31 December', async () => {
  const [term] = opened.listed
  const text = textInFile(await opened.bytes(term?.name ?? '')).replace(/\s+/g, ' ')
  expect(text).toMatch(/2021年5月10日至2024年5月9日/)
  expect(text).toMatch(/2024年5月10日至2027年5月9日/)
  expect(text).toMatch(/2024年5月10日 换届选举大会/)
  expect(text).toContain('发出 10，收回 10，有效 10')
  const people = async (year: string) =>
    (await readSheet(await opened.bytes(nameOf('党员名册', year)), '名册')).slice(3).map(([, name]) => name)
  const nameOfMember = (id: string) => members.find(({ _id }) => _id === id)?.name
  expect(await people('2024')).not.toContain(nameOfMember('m9'))
  expect(await people('2024')).not.toContain(nameOfMember('m10'))
  expect(await people('2023')).toContain(nameOfMember('m10'))
  expect(await people('2025')).toContain(nameOfMember('m9'))
  expect(await people('2025')).toHaveLength(11)
})

const reason = (by: string, more: object): Promise<string> =>
  world.reason(by, 'paper.part', { ...asked, ...more })

test('too many years, years that go back or are to come, and whoever does not run the branch are refused', async () => {
  expect(await reason(secretary, { periodKey: '2019' })).toBe('invalid_request')
  expect(await reason(secretary, { periodKey: '2026', until: '2025' })).toBe('invalid_request')
  expect(await reason(secretary, { until: '2027' })).toBe('invalid_request')
  for (const by of [openIdOf('m4'), openIdOf('n1'), 'openid-county'])
    expect(await reason(by, {})).toBe('forbidden')
  const { soFar } = await world.get(secretary, 'paper.part', asked)
  for (const by of [openIdOf('m4'), openIdOf('n1')]) expect(await reason(by, { soFar })).toBe('forbidden')
  expect(await reason(secretary, { soFar: { ...soFar, digests: ['short'] } })).toBe('invalid_request')
})

test('a record taken back and put into the book again while it is made begins it anew', async () => {
  const { soFar } = await world.get(secretary, 'paper.part', asked)
  await world.get(secretary, 'activity.takeBack', { activityId: 'twin-2', reason: 'wording' })
  await world.get(secretary, 'activity.confirmRecord', { activityId: 'twin-2' })
  expect(await reason(secretary, { soFar })).toBe('book_changed')
})

test('nothing of it is stored but the turns of the day and who looked; no OPENID, alias or digits are in it', async () => {
  const before = world.documents()
  const { parts, text } = await make()
  expect(world.documents() - before).toBe(parts.length)
  expect(text).not.toMatch(/openid-|alias-/)
})

test('a branch that held nothing has its register and its forms', async () => {
  const made = await longPaper(askPart(world, openIdOf('n1')), {
    ...asked,
    branchId: 'branch2',
    periodKey: '2026',
  })
  const { listed } = await openPatrol(made?.file ?? Buffer.alloc(0))
  expect(listed.map(({ chapter }) => chapter[0]).join('')).toBe('12444556')
})
