import { useEffect, useRef, useState } from 'react'
import { type CloudQuery, useCloudQuery } from '@/cloud/useCloudQuery'

export interface Binding {
  me: CloudQuery<'identity.me'>
  /** Empty: nothing was asked, it was declined, or it is filled in anew. */
  waitingFor: string
  /** A request was answered with no. */
  declined: boolean
  asked: (branchName: string) => void
  /** Fills in anew what was asked: the newest request stands. */
  again: () => void
}

/** Follows a request to be bound until somebody says yes or no; asks the cloud again every `pollMs` only while one waits. */
export function useBinding(pollMs: number, enabled = true): Binding {
  const [asked, setAsked] = useState('')
  const [declined, setDeclined] = useState(false)
  const [again, setAgain] = useState(false)
  const seen = useRef(false)
  const me = useCloudQuery('identity.me', {}, { enabled, ...(asked ? { pollMs } : {}) })
  const known = me.data
  useEffect(() => {
    if (known?.state === 'requested') {
      seen.current = true
      setAsked(known.branchName)
    } else if (known?.state === 'stranger' && seen.current) {
      seen.current = false
      setAsked('')
      setDeclined(true)
    }
  }, [known])
  return {
    me,
    waitingFor: again ? '' : asked,
    declined,
    asked: (branchName) => {
      setDeclined(false)
      setAsked(branchName)
      // Until it is known what stands now, the page would show the 核对码 of the request before.
      void me.refetch().finally(() => setAgain(false))
    },
    again: () => setAgain(true),
  }
}
