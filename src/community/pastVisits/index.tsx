import { useRouter } from '@tarojs/taro'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Cell } from '@/components/Cell/Cell'
import { Dotted } from '@/components/Dotted/Dotted'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { PeriodSwitch } from '@/components/PeriodSwitch/PeriodSwitch'
import { PastTimes } from '@/features/place/components/PastTimes'
import { visitText } from '@/features/place/components/WaitingVisits'
import { usePastPeriod } from '@/features/place/hooks/usePastPeriod'

/** 往期走访 of a village: the visits of a month or a year that count, as its contact reads of one, and how many 实事. */
export default page(function PastVisitsPage() {
  const { villageId = '' } = useRouter().params
  const period = usePastPeriod()
  const query = useCloudQuery('household.past', { villageId, periodKey: period.value })
  return (
    <Page id="past-visits" title="往期走访" left="back" onPullDown={query.refetch}>
      <PeriodSwitch {...period}>{query.data?.village.name}</PeriodSwitch>
      <Loaded query={query} skeleton="list">
        {({ visits, more, deeds }) => (
          <PastTimes
            counts={[
              { key: 'visits', label: '次走访', count: visits.length + more, tone: 'pine' },
              { key: 'deeds', label: '件实事', count: deeds, tone: 'blue' },
            ]}
            title="来过的"
            none="计入的走访、确认过的实事会在这里"
            more={more}
          >
            {visits.map((visit, index) => (
              <Cell
                key={index}
                id={`past-visit-${index}`}
                title={visit.name}
                sub={<Dotted parts={[visitText(visit), visit.branchName]} />}
              />
            ))}
          </PastTimes>
        )}
      </Loaded>
    </Page>
  )
})
