import type { LateEntry } from '@domain/activity/activity'
import type { Context } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { askedAt, staffAskedAt } from '../../people/register/secondPersons'

/** A 补录 begins: who enters it, and who else is asked. */
export async function lateNow(branchId: string, context: Context): Promise<LateEntry> {
  const { caller, now, tree } = context
  return { at: now, by: nameForRecords(caller), asked: await asked(), confirmed: null }

  function asked(): string | Promise<string> {
    const type = tree.get(branchId)?.type
    if (type === 'unit') return branchId
    if (type === 'community') return staffAskedAt(branchId, context)
    return askedAt(branchId, caller.member?._id ?? '', context)
  }
}
