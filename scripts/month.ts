import { mintActivityCode } from '@domain/checkin/code'
import { dayOf } from '@domain/time/day'
import { arrivalPace } from '@/cloud/arrivalPace'
import type { Emulator, Invocation } from '../emulator/types'
import { type BenchCounty, withCounty } from './bench/county'
import { buildStale } from './lib/buildTargets'
import { boardCalls, type BoardOfMonth, type Cost, figuresOf, type Kind, perDayOf } from './month/countMonth'

/** The last whole month of the demo county: 62 branches, 1,046 members. */
const MONTH = '2026-08'
const DAYS = 31
const MINUTE = 60_000

/** How often people look, a month; assumed, and printed beside the figures. Registrations, boards and timers are those of the month itself. */
const LOOKS = { home: 9, list: 4, inbox: 4, branchPage: 9, work: 9, county: 22 }
const WHO = { runners: 3 * 62, committee: 5 }

const isWrite = ({ action }: Invocation['calls'][number]) => /insert|modify|remove/i.test(action)
const costOf = ({ calls }: Invocation, memory = 0.25): Cost => ({
  reads: calls.filter((one) => !isWrite(one)).length,
  writes: calls.filter(isWrite).length,
  memory,
})

const evenly = (calls: number): Map<string, number> =>
  new Map(
    Array.from({ length: DAYS }, (_, i) => [`${MONTH}-${String(i + 1).padStart(2, '0')}`, calls / DAYS]),
  )

const isOfMonth = (at: unknown) => typeof at === 'number' && dayOf(at).startsWith(MONTH)

/** Every board of the month, and who came when. */
function boardsOf({ database }: Emulator): BoardOfMonth[] {
  const arrivals = new Map<string, number[]>()
  for (const { activityId, occurredAt } of database.find('facts', { kind: 'attendance' })) {
    const of = arrivals.get(String(activityId)) ?? []
    arrivals.set(String(activityId), [...of, Number(occurredAt)])
  }
  return database
    .find('activities')
    .filter(({ openedAt }) => isOfMonth(openedAt))
    .map(({ _id, openedAt, endsAt }) => ({
      opensAt: Number(openedAt),
      endsAt: Number(endsAt) + 5 * MINUTE,
      arrivals: arrivals.get(String(_id)) ?? [],
    }))
}

/** What a call costs in a warm process: the second of two. */
async function measured({ ask, last }: BenchCounty, by: string, action: string, data: object = {}) {
  await ask(by, action, data)
  await ask(by, action, data)
  return costOf(last())
}

/** Opens the demo branch's meeting; somebody registers at it. */
async function meetingCosts(county: BenchCounty): Promise<Record<'board' | 'open' | 'register', Cost>> {
  const { emulator, ask, last } = county
  const near = emulator.database
    .find('activities', { state: 'published', kind: 'theme_party_day' })
    .find(({ startsAt }) => Math.abs(Number(startsAt) - emulator.clock.now()) < 60 * MINUTE)
  const activityId = String(near?._id)
  await ask('demo-secretary', 'activity.setState', { activityId, to: 'open' })
  const { codeKey } = await ask<{ codeKey: string }>('demo-secretary', 'activity.board', { activityId })
  const board = await measured(county, 'demo-secretary', 'activity.board', { activityId })
  const code = mintActivityCode({ activityId, codeKey, now: emulator.clock.now() })
  const { ticket } = await ask<{ ticket: string }>('demo-member', 'checkin.open', { code })
  const open = costOf(last())
  await ask('demo-member', 'checkin.register', { ticket, nonce: 'month-registration-1' })
  return { board, open, register: costOf(last()) }
}

/** What a timer costs when nothing happened since it last ran. */
async function timerCost({ emulator, last }: BenchCounty, name: string, memory: number): Promise<Cost> {
  await emulator.runTimer(name)
  emulator.clock.advance(10 * MINUTE)
  await emulator.runTimer(name)
  return costOf(last(), memory)
}

async function timersOf(county: BenchCounty): Promise<Kind[]> {
  return [
    { what: '汇总定时', cost: await timerCost(county, 'rollup', 0.5), perDay: evenly(144 * DAYS) },
    { what: '提醒定时', cost: await timerCost(county, 'remind', 0.25), perDay: evenly(13 * DAYS) },
    { what: '夜间定时', cost: await timerCost(county, 'nightly', 0.25), perDay: evenly(DAYS) },
  ]
}

async function looksOf(county: BenchCounty): Promise<Kind[]> {
  const { database } = county.emulator
  const [secretary] = database.find('identities', { _id: 'demo-secretary' })
  const [member] = database.find('members', { _id: secretary?.memberId })
  const memberships = (member?.memberships ?? []) as { branchId: string }[]
  const branchId = memberships[0]?.branchId ?? ''
  const bound = database.count('identities', { state: 'bound' })
  const row = async (what: string, by: string, action: string, times: number, data: object = {}) => ({
    what,
    cost: await measured(county, by, action, data),
    perDay: evenly(times),
  })
  return [
    await row('打开小程序', 'demo-member', 'identity.me', bound * LOOKS.home),
    await row('首页', 'demo-member', 'progress.home', bound * LOOKS.home),
    await row('活动列表', 'demo-member', 'activity.list', bound * LOOKS.list),
    await row('消息', 'demo-member', 'reminder.inbox', bound * LOOKS.inbox),
    await row('工作', 'demo-secretary', 'identity.work', WHO.runners * LOOKS.work),
    await row('支部进度', 'demo-secretary', 'progress.branch', WHO.runners * LOOKS.branchPage, { branchId }),
    await row('全县', 'demo-committee', 'committee.overview', WHO.committee * LOOKS.county),
  ]
}

async function kindsOf(county: BenchCounty): Promise<{ rest: Kind[]; boards: BoardOfMonth[]; board: Cost }> {
  const { database } = county.emulator
  const boards = boardsOf(county.emulator)
  const recorded = database.find('facts').filter(({ occurredAt }) => isOfMonth(occurredAt))
  const registered = perDayOf(recorded.map(({ occurredAt }) => Number(occurredAt)))
  const { board, open, register } = await meetingCosts(county)
  const rest = [
    { what: '验码', cost: open, perDay: registered },
    { what: '登记', cost: register, perDay: registered },
    ...(await looksOf(county)),
    ...(await timersOf(county)),
  ]
  return { rest, boards, board }
}

const boardKind = (boards: BoardOfMonth[], cost: Cost, pace: (quietMs: number) => number): Kind => {
  const perDay = new Map<string, number>()
  for (const one of boards) {
    const day = dayOf(one.opensAt)
    perDay.set(day, (perDay.get(day) ?? 0) + boardCalls(one, pace))
  }
  return { what: '登记页刷新', cost, perDay }
}

const whole = (value: number) => Math.round(value).toLocaleString('en-US')
const total = ({ perDay }: Kind) => whole([...perDay.values()].reduce((a, b) => a + b, 0))

function print(title: string, kinds: readonly Kind[]): void {
  console.log(`\n${title}`)
  for (const kind of kinds)
    console.log(`  ${kind.what}  ${total(kind)} 次，每次读 ${kind.cost.reads} 写 ${kind.cost.writes}`)
  const { calls, reads, writes, gbSeconds, busiest } = figuresOf(kinds)
  console.log(
    `  合计：调用 ${whole(calls)} 次，数据库读 ${whole(reads)} 次、写 ${whole(writes)} 次，约 ${whole(gbSeconds)} GB·秒`,
  )
  console.log(
    `  最忙的一天：调用 ${whole(busiest.calls)} 次，读 ${whole(busiest.reads)} 次，写 ${whole(busiest.writes)} 次`,
  )
}

// npm run month: what a month of the demo county asks of its cloud, the same figures each time.
async function main(): Promise<void> {
  await buildStale(['cloud'], () => undefined)
  const told = withCounty(async function* (county) {
    const { rest, boards, board } = await kindsOf(county)
    console.log(
      `演示县 ${MONTH}：${boards.length} 场登记页。每人每月看几次是假定的：${JSON.stringify(LOOKS)}`,
    )
    print('登记页一直每 3 秒刷新', [boardKind(boards, board, () => 3000)].concat(rest))
    print('没有人来就慢下来（现在的做法）', [boardKind(boards, board, arrivalPace)].concat(rest))
    yield undefined
  })
  await told.next()
  await told.return(undefined)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
