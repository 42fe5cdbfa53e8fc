import { View } from '@tarojs/components'
import type { DoneBy } from '@domain/contract/words'
import { gapText } from '@domain/progress/gapWords'
import { LinkText } from '@/components/LinkText/LinkText'
import { useExcuse } from '../hooks/useExcuse'
import type { Message } from '../hooks/useMessages'

type Gaps = Extract<Message, { type: 'gaps' }>
type Item = Gaps['items'][number]

function Excuse({ item: { dutyId, periodKey, excused } }: { item: Item }) {
  const { excuse, busy } = useExcuse(dutyId, periodKey)
  return (
    <LinkText id={`excuse-${periodKey}`} onTap={() => !busy && void excuse(!excused)}>
      {excused ? '撤回说明' : '因故不能参加'}
    </LinkText>
  )
}

/** The duties of a merged reminder: each leads to where it is done. */
export function GapItems({
  message,
  onDuty,
}: {
  message: Gaps
  onDuty: (doneBy: DoneBy, overdue: boolean) => void
}) {
  return (
    <View className="message-gaps">
      {message.items.map((item) => (
        <View className="message-gap" key={item.dutyId}>
          <View
            className="message-duty"
            id={`gap-${item.dutyId}`}
            hoverClass="pressed"
            onClick={() => onDuty(item.doneBy, message.overdue)}
          >
            <View className={item.excused ? 't-body c2' : 't-body m'}>
              {item.excused ? `${item.label} 已说明，不要求` : gapText(item)}
            </View>
          </View>
          {item.mayExcuse && <Excuse item={item} />}
        </View>
      ))}
    </View>
  )
}
