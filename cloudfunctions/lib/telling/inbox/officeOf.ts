import { rolesOf } from '@domain/access/rolesOf'
import type { ResponseOf } from '@domain/contract/actions'
import { awaitedYears } from '../../entry/readWorkdays'
import type { Context } from '../../entry/useCase'
import { count, find } from '../../store/find'
import { hasRegistered } from '../../store/hasRegistered'

type Office = NonNullable<ResponseOf<'identity.work'>['office']>

/** What waits for the work committee itself, however old; nothing is read for anybody else. */
export async function officeOf({ caller, today, now }: Context): Promise<Office | undefined> {
  if (!rolesOf(caller, today).some(({ role }) => role === 'committee')) return undefined
  const [years, open, deletions, isUsed] = await Promise.all([
    awaitedYears(now),
    find('feedback', { state: 'open' }, { limit: 20_000, fields: ['dueBy'] }),
    count('deletions', { state: 'open' }),
    hasRegistered(),
  ])
  const [feedbackDue] = open.map(({ dueBy }) => dueBy).sort((a, b) => a - b)
  return {
    years,
    feedback: open.length,
    ...(feedbackDue !== undefined && { feedbackDue }),
    deletions,
    ...(!isUsed && { isNew: true }),
  }
}
