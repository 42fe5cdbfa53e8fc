import type { NotCountedReason } from '@domain/evidence/seenRecord'

interface Sentence {
  text: string
  /** Only for what may still change. */
  tag?: string
}

/** Why a record that was seen does not count: what is so, and what would change it. Nobody is blamed. */
export const notCountedSentences: Record<NotCountedReason, Sentence> = {
  waiting_confirmation: { text: '等对方确认，确认后自动计入', tag: '待确认' },
  not_yet_closed: { text: '还没有结束登记，结束后自动计入', tag: '待结束' },
  annulled: { text: '这次登记已撤销；到了会，可请组织者恢复', tag: '已撤销' },
  activity_cancelled: { text: '活动已取消，不计入' },
  not_hosted_by_community: { text: '不是社区党组织举办的活动，不计入社区服务' },
  not_own_household: { text: '不是本人联系的帮扶户，不计入本人走访' },
  no_topic: { text: '没有填写研讨主题，不计入交流研讨' },
  no_lecturer: { text: '没有填写讲课人和题目，不计入党课' },
  committee_below_half: { text: '到会委员不足半数，不计入支委会' },
  same_household_same_day: { text: '同一天走访同一户，按一次计' },
  used_for_contact_point: { text: '这次党课已计入联系点党课，不重复计' },
  not_at_contact_point: { text: '不是在本人联系点讲的课，不计入联系点党课' },
  used_for_leader_lecture: { text: '这次党课已计入领导干部讲党课，不重复计' },
  not_theme_service: { text: '现行规定只计集中主题服务，这次不计入' },
  side_has_enough: { text: '社区、帮扶户分别计算，这一边已经办到，不再多计' },
  attended_itself: { text: '这次学习本人到了会，补学不另计' },
  same_meeting: { text: '同一场联合活动在两个支部都有登记，按一次计' },
  not_registered: { text: '支部举办了，没有到会记录；到了会，可请组织者补登' },
}

const isKnown = (reason: string): reason is NotCountedReason => reason in notCountedSentences

/** A newer cloud may know a reason this phone does not. */
export const notCountedOf = (reason: string): Sentence =>
  isKnown(reason) ? notCountedSentences[reason] : { text: '按规则不计入' }
