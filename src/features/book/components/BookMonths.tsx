import { View } from '@tarojs/components'
import type { BookMeeting } from '@domain/contract/book'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'
import { type BookMonth, monthsOf } from '../logic/bookList'
import { monthText } from '../logic/bookWords'
import { BookRow } from './BookRow'
import './book.css'

interface Props {
  meetings: readonly BookMeeting[]
  onOpen: (meeting: BookMeeting) => void
}

const titleOf = ({ key }: BookMonth): string => `${Number(key.slice(5))}月`

/** Meetings by their months, the newest first. */
export function BookMonths({ meetings, onOpen }: Props) {
  return (
    <>
      {monthsOf(meetings).map((month) => (
        <View key={month.key} id={`month-${month.key}`}>
          <Section title={titleOf(month)} right={monthText(month.meetings)} />
          <Card>
            {month.meetings.map((meeting, index) => (
              <View key={meeting.id}>
                {index > 0 ? <Divider inset={68} /> : null}
                <BookRow meeting={meeting} onTap={() => onOpen(meeting)} />
              </View>
            ))}
          </Card>
        </View>
      ))}
    </>
  )
}
