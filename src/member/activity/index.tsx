import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Fragment } from 'react'
import { type CloudQuery, useCloudQuery } from '@/cloud/useCloudQuery'
import { useNow } from '@/cloud/useNow'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { AgendaLines } from '@/features/activity/components/AgendaLines'
import { open } from '@/navigation/navigate'
import { hasDock, MeetingDock } from './MeetingDock'
import { MeetingHead, type Shown } from './MeetingHead'
import './index.css'

/** The meeting; before it was ever opened with network, what the lists on the phone say of it. */
function useMeetingView(activityId: string): Omit<CloudQuery<'activity.view'>, 'data'> & {
  data: Shown | undefined
} {
  const view = useCloudQuery('activity.view', { activityId })
  const list = useCloudQuery('activity.list', {}, { enabled: false })
  const home = useCloudQuery('progress.home', {}, { enabled: false })
  if (view.data || !view.unreached) return view
  const listed = [...(list.data?.upcoming ?? []), ...(list.data?.past ?? [])]
  const card = [...listed, home.data?.next].find((each) => each?.id === activityId)
  return card ? { ...view, data: { card }, at: list.data ? list.at : home.at } : view
}

function Materials({ titles }: { titles: readonly string[] }) {
  return (
    <View id="meeting-materials">
      <Section title="会议材料" right="只列题目" />
      <Card className="meeting-facts">
        {titles.map((title, index) => (
          <Fragment key={index}>
            {index > 0 && <Divider inset={52} />}
            <View className="meeting-fact">
              <Icon name={title.startsWith('《') ? 'book' : 'doc'} tone="ink2" />
              <View className="grow">{title}</View>
            </View>
          </Fragment>
        ))}
      </Card>
    </View>
  )
}

function Agenda({ agenda }: { agenda: NonNullable<Shown['agenda']> }) {
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0)
  return (
    <View id="meeting-agenda">
      <Section title="议程" right={minutes > 0 ? `约 ${minutes} 分` : undefined} />
      <Card className="meeting-facts">
        <AgendaLines agenda={agenda} />
      </Card>
    </View>
  )
}

/** Whom it does not concern reads nothing of it, nor whether it is there. */
const NotInvited = () => (
  <Empty
    image="none"
    icon="info"
    id="not-invited"
    title="这次活动没有安排您参加"
    text="临时去列席的，到现场扫码登记就行；觉得名单不对，请告诉支部。"
    action={{ label: '看我的活动', onTap: () => open('activities'), id: 'to-activities' }}
  />
)

/** A meeting for those who go there. */
export default page(function ActivityPage() {
  const { params } = useRouter()
  const now = useNow(30_000)
  const view = useMeetingView(params.id ?? '')
  const card = view.data?.card
  const answered = card?.leave === 'waits' || card?.leave === 'declined'
  const missed = card?.mine === 'not_registered' && card.state !== 'cancelled' && !answered
  return (
    <Page
      id="activity"
      title="活动"
      onPullDown={() => view.refetch()}
      dock={card && hasDock(card, now) ? <MeetingDock card={card} now={now} /> : undefined}
    >
      {view.refusal?.reason === 'forbidden' ? (
        <NotInvited />
      ) : (
        <Loaded query={view} skeleton="list">
          {(shown) => (
            <>
              <MeetingHead shown={shown} now={now} />
              {missed && (
                <View className="mt12">
                  <Note tone="mute" icon="info" id="meeting-missed">
                    {card.leave === 'late'
                      ? '有事没能来，可以在下面请假，组织者同意了才算；到了没登记上，请支部补登。'
                      : '有事没能来，告诉支部一声，会议记录里会写上原因；到了没登记上，请支部补登。'}
                  </Note>
                </View>
              )}
              {shown.agenda && shown.agenda.length > 0 && <Agenda agenda={shown.agenda} />}
              {shown.materials && shown.materials.length > 0 && <Materials titles={shown.materials} />}
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
})
