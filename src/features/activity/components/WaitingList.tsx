import { View } from '@tarojs/components'
import { formatClock } from '@domain/time/format'
import type { DroppedItem, QueuedItem } from '@/cloud/offlineQueue'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Dotted } from '@/components/Dotted/Dotted'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { wordsFor } from '@/words/refusals'
import './WaitingList.css'

/** Of oneself, or uploaded when the next workday was over, a tick comes back: both take a second person. */
const words = (item: DroppedItem): string =>
  item.reason === 'backfill_needs_witness'
    ? '本人到会，或过了次一个工作日才传上来的，请另一位组织者点名，或在“补登”里请人确认'
    : `${wordsFor({ ok: false, ...item }).title}，${wordsFor({ ok: false, ...item }).next}`

interface NotesProps {
  dropped: DroppedItem[]
  /** Taken back here, but it had reached the cloud. */
  arrived: QueuedItem[]
  damaged: boolean
  onDismiss: (nonce?: string) => void
}

/** What did not go as this phone had said: refused for good, uploaded although taken back, unreadable; until it has been read. */
export function DroppedNotes({ dropped, arrived, damaged, onDismiss }: NotesProps) {
  return (
    <>
      {damaged ? (
        <View className="waiting-dropped" id="damaged-queue">
          <Note tone="miss" icon="info" action={{ label: '知道了', onTap: () => onDismiss() }}>
            本机存着的登记有读不出来的。请对照名单看一遍，没登记上的再点一次
          </Note>
        </View>
      ) : null}
      {arrived.map((item) => (
        <View className="waiting-dropped" key={item.data.nonce} id={`arrived-${item.data.nonce}`}>
          <Note tone="miss" icon="info" action={{ label: '知道了', onTap: () => onDismiss(item.data.nonce) }}>
            {`${item.name} ${formatClock(item.data.occurredAt)} 的登记撤回前已经上传，现在仍算到会。要撤销，请点名单里的名字`}
          </Note>
        </View>
      ))}
      {dropped.map((item) => (
        <View className="waiting-dropped" key={item.data.nonce} id={`dropped-${item.data.nonce}`}>
          <Note tone="miss" icon="info" action={{ label: '知道了', onTap: () => onDismiss(item.data.nonce) }}>
            {`${item.name} ${formatClock(item.data.occurredAt)} 的登记没有记上：${words(item)}`}
          </Note>
        </View>
      ))}
    </>
  )
}

/** What this phone has entered without network, and what of it has been uploaded. */
export function WaitingList({
  waiting,
  sent,
  kept,
}: {
  waiting: QueuedItem[]
  sent: QueuedItem[]
  /** On the phone, also when the app is closed. */
  kept: boolean
}) {
  if (waiting.length === 0) return null
  return (
    <View id="waiting-list">
      <Section
        title={`本机待上传 ${waiting.length} 条`}
        right={kept ? '可关闭手机，不会丢' : '先别关闭小程序'}
      />
      <Lines items={waiting} />
      {sent.length > 0 ? (
        <>
          <Section title={`已上传 ${sent.length} 条`} />
          <Lines items={sent} done />
        </>
      ) : null}
    </View>
  )
}

function Lines({ items, done }: { items: QueuedItem[]; done?: boolean }) {
  return (
    <Card className="waiting">
      {items.map((item, index) => (
        <View key={item.data.nonce}>
          {index > 0 ? <Divider inset={64} /> : null}
          <View className="waiting-line">
            <Avatar name={item.name} />
            <View className="grow">
              <View className="waiting-name">{item.name}</View>
              <View className="waiting-way">
                <Dotted
                  parts={[
                    item.action === 'checkin.tick' ? '点名' : '扫党员的码',
                    formatClock(item.data.occurredAt),
                  ]}
                />
              </View>
            </View>
            {done ? <Icon name="check" tone="pine" size={22} /> : <Mark item={item} />}
          </View>
        </View>
      ))}
    </Card>
  )
}

function Mark({ item }: { item: QueuedItem }) {
  if (item.action === 'checkin.scanMember') {
    return (
      <View className="waiting-mark waiting-mark-blue">
        <Icon name="clock" tone="blue" size={20} />
        待核对
      </View>
    )
  }
  return (
    <View className="waiting-mark">
      <Icon name="cloudup" tone="ink3" size={20} />
      待上传
    </View>
  )
}
