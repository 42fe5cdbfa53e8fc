import type { StoredReminder } from '@cloud/lib/store/collections/reminders'
import type { RemindReport } from '@cloud/lib/telling/reminder/run'
import type { Templates } from '@domain/contract/templates'
import type { Fact } from '@domain/fact/fact'
import { at } from '@domain/testing/at'
import { aFact } from '@domain/testing/builders'
import type { World } from './world'

/** As a county sets them that picked other templates than the demo's: other keywords, other numbers, one that always says the same. */
const set = {
  meeting: { id: 'T-meeting', title: 'thing2', time: 'date3', place: 'thing5', fixed: { phrase7: '请准时' } },
  month_gap: { id: 'T-gap', title: 'thing1', list: 'thing2', hint: 'thing3', until: 'date4' },
  waiting: { id: 'T-waiting', title: 'thing1', list: 'thing2', since: 'date3' },
} satisfies Templates
export const templates = { TEMPLATES: JSON.stringify(set) }

/** Runs the timer's function at an instant of Shanghai. */
export async function remindAt(world: World, when: string): Promise<RemindReport> {
  world.emulator.clock.set(at(when))
  const { result } = await world.emulator.invoke('remind', {}, {})
  return result as RemindReport
}

export const reminderOf = (world: World, memberId: string, round: 1 | 2 = 1) =>
  world.emulator.database.find('reminders', { _id: `gap_${memberId}_2026-09_${round}` })[0] as
    StoredReminder | undefined

/** Whom a reminder is about. */
export const toldOf =
  (world: World) =>
  ({ reminderId }: { reminderId: string }): unknown =>
    world.emulator.database.find('reminders', { _id: reminderId })[0]?.memberId

export const insert = (world: World, name: string, ...rows: object[]): void =>
  world.emulator.database.insertMany(name, rows as Record<string, unknown>[])

/** What a member did in September, so that only the rest is missing. */
export const didInSeptember = (memberId: string, ...what: ('study' | 'dues' | 'service')[]): Fact[] =>
  what.map((one) => {
    const facts: Record<typeof one, Partial<Fact>> = {
      study: { activityId: 'study9', activityKind: 'study' },
      service: { activityId: 'service9', activityKind: 'community_service', confirmed: { at: 1, by: 's' } },
      dues: {
        _id: `dues_${memberId}_2026-09`,
        kind: 'tick',
        dutyId: 'dues',
        periodKey: '2026-09',
        way: 'roll_call',
      },
    }
    return aFact({ memberId, occurredAt: at('2026-09-12 10:00'), ...facts[one] })
  })

/** The openids of those whom a message really reached. */
export const reached = (world: World, templateId = 'T-gap'): string[] =>
  world.emulator
    .outbox()
    .filter((message) => message.errcode === 0 && message.templateId === templateId)
    .map(({ openid }) => openid)
    .sort()
