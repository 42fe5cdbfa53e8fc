import { View } from '@tarojs/components'
import { formatDayTime } from '@domain/period/format'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Icon, type IconName, type Tone } from '@/components/Icon/Icon'
import { showRefusal } from '@/platform/showRefusal'
import { useCloudAction } from '@/platform/useCloudAction'
import type { Message } from '../hooks/useMessages'
import './MessageCard.css'

interface Props {
  message: Message
  onOpen: () => void
}

interface Words {
  icon: IconName
  tone: Tone
  title: string
  text: string
}

function wordsOf(message: Message): Words {
  switch (message.type) {
    case 'witness':
      return {
        icon: 'edit',
        tone: 'blue',
        title: `${message.name} 的补登请您确认`,
        text: `${message.title}，${formatDayTime(message.at)}。原因：${message.reason}`,
      }
    case 'bind':
      return {
        icon: 'user',
        tone: 'blue',
        title: `${message.name} 申请登记身份`,
        text: `${formatDayTime(message.at)} 提出，请看一下是不是本人`,
      }
    case 'soon':
      return {
        icon: 'cal',
        tone: 'ink2',
        title: message.title,
        text: `${formatDayTime(message.startsAt)}，${message.place}`,
      }
    case 'confirmed':
      return {
        icon: 'check',
        tone: 'pine',
        title: `${message.title} 已确认`,
        text: formatDayTime(message.at),
      }
  }
}

function Decide({
  yes,
  no,
  onDecide,
  busy,
  id,
}: {
  yes: string
  no: string
  onDecide: (agree: boolean) => void
  busy: boolean
  id: string
}) {
  return (
    <View className="message-row">
      <Button kind="outline" small grow busy={busy} id={`no-${id}`} onTap={() => onDecide(false)}>
        {no}
      </Button>
      <Button kind="outline" small grow busy={busy} id={`yes-${id}`} onTap={() => onDecide(true)}>
        {yes}
      </Button>
    </View>
  )
}

/** One item: what is asked of me can be answered here. */
export function MessageCard({ message, onOpen }: Props) {
  const witness = useCloudAction('checkin.witness', ['progress.messages'])
  const decide = useCloudAction('identity.decide', ['progress.messages'])
  const { icon, tone, title, text } = wordsOf(message)
  const answer = async (agree: boolean) => {
    if (message.type === 'witness') {
      const outcome = await witness.run({ factId: message.factId, agree })
      if (!outcome.ok) showRefusal(outcome)
    } else if (message.type === 'bind') {
      const outcome = await decide.run({ requestId: message.requestId, approve: agree })
      if (!outcome.ok) showRefusal(outcome)
    }
  }
  return (
    <Card className="message">
      <View className="message-main" hoverClass="none" onClick={message.type === 'soon' ? onOpen : undefined}>
        <Icon name={icon} tone={tone} />
        <View className="grow">
          <View className="t-body m">{title}</View>
          <View className="t-sub c2 mt4">{text}</View>
        </View>
        {message.type === 'soon' && <Icon name="right" tone="line" size={20} />}
      </View>
      {message.type === 'witness' && (
        <Decide
          yes="情况属实"
          no="不属实"
          busy={witness.busy}
          onDecide={(agree) => void answer(agree)}
          id={message.factId}
        />
      )}
      {message.type === 'bind' && (
        <Decide
          yes="是本人"
          no="不是"
          busy={decide.busy}
          onDecide={(agree) => void answer(agree)}
          id={message.requestId}
        />
      )}
    </Card>
  )
}
