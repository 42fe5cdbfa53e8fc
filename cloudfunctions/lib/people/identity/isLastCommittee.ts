import { isInForce } from '@domain/org/membershipOn'
import type { Day } from '@domain/time/day'
import type { Identity } from '../../store/collections/identities'
import { find } from '../../store/find'

const runsCounty = ({ grants }: Pick<Identity, 'grants'>, day: Day): boolean =>
  grants.some((grant) => grant.role === 'committee' && isInForce(grant, day))

/** Identities through which the county is run on a day. */
export async function committeeOn(day: Day): Promise<string[]> {
  const where = { state: 'bound', 'grants.role': 'committee' }
  const found = await find('identities', where, { fields: ['grants'] })
  return found.filter((identity) => runsCounty(identity, day)).map(({ _id }) => _id)
}

/** Whether nobody would be left to run the county without this identity. */
export async function isLastCommittee(
  identity: Pick<Identity, '_id' | 'grants'>,
  day: Day,
): Promise<boolean> {
  if (!runsCounty(identity, day)) return false
  return (await committeeOn(day)).every((id) => id === identity._id)
}
