import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Overview } from '@domain/contract/committee'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Doors } from '@/components/Doors/Doors'
import { Dotted } from '@/components/Dotted/Dotted'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { PickHead } from '@/components/PickHead/PickHead'
import { Section } from '@/components/Section/Section'
import { BranchTable } from '@/features/committee/components/BranchTable'
import { CountyTotals } from '@/features/committee/components/CountyTotals'
import { type CountyNumber, CountyWhySheet } from '@/features/committee/components/CountyWhySheet'
import { Crumbs } from '@/features/committee/components/Crumbs'
import { PeriodChoice } from '@/features/committee/components/PeriodChoice'
import { monthIn, monthOfPart, periodChoice } from '@/features/committee/logic/countyTable'
import { crumbsAbove, shortNameAbove } from '@/features/committee/logic/crumbsOf'
import { type WhyOf, WhySheet } from '@/features/progress/components/WhySheet'
import { open } from '@/navigation/navigate'
import { useLast } from '@/platform/useLast'

const nowhere: WhyOf = { dutyId: '', periodKey: '', subjectId: '' }

/** 一个单位: the sums of its branches in a closed period, each branch, and its 中心组. */
export default page(function BelowPage() {
  const { unitId = '', period } = useRouter().params
  const [chosen, setPeriod] = useState(period)
  const [county, setCounty] = useState<CountyNumber>()
  const [why, setWhy] = useState<WhyOf>()
  const query = useCloudQuery('committee.overview', {
    underId: unitId,
    ...(chosen !== undefined && { periodKey: chosen }),
  })
  const known = useLast(query.data)
  return (
    <Page
      id="below"
      title={known?.under ? known.under.name : '单位情况'}
      left="back"
      onPullDown={query.refetch}
      overlay={
        <>
          <CountyWhySheet
            of={county}
            onClose={() => setCounty(undefined)}
            onPart={(branchId, { period: of, parts = [] }) =>
              open('month', {
                branchId,
                month: monthOfPart(parts.find(({ id }) => id === branchId)?.open, of),
              })
            }
          />
          <WhySheet {...(why ?? nowhere)} open={!!why} onClose={() => setWhy(undefined)} />
        </>
      }
    >
      {known?.under ? (
        <>
          <Crumbs crumbs={[...crumbsAbove(known.under.above), { name: shortNameAbove(known.under.name) }]} />
          <PickHead
            id="below-counts"
            picker={
              <PeriodChoice
                id="below-period"
                periods={known.closed}
                value={known.period.key}
                label={periodChoice(known.period.key)}
                onChange={setPeriod}
              />
            }
          >
            <Dotted
              parts={[`${known.branchCount} 个支部`, known.memberCount > 0 && `${known.memberCount} 名党员`]}
            />
          </PickHead>
        </>
      ) : null}
      <Loaded query={query} skeleton="board">
        {(data) => (
          <Unit
            data={data}
            unitId={unitId}
            onCounty={(dutyId) => setCounty({ dutyId, periodKey: data.period.key, underId: unitId })}
            onWhy={(subjectId, dutyId) => setWhy({ dutyId, periodKey: data.period.key, subjectId })}
          />
        )}
      </Loaded>
    </Page>
  )
})

interface Props {
  data: Overview
  unitId: string
  onCounty: (dutyId: string) => void
  onWhy: (subjectId: string, dutyId: string) => void
}
function Unit({ data, unitId, onCounty, onWhy }: Props) {
  const { branches = [], county, period, rolledUpAt } = data
  if (rolledUpAt === 0)
    return <Empty image="none" icon="table" id="no-rollup" title="还在汇总" text="稍后下拉刷新" />
  return (
    <>
      {county.length > 0 ? (
        <CountyTotals overview={data} whose="单位" onTap={onCounty} />
      ) : (
        <Empty image="none" icon="table" id="nothing-asked" title="这段时间没有要求的事项" />
      )}
      {branches.length > 0 ? (
        <>
          <Section title="各支部" right="按组织序列，不排名" />
          <BranchTable
            overview={data}
            branches={branches}
            onCell={onWhy}
            onBranch={(branchId) => open('month', { branchId, month: monthIn(period) })}
          />
        </>
      ) : null}
      <View className="mt12">
        <Card>
          <Doors
            doors={[
              {
                id: 'below-group',
                icon: 'book',
                title: '中心组',
                sub: '学习、应到实到',
                onTap: () => open('unit', { unitId }),
              },
            ]}
          />
        </Card>
      </View>
    </>
  )
}
