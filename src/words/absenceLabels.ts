import type { AbsenceReason } from '@domain/contract/words'

/** 缺席人员及原因 of the record, in the order offered. The bare category: no illness, no family matter is asked. */
export const absenceLabels: Record<AbsenceReason, string> = {
  public_duty: '公务外出',
  health: '身体原因',
  private_matter: '个人事务',
  other: '其他原因',
}
