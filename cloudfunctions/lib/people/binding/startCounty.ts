import { readDuties } from '../../entry/cached'
import { SETUP } from '../../store/collections/settings'
import { findById } from '../../store/find'
import { insertMany, insertOnce } from '../../store/insertOnce'
import { startOf } from '../../store/startOf'

/**
 * Gives a county its start, once: the row in `settings` is written last, so that a call cut short goes on, and a county that has had its start
 * gets nothing a second time, be it a rule its committee has ended or one that a later version of the product begins with.
 */
export async function startCounty(now: number): Promise<void> {
  if (await findById('settings', SETUP)) return
  const { duties, settings } = startOf(now)
  await insertMany('duties', duties)
  for (const row of settings) await insertOnce('settings', row)
  readDuties.forget()
}
