import { useState } from 'react'
import type { RequestOf } from '@domain/contract/actions'
import { MOST_WANTED } from '@domain/contract/lists'
import type { PlaceNeed } from '@domain/contract/need'
import { addDays, dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'

/** What a community or village asks for, and its word that it does not any more. */
export function usePlaceNeeds(placeId: string) {
  const query = useCloudQuery('need.page', { placeId })
  const { run, busy } = useCloudAction('need.withdraw')
  const withdraw = async ({ id: needId, title, takers }: PlaceNeed) => {
    const inHand = takers.filter(({ state }) => state === 'claimed')
    const yes = await askFirst({
      title: `撤回“${title}”？`,
      text:
        inHand.length > 0
          ? `${inHand.map(({ name }) => name).join('、')}正在办，会看到已经撤回。办好了的仍请您确认。`
          : '撤回以后，别人看不到这一条。',
      yes: '撤回',
    })
    if (yes) await orTell(run({ placeId, needId }))
  }
  return { query, withdraw, busy }
}

type Form = Pick<RequestOf<'need.write'>, 'title' | 'until'> & { contact: string; wanted: string }

/** Days until when somebody is usually found. */
const USUAL_DAYS = 30

const emptyForm = (contact: string): Form => ({
  ...{ title: '', contact, wanted: '1' },
  until: addDays(dayOf(now()), USUAL_DAYS),
})

/** A need as it is being written. `contact`: who writes it, to begin with. */
export function useNeedForm(placeId: string, contact: string, onWritten: () => void) {
  const [form, setForm] = useState(() => emptyForm(contact))
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const { runOnce, busy } = useCloudAction('need.write')
  const wanted = Number(form.wanted)
  const missing = !form.title.trim()
    ? '先写要办什么'
    : Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_WANTED
      ? undefined
      : `人数填 1 到 ${MOST_WANTED}`
  const write = async () => {
    const { title, until } = form
    const said = form.contact.trim()
    const request = { placeId, title: title.trim(), until, wanted, ...(said && { contact: said }) }
    const outcome = await runOnce(request)
    setRefusal(outcome.ok ? undefined : outcome)
    if (!outcome.ok) return
    setForm(emptyForm(contact))
    onWritten()
  }
  const change = (changed: Partial<Form>) => setForm({ ...form, ...changed })
  return { form, change, missing, busy, refusal, write }
}
