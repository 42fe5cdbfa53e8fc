import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useNow } from '@/cloud/useNow'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { monthOf } from '@/components/MonthPicker/months'
import { Page } from '@/components/Page/Page'
import { PeriodSwitch } from '@/components/PeriodSwitch/PeriodSwitch'
import { DutyGaps } from '@/features/branch/components/DutyGaps'
import { type WhyOf, WhySheet } from '@/features/progress/components/WhySheet'
import { YearCell } from '@/features/progress/components/YearCell'
import { UnitMeetings } from '@/features/unit/components/UnitMeetings'
import { UnitPeople } from '@/features/unit/components/UnitPeople'
import { routeOf } from '@/features/unit/logic/unitMeetings'
import { open } from '@/navigation/navigate'
import { useLast } from '@/platform/useLast'

const nowhere: WhyOf = { dutyId: '', periodKey: '', subjectId: '' }

/** 中心组, 党组: what the unit owes, who belongs to it, what was held and what is to come. */
export default page(function UnitPage() {
  const { unitId = '' } = useRouter().params
  const running = monthOf(useNow(60_000))
  const [chosen, setPeriod] = useState<string>()
  const key = chosen ?? running
  const [why, setWhy] = useState<WhyOf>()
  const query = useCloudQuery('unit.page', key === running ? { unitId } : { unitId, periodKey: key })
  const known = useLast(query.data)
  const plan = (kind = 'unit_theory_study') => open('plan', { branchId: unitId, kind })
  return (
    <Page
      id="unit"
      title="中心组"
      left="back"
      onPullDown={query.refetch}
      dock={
        query.data?.mayPlan && query.data.daysLeft > 0 ? (
          <Button id="unit-plan" grow onTap={() => plan()}>
            安排学习
          </Button>
        ) : undefined
      }
      overlay={<WhySheet {...(why ?? nowhere)} open={!!why} onClose={() => setWhy(undefined)} />}
    >
      {known ? (
        <PeriodSwitch periods={known.periods} value={key} onChange={setPeriod}>
          <View>
            {known.unit.name}
            <Text className="sep" />
            {`${known.people.length} 人`}
          </View>
        </PeriodSwitch>
      ) : null}
      <Loaded query={query} skeleton="list">
        {({ duties, daysLeft, mayPlan, meetings, people }) => (
          <>
            <DutyGaps
              whose="中心组"
              duties={duties.map((duty) => ({ ...duty, missingNames: [] }))}
              aside={daysLeft > 0 ? `还有 ${daysLeft} 天` : undefined}
              running={daysLeft > 0}
              mayPlan={mayPlan}
              onWhy={(line) =>
                setWhy({ dutyId: line.dutyId, periodKey: line.period.key, subjectId: line.subjectId })
              }
              onPlan={({ line }) => plan(line.kind)}
            />
            <YearCell title="中心组这一年" subjectId={unitId} whose="unit" period={key} />
            <UnitMeetings
              meetings={meetings}
              onOpen={mayPlan ? (meeting) => open(routeOf(meeting), { id: meeting.id }) : undefined}
            />
            <UnitPeople people={people} />
            {mayPlan ? (
              <Card className="mt12">
                <Cell
                  id="unit-registered"
                  title="社区报到"
                  sub="各支部报到了多少人"
                  chevron
                  onTap={() => open('registered', { organisationId: unitId })}
                />
              </Card>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  )
})
