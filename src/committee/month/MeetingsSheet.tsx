import { Fragment } from 'react'
import { Button } from '@/components/Button/Button'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Dotted } from '@/components/Dotted/Dotted'
import { Sheet } from '@/components/Sheet/Sheet'
import { open } from '@/navigation/navigate'
import { Title } from './MonthCard'
import { meetingFacts, type MonthItem } from './monthWords'

interface Props {
  item: MonthItem | undefined
  onWhy: (item: MonthItem) => void
  onClose: () => void
}

/** The meetings of one item where there are several, each to its record. */
export function MeetingsSheet({ item, onWhy, onClose }: Props) {
  return (
    <Sheet
      open={item !== undefined}
      onClose={onClose}
      title={item?.duty.label ?? ''}
      footer={
        item ? (
          <Button kind="outline" grow id="month-why" onTap={() => onWhy(item)}>
            为什么是这个数
          </Button>
        ) : null
      }
    >
      {(item?.meetings ?? []).map((meeting, index) => (
        <Fragment key={meeting.id}>
          {index > 0 ? <Divider inset={16} /> : null}
          <Cell
            id={`of-item-${meeting.id}`}
            title={<Title text={meeting.title} late={meeting.late === true} />}
            sub={<Dotted parts={meetingFacts(meeting)} />}
            chevron
            onTap={() => {
              onClose()
              open('seenMeeting', { id: meeting.id })
            }}
          />
        </Fragment>
      ))}
    </Sheet>
  )
}
