import type { Fact } from './fact'

/** 请假, 报名, 因故不能参加: said beforehand. Taken back, it is nothing that happened; standing, it is still nobody's last record. */
export const isAnnounced = ({ kind }: Pick<Fact, 'kind'>): boolean =>
  kind === 'leave' || kind === 'enrolment' || kind === 'excuse'
