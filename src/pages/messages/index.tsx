import { Empty } from '@/components/Empty/Empty'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { MessageCard } from '@/features/messages/components/MessageCard'
import { type Message, useMessages } from '@/features/messages/hooks/useMessages'
import { open } from '@/platform/navigate'

function keyOf(message: Message): string {
  switch (message.type) {
    case 'witness':
      return message.factId
    case 'bind':
      return message.requestId
    case 'soon':
      return message.activityId
    case 'confirmed':
      return `${message.title}${message.at}`
  }
}

export default function MessagesPage() {
  const messages = useMessages()
  return (
    <Page id="messages" left="title" title="消息" tab="messages" onPullDown={() => messages.refetch()}>
      <Loaded query={messages} skeleton="list">
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              image="none"
              icon="bell"
              title="现在没有消息"
              text="要您确认的事、临近的活动会在这里"
              id="no-messages"
            />
          ) : (
            items.map((message) => (
              <MessageCard key={keyOf(message)} message={message} onOpen={() => open('activities')} />
            ))
          )
        }
      </Loaded>
    </Page>
  )
}
