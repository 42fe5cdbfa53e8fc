import type { LateEntry } from '@domain/activity/activity'
import type { Context } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { askedAt } from '../../people/register/secondPersons'

/** A 补录 begins: who enters it, and who else is asked. */
export async function lateNow(branchId: string, context: Context): Promise<LateEntry> {
  const { caller, now, tree } = context
  const isUnit = tree.get(branchId)?.type === 'unit'
  const asked = isUnit ? branchId : await askedAt(branchId, caller.member?._id ?? '', context)
  return { at: now, by: nameForRecords(caller), asked, confirmed: null }
}
