import { QueryClientProvider } from '@tanstack/react-query'
import { useDidShow, useLaunch } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { dropOldKept } from '@/cloud/cache'
import { now } from '@/cloud/clock'
import { queryClient } from '@/cloud/queryClient'
import { reconcileReminders } from '@/cloud/reconcileReminders'
import { sendWaiting } from '@/cloud/sendWaiting'
import { entryCode } from '@/navigation/entry'
import { pendingCode } from '@/navigation/entryCode'
import { watchNewRelease } from '@/navigation/newRelease'
import { onNetworkReturn } from '@/platform/network'
import { preloadPages } from './preload'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchNewRelease()
    dropOldKept(now())
    preloadPages()
  })
  useDidShow((launch) => {
    const code = entryCode(launch ?? {})
    if (code) pendingCode.set({ ...code, launched: true })
    // What was done without network goes up whichever page is opened next.
    sendWaiting()
    void reconcileReminders()
  })
  useEffect(() => {
    const again = () => void queryClient.refetchQueries({ type: 'active', stale: true })
    return onNetworkReturn(again)
  }, [])
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
