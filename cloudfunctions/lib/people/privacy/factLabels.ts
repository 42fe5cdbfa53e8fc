import { absenceLabels } from '@domain/activity/absenceLabels'
import { wayLabels } from '@domain/checkin/wayLabels'
import type { FactKind, Way } from '@domain/contract/words'

/** How the export of one's own data names what was recorded and how it came in. */
export const factLabels: Record<FactKind, string> = {
  attendance: '到会登记',
  leave: '请假',
  enrolment: '报名',
  excuse: '说明不能参加服务',
  visit: '入户走访',
  deed: '办实事',
  talk: '谈心谈话',
  tick: '党费等登记',
  make_up: '补学',
}

/** As everywhere, but for one's own code: the owner has shown it. */
export const ownWayLabels: Record<Way, string> = { ...wayLabels, member_code: '出示我的码' }

/** Reasons chosen from a list; every other one was typed and is shown as it is. */
export const reasonLabels: Partial<Record<string, string>> = absenceLabels
