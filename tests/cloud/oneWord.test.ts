import type { StoredReminder } from '@cloud/lib/store/collections/reminders'
import type { ResponseOf } from '@domain/contract/actions'
import type { DutyLine } from '@domain/contract/progress'
import { isGap } from '@domain/progress/gapNow'
import { gapText } from '@domain/progress/gapWords'
import { fittedList } from '@domain/reminder/messageFields'
import { at } from '@domain/testing/at'
import { aFact } from '@domain/testing/builders'
import { dayOf, daysBetween } from '@domain/time/day'
import { periodByKey } from '@domain/time/period'
import { byKind, missingText, splitDuties } from '@/features/branch/logic/branchDuties'
import { matrixRows, withGaps } from '@/features/branch/logic/matrix'
import { messageWords } from '@/features/messages/logic/messageWords'
import { homeHeadline } from '@/features/progress/logic/homeHeadline'
import { nextHeading } from '@/features/progress/logic/nextHeading'
import { whyState } from '@/features/progress/logic/whyState'
import { eachThird, isLongRun, times } from '../../emulator/testing/longRun'
import { DemoCounty } from './demoCounty'
import { templates } from './reminders'
import { randomFrom } from './simulated'
import { newNonce } from './world'

/**
 * One duty of one person, or of one branch, as every page and message speaks of it: 首页, 工作, 支部进度, 为什么, 消息, the message in WeChat, 看看怎么告知 and
 * the leader's list. What each says comes from its own answer of the cloud, through the logic of its own page.
 */
const secretary = 'demo-secretary'
const people = ['demo-member', secretary, 'demo-leader', 'demo-elder', 'demo-all-done']

interface Moment {
  when: string
  /** The months that are told then; of one that is over while it can be entered. */
  told: string[]
  overdue?: boolean
  /** From T−7 on: the running month's gaps stand in ochre. */
  pressing: boolean
  /** Of its kind another one stands in `npm test`: this one in `test:full` alone. */
  long?: true
}

const moments: Moment[] = [
  { when: '2026-09-23 09:00', told: [], pressing: false },
  { when: '2026-09-24 09:00', told: ['2026-09'], pressing: true },
  { when: '2026-09-29 09:00', told: ['2026-09'], pressing: true, long: true },
  { when: '2026-09-30 09:00', told: ['2026-09'], pressing: true, long: true },
  { when: '2026-10-08 09:00', told: ['2026-09'], overdue: true, pressing: false },
  // T−7 is a Sunday: it is told on Friday, and stands in ochre from Sunday on.
  { when: '2026-10-23 09:00', told: ['2026-10'], pressing: false, long: true },
  { when: '2026-10-26 09:00', told: ['2026-10'], pressing: true, long: true },
  // The year 60 days ahead, in the same sentence.
  { when: '2026-11-02 09:00', told: ['2026-10'], overdue: true, pressing: false, long: true },
  { when: '2026-12-25 09:00', told: ['2026-12'], pressing: true },
  { when: '2026-12-31 09:00', told: ['2026-12'], pressing: true, long: true },
  { when: '2027-01-05 09:00', told: ['2026-12'], overdue: true, pressing: false },
]

type Home = ResponseOf<'progress.home'>
type Word = ResponseOf<'reminder.word'>['people'][number]

let county: DemoCounty
let branchId: string
const memberIds = new Map<string, string>()

/** How much was held against what, so that an empty county does not pass. */
const compared = { message: 0, sentence: 0, cell: 0, branch: 0 }

const memberIdOf = (openId: string): string => memberIds.get(openId) ?? ''
const linesOf = ({ month, quarter, year }: Home): DutyLine[] =>
  [month, quarter, year].flatMap(({ duties }) => duties)
const listOf = (gaps: readonly Pick<DutyLine, 'label' | 'missing' | 'measure'>[]): string =>
  gaps.map(gapText).join('、')

/** From T−7 to its last day, counted here by hand. */
const isLastWeek = (to: string, now: number): boolean => dayOf(now) <= to && daysBetween(dayOf(now), to) < 7

/** The last months are as good as empty in the demo: some pay, some visit, some cannot come. */
function live(): void {
  const random = randomFrom(7)
  const members = county.emulator.database.find('members') as { _id: string; households?: unknown[] }[]
  const facts = ['2026-10', '2026-11', '2026-12'].flatMap((month) =>
    members.flatMap(({ _id: memberId }) => {
      const occurredAt = at(`${month}-05 10:00`)
      const dues = aFact({
        ...{ _id: `dues_${memberId}_${month}`, kind: 'tick', dutyId: 'dues', periodKey: month },
        ...{ memberId, branchId, occurredAt, way: 'roll_call' },
      })
      const excuse = aFact({
        ...{ _id: `excuse_${memberId}_${month}`, kind: 'excuse', dutyId: 'community_service' },
        ...{ periodKey: month, memberId, branchId, occurredAt, way: 'self' },
      })
      return [...(random() < 0.6 ? [dues] : []), ...(random() < 0.2 ? [excuse] : [])]
    }),
  )
  county.emulator.database.insertMany('facts', facts as unknown as Record<string, unknown>[])
}

beforeAll(async () => {
  county = await DemoCounty.start({ env: templates })
  branchId = (await county.who(secretary, 'secretary')).organisationId
  for (const openId of people) memberIds.set(openId, (await county.who(openId)).memberId)
  live()
  // WeChat reaches four of them all year; the fifth as far as it did.
  for (const openId of people.slice(0, 4)) {
    await county.get(openId, 'reminder.set', { byLeader: false })
    for (let times = 0; times < 10; times += 1)
      await county.get(openId, 'reminder.accept', { accepted: ['month_gap'], nonce: newNonce() })
  }
}, 600_000)
afterAll(() => county.stop())

/** The clock at an instant, after the timer has told what is to be told. */
async function come({ when }: Moment): Promise<number> {
  const now = at(when)
  county.emulator.clock.set(now - 10 * 60_000)
  for (let isFinished = false; !isFinished;) {
    const { result } = await county.emulator.invoke('remind', {}, {})
    ;({ isFinished } = result as { isFinished: boolean })
  }
  county.emulator.clock.set(now)
  return now
}

const messageTo = (openId: string, sinceCount: number) =>
  county.emulator
    .outbox()
    .slice(sinceCount)
    .filter((one) => one.openid === openId && one.templateId === 'T-gap')
    .map(({ data }) => Object.values(data as Record<string, { value: string }>).map(({ value }) => value))

/** What of a home is told in a round of a month: of the month and what ends with it; of a year told ahead as well. */
function toldOf(home: Home, month: string, { overdue = false, when }: Moment): DutyLine[] {
  const { to } = periodByKey(month)
  const ahead = overdue && ['-11', '-12'].some((one) => when.slice(4, 7) === one) ? when.slice(0, 4) : ''
  return linesOf(home).filter((line) => isGap(line) && (line.period.to === to || line.period.key === ahead))
}

describe.each(moments.filter(({ long }) => isLongRun() || !long))('$when', (moment) => {
  const { told, overdue = false, pressing } = moment
  let now: number
  let sent: number
  let preview: ResponseOf<'reminder.word'>
  beforeAll(async () => {
    sent = county.emulator.outbox().length
    now = await come(moment)
    preview = await county.get(secretary, 'reminder.word', { branchId })
  }, 300_000)

  test('首页 says 还差 in ochre from T−7 on and never before, of exactly what is missing', async () => {
    for (const openId of people) {
      const { month } = await county.get(openId, 'progress.home')
      const gaps = month.duties.filter(isGap)
      const headline = homeHeadline(month.duties, now)
      expect([openId, headline.type === 'missing']).toEqual([openId, pressing && gaps.length > 0])
      if (headline.type === 'missing') expect(headline.missing).toBe(gaps.length)
    }
  })

  test('what is told of a month is what its 首页 says is missing, in its order, with its nouns and numbers', async () => {
    expect(preview.opensAt === undefined).toBe(told.length > 0)
    for (const openId of people)
      for (const month of told) {
        const home = await county.get(openId, 'progress.home', { month })
        const gaps = toldOf(home, month, moment)
        const said = preview.people.find(({ id }) => id === memberIdOf(openId))
        expect([openId, said !== undefined]).toEqual([openId, gaps.length > 0])
        if (!said) continue
        const [only] = gaps
        if (overdue && gaps.length === 1 && only) {
          expect(said.text).toContain(`还差 ${only.missing} ${only.measure}`)
          continue
        }
        expect(said.text).toContain(`还差 ${gaps.length} 项：${listOf(gaps)}`)
        compared.sentence += 1
      }
  })

  test('消息 stands as WeChat said it, as 看看怎么告知 says it, and in ochre from T−7 on alone', async () => {
    for (const openId of people) {
      const { items } = await county.get(openId, 'reminder.inbox')
      const said = preview.people.find(({ id }) => id === memberIdOf(openId))
      const [values, ...more] = messageTo(openId, sent)
      expect(more).toEqual([])
      for (const item of items) {
        if (item.type !== 'gaps') continue
        const { title, tone } = messageWords(item, now)
        expect(said?.text.startsWith(title)).toBe(true)
        if (item.items.length > 1) expect(said?.text).toContain(listOf(item.items))
        const isLoud = item.items.some(({ excused, periodKey }) => {
          const { to } = periodByKey(periodKey)
          return !excused && (to < dayOf(now) || isLastWeek(to, now))
        })
        expect([openId, tone]).toEqual([openId, isLoud ? 'ochre' : 'blue'])
        // A secretary's has what the branch misses in the same sentence, told apart in 消息.
        if (!values || openId === secretary) continue
        expect(values[0]).toBe(title)
        expect(values[1]).toBe(fittedList(item.items))
        compared.message += 1
      }
    }
  })

  test('the leader’s list says of each what 看看怎么告知 says', async () => {
    const { people: list } = await county.get(secretary, 'reminder.toTell', { branchId })
    const stored = county.emulator.database.find('reminders', { branchId }) as unknown as StoredReminder[]
    const ofGaps = list.filter(({ meeting }) => !meeting)
    expect(ofGaps.length > 0).toBe(told.length > 0)
    for (const { reminderId, text } of ofGaps) {
      const memberId = stored.find(({ _id }) => _id === reminderId)?.memberId
      expect(preview.people.find(({ id }) => id === memberId)?.text).toBe(text)
    }
  })

  test('支部进度, 工作 and 为什么 agree with it, person by person', async () => {
    const page = await county.get(secretary, 'progress.branch', { branchId })
    const { places } = await county.get(secretary, 'identity.work')
    const missing = withGaps(page.rows)
    const place = places.find(({ role }) => role === 'secretary')
    expect(place?.missingMembers).toBe(missing.length)
    const byName = new Map(preview.people.map((one): [string, Word] => [one.id, one]))
    if (told.includes(page.period.key))
      expect(missing.filter(({ memberId }) => !byName.has(memberId))).toEqual([])
    const drawn = matrixRows(page.rows, page, now)
    for (const [index, row] of page.rows.entries()) {
      const marks = drawn[index]?.cells ?? []
      for (const [place_, cell] of row.cells.entries()) {
        if (!isGap(cell)) continue
        const mark = marks[place_]
        expect(mark?.calm ?? false).toBe(!pressing)
        if (!eachThird(row, index)) continue
        const asked = { dutyId: cell.dutyId, periodKey: page.period.key, subjectId: row.memberId }
        const why = await county.get(secretary, 'progress.why', asked)
        const { text, tone } = whyState(why, now)
        expect(mark?.label.endsWith(`，${text}`)).toBe(true)
        expect(tone).toBe(pressing ? 'miss' : 'plain')
        expect(nextHeading(why, now)?.tone).toBe(pressing ? 'miss' : undefined)
        if (told.includes(page.period.key))
          expect(byName.get(row.memberId)?.text).toContain(gapText(why.line))
        compared.cell += 1
      }
    }
  })

  test('what the branch itself misses: its page, 为什么, and what its secretary was told', async () => {
    const { duties } = await county.get(secretary, 'progress.branch', { branchId })
    for (const duty of splitDuties(duties).missing) {
      const { line, missingNames } = duty
      const asked = { dutyId: line.dutyId, periodKey: line.period.key, subjectId: line.subjectId }
      const { text, tone } = whyState(await county.get(secretary, 'progress.why', asked), now)
      expect([line.dutyId, tone]).toEqual([line.dutyId, isLastWeek(line.period.to, now) ? 'miss' : 'plain'])
      if (line.done > 0 && missingNames.length === 0) expect(missingText(duty, now)).toContain(text)
    }
    const { items } = await county.get(secretary, 'reminder.inbox')
    const notice = items.find((one) => one.type === 'notice' && one.id.startsWith('branch_'))
    for (const month of told) {
      const { duties: then } = await county.get(secretary, 'progress.branch', { branchId, periodKey: month })
      const { to } = periodByKey(month)
      const missing = splitDuties(then).missing.filter(({ line }) => line.period.to === to)
      const gaps = byKind(missing, missing).map(({ duty: { line } }) => ({
        ...line,
        label: line.label.startsWith('支') ? line.label : `支部${line.label}`,
      }))
      expect(notice !== undefined).toBe(gaps.length > 0)
      if (notice?.type !== 'notice' || gaps.length < 2) continue
      expect(notice.title).toContain(`还差 ${gaps.length} 项`)
      expect(notice.text).toContain(listOf(gaps))
      compared.branch += 1
    }
    if (told.length === 0) expect(notice).toBeUndefined()
  })
})

test('all of it was there to be compared', () => {
  expect(compared.message).toBeGreaterThan(times(5, 10))
  expect(compared.sentence).toBeGreaterThan(times(8, 15))
  expect(compared.cell).toBeGreaterThan(times(30, 60))
  expect(compared.branch).toBeGreaterThan(times(1, 2))
})
