import { View } from '@tarojs/components'
import { formatDayTime } from '@domain/period/format'
import { Note } from '@/components/Note/Note'
import { wordsFor } from '@/platform/refusals'
import { useVisitQueue } from '@/platform/visitQueue'
import './household.css'

/** Visits kept on this phone, and those that were not taken when they arrived. Nothing when there are none. */
export function WaitingVisits() {
  const { queue, state } = useVisitQueue()
  const { waiting, dropped, sending } = state
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
              onTap: () => void queue.flush(),
              id: 'send-visits',
            }}
          >
            {waiting.length} 次走访存在本机，联网后自动上传
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
