import { View } from '@tarojs/components'
import { formatClock } from '@domain/period/format'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Dotted } from '@/components/Dotted/Dotted'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import type { DroppedItem, QueuedItem } from '@/platform/offlineQueue'
import { refusals } from '@/platform/refusals'
import './WaitingList.css'

/** One's own presence always takes a second person, so a tick on oneself comes back. */
const words = ({ reason }: DroppedItem): string =>
  reason === 'backfill_needs_witness'
    ? '本人到会，请另一位组织者点名，或会后补登'
    : `${refusals[reason].title}，${refusals[reason].next}`

/** What the cloud refused for good, until it has been read. */
export function DroppedNotes({
  dropped,
  onDismiss,
}: {
  dropped: DroppedItem[]
  onDismiss: (nonce: string) => void
}) {
  return (
    <>
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
export function WaitingList({ waiting, sent }: { waiting: QueuedItem[]; sent: QueuedItem[] }) {
  if (waiting.length === 0) return null
  return (
    <View id="waiting-list">
      <Section title={`本机待上传 ${waiting.length} 条`} right="可关闭手机，不会丢" />
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
