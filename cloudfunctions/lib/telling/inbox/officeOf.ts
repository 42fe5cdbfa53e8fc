import { rolesOf } from '@domain/access/rolesOf'
import type { ResponseOf } from '@domain/contract/actions'
import { awaitedYears } from '../../entry/awaitedYears'
import type { Context } from '../../entry/useCase'
import { count } from '../../store/find'

type Office = NonNullable<ResponseOf<'identity.work'>['office']>

/** What waits for the work committee itself, however old; nothing is read for anybody else. */
export async function officeOf({ caller, today, now }: Context): Promise<Office | undefined> {
  if (!rolesOf(caller, today).some(({ role }) => role === 'committee')) return undefined
  const [years, feedback, deletions] = await Promise.all([
    awaitedYears(now),
    count('feedback', { state: 'open' }),
    count('deletions', { state: 'open' }),
  ])
  return { years, feedback, deletions }
}
