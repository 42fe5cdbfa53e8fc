import { at } from '@domain/testing/at'
import { aFact } from '@domain/testing/builders'
import { addDays, type Day, startOfDay } from '@domain/time/day'
import { isLongRun } from '../../emulator/testing/longRun'
import { openIdOf } from './people'
import { insert, templates } from './reminders'
import { secretary, World } from './world'

const HOUR = 3_600_000
const member = openIdOf('m4')

/** What a run of the timer sent somebody of gaps, when, as day and hour of Shanghai. */
interface Sent {
  to: string
  when: string
  fields: Record<string, string>
}

const shanghai = (now: number): string =>
  new Date(now + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ')

/** In `npm test` the ends of the hours in which something may be told, and some others; in `test:full` each of the 24. */
const hours = Array.from({ length: 24 }, (_, hour) => hour).filter(
  (hour) => isLongRun() || [0, 7, 8, 9, 14, 20, 21, 23].includes(hour),
)

/** The timer at five past these hours of these days, both inclusive. */
async function hourly(world: World, from: Day, to: Day): Promise<Sent[]> {
  const sent: Sent[] = []
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const hour of hours) {
      const now = startOfDay(day) + hour * HOUR + 5 * 60_000
      world.emulator.clock.set(now)
      const before = world.emulator.outbox().length
      await world.emulator.invoke('remind', {}, {})
      for (const { openid, templateId, data } of world.emulator.outbox().slice(before)) {
        expect(templateId).toBe('T-gap')
        const fields = Object.entries(data as Record<string, { value: string }>).map(
          ([key, { value }]) => [key, value] as const,
        )
        sent.push({ to: openid, when: shanghai(now), fields: Object.fromEntries(fields) })
      }
    }
  return sent
}

const startWorld = async (): Promise<World> => {
  const world = await World.start({ env: templates })
  insert(world, 'credits', ...['m1', 'm4'].map((_id) => ({ _id, month_gap: 9, moves: [] })))
  return world
}

const gapsIn = async (world: World, openId: string) =>
  (await world.get(openId, 'reminder.inbox')).items.flatMap((item) => (item.type === 'gaps' ? [item] : []))

const paid = (memberId: string, month: string) =>
  aFact({
    ...{ _id: `dues_${memberId}_${month}`, kind: 'tick', dutyId: 'dues', periodKey: month, memberId },
    ...{ way: 'roll_call', occurredAt: at(`${month}-28 10:00`) },
  })

describe('the last week of a year and the first days of the next, every hour', () => {
  let world: World
  let december: Sent[]
  beforeAll(async () => {
    world = await startWorld()
    december = await hourly(world, '2026-12-24', '2026-12-31')
  })
  afterAll(() => world.stop())

  const toMember = (sent: Sent[]) => sent.filter(({ to }) => to === member)

  test('month, quarter, half and year end together: one message a day for all of it, at T−7 and at T−2', () => {
    expect(toMember(december)).toEqual(
      ['2026-12-25 08:05', '2026-12-30 08:05'].map((when) => ({
        to: member,
        when,
        fields: {
          thing1: '月底前还差 3 项',
          thing2: '社区服务 1 次、党费 1 次等',
          thing3: '方便时安排',
          date4: '2026年12月31日',
        },
      })),
    )
  })

  test('whoever runs the branch has the own gaps and the branch’s in that one message', async () => {
    const own = december.filter(({ to }) => to === secretary)
    expect(own.map(({ when }) => when)).toEqual(['2026-12-25 08:05', '2026-12-30 08:05'])
    const { items } = await world.get(secretary, 'reminder.inbox')
    const notice = items.find((one) => one.type === 'notice' && one.id.startsWith('branch_'))
    expect(notice).toMatchObject({
      title: expect.stringMatching(/^支部月底前还差 \d+ 项$/) as string,
      // Of the month, the quarter and the year.
      text: expect.stringMatching(/支部主题党日.*支部党课.*支部民主评议/) as string,
    })
    const count = (items: unknown[]) => items.length
    const [row] = world.emulator.database.find('reminders', { memberId: 'm1', periodKey: '2026-12' })
    expect(own[0]?.fields.thing1).toBe(`月底前还差 ${count(row?.items as unknown[])} 项`)
  })

  test('on 31 December nothing more is sent, and 消息 says what is still missing', async () => {
    world.emulator.clock.set(at('2026-12-31 20:00'))
    const [card, ...more] = await gapsIn(world, member)
    expect(more).toEqual([])
    expect(card).toMatchObject({ title: '月底前还差 3 项', daysLeft: 1, overdue: false })
  })

  test('nothing on New Year’s Day nor on the weekend after it; on Monday once, for December, the quarter and the year', async () => {
    const january = await hourly(world, '2027-01-01', '2027-01-05')
    expect(toMember(january)).toEqual([
      {
        to: member,
        when: '2027-01-04 08:05',
        fields: {
          thing1: '截至12月底还差 3 项',
          thing2: '社区服务 1 次、党费 1 次等',
          thing3: '如已完成请补登记',
          // Until when December can be entered.
          date4: '2027年1月8日',
        },
      },
    ])
    expect(january.filter(({ to }) => to === secretary).map(({ when }) => when)).toEqual(['2027-01-04 08:05'])
  })

  test('on 5 January what was entered meanwhile is gone from it, and with the end of entering all of it', async () => {
    world.emulator.clock.set(at('2027-01-05 10:00'))
    expect((await gapsIn(world, member)).map(({ title }) => title)).toEqual(['截至12月底还差 3 项'])
    insert(world, 'facts', paid('m4', '2026-12'))
    const [card] = await gapsIn(world, member)
    expect(card).toMatchObject({ title: '截至12月底还差 2 项', hint: '如已完成请补登记', overdue: true })
    expect(card?.items.map(({ dutyId, periodKey }) => [dutyId, periodKey])).toEqual([
      ['community_service', '2026-12'],
      ['practical_deed', '2026'],
    ])
    world.emulator.clock.set(at('2027-01-08 23:59'))
    expect(await gapsIn(world, member)).toHaveLength(1)
    world.emulator.clock.set(at('2027-01-09 00:00'))
    expect(await gapsIn(world, member)).toEqual([])
  })
})

describe('holidays in the way', () => {
  let world: World
  beforeEach(async () => {
    world = await startWorld()
  })
  afterEach(() => world.stop())
  const whensOf = (sent: Sent[]) => sent.filter(({ to }) => to === member).map(({ when }) => when)

  test('a T−7 in 春节 is told on the workday before it, a Saturday worked in exchange; T−2 on its Friday', async () => {
    expect(whensOf(await hourly(world, '2026-02-12', '2026-02-28'))).toEqual([
      '2026-02-14 08:05',
      '2026-02-27 08:05',
    ])
  })

  test('a T−7 on a Sunday is told on the Friday before', async () => {
    expect(whensOf(await hourly(world, '2026-10-22', '2026-10-24'))).toEqual(['2026-10-23 08:05'])
    expect((await gapsIn(world, member))[0]?.title).toBe('本月还差 2 项')
  })
})
