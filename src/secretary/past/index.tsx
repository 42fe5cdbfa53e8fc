import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { LateEntryShown } from '@domain/contract/late'
import { dayOf } from '@domain/time/day'
import { formatClock, formatDay, formatWeekday, formatYearDay } from '@domain/time/format'
import { isUnreached } from '@/cloud/unreached'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { classes } from '@/components/classes'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { idOf } from '@/components/idOf'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { open } from '@/navigation/navigate'
import { absenceLabels } from '@domain/activity/absenceLabels'
import { showRefusal } from '@/words/showRefusal'
import './index.css'

/** 请您确认: a 补录 with every name, for the second person: 属实, or 有出入, of single names where these are tapped. */
export default page(function PastPage() {
  const { id = '' } = useRouter().params
  const query = useCloudQuery('activity.lateEntry', { activityId: id })
  const { run, busy } = useCloudAction('activity.confirmLate')
  const entry = query.data
  const [marked, setMarked] = useState<readonly string[]>([])
  const toggle = (memberId: string) =>
    setMarked(marked.includes(memberId) ? marked.filter((one) => one !== memberId) : [...marked, memberId])
  const say = async (agree: boolean) => {
    if (!entry) return
    const marks = agree || marked.length === 0 ? {} : { memberIds: [...marked] }
    const outcome = await run({ activityId: id, agree, seen: entry.seen, ...marks })
    // What found no answer is said again with the same marks.
    if (outcome.ok || !isUnreached(outcome.reason)) setMarked([])
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
          <WordDock
            marked={marked.length}
            busy={busy}
            onClear={() => setMarked([])}
            onSay={(agree) => void say(agree)}
          />
        ) : undefined
      }
    >
      <Loaded query={query} skeleton="list">
        {(data) => (
          <>
            <Head entry={data} />
            <Section
              title={`${data.service ? '到场' : '到会'} ${data.present} 人`}
              right={asks && data.present > 0 ? '有出入，点姓名标出来' : undefined}
            />
            <People groups={data.groups} marked={marked} onTap={asks ? toggle : undefined} />
            <View className="past-note">
              <Word entry={data} marked={marked.length} />
            </View>
          </>
        )}
      </Loaded>
    </Page>
  )
})

interface WordProps {
  marked: number
  busy: boolean
  onClear: () => void
  onSay: (agree: boolean) => void
}

/** 属实, or 有出入; once names are marked the whole goes back with them. */
function WordDock({ marked, busy, onClear, onSay }: WordProps) {
  if (marked > 0) {
    return (
      <>
        <Button kind="outline" id="late-unmark" onTap={onClear}>
          取消标记
        </Button>
        <Button id="late-marked" grow busy={busy} onTap={() => onSay(false)}>
          {`${marked} 人有出入，请核对`}
        </Button>
      </>
    )
  }
  return (
    <>
      <Button kind="outline" id="late-no" busy={busy} onTap={() => onSay(false)}>
        有出入
      </Button>
      <Button id="late-yes" grow busy={busy} onTap={() => onSay(true)}>
        属实，确认
      </Button>
    </>
  )
}

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
  const { title, startsAt, endsAt, place, topic, late, service } = entry
  // Entered in another year: the day says of which it was.
  const isOtherYear = dayOf(startsAt).slice(0, 4) !== dayOf(late.at).slice(0, 4)
  const dated = isOtherYear ? formatYearDay : formatDay
  const day = `${dated(startsAt)} ${formatWeekday(startsAt)}`
  // In large text a line breaks between these, never within one.
  const rows: [string, ...string[]][] = [
    ['时间', day, `${formatClock(startsAt)}–${formatClock(endsAt)}`],
    ['地点', place],
    ...(topic ? [['主题', topic] as [string, string]] : []),
    ...(service ? [] : [['没到', notThere(entry)] as [string, string]]),
    ['录入', late.by, `${dated(late.at)} ${formatClock(late.at)}`],
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

interface PeopleProps extends Pick<LateEntryShown, 'groups'> {
  marked: readonly string[]
  onTap: ((memberId: string) => void) | undefined
}

function People({ groups, marked, onTap }: PeopleProps) {
  if (groups.length === 0) return <Note tone="mute">没有录入人员的姓名</Note>
  return (
    <Card className="past-groups" id="past-people">
      {groups.map(({ name, people, memberIds = [] }) => (
        <View key={name}>
          {groups.length > 1 || name ? <View className="past-group">{name || '未编入党小组'}</View> : null}
          <View className="past-people">
            {people.map((person, index) => {
              const id = memberIds[index]
              const isMarked = id !== undefined && marked.includes(id)
              return (
                <View
                  className={classes('past-person', isMarked && 'past-marked')}
                  key={id ?? `${person}${index}`}
                  {...(id &&
                    onTap && { hoverClass: 'pressed', onClick: () => onTap(id), ...idOf(`past-${id}`) })}
                >
                  {isMarked ? `${person}（有出入）` : person}
                </View>
              )
            })}
          </View>
        </View>
      ))}
    </Card>
  )
}

/** What the word does, or what was said. */
function Word({ entry: { late, present }, marked }: { entry: LateEntryShown; marked: number }) {
  const names = (late.marked ?? []).map(({ name }) => name).join('、')
  if (marked > 0) {
    return (
      <Note tone="miss" icon="info">
        {`标出的姓名退回${late.by}核对。改好、您再确认以前，整场先不计入。`}
      </Note>
    )
  }
  switch (late.state) {
    case 'waiting':
      return (
        <Note tone="info" icon="info">
          {present > 0
            ? `确认后计入 ${present} 人，一直标“补录”。`
            : '确认后只记下这一场举行过，不计入任何人，一直标“补录”。'}
        </Note>
      )
    case 'doubted':
      return (
        <Note tone="info" icon="info">
          {`${late.answeredBy ?? ''}说${names}有出入，${late.by}会核对名单。改好以后，再来确认。`}
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
