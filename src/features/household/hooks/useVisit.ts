import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { answered, contentOf, nonceFor } from '@/cloud/nonce'
import type { PhoneRefusal } from '@/cloud/outcome'
import { isUnreached, type UnreachedReason } from '@/cloud/unreached'
import { useCloudAction } from '@/cloud/useCloudAction'
import { visitQueue } from '@/cloud/visitQueue'
import { buzz } from '@/platform/haptic'
import { showRefusal } from '@/words/showRefusal'
import type { Purpose } from '../logic/purposes'

export type Registered = ResponseOf<'household.visit'>

export type VisitStep =
  | { type: 'form' }
  | { type: 'registered'; visit: Registered; purposes: readonly Purpose[] }
  /** Kept until the cloud has it; `onPhone`: also when the app is closed. */
  | { type: 'kept'; at: number; purposes: readonly Purpose[]; onPhone: boolean; because: UnreachedReason }
  /** The link was dissolved meanwhile: the page turns into the neutral one. */
  | { type: 'not_own' }

export interface Visit {
  step: VisitStep
  register: (purposes: readonly Purpose[]) => Promise<void>
  busy: boolean
}

/** One visit: registered, or kept where there is no network. Both carry one nonce, so that it is never two. */
export function useVisit(code: string): Visit {
  const [step, setStep] = useState<VisitStep>({ type: 'form' })
  const { run, busy } = useCloudAction('household.visit')

  const refused = (refusal: PhoneRefusal) => {
    if (refusal.reason === 'not_own_household') setStep({ type: 'not_own' })
    else showRefusal(refusal)
  }
  const register = async (purposes: readonly Purpose[]) => {
    const content = { code, purposes: [...purposes] }
    const occurredAt = now()
    // Another day's visit is another one, also while that of the day before waits on this phone.
    const nonce = nonceFor(contentOf('household.visit', { ...content, on: dayOf(occurredAt) }))
    const data = { ...content, occurredAt, nonce }
    const outcome = await run(data)
    if (outcome.ok) {
      answered('household.visit')
      buzz()
      setStep({ type: 'registered', visit: outcome.data, purposes })
    } else if (isUnreached(outcome.reason)) {
      visitQueue().add({ action: 'household.visit', data })
      const onPhone = visitQueue().state().kept
      setStep({ type: 'kept', at: data.occurredAt, purposes, onPhone, because: outcome.reason })
    } else refused(outcome)
  }
  return { step, register, busy }
}
