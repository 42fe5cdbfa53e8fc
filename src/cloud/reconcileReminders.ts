import type { ResponseOf } from '@domain/contract/actions'
import { templates } from '@domain/contract/lists'
import { readShut } from '@/platform/subscribe'
import { readKept, writeKept } from './cache'
import { now } from './clock'
import { attempt } from './outcome'
import { queryClient } from './queryClient'
import { queryKey } from './useCloudQuery'

/**
 * The app has come to the front: what WeChat's own settings let come goes up where it is not what the cloud was told last. Whoever never looked
 * at the reminders has allowed none, and nothing is asked.
 */
export async function reconcileReminders(): Promise<void> {
  const known = readKept<ResponseOf<'reminder.settings'>>('reminder.settings', {}, now())?.value
  if (!known) return
  const { templateIds, off: before = [] } = known
  const mine = templates.filter((one) => templateIds[one])
  if (mine.length === 0) return
  const shut = await readShut(mine.map((one) => templateIds[one] ?? ''))
  const off = mine.filter((one) => shut.includes(templateIds[one] ?? ''))
  if (off.join() === before.join()) return
  // Lost on the way it goes up when the app comes to the front again.
  const outcome = await attempt('reminder.reconcile', { off })
  if (!outcome.ok) return
  writeKept('reminder.settings', {}, { ...known, off }, now())
  await queryClient.invalidateQueries({ queryKey: queryKey('reminder.settings') })
}
