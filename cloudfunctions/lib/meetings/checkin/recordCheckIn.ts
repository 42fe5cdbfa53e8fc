import { attendance, attendanceId, type Entry } from '@domain/checkin/attendance'
import { judgeCheckIn } from '@domain/checkin/judgeCheckIn'
import { done, type Outcome } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import { insertAudited, type Telling } from '../../entry/audit/audited'
import type { Context } from '../../entry/useCase'
import { AppError } from '../../ground/AppError'
import { findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'

/** Confirms an entry that waits by a second one that is nobody's own word, such as a scan of the organiser's screen; how it was entered first stays. */
async function settle(existing: Fact, { confirmed, by }: Fact, now: number): Promise<Fact> {
  // The second entry waits itself, as a poster's does: it confirms nothing.
  if (confirmed === null) return existing
  const word = confirmed ?? { at: now, by: by === existing.memberId ? existing.hostId : by }
  await updateWhere('facts', { _id: existing._id, confirmed: null, annulled: null }, { confirmed: word })
  return { ...existing, confirmed: word }
}

/**
 * The one door to an attendance record: judge, insert once, and only when that fails read back what stands there. One write and no
 * reading when all is well, so a hundred people at once stay out of each other's way. A resend (same nonce) gets its first answer even
 * after the doors have closed. `telling`: of an entry that does not speak for itself, for the audit.
 */
export async function recordCheckIn(
  entry: Entry,
  { now, calendar }: Pick<Context, 'now' | 'calendar'>,
  telling?: Telling,
): Promise<Outcome<Fact>> {
  const { activity, member, way, occurredAt } = entry
  const situation = { activity, member, way, occurredAt }
  const judgement = judgeCheckIn(situation, now, calendar)
  if (judgement.ok) {
    const fact = attendance(entry, judgement.guest, now)
    const isNew = telling
      ? await insertAudited(telling, 'facts', fact)
      : (await insertOnce('facts', fact)) === 'inserted'
    if (isNew) return done(fact)
  }
  const existing = await findById('facts', attendanceId(activity._id, member._id))
  // What was struck out since is not given back by a resend.
  if (existing?.nonce === entry.nonce && !existing.annulled) return done(existing)
  const refusal = judgeCheckIn({ ...situation, existing }, now, calendar)
  if (refusal.ok && refusal.confirms && existing)
    return done(await settle(existing, attendance(entry, refusal.guest, now), now))
  if (refusal.ok) throw new AppError('lost_record', `${activity._id}: a duplicate that cannot be read back`)
  return refusal
}
