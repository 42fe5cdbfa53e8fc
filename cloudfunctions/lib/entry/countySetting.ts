import { mayDo } from '@domain/access/mayDo'
import type { Action } from '@domain/contract/actions'
import { idFrom } from '../ground/idFrom'
import type {
  StoredCopyOrder,
  StoredFactOrder,
  StoredJoint,
  StoredList,
  StoredWorkYear,
} from '../store/collections/settings'
import { insertAudited, type Telling, updateAudited } from './audit/audited'
import { aboutCounty } from './targets'
import type { Context } from './useCase'
import { nameForRecords } from './whoIsCalling'

/** A row of `settings` that the work committee saves on the phone. */
type Setting = StoredWorkYear | StoredCopyOrder | StoredFactOrder | StoredJoint | StoredList
type Said<S> = S extends Setting ? Omit<S, 'savedAs' | 'savedAt' | 'savedBy' | 'updatedAt'> : never

/** Whether the caller may do this to the whole county. */
export function mayInCounty(action: Action, { caller, today, tree }: Context): boolean {
  const root = aboutCounty(null, { tree })
  return root !== null && mayDo(action, caller, { day: today, ...root.about }, tree)
}

/** Saves a setting over what was read before, told before it is made. A resend finds its own; false: somebody else has saved meanwhile. */
export async function saveSetting(
  before: Setting | null,
  setting: Said<Setting>,
  { nonce, ...told }: Pick<Telling, 'what' | 'from' | 'to' | 'result'> & { nonce: string },
  { caller, now }: Context,
): Promise<boolean> {
  const savedAs = idFrom(caller.openId, nonce)
  if (before?.savedAs === savedAs) return true
  const by = nameForRecords(caller)
  const telling = { ...told, by, at: now, key: nonce }
  const row = { ...setting, savedAs, savedAt: now, savedBy: by }
  if (!before) return insertAudited(telling, 'settings', row)
  const { _id, ...change } = row
  return updateAudited(telling, 'settings', { _id, savedAs: before.savedAs }, change)
}
