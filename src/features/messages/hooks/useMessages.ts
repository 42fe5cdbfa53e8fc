import { useEffect } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { messageCount } from '@/platform/tabState'
import { type CloudQuery, useCloudQuery } from '@/platform/useCloudQuery'

export type Message = ResponseOf<'progress.messages'>['items'][number]

/** What the badge counts: asked of me, or near. News needs no badge. */
export const isOpen = ({ type }: Message): boolean => type !== 'confirmed'

/** The 消息 tab's items; also keeps the tab's badge. */
export function useMessages(enabled = true): CloudQuery<'progress.messages'> {
  const query = useCloudQuery('progress.messages', {}, { enabled })
  const items = query.data?.items
  useEffect(() => {
    if (items) messageCount.set(items.filter(isOpen).length)
  }, [items])
  return query
}
