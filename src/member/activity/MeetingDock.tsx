import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ActivityCard } from '@domain/contract/activity'
import { Button } from '@/components/Button/Button'
import { LeaveControl } from '@/features/calendar/components/LeaveControl'
import { addToCalendar, calendarLabel } from '@/platform/phoneCalendar'
import { useElder } from '@/platform/useElder'

const announced = ({ state }: ActivityCard) => state === 'published' || state === 'open'

/** Until its end one asks for leave, and afterwards, until the record stands, where somebody may still say yes. */
const mayLeave = (card: ActivityCard, now: number) => {
  if (card.leave !== undefined) return card.leave !== 'declined'
  return (card.mine === 'expected' || card.mine === 'on_leave') && announced(card) && now < card.endsAt
}

/** What has begun is in no calendar any more, and where one does not go neither. */
const mayNote = (card: ActivityCard, now: number) =>
  card.mine === 'expected' && announced(card) && now < card.startsAt

export const hasDock = (card: ActivityCard, now: number): boolean => mayLeave(card, now) || mayNote(card, now)

async function note({ title, place, startsAt, endsAt }: ActivityCard): Promise<void> {
  if (await addToCalendar({ title, place, startsAt, endsAt }))
    await Taro.showToast({ title: '已加入日历', icon: 'success' })
}

/** 请假 and 加入手机日历, one above the other in large text. */
export function MeetingDock({ card, now }: { card: ActivityCard; now: number }) {
  const { elder } = useElder()
  const calendar = mayNote(card, now) && (
    <Button icon="cal" grow id="to-calendar" onTap={() => void note(card)}>
      {calendarLabel}
    </Button>
  )
  const leave = mayLeave(card, now) && <LeaveControl card={card} wide />
  return elder ? (
    <View className="dock-stack">
      {calendar}
      {leave}
    </View>
  ) : (
    <>
      {leave}
      {calendar}
    </>
  )
}
