import { ScrollView, View } from '@tarojs/components'
import type { Roster } from '@domain/contract/roster'
import { Chip } from '@/components/Chip/Chip'
import { Counts } from '@/components/Counts/Counts'
import { SearchField } from '@/components/SearchField/SearchField'
import { type FilterChoice, filtersOf, type RosterFilter } from '../logic/filterRoster'
import './RosterHead.css'

interface Props {
  roster: Roster
  /** The groups and marks offered come from those who are here. */
  here: Pick<Roster, 'groups' | 'rows'>
  query: string
  filter: RosterFilter
  onQuery: (query: string) => void
  onFilter: (filter: RosterFilter) => void
}

const isSame = (a: RosterFilter, b: RosterFilter) => JSON.stringify(a) === JSON.stringify(b)

/** How many there are, and what narrows the list. */
export function RosterHead({ roster, here, query, filter, onQuery, onFilter }: Props) {
  const { members, full, probationary, bound } = roster.totals
  return (
    <>
      <View className="card roster-counts" id="roster-totals">
        <Counts
          parts={[
            { key: 'members', label: '党员', count: members },
            { key: 'full', label: '正式', count: full },
            { key: 'probationary', label: '预备', count: probationary },
            { key: 'bound', label: '已绑定', count: bound, tone: 'pine' },
          ]}
        />
      </View>
      <View className="roster-search">
        <SearchField id="roster-search" value={query} placeholder="输入姓名里的字" onChange={onQuery} />
      </View>
      <ScrollView className="roster-filters" scrollX>
        <View className="roster-chips">
          {filtersOf(here).map((choice: FilterChoice) => (
            <Chip
              key={choice.key}
              id={`filter-${choice.key}`}
              on={isSame(choice.filter, filter)}
              onTap={() => onFilter(choice.filter)}
            >
              {choice.label}
            </Chip>
          ))}
        </View>
      </ScrollView>
    </>
  )
}
