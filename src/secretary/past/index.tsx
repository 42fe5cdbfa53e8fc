import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { LateEntryShown } from '@domain/contract/late'
import { formatClock, formatDay, formatDayTime, formatWeekday } from '@domain/time/format'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { open } from '@/navigation/navigate'
import { absenceLabels } from '@/words/absenceLabels'
import { showRefusal } from '@/words/showRefusal'
import './index.css'

/** 请您确认: a 补录 with every name, for the second person: 属实, or 有出入. */
export default page(function PastPage() {
  const { id = '' } = useRouter().params
  const query = useCloudQuery('activity.lateEntry', { activityId: id })
  const { run, busy } = useCloudAction('activity.confirmLate', [
    'activity.lateEntry',
    'identity.work',
    'reminder.inbox',
    'progress.branch',
  ])
  const entry = query.data
  const say = async (agree: boolean) => {
    if (!entry) return
    const outcome = await run({ activityId: id, agree, seen: entry.seen })
    if (!outcome.ok) showRefusal(outcome)
  }
  const asks = entry !== undefined && entry.late.state !== 'confirmed'
  if (query.refusal?.reason === 'forbidden') return <NotAsked />
  return (
    <Page
      id="past"
      title={entry && !asks ? '补录' : '请您确认'}
      left="back"
      onPullDown={query.refetch}
      dock={
        asks ? (
          <>
            <Button kind="outline" id="late-no" busy={busy} onTap={() => void say(false)}>
              有出入
            </Button>
            <Button id="late-yes" grow busy={busy} onTap={() => void say(true)}>
              属实，确认
            </Button>
          </>
        ) : undefined
      }
    >
      <Loaded query={query} skeleton="list">
        {(data) => (
          <>
            <Head entry={data} />
            <Section title={`到会 ${data.present} 人`} />
            <People groups={data.groups} />
            <View className="past-note">
              <Word entry={data} />
            </View>
          </>
        )}
      </Loaded>
    </Page>
  )
})

/** Who entered it, or whoever is not or no longer asked. */
function NotAsked() {
  return (
    <Page id="past" title="补录" left="back">
      <Empty
        image="none"
        icon="info"
        id="past-not-asked"
        title="这一场由另一位同志确认"
        text="自己补录、录过名单的，由别的同志看过才计入。"
        action={{ label: '返回工作', onTap: () => open('work') }}
      />
    </Page>
  )
}

function notThere({ absent, unsettled = [] }: LateEntryShown): string {
  const all = [
    ...absent.map(({ name, reason }) => `${name}（${absenceLabels[reason]}）`),
    ...unsettled.map((name) => `${name}（未登记）`),
  ]
  return all.length > 0 ? all.join('、') : '没有'
}

function Head({ entry }: { entry: LateEntryShown }) {
  const { title, startsAt, endsAt, place, topic, late } = entry
  const day = `${formatDay(startsAt)} ${formatWeekday(startsAt)}`
  // In large text a line breaks between these, never within one.
  const rows: [string, ...string[]][] = [
    ['时间', day, `${formatClock(startsAt)}–${formatClock(endsAt)}`],
    ['地点', place],
    ...(topic ? [['主题', topic] as [string, string]] : []),
    ['没到', notThere(entry)],
    ['录入', late.by, formatDayTime(late.at)],
  ]
  return (
    <Card className="past-head" id="past-head">
      <View className="past-title">
        <View className="grow">{title}</View>
        <Tag tone="mute">补录</Tag>
      </View>
      {rows.map(([key, ...values]) => (
        <View className="past-row" key={key}>
          <View className="past-key">{key}</View>
          <View className="past-values">
            {values.map((value) => (
              <View key={value}>{value}</View>
            ))}
          </View>
        </View>
      ))}
    </Card>
  )
}

function People({ groups }: Pick<LateEntryShown, 'groups'>) {
  if (groups.length === 0) return <Note tone="mute">还没有录入到会的人</Note>
  return (
    <Card className="past-groups" id="past-people">
      {groups.map(({ name, people }) => (
        <View key={name}>
          {groups.length > 1 || name ? <View className="past-group">{name || '未编入党小组'}</View> : null}
          <View className="past-people">
            {people.map((person, index) => (
              <View className="past-person" key={`${person}${index}`}>
                {person}
              </View>
            ))}
          </View>
        </View>
      ))}
    </Card>
  )
}

/** What the word does, or what was said. */
function Word({ entry: { late, present } }: { entry: LateEntryShown }) {
  switch (late.state) {
    case 'waiting':
      return (
        <Note tone="info" icon="info">
          {`确认后计入 ${present} 人，一直标“补录”。`}
        </Note>
      )
    case 'doubted':
      return (
        <Note tone="info" icon="info">
          {`${late.answeredBy ?? ''}说有出入，${late.by}会核对名单。改好以后，再来确认。`}
        </Note>
      )
    case 'confirmed':
      return (
        <Note tone="done" icon="check">
          {`${late.answeredBy ?? ''}已确认，计入 ${present} 人，一直标“补录”。`}
        </Note>
      )
  }
}
