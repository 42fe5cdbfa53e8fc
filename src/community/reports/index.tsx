import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { CommunityPage } from '@domain/contract/community'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Counts } from '@/components/Counts/Counts'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { ReportCodeSheet } from '@/features/community/components/ReportCodeSheet'
import { WaitingReports } from '@/features/community/components/WaitingReports'
import { useReports } from '@/features/community/hooks/useReports'
import { open } from '@/navigation/navigate'

const icon = (name: 'users' | 'qr') => <Icon name={name} tone="ink2" />

/** How many there are, and what else belongs to 报到. */
function Head({ data, onCode }: { data: CommunityPage; onCode: () => void }) {
  const { community, registered, waiting, more } = data
  return (
    <>
      <Card className="waits-card">
        <View className="t-h2">{community.name}</View>
        <Counts
          parts={[
            { key: 'registered', label: '已报到', count: registered, tone: 'pine' },
            { key: 'waiting', label: '等您接收', count: waiting.length + more, tone: 'blue' },
          ]}
        />
      </Card>
      <Card className="mt12">
        <Cell
          id="to-residents"
          leading={icon('users')}
          title="报到名单"
          right={`${registered} 人`}
          chevron
          onTap={() => open('residents', { communityId: community.id })}
        />
        <Divider inset={52} />
        <Cell
          id="show-report-code"
          leading={icon('qr')}
          title="报到码"
          sub="贴在社区，党员扫了就能报到"
          chevron
          onTap={onCode}
        />
      </Card>
    </>
  )
}

/** 报到接收: who has asked the community, to be accepted one by one. */
export default page(function ReportsPage() {
  const { communityId = '' } = useRouter().params
  const reports = useReports(communityId)
  const { query, busy } = reports
  const [showing, setShowing] = useState(false)
  return (
    <Page
      id="reports"
      title="报到接收"
      left="back"
      onPullDown={query.refetch}
      overlay={
        showing && query.data && <ReportCodeSheet page={query.data} onClose={() => setShowing(false)} />
      }
    >
      <Loaded query={query} skeleton="list">
        {(data) => (
          <>
            <Head data={data} onCode={() => setShowing(true)} />
            {data.waiting.length > 0 ? (
              <>
                <Section title={`等您接收 ${data.waiting.length + data.more} 人`} right="看一眼再定" />
                <WaitingReports
                  reports={data.waiting}
                  busy={busy}
                  onAccept={(id) => void reports.accept(id)}
                  onDecline={(id, name) => void reports.decline(id, name)}
                />
              </>
            ) : null}
            {data.waiting.length === 0 ? (
              <View className="mt12">
                <Empty
                  image="done"
                  title="没有等着接收的"
                  text="有党员来报到，会在这里等您"
                  id="no-reports"
                />
              </View>
            ) : null}
            {data.more > 0 ? (
              <View className="t-sub c2 ctr mt16">{`还有 ${data.more} 人，接收这些以后再显示`}</View>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  )
})
