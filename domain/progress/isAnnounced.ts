import type { FactKind } from '../contract/words'
import type { Fact } from '../fact/fact'

/** 请假, 报名, 因故不能参加: said beforehand and no record of having done something. */
export const announcements: readonly FactKind[] = ['leave', 'enrolment', 'excuse']

/** Taken back, it is nothing that happened; standing, it is not shown as the last record. */
export const isAnnounced = ({ kind }: Pick<Fact, 'kind'>): boolean => announcements.includes(kind)
