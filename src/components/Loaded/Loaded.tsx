import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayOf } from '@domain/time/day'
import { formatClock, formatDayTime } from '@domain/time/format'
import { now } from '@/cloud/clock'
import type { PhoneRefusal } from '@/cloud/outcome'
import type { UnreachedReason } from '@/cloud/unreached'
import { refusals } from '@/words/refusals'
import { Note } from '../Note/Note'
import { Refused } from '../Refused/Refused'
import { Skeleton, type SkeletonShape } from '../Skeleton/Skeleton'
import './Loaded.css'

interface Query<T> {
  data: T | undefined
  refusal: PhoneRefusal | undefined
  loading: boolean
  unreached: UnreachedReason | undefined
  at: number
  refetch: () => Promise<unknown>
}

interface Props<T> {
  query: Query<T>
  skeleton: SkeletonShape
  children: (data: T) => ReactNode
}

/** The four states of a page that shows one answer: opening, refused, not reached, and shown (with a note when it is an old one). */
export function Loaded<T>({ query, skeleton, children }: Props<T>) {
  const again = { label: '再试一次', onTap: () => void query.refetch(), id: 'try-again' }
  if (query.data !== undefined) {
    const kept = dayOf(query.at) === dayOf(now()) ? formatClock(query.at) : formatDayTime(query.at)
    return (
      <>
        {query.unreached && (
          <View className="loaded-note">
            <Note tone="miss" icon="off" id="offline-note" action={again}>
              {`${refusals[query.unreached].title}，下面是 ${kept} 的内容`}
            </Note>
          </View>
        )}
        {children(query.data)}
      </>
    )
  }
  if (query.refusal) {
    return (
      <View className="loaded-refused">
        <Refused refusal={query.refusal} />
      </View>
    )
  }
  if (query.loading && !query.unreached) return <Skeleton shape={skeleton} />
  return (
    <View className="loaded-refused">
      <Refused refusal={{ ok: false, reason: query.unreached ?? 'offline' }} action={again} />
    </View>
  )
}
