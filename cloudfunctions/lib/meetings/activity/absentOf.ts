import type { Absence, Activity } from '@domain/activity/activity'
import { type AbsenceReason, absenceReason } from '@domain/contract/words'
import { isRegistered, type Roll } from '../../store/readRoll'

/** Of a leave: who gave none has not said why. */
export const leaveReasonOf = (text: string | undefined): AbsenceReason =>
  absenceReason.options.find((reason) => reason === text) ?? (text ? 'other' : 'unstated')

/** 缺席人员及原因: who asked for leave, and who was settled so by the recorder. Someone who came after all is neither. */
export const absentOf = (
  { expected, absences }: Pick<Activity, 'expected' | 'absences'>,
  { attendance, leaves }: Pick<Roll, 'attendance' | 'leaves'>,
): Absence[] =>
  expected.flatMap(({ memberId }) => {
    if (isRegistered(attendance.get(memberId))) return []
    const settled = absences.find((absence) => absence.memberId === memberId)
    const leave = leaves.get(memberId)
    if (!settled && !leave) return []
    return [{ memberId, reason: settled?.reason ?? leaveReasonOf(leave?.reason) }]
  })
