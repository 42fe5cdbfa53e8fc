import { isInForce } from '@domain/org/membershipOn'
import type { Day } from '@domain/time/day'
import type { Identity } from '../../store/collections/identities'
import { find } from '../../store/find'

const runsCounty = ({ grants }: Pick<Identity, 'grants'>, day: Day): boolean =>
  grants.some((grant) => grant.role === 'committee' && isInForce(grant, day))

async function readCommittee(day: Day): Promise<Pick<Identity, '_id' | 'requestId' | 'grants'>[]> {
  const where = { state: 'bound', 'grants.role': 'committee' }
  const found = await find('identities', where, { fields: ['grants', 'requestId'] })
  return found.filter((identity) => runsCounty(identity, day))
}

/** Identities through which the county is run on a day. */
export const committeeOn = async (day: Day): Promise<string[]> =>
  (await readCommittee(day)).map(({ _id }) => _id)

/** The same as invitations name who gave them. */
export const giversOn = async (day: Day): Promise<ReadonlySet<string>> =>
  new Set((await readCommittee(day)).map(({ requestId }) => requestId))

/** Whether nobody would be left to run the county without this identity. */
export async function isLastCommittee(
  identity: Pick<Identity, '_id' | 'grants'>,
  day: Day,
): Promise<boolean> {
  if (!runsCounty(identity, day)) return false
  return (await committeeOn(day)).every((id) => id === identity._id)
}
