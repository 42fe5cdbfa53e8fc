import type { ResponseOf } from '@domain/contract/actions'
import { formatClock, formatDay } from '@domain/time/format'
import { absenceLabels } from '@domain/activity/absenceLabels'

type MeetingRecord = Pick<
  ResponseOf<'activity.record'>,
  'title' | 'startsAt' | 'endsAt' | 'expected' | 'attended' | 'absent'
>

/** What 确认成册 puts into the record for good, told before the yes. */
export function recordWords(record: MeetingRecord, now: number) {
  const { title, startsAt, endsAt, expected, attended, absent } = record
  return {
    sentence: `${title}（${formatDay(startsAt)}）：应到 ${expected.total}\u00a0人，实到 ${attended.total}\u00a0人。`,
    /** Everybody who was not there, with the reason. */
    absent: absent.map(({ name, reason }) => `${name}：${absenceLabels[reason]}`),
    /** Only before the planned end. */
    early:
      now < endsAt
        ? `原定 ${formatClock(endsAt)} 结束，现在 ${formatClock(now)}。确实散会了，再成册。`
        : undefined,
  }
}
