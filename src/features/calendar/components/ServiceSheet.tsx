import { View } from '@tarojs/components'
import { sevenOneShort } from '@domain/activity/sevenOneLabels'
import { serviceKindLabels } from '@domain/activity/serviceKindLabels'
import type { ActivityCard } from '@domain/contract/activity'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { Button } from '@/components/Button/Button'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { Note } from '@/components/Note/Note'
import { Sheet } from '@/components/Sheet/Sheet'
import { useEnrolment } from '../hooks/useEnrolment'
import { mayEnrol } from '../logic/mayEnrol'

function factsOf({ startsAt, endsAt, place, hostName, service }: ActivityCard): [string, string][] {
  return [
    [
      '时间',
      `${formatDay(startsAt)} ${formatWeekday(startsAt)} ${formatClock(startsAt)}–${formatClock(endsAt)}`,
    ],
    ['地点', place],
    ['社区', hostName],
    ...(service
      ? ([
          ['类型', serviceKindLabels[service.kind]],
          ['名额', service.limit === undefined ? '不限' : `${service.limit} 人`],
          ...(service.sevenOnes
            ? [['七个一', service.sevenOnes.map((one) => sevenOneShort[one]).join('、')]]
            : []),
          ...(service.contact ? [['联系人', service.contact]] : []),
          ...(service.proposedBy ? [['提议', service.proposedBy]] : []),
        ] as [string, string][])
      : []),
  ]
}

function Enrol({ card, now }: { card: ActivityCard; now: number }) {
  const { join, takeBack, busy } = useEnrolment(card)
  if (!mayEnrol(card, now)) return null
  return card.mine === 'enrolled' ? (
    <Button kind="sunk" grow id="sheet-withdraw" busy={busy} onTap={() => void takeBack()}>
      取消报名
    </Button>
  ) : (
    <Button grow id="sheet-enrol" busy={busy} onTap={() => void join()}>
      报名
    </Button>
  )
}

interface Props {
  card: ActivityCard | undefined
  now: number
  onClose: () => void
}

/** A service in full: when, where, how many, whom to ask; and 报名. */
export function ServiceSheet({ card, now, onClose }: Props) {
  return (
    <Sheet
      open={card !== undefined}
      onClose={onClose}
      title={card?.title}
      id="service-sheet"
      footer={card && mayEnrol(card, now) ? <Enrol card={card} now={now} /> : undefined}
    >
      {card && (
        <View id="service-facts">
          <KeyValue items={factsOf(card)} />
          <View className="mt12">
            <Note tone="mute" icon="heart">
              自愿参加。到现场扫工作人员手机上的码，当场确认；扫海报上的码，社区确认后计入。没报名也可以去。
            </Note>
          </View>
        </View>
      )}
    </Sheet>
  )
}
