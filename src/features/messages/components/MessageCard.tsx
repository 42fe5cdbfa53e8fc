import { View } from '@tarojs/components'
import type { DoneBy } from '@domain/contract/words'
import { useCloudAction } from '@/cloud/useCloudAction'
import { classes } from '@/components/classes'
import { Icon } from '@/components/Icon/Icon'
import { YesNo } from '@/components/YesNo/YesNo'
import { aria } from '@/platform/aria'
import { showRefusal } from '@/words/showRefusal'
import { witnessWords } from '@/words/witnessWords'
import type { Message } from '../hooks/useMessages'
import { cameText, messageKey, messageWords } from '../logic/messageWords'
import { GapItems } from './GapItems'
import './MessageCard.css'

/** What leads to a page of its own; the others are answered where they stand. */
type Leading = Extract<Message, { type: 'notice' | 'soon' | 'confirmed' }>

export interface MessageTaps {
  /** Leads to where a thing is done. */
  onOpen: (message: Leading) => void
  onDuty: (doneBy: DoneBy, overdue: boolean) => void
}

interface Props extends MessageTaps {
  message: Message
  now: number
}

const idsOf = (id: string) => ({ yes: `yes-${id}`, no: `no-${id}` })

function WitnessAsk({ message }: { message: Extract<Message, { type: 'witness' }> }) {
  const { run, busy } = useCloudAction('checkin.witness')
  const decide = async (agree: boolean) => {
    const outcome = await run({ factId: message.factId, agree })
    if (!outcome.ok) showRefusal(outcome)
  }
  return (
    <YesNo
      {...witnessWords(message)}
      ids={idsOf(message.factId)}
      busy={busy}
      onSay={(agree) => void decide(agree)}
    />
  )
}

function BindAsk({ message }: { message: Extract<Message, { type: 'bind' }> }) {
  const { run, busy } = useCloudAction('identity.decide')
  const decide = async (approve: boolean) => {
    const outcome = await run({ requestId: message.requestId, approve })
    if (!outcome.ok) showRefusal(outcome)
  }
  return (
    <YesNo
      yes="是本人"
      no="不是"
      ids={idsOf(message.requestId)}
      busy={busy}
      onSay={(isSelf) => void decide(isSelf)}
    />
  )
}

/** One item of the inbox: what is asked of me can be answered here, or leads to where it is done. */
export function MessageCard({ message, now, onOpen, onDuty }: Props) {
  const { icon, tone, title, text } = messageWords(message, now)
  const leads = 'target' in message || message.type === 'confirmed' ? message : undefined
  return (
    <View className="message" id={`message-${messageKey(message)}`}>
      <View className={classes('message-mark', `message-${tone}`)}>
        <Icon name={icon} tone={tone} />
        {message.asks ? <View className="message-dot" {...aria('等您办')} /> : null}
      </View>
      <View className="grow">
        <View hoverClass={leads ? 'pressed' : 'none'} onClick={leads && (() => onOpen(leads))}>
          <View className="message-head">
            <View className="t-body b grow">{title}</View>
            <View className="t-cap c3 num">{cameText(message, now)}</View>
          </View>
          <View className="t-sub c2">{text}</View>
        </View>
        {message.type === 'gaps' && <GapItems message={message} onDuty={onDuty} />}
        {message.type === 'witness' && <WitnessAsk message={message} />}
        {message.type === 'bind' && <BindAsk message={message} />}
      </View>
    </View>
  )
}
