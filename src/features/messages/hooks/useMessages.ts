import { useEffect } from 'react'
import type { Inbox } from '@domain/contract/reminder'
import { type CloudQuery, useCloudQuery } from '@/cloud/useCloudQuery'
import { messageCount } from '@/navigation/tabState'

export type Message = Inbox['items'][number]

/** The 消息 tab's items; also keeps the tab's badge. */
export function useMessages(enabled = true): CloudQuery<'reminder.inbox'> {
  const query = useCloudQuery('reminder.inbox', {}, { enabled })
  // Counted here: what is answered goes from the list before the cloud is asked again.
  const unread = query.data?.items.filter(({ asks }) => asks).length
  useEffect(() => {
    if (unread !== undefined) messageCount.set(unread)
  }, [unread])
  return query
}
