import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Overview } from '@domain/contract/committee'
import { formatDayTime } from '@domain/period/format'
import { Dotted } from '@/components/Dotted/Dotted'
import { Empty } from '@/components/Empty/Empty'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { BranchTable } from '@/features/committee/components/BranchTable'
import { CountyTotals } from '@/features/committee/components/CountyTotals'
import { PeriodChoice } from '@/features/committee/components/PeriodChoice'
import { closedPeriods, periodChoice, periodTitle } from '@/features/committee/logic/countyTable'
import { now } from '@/platform/clock'
import { useCloudQuery } from '@/platform/useCloudQuery'
import './index.css'

/** 工委总览: the county's sums now, and each branch where the period is over and closed. */
export default function OverviewPage() {
  const [periodKey, setPeriodKey] = useState<string>()
  const query = useCloudQuery('committee.overview', periodKey === undefined ? {} : { periodKey })
  return (
    <Page id="overview" title="县直机关工委" left="back" onPullDown={query.refetch}>
      <Loaded query={query} skeleton="board">
        {(overview) => <County overview={overview} onPeriod={setPeriodKey} />}
      </Loaded>
    </Page>
  )
}

function County({ overview, onPeriod }: { overview: Overview; onPeriod: (key: string) => void }) {
  const { period, periods, branchCount, memberCount, county, rolledUpAt } = overview
  return (
    <>
      <View className="overview-head">
        <View className="overview-counts" id="overview-counts">
          {rolledUpAt > 0 ? <Dotted parts={[`${branchCount} 个支部`, `${memberCount} 名党员`]} /> : null}
        </View>
        <PeriodChoice
          id="period"
          periods={periods}
          value={period.key}
          label={periodChoice(period.key)}
          onChange={onPeriod}
        />
      </View>
      {rolledUpAt === 0 ? (
        <Empty
          image="none"
          icon="table"
          title="还在汇总"
          text="每 10 分钟汇总一次，稍后下拉刷新"
          id="no-rollup"
        />
      ) : (
        <>
          {county.length > 0 ? (
            <CountyTotals overview={overview} />
          ) : (
            <Empty image="none" icon="table" title="这个周期没有要求的事项" />
          )}
          <Branches overview={overview} />
          <View className="overview-foot">当月只看合计；逐支部的情况，月份结束、录入截止后才显示。</View>
          <View className="overview-foot" id="rolled-up-at">{`汇总于 ${formatDayTime(rolledUpAt)}`}</View>
        </>
      )}
    </>
  )
}

/** The newest closed period until another is chosen; the one above when that is closed. */
function Branches({ overview }: { overview: Overview }) {
  const [chosen, setChosen] = useState<string>()
  const closed = closedPeriods(overview.periods, now())
  const own = overview.branches ? overview.period.key : undefined
  const key = chosen ?? own ?? closed[0]
  const asked = key !== undefined && key !== own
  const query = useCloudQuery('committee.overview', asked ? { periodKey: key } : {}, { enabled: asked })
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
      {asked ? (
        <Loaded query={query} skeleton="list">
          {(shown) => <Table overview={shown} />}
        </Loaded>
      ) : (
        <Table overview={overview} />
      )}
    </>
  )
}

function Table({ overview }: { overview: Overview }) {
  const { branches, rolledUpAt } = overview
  if (branches && branches.length > 0) return <BranchTable overview={overview} branches={branches} />
  return (
    <Empty
      image="none"
      icon="table"
      title={rolledUpAt === 0 ? '还在汇总' : '录入还没有截止'}
      text={rolledUpAt === 0 ? '稍后下拉刷新' : '截止后才显示各支部'}
    />
  )
}
