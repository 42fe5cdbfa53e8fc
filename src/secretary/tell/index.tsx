import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { formatDay } from '@domain/time/format'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import './index.css'

type Person = ResponseOf<'reminder.toTell'>['people'][number]

/** 请当面或电话告诉: those whom WeChat does not reach, with the sentence to say. */
export default page(function TellPage() {
  const { branchId = '' } = useRouter().params
  const query = useCloudQuery('reminder.toTell', { branchId })
  const { run, busy } = useCloudAction('reminder.told')
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const say = async (reminderId: string, told: boolean) => {
    const outcome = await run({ branchId, reminderId, told })
    setRefusal(outcome.ok ? undefined : outcome)
  }
  return (
    <Page id="tell" title="请当面或电话告诉" left="back" onPullDown={query.refetch}>
      <RefusalNote refusal={refusal} onRead={() => setRefusal(undefined)} />
      <Loaded query={query} skeleton="list">
        {({ people, further = 0 }) => (
          <Body people={people} further={further} busy={busy} onSay={(id, told) => void say(id, told)} />
        )}
      </Loaded>
    </Page>
  )
})

interface ListProps {
  people: readonly Person[]
  busy: boolean
  onSay: (reminderId: string, told: boolean) => void
}
interface Props extends ListProps {
  /** More than the cloud names at once. */
  further: number
}

function Body({ people, further, busy, onSay }: Props) {
  if (people.length === 0) {
    return (
      <Empty
        image="done"
        title="没有要转告的"
        text="微信收不到提醒的同志，会显示在这里"
        id="no-one-to-tell"
      />
    )
  }
  const open = people.filter(({ told }) => !told)
  const told = people.filter((person) => person.told)
  return (
    <>
      <Note tone="mute" icon="info">
        这些同志的微信收不到提醒，或选择由您转告。请单独告诉本人
      </Note>
      {open.length > 0 ? (
        <>
          <Section title={`还没告诉 ${open.length} 人`} />
          <List people={open} busy={busy} onSay={onSay} />
        </>
      ) : null}
      {told.length > 0 ? (
        <>
          <Section title={`已告诉 ${told.length} 人`} />
          <List people={told} busy={busy} onSay={onSay} />
        </>
      ) : null}
      {further > 0 ? (
        <Note tone="mute" icon="info">
          {`还有 ${further} 人没有列出，前面的告诉以后会显示`}
        </Note>
      ) : null}
    </>
  )
}

function List({ people, busy, onSay }: ListProps) {
  return (
    <Card className="tell-list">
      {people.map(({ reminderId, name, text, at, told }, index) => (
        <View key={reminderId}>
          {index > 0 ? <Divider inset={16} /> : null}
          <View className="tell-person" id={`tell-${reminderId}`}>
            <View className="tell-who">
              <View className="tell-name">
                {name}
                <View className="tell-at">{formatDay(at)}</View>
              </View>
              <View className="tell-say">{text}</View>
            </View>
            {told ? (
              <LinkText id={`untold-${reminderId}`} icon="undo" onTap={() => onSay(reminderId, false)}>
                撤回
              </LinkText>
            ) : (
              <Button
                kind="sunk"
                small
                id={`told-${reminderId}`}
                busy={busy}
                onTap={() => onSay(reminderId, true)}
              >
                已告诉
              </Button>
            )}
          </View>
        </View>
      ))}
    </Card>
  )
}
