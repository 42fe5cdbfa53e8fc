import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { absenceLabels } from '@domain/activity/absenceLabels'
import { kindLabels } from '@domain/activity/kindLabels'
import type { MeetingSeen } from '@domain/contract/overseen'
import { dayOf } from '@domain/time/day'
import { formatClock, formatWeekday, formatYearDay } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { page } from '@/components/FreshStart/FreshStart'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { Crumbs } from '@/features/committee/components/Crumbs'
import { branchCrumb, crumbsAbove } from '@/features/committee/logic/crumbsOf'
import { lackText } from '@/features/committee/logic/lackText'
import './index.css'

type Row = readonly [string, ReactNode]

/** 会议记录 of a closed month, read from above: the facts of the meeting, and of a confirmed record who was absent. */
export default page(function SeenMeetingPage() {
  const { id = '' } = useRouter().params
  const query = useCloudQuery('committee.meeting', { activityId: id })
  return (
    <Page id="seen-meeting" title="会议记录" left="back" onPullDown={query.refetch}>
      <Loaded query={query} skeleton="list">
        {(meeting) => (
          <>
            <Crumbs
              crumbs={[
                ...crumbsAbove(meeting.above),
                branchCrumb(meeting),
                { name: `${Number(meeting.month.slice(5))}月` },
              ]}
            />
            <Head meeting={meeting} />
            <Card className="seen-rows" id="seen-rows">
              <KeyValue items={rowsOf(meeting)} />
            </Card>
            <Absent meeting={meeting} />
            <View className="seen-foot" id="seen-foot">
              {footOf(meeting)}
            </View>
          </>
        )}
      </Loaded>
    </Page>
  )
})

function Head({ meeting: { title, state, late, lacks } }: { meeting: MeetingSeen }) {
  const open = lacks.filter((lack) => lack !== 'not_recorded' && lack !== 'unsettled')
  return (
    <View className="seen-head">
      <View className="seen-title">{title}</View>
      <View className="seen-tags">
        {state === 'recorded' ? <Tag tone="done">已成册</Tag> : <Tag tone="mute">还没有成册</Tag>}
        {late ? <Tag tone="mute">补录</Tag> : null}
        {open.map((lack) => (
          <Tag tone="mute" key={lack}>
            {lackText(lack)}
          </Tag>
        ))}
      </View>
    </View>
  )
}

/** 18 人，正式 17，预备 1 */
const split = ({ total, full, probationary }: MeetingSeen['expected']): string =>
  `${total} 人，正式 ${full}，预备 ${probationary}`

const attendedText = ({ backfilled, guests, ...came }: MeetingSeen['attended']): string =>
  [split(came), backfilled > 0 ? `其中补登 ${backfilled}` : '', guests > 0 ? `另有名单外 ${guests} 人` : '']
    .filter(Boolean)
    .join('；')

const absentText = ({ absentCount, unsettled }: MeetingSeen): string =>
  unsettled > 0 ? `${absentCount} 人，另有 ${unsettled} 人未定` : `${absentCount} 人`

const lines = (texts: readonly string[]) => texts.map((text, index) => <View key={index}>{text}</View>)

/** What the record says, row by row; what it has nothing of is left out. */
function rowsOf(meeting: MeetingSeen): Row[] {
  const { startsAt, endsAt, kind, carries, groupName, place, topic, agenda, late, takenBack } = meeting
  const day = dayOf(startsAt)
  const rows: (Row | false)[] = [
    ['时间', `${formatYearDay(day)} ${formatWeekday(day)} ${formatClock(startsAt)}–${formatClock(endsAt)}`],
    ['种类', [kind, ...carries].map((each) => kindLabels[each]).join('，同时计入')],
    groupName !== undefined && ['党小组', groupName],
    place !== undefined && ['地点', place],
    topic !== undefined && ['主题', topic],
    agenda.length > 0 && ['议程', lines(agenda.map((text, index) => `${index + 1}. ${text}`))],
    ['应到', split(meeting.expected)],
    ['实到', attendedText(meeting.attended)],
    ['缺席', absentText(meeting)],
    meeting.observers > 0 && ['列席', `${meeting.observers} 人`],
    meeting.votes > 0 && ['表决', `${meeting.votes} 项`],
    meeting.chair !== undefined && ['主持', meeting.chair],
    meeting.recorder !== undefined && ['记录', meeting.recorder],
    meeting.lecturer !== undefined && ['讲课人', meeting.lecturer],
    late !== undefined && ['补录', lateText(late)],
    meeting.recordedAt !== undefined && ['成册', formatYearDay(dayOf(meeting.recordedAt))],
    takenBack > 0 && ['收回过', `${takenBack} 次，每次都留有原因`],
  ]
  return rows.filter((row) => row !== false)
}

function lateText({ by, at, state, answeredBy }: NonNullable<MeetingSeen['late']>): string {
  const entered = `${by}${formatYearDay(dayOf(at))}录入`
  if (state === 'confirmed') return `${entered}，${answeredBy ?? ''}确认属实`
  return state === 'doubted'
    ? `${entered}，${answeredBy ?? ''}认为有出入，先不计入`
    : `${entered}，还在等第二人确认，先不计入`
}

function Absent({ meeting: { absent } }: { meeting: MeetingSeen }) {
  if (!absent || absent.length === 0) return null
  return (
    <View id="seen-absent">
      <Section title="缺席人员及原因" right={`${absent.length} 人`} />
      <Card className="seen-rows">
        <KeyValue items={absent.map(({ name, reason }) => [name, absenceLabels[reason]] as const)} />
      </Card>
      <View className="seen-look">
        <Note tone="mute" icon="eye">
          看过这些姓名，会记在本人的“谁看过我的记录”里
        </Note>
      </View>
    </View>
  )
}

/** What stays where it is. */
function footOf({ namesHidden, state }: MeetingSeen): string {
  if (namesHidden) return '这个支部只报数字：题目、主持人、姓名和内容留在支部，需要时到支部查阅。'
  if (state !== 'recorded')
    return '支部还没有确认成册，这里只有数字；成册后列出缺席人员及原因。内容要点和决议留在支部。'
  return '内容要点、决议和表决的明细留在支部，需要时到支部查阅。'
}
