import { ScrollView, View } from '@tarojs/components'
import { kindLabels } from '@domain/activity/kindLabels'
import type { BookMeeting } from '@domain/contract/book'
import { Chip } from '@/components/Chip/Chip'
import { type BookFilter, isLacking, kindsIn } from '../logic/bookList'
import './book.css'

interface Props {
  meetings: readonly BookMeeting[]
  /** In the whole year. */
  count: number
  /** All of them are here: until then nothing is said of how many lack something. */
  isWhole: boolean
  value: BookFilter
  onChange: (filter: BookFilter) => void
}

/** All, those that lack something, and each kind there is. The one chosen stays offered. */
export function BookFilters({ meetings, count, isWhole, value, onChange }: Props) {
  const lacking = meetings.filter(isLacking).length
  const there = kindsIn(meetings)
  const kinds = value === 'all' || value === 'lacking' || there.includes(value) ? there : [value, ...there]
  const chips: { key: BookFilter; label: string }[] = [
    { key: 'all', label: `全部 ${count} 场` },
    { key: 'lacking', label: isWhole ? `没写完 ${lacking}` : '没写完' },
    ...kinds.map((kind) => ({ key: kind, label: kindLabels[kind] })),
  ]
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="book-filters">
      <View className="book-chips">
        {chips.map(({ key, label }) => (
          <Chip key={key} id={`filter-${key}`} on={key === value} onTap={() => onChange(key)}>
            {label}
          </Chip>
        ))}
      </View>
    </ScrollView>
  )
}
