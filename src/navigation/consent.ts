import { useEffect } from 'react'
import { consentVersion } from '@domain/contract/consentVersion'
import { useVisible } from '../platform/useVisible'
import { open } from './navigate'

interface Agreed {
  /** Version of the privacy text agreed to. */
  consent?: number | undefined
}

export const hasConsented = ({ consent = 0 }: Agreed): boolean => consent >= consentVersion

/** Leads whoever has not agreed to the privacy text to the page that asks, each time this page is shown. */
export function useConsentGate(me: Agreed | undefined): void {
  const visible = useVisible()
  const asks = me !== undefined && !hasConsented(me)
  useEffect(() => {
    if (visible && asks) open('consent')
  }, [visible, asks])
}
