import type { DutyLine } from '@domain/contract/progress'
import type { ActivityKind, DoneBy } from '@domain/contract/words'

/** How a duty is done at all, where neither the calendar nor a missed study offers a way. */
const ways: Partial<Record<DoneBy, string>> = {
  meeting: '支部举办时到会登记，自动计入',
  service: '参加社区党组织举办的服务，在现场登记',
  visit: '到联系的帮扶户家中，扫便民联系卡登记；当时没扫的，可以补登',
  deed: '认领一件实事，办结后由社区或村里确认',
  dues: '交了以后，由党支部记上',
  tick: '由党支部记上',
  talk: '谈过以后，由党支部记上哪天、谁和谁',
  lecture: '讲一次党课，由组织者填上讲课人和题目，结束登记后自动计入',
  contact_lecture: '到联系点讲一次党课，由组织者填上讲课人和题目，结束登记后自动计入',
}
/** What a kind needs to count. */
const holds: Partial<Record<ActivityKind, string>> = {
  seminar: '安排一场，填上主题，结束登记后自动计入',
  lecture: '安排一场，填上讲课人和题目，结束登记后自动计入',
  committee_meeting: '安排一场，到会委员达到半数，结束登记后自动计入',
}
const branchHolds = '安排一场，结束登记后自动计入'

/** One sentence: what to do, never who did not. */
export function howToComplete({ doneBy, kind, state }: Pick<DutyLine, 'doneBy' | 'kind' | 'state'>): string {
  if (state === 'waiting') return '自动计入，不用再做什么'
  if (state === 'not_held') return '到会登记，就自动计入'
  return ways[doneBy] ?? (kind && holds[kind]) ?? branchHolds
}
