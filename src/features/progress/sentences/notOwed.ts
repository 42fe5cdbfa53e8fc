import type { NotOwedReason } from '@domain/contract/words'

/** Why nothing is owed. The category of an exemption is added by the sheet, never a diagnosis. */
export const notOwedSentences: Record<NotOwedReason, string> = {
  exempt: '这一项不作硬性要求',
  excused: '已说明本月因故不能参加，这一项不要求',
  no_household: '没有联系的帮扶户，这一项不要求',
  linked_late: '接手时这段时间已过半，这一项不要求',
  no_committee: '没有设支委会，这一项不要求',
  no_groups: '没有设党小组，这一项不要求',
  arrived_late: '从县外转入时，这段时间已过半，这一项不要求',
  founded_late: '成立时这段时间已过半，这一项不要求',
  not_founded_then: '当时还没有成立，这一项不要求',
  not_a_member_then: '当时组织关系不在本支部，这一项不要求',
}
