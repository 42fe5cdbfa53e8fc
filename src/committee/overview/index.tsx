import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { CountyWhy, Overview } from '@domain/contract/committee'
import { formatDayTime } from '@domain/time/format'
import { useInParts } from '@/cloud/useInParts'
import { Card } from '@/components/Card/Card'
import { Chip } from '@/components/Chip/Chip'
import { type Door, Doors } from '@/components/Doors/Doors'
import { Dotted } from '@/components/Dotted/Dotted'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { Page } from '@/components/Page/Page'
import { PickHead } from '@/components/PickHead/PickHead'
import { Section } from '@/components/Section/Section'
import { BranchTable } from '@/features/committee/components/BranchTable'
import { CountyTotals } from '@/features/committee/components/CountyTotals'
import { type CountyNumber, CountyWhySheet } from '@/features/committee/components/CountyWhySheet'
import { PeriodChoice } from '@/features/committee/components/PeriodChoice'
import { UnitTable } from '@/features/committee/components/UnitTable'
import {
  closedPeriods,
  isLongPeriod,
  monthIn,
  monthOfPart,
  nearPeriods,
  periodChoice,
  periodTitle,
  unitColumns,
} from '@/features/committee/logic/countyTable'
import { faultsText } from '@/features/committee/logic/faultText'
import { type WhyOf, WhySheet } from '@/features/progress/components/WhySheet'
import { open } from '@/navigation/navigate'
import { RulesCard } from './RulesCard'
import './index.css'

const nowhere: WhyOf = { dutyId: '', periodKey: '', subjectId: '' }

interface Opens {
  /** The county's own number. */
  onCounty: (of: CountyNumber) => void
  /** That of one branch or unit. */
  onWhy: (of: WhyOf) => void
}

/** 工委总览: the county's sums now, and each branch where the period is over and closed. Every number opens its reasons. */
export default page(function OverviewPage() {
  const [periodKey, setPeriodKey] = useState(useRouter().params.period)
  const [county, setCounty] = useState<CountyNumber>()
  const [why, setWhy] = useState<WhyOf>()
  const query = useInParts('committee.overview', { from: 0, ...(periodKey !== undefined && { periodKey }) })
  return (
    <Page
      id="overview"
      title="县直机关工委"
      left="back"
      onPullDown={query.refetch}
      overlay={
        <>
          <CountyWhySheet of={county} onClose={() => setCounty(undefined)} onPart={openPart} />
          <WhySheet {...(why ?? nowhere)} open={!!why} onClose={() => setWhy(undefined)} />
        </>
      }
    >
      <Loaded query={query} skeleton="board">
        {(overview) => (
          <>
            <County overview={overview} onPeriod={setPeriodKey} onCounty={setCounty} onWhy={setWhy} />
            <MoreButton id="more-own" more={query.more} />
            <RulesCard mayHandOut={overview.mayAnswer === true} />
          </>
        )}
      </Loaded>
    </Page>
  )
})

type CountyProps = Opens & { overview: Overview; onPeriod: (key: string) => void }
function County({ overview, onPeriod, ...opens }: CountyProps) {
  const { period, periods, branchCount, memberCount, rolledUpAt } = overview
  return (
    <>
      <PickHead
        id="overview-counts"
        picker={
          <PeriodChoice
            id="period"
            periods={periods}
            value={period.key}
            label={periodChoice(period.key)}
            onChange={onPeriod}
          />
        }
      >
        {rolledUpAt > 0 ? <Dotted parts={[`${branchCount} 个支部`, `${memberCount} 名党员`]} /> : null}
      </PickHead>
      <Near overview={overview} onPeriod={onPeriod} />
      {rolledUpAt === 0 ? (
        <>
          <Empty
            image="none"
            icon="table"
            title="还在汇总"
            text="每 10 分钟汇总一次，稍后下拉刷新"
            id="no-rollup"
          />
          <Ways mayAnswer={overview.mayAnswer} />
        </>
      ) : (
        <RolledUp overview={overview} {...opens} />
      )}
    </>
  )
}

function RolledUp({ overview, onCounty, onWhy }: Opens & { overview: Overview }) {
  const { period, county, rolledUpAt, faults = [] } = overview
  const isLong = isLongPeriod(period.key)
  const foot = isLong
    ? '点一项，看各支部哪几个月暂无记录；录入截止后才列出支部。'
    : '当月只看合计；逐支部的情况，月份结束、录入截止后才显示。'
  return (
    <>
      {county.length > 0 ? (
        <CountyTotals overview={overview} onTap={(dutyId) => onCounty({ dutyId, periodKey: period.key })} />
      ) : (
        <Empty image="none" icon="table" id="nothing-asked" title="这段时间没有要求的事项" />
      )}
      <Ways mayAnswer={overview.mayAnswer} />
      {isLong ? null : <Branches overview={overview} onCounty={onCounty} onWhy={onWhy} />}
      {county.length > 0 ? <View className="overview-foot">{foot}</View> : null}
      <View className="overview-foot" id="rolled-up-at">{`汇总于 ${formatDayTime(rolledUpAt)}`}</View>
      {faults.length > 0 ? (
        <View className="overview-foot" id="faults">
          {faultsText(faults)}
        </View>
      ) : null}
    </>
  )
}

const waitsDoor: Door = {
  id: 'waits',
  icon: 'clock',
  title: '等着办的',
  sub: '申请、转接、确认、投诉建议、运行',
  onTap: () => open('waits'),
}

/** What is asked for most, a tap each. */
const Near = ({ overview, onPeriod }: Pick<CountyProps, 'overview' | 'onPeriod'>) => (
  <View className="overview-near" id="near-periods">
    {nearPeriods(overview).map((key) => (
      <Chip key={key} id={`near-${key}`} on={key === overview.period.key} onTap={() => onPeriod(key)}>
        {periodTitle(key)}
      </Chip>
    ))}
  </View>
)

const findDoor: Door = {
  id: 'find',
  icon: 'bld',
  title: '找一个单位或支部',
  sub: '按名称找，看截止的月份',
  onTap: () => open('organisations', { to: 'facts' }),
}

/** From the sums to one organisation by its name, and to what waits. */
const Ways = ({ mayAnswer }: Pick<Overview, 'mayAnswer'>) => (
  <Card className="overview-ways">
    <Doors doors={mayAnswer ? [findDoor, waitsDoor] : [findDoor]} />
  </Card>
)

/** A part of a number leads to its branch or unit, where something is to be seen of it. */
function openPart(id: string, { tally, period, parts = [] }: CountyWhy) {
  if (tally.of === 'units') open('below', { unitId: id })
  else open('month', { branchId: id, month: monthOfPart(parts.find((part) => part.id === id)?.open, period) })
}

/** The newest closed period until another is chosen; the one above when that is closed. */
function Branches({ overview, ...opens }: Opens & { overview: Overview }) {
  const [chosen, setChosen] = useState<string>()
  const closed = closedPeriods(overview)
  const own = overview.branches ? overview.period.key : undefined
  const key = chosen ?? own ?? closed[0]
  if (key === undefined) return null
  return (
    <>
      <View className="overview-branches">
        <View className="overview-branches-title" id="branches-title">
          {`${periodTitle(key)}各支部`}
          <View className="overview-order">按组织序列，不排名</View>
        </View>
        <PeriodChoice id="branch-period" periods={closed} value={key} label="换月份" onChange={setChosen} />
      </View>
      {key === own ? (
        <Tables overview={overview} {...opens} />
      ) : (
        <OfPeriod key={key} periodKey={key} {...opens} />
      )}
    </>
  )
}

/** The branches of a closed period, of a large county in parts. */
function OfPeriod({ periodKey, ...opens }: Opens & { periodKey: string }) {
  const query = useInParts('committee.overview', { from: 0, periodKey })
  return (
    <Loaded query={query} skeleton="list">
      {(shown) => (
        <>
          <Tables overview={shown} {...opens} />
          <MoreButton id="more-branches" more={query.more} />
        </>
      )}
    </Loaded>
  )
}

function Tables({ overview, onWhy }: Opens & { overview: Overview }) {
  const { branches, units, period, rolledUpAt } = overview
  if (!branches || branches.length === 0)
    return (
      <Empty
        image="none"
        icon="table"
        title={rolledUpAt === 0 ? '还在汇总' : '录入还没有截止'}
        text={rolledUpAt === 0 ? '稍后下拉刷新' : '截止后才显示各支部'}
      />
    )
  const whyOf = (subjectId: string, dutyId: string) => onWhy({ dutyId, periodKey: period.key, subjectId })
  const hasUnits = units && units.length > 0 && unitColumns(overview.county).length > 0
  return (
    <>
      <BranchTable
        overview={overview}
        branches={branches}
        onCell={whyOf}
        onBranch={(branchId) => open('month', { branchId, month: monthIn(period) })}
      />
      {hasUnits ? (
        <>
          <Section title="各单位中心组" right={unitColumns(overview.county)[0]?.label} />
          <UnitTable
            overview={overview}
            units={units}
            onCell={whyOf}
            onUnit={(unitId) => open('below', { unitId, period: period.key })}
          />
        </>
      ) : null}
    </>
  )
}
