import type { ProgressState } from '@domain/contract/words'

/** How a duty is done at all, where neither the calendar nor a missed study offers a way. Rules keep their ids when they are edited. */
const ways: Record<string, string> = {
  member_study: '支部举办时到会登记，自动计入',
  community_service: '参加社区党组织举办的服务，在现场登记',
  household_visit: '到联系的帮扶户家中，扫便民联系卡登记；当时没扫的，可以补登',
  practical_deed: '认领一件实事，办结后由社区或村里确认',
  dues: '交了以后，由党支部记上',
  leader_lecture: '讲一次党课，由组织者填上讲课人和题目，结束登记后自动计入',
  leader_contact_lecture: '到联系点讲一次党课，由组织者填上讲课人和题目，结束登记后自动计入',
  theme_seminar: '安排一场，填上主题，结束登记后自动计入',
  party_lecture: '安排一场，填上讲课人和题目，结束登记后自动计入',
  committee_meeting: '安排一场，到会委员达到半数，结束登记后自动计入',
}
const branchHolds = '安排一场，结束登记后自动计入'

/** One sentence: what to do, never who did not. */
export function howToComplete(dutyId: string, state: ProgressState): string {
  if (state === 'waiting') return '自动计入，不用再做什么'
  if (state === 'not_held') return '到会登记，就自动计入'
  return ways[dutyId] ?? branchHolds
}
