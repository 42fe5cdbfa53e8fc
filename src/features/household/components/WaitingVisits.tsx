import { View } from '@tarojs/components'
import { formatDayTime } from '@domain/time/format'
import type { QueuedVisit, QueueState } from '@/cloud/offlineQueue'
import { useVisitQueue } from '@/cloud/visitQueue'
import { Note } from '@/components/Note/Note'
import { refusals, wordsFor } from '@/words/refusals'
import './household.css'

type Standing = Pick<QueueState<QueuedVisit>, 'kept' | 'trouble'>

function waitingText(count: number, { kept, trouble }: Standing): string {
  if (!kept) return `${count} 次走访还没能存下：请先别关闭小程序，联网后自动上传`
  if (trouble && trouble !== 'offline')
    return `${count} 次走访存在本机：${refusals[trouble].title}，会自动再传`
  return `${count} 次走访存在本机，联网后自动上传`
}

/** Visits kept on this phone, and those that were not taken when they arrived. Nothing when there are none. */
export function WaitingVisits() {
  const { queue, state } = useVisitQueue()
  const { waiting, dropped, sending, kept, damaged, trouble } = state
  return (
    <>
      {waiting.length > 0 && (
        <View className="kept">
          <Note
            tone="miss"
            icon="cloudup"
            id="waiting-visits"
            action={{
              label: sending ? '正在上传' : '上传',
              onTap: () => void queue.flush(true),
              id: 'send-visits',
            }}
          >
            {waitingText(waiting.length, { kept, trouble })}
          </Note>
        </View>
      )}
      {damaged && (
        <View className="kept">
          <Note
            tone="miss"
            icon="info"
            id="damaged-visits"
            action={{ label: '知道了', onTap: () => queue.dismiss() }}
          >
            本机存着的走访有读不出来的。走访过、记录里没有的，请补登
          </Note>
        </View>
      )}
      {dropped.map((item) => {
        const { text, next } = wordsFor({ ok: false, ...item })
        return (
          <View className="kept" key={item.data.nonce}>
            <Note
              tone="miss"
              icon="info"
              id={`dropped-${item.data.nonce}`}
              action={{ label: '知道了', onTap: () => queue.dismiss(item.data.nonce) }}
            >
              <View className="b">{formatDayTime(item.data.occurredAt)} 的走访没有登记上</View>
              <View className="kept-why">
                {text}。{next}。
              </View>
            </Note>
          </View>
        )
      })}
    </>
  )
}
