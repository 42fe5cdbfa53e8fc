import { done, type Outcome } from '@domain/contract/answer'
import { judgeCheckIn } from '@domain/checkin/judgeCheckIn'
import type { Fact } from '@domain/progress/fact'
import { AppError } from '../AppError'
import { findById } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'
import { attendance, attendanceId, type Entry } from './attendance'

/**
 * The one door to an attendance record: judge, insert once, and only when that fails read back what stands there. One write and no
 * reading when all is well, so a hundred people at once stay out of each other's way. A resend (same nonce) gets its first answer even
 * after the doors have closed.
 */
export async function recordCheckIn(entry: Entry, now: number): Promise<Outcome<Fact>> {
  const { activity, member, way, occurredAt } = entry
  const situation = { activity, member, way, occurredAt }
  const judgement = judgeCheckIn(situation, now)
  if (judgement.ok) {
    const fact = attendance(entry, judgement.guest, now)
    if ((await insertOnce('facts', fact)) === 'inserted') return done(fact)
  }
  const existing = await findById('facts', attendanceId(activity._id, member._id))
  if (existing?.nonce === entry.nonce) return done(existing)
  const refusal = judgeCheckIn({ ...situation, existing }, now)
  if (refusal.ok) throw new AppError('lost_record', `${activity._id}: a duplicate that cannot be read back`)
  return refusal
}
