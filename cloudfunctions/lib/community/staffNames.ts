import { rolesOf } from '@domain/access/rolesOf'
import { namesOf } from '../entry/namesOf'
import type { Context } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import type { Identity } from '../store/collections/identities'
import { oneOf } from '../store/conditions'
import { find } from '../store/find'

type Staff = Pick<Identity, 'grants' | 'memberId' | 'requestId'>

/** Whoever holds or held a right at one of these communities and still has a WeChat. */
const readStaff = (communityIds: readonly string[]): Promise<Staff[]> =>
  find(
    'identities',
    { state: 'bound', 'grants.organisationId': oneOf(communityIds) },
    { fields: ['grants', 'memberId', 'requestId'], limit: 5000 },
  )

const viewerOf = ({ memberId, requestId }: Staff): string => memberId ?? requestId

/** As records name them. */
const recordedAs = (staff: Staff): string => staff.memberId ?? nameForRecords({ identity: staff })

export interface StaffNames {
  /** Who answers at a community today: the first of its staff. */
  contact: (communityId: string) => string | undefined
  /** Who somebody is whom a record of these communities names. */
  recorded: (by: string) => string | undefined
}

/** The names of those who work for these communities, as of people who act. Three calls, whatever their number. */
export async function staffNames(
  communityIds: readonly string[],
  { today, names }: Pick<Context, 'today' | 'names'>,
): Promise<StaffNames> {
  const staff = communityIds.length === 0 ? [] : await readStaff(communityIds)
  const called = await namesOf(staff.map(viewerOf), names)
  const worksAt = (one: Staff, communityId: string): boolean =>
    rolesOf({ grants: one.grants }, today).some(
      ({ role, organisationId }) => role === 'community_staff' && organisationId === communityId,
    )
  const nameOf = (one: Staff | undefined) => one && called.get(viewerOf(one))
  return {
    contact: (communityId) => nameOf(staff.find((one) => worksAt(one, communityId))),
    recorded: (by) => nameOf(staff.find((one) => recordedAs(one) === by)),
  }
}
