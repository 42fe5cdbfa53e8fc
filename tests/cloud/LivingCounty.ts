import type { dispatch } from '@cloud/lib/entry/dispatch'
import type { Credits } from '@cloud/lib/store/collections/credits'
import type { StoredReminder } from '@cloud/lib/store/collections/reminders'
import type { remind } from '@cloud/lib/telling/reminder/run'
import type { useCases } from '@cloud/lib/useCases'
import type { SubscribeMessage } from '@cloud/lib/wx/sendMessage'
import type { Activity } from '@domain/activity/activity'
import type { Action, ResponseOf } from '@domain/contract/actions'
import { contractVersion } from '@domain/contract/answer'
import type { Template } from '@domain/contract/reminder'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { aFact, anActivity } from '@domain/testing/builders'
import { addDays, type Day, dayOf, startOfDay } from '@domain/time/day'
import { badField } from '../../emulator/openApi/badField'
import { isLongRun } from '../../emulator/testing/longRun'
import type { Document } from '../../emulator/types'
import { DemoCounty } from './demoCounty'
import { templates } from './reminders'
import { randomFrom } from './simulated'
import { Wire } from './Wire'
import { aForm, newNonce } from './world'

const HOUR = 3_600_000

/** What WeChat was asked to deliver, and its answer. */
export interface Logged {
  at: number
  openId: string
  template: Template
  text: string
  answer: 'sent' | number | 'no_answer'
}

type Sent = 'sent' | { code: number | 'no_answer' }
type Cloud = { dispatch: typeof dispatch; useCases: typeof useCases; remind: typeof remind }

const kinds: Record<string, Template> = {
  'T-gap': 'month_gap',
  'T-meeting': 'meeting',
  'T-waiting': 'waiting',
}

/** A home page takes longer than a message: each tenth is looked at in `npm test`, all in `test:full`. */
const someOf = (_: unknown, index: number): boolean => isLongRun() || index % 10 === 0

/**
 * The whole demo county with people who act and answer at random, and the timer in this process: a run without anything to tell takes half of what it
 * takes in a process of its own. The same each time.
 */
export class LivingCounty {
  readonly log: Logged[] = []
  /** Credits allowed, those that lay there at the start included. */
  granted = 0
  /** What stood here and was refused all the same. */
  emptied = 0
  /** Told that something is missing while the home page says that nothing is. */
  readonly wronglyTold: string[] = []
  /** By meeting: who has put it into the phone's calendar. */
  readonly inCalendar = new Map<string, Set<string>>()
  readonly members: Member[]
  /** Of those bound to a WeChat. */
  readonly openIds: ReadonlyMap<string, string>
  readonly heads: { memberId: string; branchId: string; openId: string }[]
  /** They chose that a person tells. */
  readonly silent: string[]
  /** On the day the month ends in which it all begins. */
  readonly leaving: string[]
  private readonly answers = new Map<string, Exclude<Logged['answer'], 'sent'>>()
  private readonly random = randomFrom(23)
  private readonly announced = new Map<string, string>()

  private constructor(
    private readonly county: DemoCounty,
    private readonly wire: Wire,
    private readonly cloud: Cloud,
    private readonly stand: (now: number) => void,
  ) {
    this.members = this.rows<Member>('members')
    const bound = this.rows<{ _id: string; memberId: string }>('identities', { state: 'bound' })
    this.openIds = new Map(bound.map(({ _id, memberId }) => [memberId, _id]))
    this.heads = this.members.flatMap(({ _id: memberId, posts }) =>
      posts.flatMap(({ post, organisationId: branchId, to }) => {
        const openId = this.openIds.get(memberId)
        return post === 'secretary' && to === undefined && openId ? { memberId, branchId, openId } : []
      }),
    )
    const plain = this.members.filter(({ _id, posts }) => this.openIds.has(_id) && posts.length === 0)
    const every = (nth: number) => plain.filter((_, index) => index % 60 === nth).map(({ _id }) => _id)
    this.silent = every(1)
    this.leaving = every(2)
    for (const [nth, code] of [43101, 47003, -1, 'no_answer'].entries())
      for (const id of every(10 + nth)) this.answers.set(this.openIds.get(id) ?? '', code as number)
    this.granted = this.left()
  }

  /** `stand`: makes the clock of this process show an instant. */
  static async start(stand: (now: number) => void): Promise<LivingCounty> {
    const county = await DemoCounty.start({ env: templates })
    Object.assign(process.env, templates)
    const wire = new Wire(county.emulator)
    wire.open('demo-county')
    // The SDK reads the environment while it is loaded.
    const cloud: Cloud = {
      ...(await import('@cloud/lib/entry/dispatch')),
      ...(await import('@cloud/lib/useCases')),
      ...(await import('@cloud/lib/telling/reminder/run')),
    }
    return new LivingCounty(county, wire, cloud, stand)
  }

  async stop(): Promise<void> {
    this.wire.close()
    await this.county.stop()
  }

  now = (): number => this.county.emulator.clock.now()

  setClock(now: number): void {
    this.stand(now)
    this.county.emulator.clock.set(now)
  }

  rows<T>(collection: string, query: object = {}): T[] {
    return this.county.emulator.database.find(collection, query) as T[]
  }

  reminders = (query: object = {}): StoredReminder[] => this.rows('reminders', query)

  left = (): number =>
    this.rows<Credits>('credits').reduce(
      (sum, { meeting = 0, month_gap: gap = 0, waiting = 0 }) => sum + meeting + gap + waiting,
      0,
    )

  async get<A extends Action>(openId: string, action: A, data: object = {}): Promise<ResponseOf<A>> {
    const event = { action, contractVersion, data }
    const outcome = await this.cloud.dispatch(this.cloud.useCases, event, openId, this.now())
    if (!outcome.ok) throw new Error(`${action} as ${openId}: ${JSON.stringify(outcome)}`)
    return outcome.data as ResponseOf<A>
  }

  /** In place of WeChat, which takes no field that is too long. */
  async send({ openId, templateId, data }: SubscribeMessage): Promise<Sent> {
    const template = kinds[templateId] ?? 'meeting'
    const code = badField(data) === undefined ? this.answers.get(openId) : 40_037
    const answer = code ?? 'sent'
    const text = JSON.stringify(data)
    this.log.push({ at: this.now(), openId, template, text, answer })
    if (code === 43101) {
      const [wallet] = this.rows<Credits>('credits', { _id: this.memberOf(openId) })
      this.emptied += wallet?.[template] ?? 0
    }
    return Promise.resolve(code === undefined ? 'sent' : { code })
  }

  memberOf = (openId: string): string => [...this.openIds].find(([, one]) => one === openId)?.[0] ?? openId

  private chance = (share: number): boolean => this.random() < share

  private insert(collection: string, ...rows: object[]): void {
    this.county.emulator.database.insertMany(collection, rows as Document[])
  }

  private has = (collection: string, _id: string): boolean => this.rows(collection, { _id }).length > 0

  branchOf = (member: Member, day: Day): string | undefined => membershipOn(member, day)?.branchId

  /** Before the first day. */
  async settle(lastDay: Day): Promise<void> {
    for (const id of this.silent)
      await this.get(this.openIds.get(id) ?? '', 'reminder.set', { byLeader: true })
    for (const id of this.leaving) {
      const member = this.members.find(({ _id }) => _id === id)
      if (!member) continue
      member.memberships = member.memberships.map((one) => ({ ...one, to: one.to ?? lastDay }))
      const query = JSON.stringify({ _id: id })
      const gone = { action: 'database.removeDocument', collectionName: 'members', query, multi: true }
      await this.county.emulator.ask(JSON.stringify(gone))
      this.insert('members', member)
    }
  }

  /** A day of people: some pay their dues, some went to study, some allow one more message. */
  async live(day: Day): Promise<void> {
    const month = day.slice(0, 7)
    if (day >= `${month}-03`) this.holdStudies(month)
    for (const member of this.members) {
      const { _id: memberId } = member
      const branchId = this.branchOf(member, day)
      if (branchId === undefined) continue
      if (this.chance(0.05)) this.pay(memberId, branchId, day)
      if (day >= `${month}-03` && this.chance(0.04)) this.studied(memberId, branchId, month)
      const openId = this.openIds.get(memberId)
      if (openId === undefined || this.silent.includes(memberId)) continue
      if (!this.chance(0.02)) continue
      const accepted = this.chance(0.5) ? (['month_gap'] as const) : (['meeting', 'month_gap'] as const)
      this.granted += accepted.length
      await this.get(openId, 'reminder.accept', { accepted, nonce: newNonce() })
    }
  }

  private pay(memberId: string, branchId: string, day: Day): void {
    const month = day.slice(0, 7)
    const _id = `dues_${memberId}_${month}`
    if (this.has('facts', _id)) return
    const about = { kind: 'tick' as const, dutyId: 'dues', periodKey: month, way: 'roll_call' as const }
    this.insert('facts', aFact({ _id, ...about, memberId, branchId, occurredAt: startOfDay(day) + 9 * HOUR }))
  }

  /** Of each branch one 集中学习 a month has been held. */
  private holdStudies(month: string): void {
    const startsAt = startOfDay(`${month}-02`) + 9 * HOUR
    for (const { branchId } of this.heads) {
      const _id = `study_${branchId}_${month}`
      if (this.has('activities', _id)) continue
      const about = { kind: 'study' as const, hostId: branchId, branchId, startsAt, expected: [] }
      this.insert('activities', anActivity({ _id, nonce: _id, state: 'recorded', ...about }))
    }
  }

  private studied(memberId: string, branchId: string, month: string): void {
    const activityId = `study_${branchId}_${month}`
    if (!this.has('activities', activityId) || this.has('facts', `${activityId}_${memberId}`)) return
    const occurredAt = startOfDay(`${month}-02`) + 9 * HOUR
    const about = { memberId, branchId, hostId: branchId, activityId, activityKind: 'study' as const }
    this.insert('facts', aFact({ ...about, occurredAt }))
  }

  /** On Mondays some branches announce a meeting for Saturday of next week; on Wednesdays some of them move an hour, some are cancelled. */
  async plan(day: Day): Promise<void> {
    const weekday = new Date(startOfDay(day) + 12 * HOUR).getUTCDay()
    if (weekday === 1) await this.announceSome(addDays(day, 12))
    if (weekday !== 3) return
    for (const { memberId, branchId, openId } of this.heads) {
      const activityId = this.announced.get(branchId)
      if (activityId === undefined || this.chance(0.5)) continue
      if (this.chance(0.5))
        await this.get(openId, 'activity.setState', { activityId, to: 'cancelled', reason: 'other' })
      else
        await this.announce(memberId, branchId, openId, startOfDay(addDays(day, 10)) + 16 * HOUR, activityId)
    }
  }

  /** By a quarter of the branches, for three in the afternoon. */
  async announceSome(on: Day): Promise<void> {
    this.announced.clear()
    for (const { memberId, branchId, openId } of this.heads)
      if (this.chance(0.25)) await this.announce(memberId, branchId, openId, startOfDay(on) + 15 * HOUR)
  }

  private async announce(
    chairId: string,
    branchId: string,
    by: string,
    startsAt: number,
    activityId?: string,
  ) {
    const own = this.members.filter((member) => this.branchOf(member, dayOf(startsAt)) === branchId)
    const expectedIds = own.map(({ _id }) => _id)
    const when = { startsAt, endsAt: startsAt + HOUR, title: '主题党日' }
    const form = aForm({ hostId: branchId, chairId, recorderId: chairId, expectedIds, ...when })
    const request = {
      form,
      publish: true,
      nonce: newNonce(),
      ...(activityId !== undefined && { activityId }),
    }
    const saved = await this.get(by, 'activity.save', request)
    this.announced.set(branchId, saved.activityId)
    if (activityId !== undefined) return
    const dice = expectedIds.filter((id) => this.openIds.has(id) && this.chance(0.2))
    this.inCalendar.set(saved.activityId, new Set(dice))
  }

  /** A run of the timer; of gaps of the running month the home page is another way to the same answer, but for who hears of the branch. */
  async run(now: number): Promise<void> {
    this.setClock(now)
    const before = this.log.length
    await this.cloud.remind(now)
    const heads = new Set(this.heads.map(({ openId }) => openId))
    for (const { openId, template, text } of this.log.slice(before).filter(someOf))
      if (template === 'month_gap' && /本月还差|月底前还差/.test(text) && !heads.has(openId))
        if (!(await this.misses(openId))) this.wronglyTold.push(`${openId} ${dayOf(now)}`)
  }

  async misses(openId: string): Promise<boolean> {
    const { month, quarter, year } = await this.get(openId, 'progress.home')
    return [month, quarter, year].some(({ duties }) =>
      duties.some(({ state, missing }) => state === 'missing' && missing > 0),
    )
  }

  /** Meetings of a day, as they stand. */
  meetingsOf = (day: Day): Activity[] =>
    this.rows<Activity>('activities', { state: 'published' }).filter(
      ({ _id, startsAt }) => this.inCalendar.has(_id) && dayOf(startsAt) === day,
    )
}
