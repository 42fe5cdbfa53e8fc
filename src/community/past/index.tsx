import { useRouter } from '@tarojs/taro'
import type { CommunityPast } from '@domain/contract/community'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Cell } from '@/components/Cell/Cell'
import { Dotted } from '@/components/Dotted/Dotted'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { PeriodSwitch } from '@/components/PeriodSwitch/PeriodSwitch'
import { PastTimes } from '@/features/place/components/PastTimes'
import { usePastPeriod } from '@/features/place/hooks/usePastPeriod'
import { open } from '@/navigation/navigate'

/** 往期服务 of a community: a month or a year of it in three numbers, and what there was. */
export default page(function PastPage() {
  const { communityId = '' } = useRouter().params
  const period = usePastPeriod()
  const query = useCloudQuery('community.past', { communityId, periodKey: period.value })
  return (
    <Page id="past-services" title="往期服务" left="back" onPullDown={query.refetch}>
      <PeriodSwitch {...period}>{query.data?.community.name}</PeriodSwitch>
      <Loaded query={query} skeleton="list">
        {({ services, more, times, deeds }) => (
          <PastTimes
            counts={[
              { key: 'services', label: '次服务', count: services.length + more },
              { key: 'times', label: '人次到场', count: times, tone: 'pine' },
              { key: 'deeds', label: '件实事', count: deeds, tone: 'blue' },
            ]}
            title="办过的服务"
            none="办过的服务、确认过的实事会在这里"
            more={more}
          >
            {services.map((service) => (
              <One key={service.id} service={service} />
            ))}
          </PastTimes>
        )}
      </Loaded>
    </Page>
  )
})

const One = ({
  service: { id, title, startsAt, confirmed },
}: {
  service: CommunityPast['services'][number]
}) => (
  <Cell
    id={`past-service-${id}`}
    title={title}
    sub={
      <Dotted
        parts={[
          `${formatDay(startsAt)} ${formatWeekday(startsAt)} ${formatClock(startsAt)}`,
          `已确认 ${confirmed} 人`,
        ]}
      />
    }
    chevron
    onTap={() => open('service', { id })}
  />
)
