import { useRouter } from '@tarojs/taro'
import { Fragment, useState } from 'react'
import { View } from '@tarojs/components'
import type { CommunityPast } from '@domain/contract/community'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { now } from '@/cloud/clock'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Counts } from '@/components/Counts/Counts'
import { Divider } from '@/components/Divider/Divider'
import { Dotted } from '@/components/Dotted/Dotted'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { PeriodSwitch } from '@/components/PeriodSwitch/PeriodSwitch'
import { Section } from '@/components/Section/Section'
import { pastPeriods } from '@/features/service/logic/pastPeriods'
import { open } from '@/navigation/navigate'

/** 往期服务 of a community: a month or a year of it in three numbers, and what there was. */
export default page(function PastPage() {
  const { communityId = '' } = useRouter().params
  const [periods] = useState(() => pastPeriods(now()))
  const [periodKey, setPeriodKey] = useState(periods[0] ?? '')
  const query = useCloudQuery('community.past', { communityId, periodKey })
  return (
    <Page id="past-services" title="往期服务" left="back" onPullDown={query.refetch}>
      <PeriodSwitch periods={periods} value={periodKey} onChange={setPeriodKey}>
        {query.data?.community.name}
      </PeriodSwitch>
      <Loaded query={query} skeleton="list">
        {(past) => <Past past={past} />}
      </Loaded>
    </Page>
  )
})

function Past({ past: { services, more, times, deeds } }: { past: CommunityPast }) {
  if (services.length === 0 && deeds === 0)
    return (
      <View className="mt12">
        <Empty
          image="none"
          icon="cal"
          title="这段时间还没有记录"
          text="办过的服务、确认过的实事会在这里"
          id="no-past"
        />
      </View>
    )
  return (
    <>
      <Card pad className="mt12">
        <Counts
          parts={[
            { key: 'services', label: '次服务', count: services.length + more },
            { key: 'times', label: '人次到场', count: times, tone: 'pine' },
            { key: 'deeds', label: '件实事', count: deeds, tone: 'blue' },
          ]}
        />
      </Card>
      {services.length > 0 && (
        <>
          <Section title="办过的服务" />
          <Card>
            {services.map((service, index) => (
              <Fragment key={service.id}>
                {index > 0 ? <Divider inset={16} /> : null}
                <One service={service} />
              </Fragment>
            ))}
          </Card>
          {more > 0 && <View className="t-sub c2 ctr mt12">{`还有 ${more} 次更早的，按月看`}</View>}
        </>
      )}
    </>
  )
}

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
