import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { formatDay, formatDayTime } from '@domain/time/format'
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
import { copyText } from '@/platform/copyText'
import { becauseWords } from '@/words/becauseWords'
import './index.css'

type Person = ResponseOf<'reminder.toTell'>['people'][number]

/** 请当面或电话告诉: those whom WeChat does not reach, with the sentence to say: of meetings of the coming days, and of what is missing. */
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

/** Of one meeting, or of one change of it, all hear the same: one sentence, and whom to tell it. */
function meetingsOf(people: readonly Person[]): Person[][] {
  const meetings = new Map<string, Person[]>()
  for (const person of people) {
    if (!person.meeting) continue
    const key = `${person.meeting.activityId} ${person.text}`
    meetings.set(key, [...(meetings.get(key) ?? []), person])
  }
  return [...meetings.values()]
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
  const missing = people.filter(({ meeting }) => !meeting)
  const open = missing.filter(({ told }) => !told)
  const told = missing.filter((person) => person.told)
  return (
    <>
      <Note tone="mute" icon="info">
        这些同志的微信收不到提醒，或选择由您转告。请单独告诉本人。没告诉到也没关系，到会照常登记
      </Note>
      {meetingsOf(people).map((some) => (
        <Meeting key={some[0]?.reminderId} people={some} busy={busy} onSay={onSay} />
      ))}
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

/** 25b: the sentence, ready to be read out or copied, and below it whom to tell. */
function Meeting({ people, busy, onSay }: ListProps) {
  const [copied, setCopied] = useState(false)
  const [first] = people
  if (!first?.meeting) return null
  const { title, activityId } = first.meeting
  const copy = () => void copyText(first.text).then(setCopied)
  return (
    <View id={`tell-meeting-${activityId}`}>
      <Section title={title} />
      <Card className="tell-words">
        <View className="tell-words-head">
          <View className="tell-at">可以这样说</View>
          <LinkText id={`copy-${activityId}`} icon="copy" onTap={copy}>
            {copied ? '已复制' : '复制'}
          </LinkText>
        </View>
        <View>{first.text}</View>
      </Card>
      <List people={people} busy={busy} onSay={onSay} />
    </View>
  )
}

/** Below the name: why and when told, of a meeting, whose sentence stands above; else the sentence itself. */
const saidOf = ({ meeting, text, because, told, toldAt }: Person): string => {
  if (!meeting) return text
  if (told && toldAt !== undefined) return `${formatDayTime(toldAt)} 已告诉`
  return because === undefined ? '' : becauseWords[because]
}

function List({ people, busy, onSay }: ListProps) {
  return (
    <Card className="tell-list">
      {people.map((person, index) => (
        <View key={person.reminderId}>
          {index > 0 ? <Divider inset={16} /> : null}
          <View className="tell-person" id={`tell-${person.reminderId}`}>
            <View className="tell-who">
              <View className="tell-name">
                {person.name}
                {person.meeting ? null : <View className="tell-at">{formatDay(person.at)}</View>}
              </View>
              <View className="tell-say">{saidOf(person)}</View>
            </View>
            {person.told ? (
              <LinkText
                id={`untold-${person.reminderId}`}
                icon="undo"
                onTap={() => onSay(person.reminderId, false)}
              >
                撤回
              </LinkText>
            ) : (
              <Button
                kind="sunk"
                small
                id={`told-${person.reminderId}`}
                busy={busy}
                onTap={() => onSay(person.reminderId, true)}
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
