import type { Activity } from '@domain/activity/activity'
import { retry } from '../wx/retry'
import { database } from '../wx/sdk'
import { anyOf, oneOf } from './conditions'

/** Newest first; more than anybody settles in a sitting, the rest shows when these are dealt with. */
const SHOWN = 200

const bulky = { expected: 0, agenda: 0, codeKey: 0, absences: 0, movedFrom: 0, audited: 0 }
const nobody = { agenda: [], absences: [], expected: [] }

/**
 * What these branches and units have announced and neither recorded nor cancelled, however old, without its lists; and 补录 of others that one
 * of `askedIds` (the work committee, a community) is asked to confirm and has not.
 */
export async function readUnsettled(
  branchIds: readonly string[],
  askedIds: readonly string[] = [],
): Promise<Activity[]> {
  if (branchIds.length + askedIds.length === 0) return []
  const state = oneOf(['published', 'open', 'closed'])
  const ofBranches = { branchId: oneOf(branchIds), state }
  const { list } = await retry(() =>
    database
      .collection('activities')
      .aggregate()
      .match(
        askedIds.length === 0
          ? ofBranches
          : anyOf(ofBranches, { 'late.asked': oneOf(askedIds), 'late.confirmed': null, state }),
      )
      .sort({ startsAt: -1 })
      .limit(SHOWN)
      .project(bulky)
      .end(),
  )
  return (list as Activity[]).map((activity) => ({ ...activity, ...nobody }))
}
