import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ActivityCard } from '@domain/contract/activity'
import type { AbsenceReason } from '@domain/contract/words'
import { formatDayTime } from '@domain/time/format'
import { now } from '@/cloud/clock'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { LinkText } from '@/components/LinkText/LinkText'
import { Sheet } from '@/components/Sheet/Sheet'
import { Tag } from '@/components/Tag/Tag'
import { absenceLabels } from '@domain/activity/absenceLabels'
import { leaveWaits } from '@domain/checkin/leaveOf'
import { showRefusal } from '@/words/showRefusal'

/** Who asks says why; 未说明 is said of a list. */
const reasons = (Object.keys(absenceLabels) as AbsenceReason[]).filter((reason) => reason !== 'unstated')

interface Props {
  card: ActivityCard
  link?: boolean
  /** Among the actions at the bottom of a page. */
  wide?: boolean
}

/** 请假 in three taps, none of them made beforehand, and back in two. */
export function LeaveControl({ card, link, wide }: Props) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState<AbsenceReason>()
  const { runOnce, busy } = useCloudAction('activity.leave')
  const send = async (leave: boolean) => {
    const outcome = await runOnce({
      activityId: card.id,
      leave,
      ...(leave && reason ? { reason } : {}),
    })
    setAsking(false)
    setReason(undefined)
    if (!outcome.ok) showRefusal(outcome)
  }
  const takeBack = async () => {
    const { confirm } = await Taro.showModal({
      title: '取消请假',
      content: waits ? `${card.title}，不再请组织者同意` : `${card.title}，您仍按时参加`,
      confirmText: '取消请假',
      confirmColor: '#B3261E',
      cancelText: '返回',
    })
    if (confirm) await send(false)
  }
  const id = `leave-${card.id}`
  const asksLate = leaveWaits(card, card.state, now())
  const waits = card.leave === 'waits'
  if (card.mine === 'on_leave' || waits) {
    return wide ? (
      <Button kind="outline" grow id={id} busy={busy} onTap={() => void takeBack()}>
        取消请假
      </Button>
    ) : (
      <View className="leave-on" id={id} hoverClass="pressed" onClick={() => void takeBack()}>
        <Tag tone="info">{waits ? '请假待同意' : '已请假'}</Tag>
      </View>
    )
  }
  return (
    <>
      {link ? (
        <LinkText id={id} onTap={() => setAsking(true)}>
          请假
        </LinkText>
      ) : (
        <Button kind={wide ? 'outline' : 'sunk'} small={!wide} id={id} onTap={() => setAsking(true)}>
          请假
        </Button>
      )}
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title="请假"
        footer={
          <Button
            id="leave-confirm"
            grow
            busy={busy}
            disabledBecause={reason ? undefined : '请选原因'}
            onTap={() => void send(true)}
          >
            确定请假
          </Button>
        }
      >
        <View className="t-body">{card.title}</View>
        <View className="t-sub c2 mt4">
          {formatDayTime(card.startsAt)}
          <View className="sep" />
          {card.place}
        </View>
        <View className="chips mt16">
          {reasons.map((each) => (
            <Chip key={each} id={`reason-${each}`} on={each === reason} onTap={() => setReason(each)}>
              {absenceLabels[each]}
            </Chip>
          ))}
        </View>
        <View className="t-sub c3 mt12">
          {asksLate ? '会议已经开始，组织者同意了才算请假。' : null}只记这一类原因，不用写明细
        </View>
      </Sheet>
    </>
  )
}
