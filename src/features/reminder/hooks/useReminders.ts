import type { Template } from '@domain/contract/reminder'
import { creditQueue } from '@/cloud/creditQueue'
import { makeNonce } from '@/cloud/nonce'
import { useCloudAction } from '@/cloud/useCloudAction'
import { type CloudQuery, useCloudQuery } from '@/cloud/useCloudQuery'
import { reconcileReminders } from '@/cloud/reconcileReminders'
import { showWords } from '@/platform/showWords'
import { askToSubscribe } from '@/platform/subscribe'
import { showRefusal } from '@/words/showRefusal'
import { unsubscribedWords } from '@/words/unsubscribedWords'
import { templateWords } from '../logic/templates'

export interface Reminders {
  settings: CloudQuery<'reminder.settings'>
  /** Asks WeChat and keeps what was allowed. To be called by the tap itself: WeChat refuses a dialog that comes later. How many were allowed. */
  ask: (templates: readonly Template[]) => Promise<number>
  setByLeader: (byLeader: boolean) => Promise<void>
  busy: boolean
}

export function useReminders(enabled = true): Reminders {
  const settings = useCloudQuery('reminder.settings', {}, { enabled })
  const set = useCloudAction('reminder.set')
  const ids = settings.data?.templateIds ?? {}

  const ask = async (templates: readonly Template[]) => {
    const known = templates.filter((each) => ids[each])
    // Nothing may be awaited before this line.
    const { accepted: allowed, because } = await askToSubscribe(
      known.map((each) => ({ id: ids[each] ?? '', title: templateWords[each].title })),
    )
    const accepted = known.filter((each) => allowed.includes(ids[each] ?? ''))
    // The dialogue is also the way to WeChat's settings: what was changed there goes up at once.
    void reconcileReminders()
    if (because) showWords(unsubscribedWords[because])
    if (accepted.length === 0) return 0
    // WeChat asks once: the yes is kept until the cloud has it.
    const nonce = makeNonce()
    creditQueue().add({ data: { accepted, nonce } })
    await creditQueue().flush(true)
    await settings.refetch()
    const refused = creditQueue()
      .state()
      .dropped.find((each) => each.data.nonce === nonce)
    if (!refused) return accepted.length
    creditQueue().dismiss(nonce)
    showRefusal({ ok: false, ...refused })
    return 0
  }
  const setByLeader = async (byLeader: boolean) => {
    const outcome = await set.run({ byLeader })
    if (!outcome.ok) showRefusal(outcome)
  }
  return { settings, ask, setByLeader, busy: set.busy }
}
