import type { ResponseOf } from '@domain/contract/actions'
import type { EarlyNote } from '@domain/contract/progress'
import type { Day } from '@domain/time/day'
import { periodOf, previousPeriod } from '@domain/time/period'
import type { Context } from '../../entry/useCase'
import type { StoredReminder } from '../../store/collections/reminders'
import { atLeast, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { type Nameable, nameFields } from '../../store/readPeople'

type Notice = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'notice' }>

/** What there is no record of; a record missing is no conclusion about anybody. */
const withoutRecord: Record<EarlyNote['of'], string> = {
  life: '没有参加组织生活的登记',
  dues: '没有党费登记',
  work: '没有志愿服务、走访或办实事的登记',
}
const monthWords: Record<EarlyNote['months'], string> = { 3: '三', 5: '五' }

/** 周敏同志已有三个月没有参加组织生活的登记，方便时找本人谈谈心、了解一下情况。 */
const textOf = (name: string, { of, months }: Pick<EarlyNote, 'of' | 'months'>): string =>
  `${name}同志已有${monthWords[months]}个月${withoutRecord[of]}，方便时找本人谈谈心、了解一下情况。`

/** Of three months and of five, of one member and one track, the later one is enough. */
const isSurpassed = ({ memberId, early }: StoredReminder, kept: readonly StoredReminder[]): boolean =>
  early?.months === 3 &&
  kept.some((one) => one.memberId === memberId && one.early?.of === early.of && one.early.months === 5)

/** `memberId` never reads what is about the own person. */
async function readKept(branchIds: readonly string[], since: number, memberId: string | undefined) {
  const where = { branchId: oneOf(branchIds), kind: 'early', at: atLeast(since) }
  const kept = await find('reminders', where, { limit: 2000 })
  return kept.filter((one) => one.memberId !== memberId && !isSurpassed(one, kept))
}

async function readAbout(kept: readonly StoredReminder[]): Promise<Map<string, Nameable>> {
  const _id = oneOf([...new Set(kept.map(({ memberId }) => memberId))])
  const rows = await find('members', { _id }, { limit: 2000, fields: nameFields })
  return new Map(rows.map((row) => [row._id, row]))
}

/** Member → the day of the last talk, of those with talks since a day. */
async function readTalked(branchIds: readonly string[], since: Day): Promise<ReadonlyMap<string, Day>> {
  const where = { branchId: oneOf(branchIds), kind: 'talk', occurredOn: atLeast(since), annulled: null }
  const talks = await find('facts', where, { limit: 20_000, fields: ['memberId', 'detail', 'occurredOn'] })
  const last = new Map<string, Day>()
  for (const { memberId, detail, occurredOn } of talks)
    for (const id of [memberId, detail?.withMemberId ?? memberId])
      if (occurredOn > (last.get(id) ?? '')) last.set(id, occurredOn)
  return last
}

/** The first day whose talk answers a note: the last of the months it was noted for had begun. */
const answeredFrom = (notedAt: number): Day => previousPeriod(periodOf('month', notedAt)).from

/** 提早提醒 (DUTIES row 45), for those who run the branch: a suggestion to talk, until somebody has; newest first, kept since an instant (ms). */
export async function earlyNotices(
  branchIds: readonly string[],
  since: number,
  { caller, names }: Context,
): Promise<Notice[]> {
  if (branchIds.length === 0) return []
  const kept = await readKept(branchIds, since, caller.member?._id)
  if (kept.length === 0) return []
  const oldest = Math.min(...kept.map(({ at }) => at))
  const [people, talked] = await Promise.all([readAbout(kept), readTalked(branchIds, answeredFrom(oldest))])
  return kept
    .filter(({ at, memberId }) => (talked.get(memberId) ?? '') < answeredFrom(at))
    .sort((a, b) => b.at - a.at || (a._id < b._id ? -1 : 1))
    .flatMap(({ _id, at, branchId, early, memberId }): Notice[] => {
      const about = people.get(memberId)
      if (!early || !about) return []
      const text = textOf(names.of(about), early)
      return [{ type: 'notice', id: _id, at, title: '建议谈谈心', text, target: 'branch', branchId }]
    })
}
