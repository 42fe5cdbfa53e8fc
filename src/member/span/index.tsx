import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Fragment, useState } from 'react'
import type { SpanOf } from '@domain/contract/span'
import { shortPeriodLabel } from '@domain/time/format'
import { type Period, periodKinds, periodsIn } from '@domain/time/period'
import { dayOf } from '@domain/time/day'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useNow } from '@/cloud/useNow'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { monthOf } from '@/components/MonthPicker/months'
import { Page } from '@/components/Page/Page'
import { PeriodSwitch } from '@/components/PeriodSwitch/PeriodSwitch'
import { Ring } from '@/components/Ring/Ring'
import { Section } from '@/components/Section/Section'
import { Icon } from '@/components/Icon/Icon'
import { SpanCard } from '@/features/progress/components/SpanCard'
import { WhySheet } from '@/features/progress/components/WhySheet'
import {
  cellWords,
  type Mark,
  markOf,
  type SpanCell,
  type SpanRow,
  totalWords,
} from '@/features/progress/logic/spanMarks'
import { open } from '@/navigation/navigate'
import { useLast } from '@/platform/useLast'
import { StudyHours, StudySheet } from './StudyHours'

const titles: Partial<Record<string, string>> = {
  own: '我的这一年',
  member: '党员这一年',
  unit: '中心组这一年',
}

/** 支部这一年, 我的这一年: every month, quarter and half of a year, or of a half-year, and what each number is. */
export default page(function SpanPage() {
  const { subjectId = '', period: asked, whose } = useRouter().params
  const now = useNow(60_000)
  const [chosen, setPeriod] = useState(asked)
  const key = chosen ?? monthOf(now).slice(0, 4)
  const span = useCloudQuery('progress.span', { subjectId, periodKey: key })
  const known = useLast(span.data)
  const [dutyId, setDutyId] = useState<string>()
  const [why, setWhy] = useState<string>()
  const [studyOpen, setStudyOpen] = useState(false)
  const row =
    span.data && (rowsOf(span.data).find((one) => one.dutyId === dutyId) ?? firstOpen(span.data, now))
  return (
    <Page
      id="span"
      title={titles[whose ?? ''] ?? '支部这一年'}
      left="back"
      onPullDown={span.refetch}
      overlay={
        <>
          <WhySheet
            open={why !== undefined}
            onClose={() => setWhy(undefined)}
            dutyId={row?.dutyId ?? ''}
            periodKey={why ?? ''}
            subjectId={subjectId}
          />
          <StudySheet study={span.data?.study} open={studyOpen} onClose={() => setStudyOpen(false)} />
        </>
      }
    >
      {known ? (
        <PeriodSwitch periods={known.periods} value={key} onChange={setPeriod}>
          <View id="span-whose">{known.subjectName}</View>
        </PeriodSwitch>
      ) : null}
      <Loaded query={span} skeleton="list">
        {(data) => (
          <>
            <SpanCard span={data} now={now} chosen={row?.dutyId} onRow={setDutyId} />
            {row ? <Periods {...{ row, now, span: data.period, onPeriod: setWhy }} /> : null}
            {data.study ? <StudyHours study={data.study} onOpen={() => setStudyOpen(true)} /> : null}
            {data.mayExport ? (
              <Card className="mt12">
                <Cell
                  id="to-facts"
                  leading={<Icon name="doc" tone="ink2" />}
                  title="情况表、述职材料"
                  chevron
                  onTap={() => open('facts', { branchId: subjectId, period: data.period.key })}
                />
              </Card>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  )
})

const rowsOf = ({ sections }: SpanOf): SpanRow[] => sections.flatMap(({ rows }) => rows)

/** What is told first: something that is open in a period that has begun. */
function firstOpen(span: SpanOf, now: number): SpanRow | undefined {
  const periods = periodsInside(span.period)
  const isOpen = (cell: SpanCell) => {
    const period = periods.get(cell.key)
    return period !== undefined && openMarks.includes(markOf(cell, period, now))
  }
  const rows = rowsOf(span)
  return rows.find(({ cells }) => cells.some(isOpen)) ?? rows[0]
}

const openMarks: readonly Mark[] = ['gap', 'part', 'none', 'open']

const periodsInside = (span: Period): ReadonlyMap<string, Period> =>
  new Map(periodKinds.flatMap((kind) => periodsIn(kind, span)).map((one) => [one.key, one]))

interface PeriodsProps {
  row: SpanRow
  span: Period
  now: number
  onPeriod: (key: string) => void
}

/** The chosen duty period by period, the newest first: those that have begun, and what is planned. */
function Periods({ row, span, now, onPeriod }: PeriodsProps) {
  const periods = periodsInside(span)
  const told = row.cells
    .flatMap((cell) => {
      const period = periods.get(cell.key)
      return period && (period.from <= dayOf(now) || cell.state === 'planned') ? [{ cell, period }] : []
    })
    .reverse()
  return (
    <View id="span-periods">
      <Section title={row.label} right={totalWords(row, periods, now)} />
      <Card>
        {told.map(({ cell, period }, index) => {
          const words = cellWords(cell, row, period, now)
          return (
            <Fragment key={cell.key}>
              {index > 0 ? <Divider inset={68} /> : null}
              <Cell
                id={`period-${cell.key}`}
                leading={
                  <Ring
                    done={cell.done}
                    needed={cell.needed}
                    state={cell.state}
                    size={44}
                    label={`${shortPeriodLabel(period)}，${words}`}
                    calm={markOf(cell, period, now) !== 'gap'}
                  />
                }
                title={<View className="m">{shortPeriodLabel(period)}</View>}
                sub={words}
                chevron
                onTap={() => onPeriod(cell.key)}
              />
            </Fragment>
          )
        })}
      </Card>
    </View>
  )
}
