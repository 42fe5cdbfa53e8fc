import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Fragment, useEffect, useState } from 'react'
import { headPosts } from '@domain/contract/lists'
import type { ActivityCard } from '@domain/contract/activity'
import { contains, periodOf } from '@domain/time/period'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useNow } from '@/cloud/useNow'
import { Card } from '@/components/Card/Card'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { Seg } from '@/components/Seg/Seg'
import { ActivityRow } from '@/features/calendar/components/ActivityRow'
import { ServiceSheet } from '@/features/calendar/components/ServiceSheet'
import { groupByWeek } from '@/features/calendar/logic/groupByWeek'
import { openMeeting } from '@/navigation/dutyPage'
import { open } from '@/navigation/navigate'
import { wantedActivities } from '@/navigation/tabState'
import './index.css'

const views = [
  { key: 'upcoming', label: '要参加的' },
  { key: 'services', label: '社区服务' },
  { key: 'past', label: '过去的' },
] as const
type ViewKey = (typeof views)[number]['key']

interface RowsProps {
  cards: readonly ActivityCard[]
  now: number
  onTap: (card: ActivityCard) => void
}

function Rows({ cards, now, onTap }: RowsProps) {
  return (
    <Card>
      {cards.map((card, index) => (
        <Fragment key={card.id}>
          {index > 0 && <View className="act-line" />}
          <ActivityRow card={card} now={now} onTap={onTap} />
        </Fragment>
      ))}
    </Card>
  )
}

interface UpcomingProps extends Omit<RowsProps, 'cards'> {
  upcoming: ActivityCard[]
  past: ActivityCard[]
}

function Upcoming({ upcoming, past, ...rows }: UpcomingProps) {
  const { now } = rows
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
          <Rows cards={cards} {...rows} />
        </Fragment>
      ))}
      {attended.length > 0 && (
        <>
          <Section title="已到会" right="本月" />
          <Rows cards={attended} {...rows} />
        </>
      )}
    </>
  )
}

/** Begins where a message's address or another page wants it to. */
function useView() {
  const { params } = useRouter()
  const wanted = wantedActivities.use()
  const [view, setView] = useState<ViewKey>(params.tab === 'services' ? 'services' : 'upcoming')
  useEffect(() => {
    if (!wanted) return
    wantedActivities.set(null)
    setView(wanted)
  }, [wanted])
  return { view, setView }
}

const heads: readonly string[] = headPosts

/** The branch one runs; undefined: none. */
function useRunBranch(): string | undefined {
  const me = useCloudQuery('identity.me', {}).data
  return me?.state === 'bound'
    ? me.roles.find(({ role }) => heads.includes(role))?.organisation.id
    : undefined
}

/** What was held and stands in no list yet is entered here. */
const HeldWay = ({ branchId }: { branchId: string }) => (
  <View className="act-held">
    <LinkText id="to-held" icon="edit" onTap={() => open('held', { branchId })}>
      开过了没有登记的，补录一场会
    </LinkText>
  </View>
)

export default page(function ActivitiesPage() {
  const now = useNow(30_000)
  const list = useCloudQuery('activity.list', {})
  const { view, setView } = useView()
  const branchId = useRunBranch()
  const [shownId, setShownId] = useState<string | null>(null)
  const all = list.data && [...list.data.services, ...list.data.upcoming, ...list.data.past]
  const shown = all?.find(({ id }) => id === shownId)
  const rows = {
    now,
    onTap: (card: ActivityCard) => {
      if (card.kind !== 'community_service') openMeeting(card)
      else if (card.runs) open('service', { id: card.id })
      else setShownId(card.id)
    },
  }
  return (
    <Page
      id="activities"
      left="title"
      title="活动"
      tab="activities"
      onPullDown={() => list.refetch()}
      overlay={<ServiceSheet card={shown} now={now} onClose={() => setShownId(null)} />}
    >
      <Seg items={views} value={view} onChange={setView} />
      <Loaded query={list} skeleton="list">
        {({ upcoming, services, past }) => (
          <>
            {view === 'upcoming' && <Upcoming upcoming={upcoming} past={past} {...rows} />}
            {view === 'services' && (
              <View className="mt12">
                {services.length > 0 ? (
                  <Rows cards={services} {...rows} />
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
                {branchId === undefined ? null : <HeldWay branchId={branchId} />}
                {past.length > 0 ? (
                  <Rows cards={past} {...rows} />
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
})
