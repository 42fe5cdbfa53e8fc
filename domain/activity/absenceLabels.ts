import type { AbsenceReason } from '../contract/words'

/** 缺席人员及原因 of the record, in the order offered. The bare category: no illness, no family matter is asked. */
export const absenceLabels: Record<AbsenceReason, string> = {
  public_duty: '公务外出',
  health: '身体原因',
  private_matter: '请事假',
  on_holiday: '休假',
  in_village: '驻村',
  other: '其他原因',
  unstated: '未说明',
}
