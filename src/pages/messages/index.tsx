import { View } from '@tarojs/components'
import { Fragment, useState } from 'react'
import { useNow } from '@/cloud/useNow'
import { Card } from '@/components/Card/Card'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Seg } from '@/components/Seg/Seg'
import { MessageCard, type MessageTaps } from '@/features/messages/components/MessageCard'
import { useMessages } from '@/features/messages/hooks/useMessages'
import { groupMessages, messageKey } from '@/features/messages/logic/messageWords'
import { ReminderSettings } from '@/features/reminder/components/ReminderSettings'
import { openActivities, openDuty } from '@/navigation/dutyPage'
import { open } from '@/navigation/navigate'

const views = [
  { key: 'inbox', label: '收件箱' },
  { key: 'settings', label: '提醒设置' },
] as const
type ViewKey = (typeof views)[number]['key']

const taps: MessageTaps = {
  onDuty: (doneBy, overdue) => {
    if (!openDuty(doneBy, overdue)) open('home')
  },
  onOpen: (message) => {
    if (message.type === 'confirmed') open('records')
    else if (message.target === 'activities') openActivities('services')
    else
      open(message.target, {
        id: message.activityId,
        ...(message.type === 'notice' && {
          branchId: message.branchId,
          communityId: message.communityId,
          ...message.row,
        }),
      })
  },
}

function Items() {
  const now = useNow(30_000)
  const messages = useMessages()
  return (
    <Loaded query={messages} skeleton="list">
      {({ items }) =>
        items.length === 0 ? (
          <View className="mt12">
            <Empty
              image="none"
              icon="bell"
              title="现在没有消息"
              text="要您确认的事、临近的活动会在这里"
              id="no-messages"
            />
          </View>
        ) : (
          <>
            {groupMessages(items, now).map(({ title, messages: group }) => (
              <View key={title}>
                <View className="messages-day">{title}</View>
                <Card>
                  {group.map((message, index) => (
                    <Fragment key={messageKey(message)}>
                      {index > 0 && <View className="message-line" />}
                      <MessageCard message={message} now={now} {...taps} />
                    </Fragment>
                  ))}
                </Card>
              </View>
            ))}
            <View className="messages-quiet">
              <Icon name="moon" tone="ink3" size={18} />
              21:00 至次日 8:00 不发提醒
            </View>
          </>
        )
      }
    </Loaded>
  )
}

export default page(function MessagesPage() {
  const [view, setView] = useState<ViewKey>('inbox')
  const { refetch } = useMessages()
  return (
    <Page id="messages" left="title" title="消息" tab="messages" onPullDown={() => refetch()}>
      <Seg items={views} value={view} onChange={setView} />
      {view === 'inbox' ? (
        <Items />
      ) : (
        <View className="mt12">
          <ReminderSettings />
        </View>
      )}
    </Page>
  )
})
