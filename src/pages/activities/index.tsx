import { Fragment, useState } from 'react'
import { View } from '@tarojs/components'
import type { ActivityCard } from '@domain/contract/activity'
import { periodOf, contains } from '@domain/period/period'
import { Card } from '@/components/Card/Card'
import { Empty } from '@/components/Empty/Empty'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { Seg } from '@/components/Seg/Seg'
import { ActivityRow } from '@/features/calendar/components/ActivityRow'
import { groupByWeek } from '@/features/calendar/logic/groupByWeek'
import { open } from '@/platform/navigate'
import { useCloudQuery } from '@/platform/useCloudQuery'
import { useNow } from '@/platform/useNow'

const views = [
  { key: 'upcoming', label: '要参加的' },
  { key: 'services', label: '社区服务' },
  { key: 'past', label: '过去的' },
] as const
type ViewKey = (typeof views)[number]['key']

function Rows({ cards, now }: { cards: readonly ActivityCard[]; now: number }) {
  const run = (card: ActivityCard) => {
    if (card.runs) open('meeting', { id: card.id })
  }
  return (
    <Card>
      {cards.map((card, index) => (
        <Fragment key={card.id}>
          {index > 0 && <View className="act-line" />}
          <ActivityRow card={card} now={now} onTap={run} />
        </Fragment>
      ))}
    </Card>
  )
}

function Upcoming({ upcoming, past, now }: { upcoming: ActivityCard[]; past: ActivityCard[]; now: number }) {
  const month = periodOf('month', now)
  const attended = past.filter(({ mine, startsAt }) => mine === 'registered' && contains(month, startsAt))
  return (
    <>
      {upcoming.length === 0 && (
        <Empty
          image="none"
          icon="cal"
          title="近期没有安排活动"
          text="支部发布后，会显示在这里"
          id="no-activities"
        />
      )}
      {groupByWeek(upcoming, now).map(({ title, cards }) => (
        <Fragment key={title}>
          <Section title={title} />
          <Rows cards={cards} now={now} />
        </Fragment>
      ))}
      {attended.length > 0 && (
        <>
          <Section title="已到会" right="本月" />
          <Rows cards={attended} now={now} />
        </>
      )}
    </>
  )
}

export default function ActivitiesPage() {
  const now = useNow(30_000)
  const list = useCloudQuery('activity.list', {})
  const [view, setView] = useState<ViewKey>('upcoming')
  return (
    <Page id="activities" left="title" title="活动" tab="activities" onPullDown={() => list.refetch()}>
      <Seg items={views} value={view} onChange={setView} />
      <Loaded query={list} skeleton="list">
        {({ upcoming, services, past }) => (
          <>
            {view === 'upcoming' && <Upcoming upcoming={upcoming} past={past} now={now} />}
            {view === 'services' && (
              <View className="mt12">
                {services.length > 0 ? (
                  <Rows cards={services} now={now} />
                ) : (
                  <Empty
                    image="none"
                    icon="heart"
                    title="近期没有社区服务"
                    text="报到社区发布后，会显示在这里"
                  />
                )}
              </View>
            )}
            {view === 'past' && (
              <View className="mt12">
                {past.length > 0 ? (
                  <Rows cards={past} now={now} />
                ) : (
                  <Empty
                    image="none"
                    icon="list"
                    title="这两个季度还没有活动"
                    text="开过的会、做过的服务会在这里"
                  />
                )}
              </View>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
