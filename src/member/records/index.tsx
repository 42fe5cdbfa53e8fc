import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OwnServicePaper } from '@domain/contract/paper'
import { clockOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { useInParts } from '@/cloud/useInParts'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Chip } from '@/components/Chip/Chip'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { useHouseholds } from '@/features/household/hooks/useHouseholds'
import { FileSheet } from '@/features/papers/components/FileSheet'
import { PaperButton } from '@/features/papers/components/PaperButton'
import { useOwnServicePapers } from '@/features/papers/hooks/useOwnServicePapers'
import { YearCell } from '@/features/progress/components/YearCell'
import { RecordLine } from '@/features/profile/components/RecordLine'
import {
  filterOf,
  groupByMonth,
  type NumberOf,
  numbersOf,
  type OwnRecord,
  type RecordFilter,
  standing,
} from '@/features/profile/logic/groupRecords'
import { MissedSheet } from '@/features/service/components/MissedSheet'
import { openDuty } from '@/navigation/dutyPage'
import { NumberSheet } from './NumberSheet'
import './index.css'

const filters: readonly { key: RecordFilter; label: string }[] = [
  { key: 'all', label: '全部' },
  { key: 'meeting', label: '会议学习' },
  { key: 'service', label: '社区服务' },
  { key: 'visit', label: '帮扶走访' },
  { key: 'deed', label: '实事' },
]

/** What 个人志愿服务情况 tells of. */
const isServed = ({ kind, service }: OwnRecord) => kind === 'attendance' && service

interface MonthProps {
  month: string
  rows: OwnRecord[]
  onNumbers: (numbers: NumberOf[]) => void
}
function Month({ month, rows, onNumbers }: MonthProps) {
  const done = standing(rows)
  return (
    <View>
      <Section title={`${Number(month.slice(5))}月`} right={done > 0 ? `${done} 条` : undefined} />
      <Card className="records-card">
        {rows.map((record, index) => {
          const numbers = numbersOf(record)
          return (
            <RecordLine
              key={record.id}
              record={record}
              last={index === rows.length - 1}
              onTap={numbers.length > 0 ? () => onNumbers(numbers) : undefined}
            />
          )
        })}
      </Card>
    </View>
  )
}

export default page(function RecordsPage() {
  const thisYear = clockOf(now()).year
  const [year, setYear] = useState(thisYear)
  const [filter, setFilter] = useState<RecordFilter>('all')
  const query = useInParts('progress.records', { year })
  const { memberId, households, earlier } = useHouseholds(filter === 'visit')
  const visits = filter === 'visit' && households.length + earlier.length > 0
  const [numbers, setNumbers] = useState<NumberOf[]>([])
  const [correcting, setCorrecting] = useState(false)
  const papers = useOwnServicePapers(year)
  const making = { making: papers.making, onMake: (paper: OwnServicePaper) => void papers.make(paper) }
  const hasServed = filter === 'service' && query.data?.records.some(isServed)
  const other = year === thisYear ? thisYear - 1 : thisYear
  return (
    <Page
      id="records"
      title="我的记录"
      onPullDown={() => query.refetch()}
      dock={
        hasServed && (
          <>
            <PaperButton icon="table" paper="services" label="服务情况 Excel" {...making} />
            <PaperButton icon="doc" paper="servicesText" label="Word" {...making} />
          </>
        )
      }
      overlay={
        memberId !== undefined && (
          <>
            <FileSheet file={papers.file} note="由您本人留存，可交其他平台补录。" onClose={papers.close} />
            <NumberSheet numbers={numbers} memberId={memberId} onClose={() => setNumbers([])} />
            {correcting && <MissedSheet onClose={() => setCorrecting(false)} />}
          </>
        )
      }
    >
      <View className="hscroll records-chips">
        {filters.map(({ key, label }) => (
          <Chip key={key} id={`filter-${key}`} on={key === filter} onTap={() => setFilter(key)}>
            {label}
          </Chip>
        ))}
      </View>
      {memberId !== undefined && <YearCell title="我的这一年" subjectId={memberId} whose="own" />}
      {visits && (
        <Card className="mt12">
          <Cell
            id="backfill-visit"
            leading={<Icon name="edit" tone="ink2" />}
            title="补登走访"
            sub="走访过、当时没扫码的"
            chevron
            onTap={() => openDuty('visit', true)}
          />
        </Card>
      )}
      {filter === 'service' && memberId !== undefined && (
        <Card className="mt12">
          <Cell
            id="correct-service"
            leading={<Icon name="edit" tone="ink2" />}
            title="参加了、没记上"
            sub="请社区更正"
            chevron
            onTap={() => setCorrecting(true)}
          />
        </Card>
      )}
      <Loaded query={query} skeleton="list">
        {({ records }) => {
          const shown = records.filter((record) => filter === 'all' || filterOf(record) === filter)
          if (shown.length === 0 && query.isWhole) {
            return (
              <Empty
                image={filter === 'visit' ? 'house' : 'none'}
                icon="list"
                title={`${year}年还没有记录`}
                text="参加活动、社区服务或走访后，记录会在这里"
                action={{ label: `看${other}年`, onTap: () => setYear(other), id: 'other-year' }}
              />
            )
          }
          return (
            <>
              {groupByMonth(shown).map(({ month, records: rows }) => (
                <Month key={month} month={month} rows={rows} onNumbers={setNumbers} />
              ))}
              <MoreButton id="more-records" more={query.more} />
              <View className="records-other">
                <LinkText id="other-year" arrow="right" onTap={() => setYear(other)}>
                  {`看${other}年`}
                </LinkText>
              </View>
            </>
          )
        }}
      </Loaded>
    </Page>
  )
})
