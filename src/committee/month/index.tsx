import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { BranchMonth } from '@domain/contract/overseen'
import { formatDay, shortPeriodLabel } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Counts } from '@/components/Counts/Counts'
import { type Door, Doors } from '@/components/Doors/Doors'
import { page } from '@/components/FreshStart/FreshStart'
import { Dotted } from '@/components/Dotted/Dotted'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { PickHead } from '@/components/PickHead/PickHead'
import { Section } from '@/components/Section/Section'
import { Crumbs } from '@/features/committee/components/Crumbs'
import { PeriodChoice } from '@/features/committee/components/PeriodChoice'
import { closedSpans, periodChoice, shortBranchName } from '@/features/committee/logic/countyTable'
import { crumbsAbove, nameBelow } from '@/features/committee/logic/crumbsOf'
import { WhySheet } from '@/features/progress/components/WhySheet'
import { open, replace } from '@/navigation/navigate'
import { useLast } from '@/platform/useLast'
import { besideFacts } from '@/words/besideWords'
import { MeetingsSheet } from './MeetingsSheet'
import { MonthCard } from './MonthCard'
import { countsOf, itemsOf, minutesText, type MonthItem } from './monthWords'
import './index.css'

/** 支部的一个月: what a branch held in a closed month, for those who stand above it. Members are a number here. */
export default page(function MonthPage() {
  const { branchId = '', month: asked } = useRouter().params
  const [chosen, setMonth] = useState(asked)
  const query = useCloudQuery('committee.branch', {
    branchId,
    ...(chosen !== undefined && { month: chosen }),
  })
  const known = useLast(query.data)
  const [item, setItem] = useState<MonthItem>()
  const [dutyId, setDutyId] = useState<string>()
  const toWhy = (one: MonthItem) => {
    setItem(undefined)
    setDutyId(one.duty.dutyId)
  }
  const onItem = (one: MonthItem) => {
    const [only, ...more] = one.meetings
    if (!only) toWhy(one)
    else if (more.length > 0) setItem(one)
    else open('seenMeeting', { id: only.id })
  }
  return (
    <Page
      id="month"
      title={known ? shortBranchName(known.branch.name) : '支部情况'}
      left="back"
      onPullDown={query.refetch}
      overlay={
        <>
          <MeetingsSheet item={item} onWhy={toWhy} onClose={() => setItem(undefined)} />
          <WhySheet
            open={dutyId !== undefined}
            onClose={() => setDutyId(undefined)}
            dutyId={dutyId ?? ''}
            periodKey={query.data?.period.key ?? ''}
            subjectId={branchId}
          />
        </>
      }
    >
      {known ? <Head known={known} shown={chosen ?? known.period.key} onMonth={setMonth} /> : null}
      <Loaded query={query} skeleton="list">
        {(data) => (
          <>
            <Numbers data={data} />
            <Section title={`${shortPeriodLabel(data.period)}的会`} right="点开看记录" />
            <MonthCard {...itemsOf(data)} onItem={onItem} onMeeting={(id) => open('seenMeeting', { id })} />
            <Members members={data.members} />
            <Longer data={data} />
            <Facts branchId={branchId} month={data.period.key} />
            <Neighbours data={data} />
          </>
        )}
      </Loaded>
    </Page>
  )
})

interface HeadProps {
  known: BranchMonth
  shown: string
  onMonth: (month: string) => void
}
function Head({ known: { above, branch, months }, shown, onMonth }: HeadProps) {
  return (
    <>
      <Crumbs crumbs={[...crumbsAbove(above), { name: nameBelow(branch.name, above) }]} />
      <PickHead
        id="month-of"
        picker={
          <PeriodChoice id="month-choice" periods={months} value={shown} label="换月份" onChange={onMonth} />
        }
      >
        {`${shown.slice(0, 4)}年${Number(shown.slice(5))}月`}
      </PickHead>
    </>
  )
}

function Numbers({
  data: { memberCount, meetings, period, enteredUntil, namesHidden },
}: {
  data: BranchMonth
}) {
  const { held, late, recorded } = countsOf(meetings)
  const minutes = minutesText(meetings, enteredUntil)
  return (
    <>
      <Card className="month-counts">
        <Counts
          parts={[
            { key: 'members', label: '党员', count: memberCount },
            { key: 'held', label: '场会', count: held, tone: 'pine' },
            { key: 'late', label: '其中补录', count: late, tone: 'blue' },
            { key: 'recorded', label: '已成册', count: recorded },
          ]}
        />
      </Card>
      <View className="month-closed" id="month-closed">
        <Icon name="lock" tone="ink3" size={18} />
        <View className="grow">
          {`${shortPeriodLabel(period)}已结束，${formatDay(enteredUntil)}录入截止，以后只能补录`}
        </View>
      </View>
      {minutes === '' ? null : (
        <View className="month-closed" id="month-minutes">
          <Icon name="book" tone="ink3" size={18} />
          <View className="grow">{`会议记录：${minutes}`}</View>
        </View>
      )}
      {namesHidden ? (
        <View className="month-closed" id="month-counts-only">
          <Icon name="shield" tone="ink3" size={18} />
          <View className="grow">这个支部只报数字，会的题目、主持人和姓名留在支部</View>
        </View>
      ) : null}
    </>
  )
}

function Members({ members }: Pick<BranchMonth, 'members'>) {
  if (members.length === 0) return null
  return (
    <View id="month-members">
      <Section title="党员参加" right="只有人数，不列姓名" />
      <Card className="month-members">
        {members.map(({ dutyId, label, done, owed, ...beside }) => (
          <View className="month-member" key={dutyId} id={`members-${dutyId}`}>
            <View className="grow">
              {label}
              {besideFacts(beside).length > 0 ? (
                <View className="month-member-beside">
                  <Dotted parts={besideFacts(beside)} />
                </View>
              ) : null}
            </View>
            <View className="month-member-n">
              <View className="month-member-done">{done}</View>
              {`/${owed}`}
            </View>
          </View>
        ))}
      </Card>
    </View>
  )
}

/** The last half-year or year that is closed, month by month. */
function Longer({ data: { branch, months } }: { data: BranchMonth }) {
  const doors = closedSpans(months).map((key): Door => ({
    id: `span-${key}`,
    icon: 'table',
    title: `${periodChoice(key)}，逐月看`,
    onTap: () => open('span', { subjectId: branch.id, period: key }),
  }))
  if (doors.length === 0) return null
  return (
    <View className="mt12">
      <Card>
        <Doors doors={doors} />
      </Card>
    </View>
  )
}

/** What is told of the branch here, as a file. */
const Facts = ({ branchId, month }: { branchId: string; month: string }) => (
  <Card className="mt12">
    <Doors
      doors={[
        {
          id: 'to-facts',
          icon: 'doc',
          title: '导出支部情况表',
          sub: '这个月，或者几个已经截止的月份',
          onTap: () => open('facts', { branchId, month, above: 'yes' }),
        },
        {
          id: 'inspections',
          icon: 'eye',
          title: '督查指导',
          sub: '记一笔，支部看得到、可以回复',
          onTap: () => open('lists', { organisationId: branchId, list: 'inspections' }),
        },
      ]}
    />
  </Card>
)

/** The branches beside it take its place, so that back still leads up. */
function Neighbours({ data: { previous, next, period } }: { data: BranchMonth }) {
  const door = (id: string, title: string, branch: BranchMonth['next']): Door[] =>
    branch
      ? [
          {
            id,
            icon: 'bld',
            title: branch.name,
            sub: title,
            onTap: () => replace('month', { branchId: branch.id, month: period.key }),
          },
        ]
      : []
  const doors = [...door('month-previous', '上一个支部', previous), ...door('month-next', '下一个支部', next)]
  if (doors.length === 0) return null
  return (
    <>
      <Section title="相邻的支部" right="按组织序列" />
      <Card>
        <Doors doors={doors} />
      </Card>
    </>
  )
}
