import { View } from '@tarojs/components'
import { makeNonce } from '@/platform/nonce'
import { showRefusal } from '@/platform/showRefusal'
import { useCloudAction } from '@/platform/useCloudAction'
import { LinkText } from '@/components/LinkText/LinkText'
import type { Message } from '../hooks/useMessages'

type Gaps = Extract<Message, { type: 'gaps' }>
type Item = Gaps['items'][number]

/** 因故不能参加 is one tap, and so is taking it back: nobody may be forced to volunteer (志愿服务条例 art. 25). */
function Excuse({ item }: { item: Item }) {
  const { run, busy } = useCloudAction('reminder.excuse', ['reminder.inbox', 'progress.home'])
  const send = async () => {
    const { periodKey, excused } = item
    const outcome = await run({
      dutyId: 'community_service',
      periodKey,
      excused: !excused,
      nonce: makeNonce(),
    })
    if (!outcome.ok) showRefusal(outcome)
  }
  return (
    <LinkText id={`excuse-${item.periodKey}`} onTap={() => !busy && void send()}>
      {item.excused ? '撤回说明' : '因故不能参加'}
    </LinkText>
  )
}

/** The duties of a merged reminder: each leads to where it is done. */
export function GapItems({
  message,
  onDuty,
}: {
  message: Gaps
  onDuty: (dutyId: string, overdue: boolean) => void
}) {
  return (
    <View className="message-gaps">
      {message.items.map((item) => (
        <View className="message-gap" key={item.dutyId}>
          <View
            className="message-duty"
            id={`gap-${item.dutyId}`}
            hoverClass="pressed"
            onClick={() => onDuty(item.dutyId, message.overdue)}
          >
            <View className={item.excused ? 't-body c2' : 't-body m'}>
              {item.label} {item.excused ? '已说明，不要求' : `${item.missing} ${item.measure}`}
            </View>
          </View>
          {item.mayExcuse && <Excuse item={item} />}
        </View>
      ))}
    </View>
  )
}
