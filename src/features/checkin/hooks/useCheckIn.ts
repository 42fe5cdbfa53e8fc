import { useCallback, useRef, useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import type { EntryCode } from '@/navigation/entryCode'
import { buzz } from '@/platform/haptic'

type Opened = ResponseOf<'checkin.open'>
export type Registered = ResponseOf<'checkin.register'>

export type CheckInStep =
  | { type: 'no_code' }
  | { type: 'opening' }
  | { type: 'refused'; refusal: PhoneRefusal }
  /** A stranger, or one whose request waits: the ticket keeps the door open for ten minutes. */
  | { type: 'binding'; opened: Opened }
  | { type: 'registering'; opened: Opened }
  | { type: 'registered'; registered: Registered }

export interface CheckIn {
  step: CheckInStep
  /** Verifies a code and goes on by itself as far as it can. */
  begin: (code: EntryCode) => Promise<void>
  /** Registers with the ticket in hand: once bound, or again after the network was lost. */
  register: () => Promise<void>
  hasTicket: boolean
}

interface Hand {
  opened: Opened
  fromAlbum: boolean
}

/** code → ticket → registration. Nothing of it is ever stored for later. */
export function useCheckIn(): CheckIn {
  const [step, setStep] = useState<CheckInStep>({ type: 'no_code' })
  const hand = useRef<Hand | null>(null)
  const { run: openCode } = useCloudAction('checkin.open')
  const { runOnce: registerTicket } = useCloudAction('checkin.register')

  const register = useCallback(async () => {
    if (!hand.current) return
    const { opened, fromAlbum } = hand.current
    setStep({ type: 'registering', opened })
    const outcome = await registerTicket({
      ticket: opened.ticket,
      ...(fromAlbum ? { fromAlbum } : {}),
    })
    if (outcome.ok) {
      buzz()
      setStep({ type: 'registered', registered: outcome.data })
    } else if (outcome.reason === 'unbound' || outcome.reason === 'consent_needed')
      setStep({ type: 'binding', opened })
    else setStep({ type: 'refused', refusal: outcome })
  }, [registerTicket])

  const begin = useCallback(
    async (code: EntryCode) => {
      hand.current = null
      setStep({ type: 'opening' })
      const outcome = await openCode({ code: code.text })
      if (!outcome.ok) {
        setStep({ type: 'refused', refusal: outcome })
        return
      }
      hand.current = { opened: outcome.data, fromAlbum: code.fromAlbum }
      if (outcome.data.you === 'bound') await register()
      else setStep({ type: 'binding', opened: outcome.data })
    },
    [openCode, register],
  )
  return { step, begin, register, hasTicket: hand.current !== null }
}
