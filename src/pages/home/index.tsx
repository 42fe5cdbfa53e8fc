import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { ActivityCard } from '@domain/contract/activity'
import type { DutyLine, Home as HomeData } from '@domain/contract/progress'
import { Empty } from '@/components/Empty/Empty'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { NextCard } from '@/features/calendar/components/NextCard'
import { WaitingVisits } from '@/features/household/components/WaitingVisits'
import { useMessages } from '@/features/messages/hooks/useMessages'
import { MonthCard } from '@/features/progress/components/MonthCard'
import { PeriodCard } from '@/features/progress/components/PeriodCard'
import { type WhyOf, WhySheet } from '@/features/progress/components/WhySheet'
import { openCode } from '@/platform/codePage'
import { useConsentGate } from '@/platform/consent'
import { openActivities } from '@/platform/dutyPage'
import { pendingCode } from '@/platform/entryCode'
import { open, restart } from '@/platform/navigate'
import { useCloudQuery } from '@/platform/useCloudQuery'
import { useNow } from '@/platform/useNow'
import { useVisible } from '@/platform/useVisible'
import { DutyWays, hasWays } from './DutyWays'
import { Hello } from './Hello'
import { ScanDock } from './ScanDock'
import './index.css'

const nothing: WhyOf = { dutyId: '', periodKey: '', subjectId: '' }

/** The sections below the fold come one frame later: the first paint stays small. */
function useSecondFrame(): boolean {
  const [second, setSecond] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSecond(true), 30)
    return () => clearTimeout(timer)
  }, [])
  return second
}

export default function HomePage() {
  const now = useNow(30_000)
  const me = useCloudQuery('identity.me', {})
  const member = me.data?.state === 'bound' && me.data.memberId !== undefined
  const home = useCloudQuery('progress.home', {}, { enabled: member })
  useMessages(member)
  const [why, setWhy] = useState<WhyOf | null>(null)
  const second = useSecondFrame()
  const unknown = me.data !== undefined && me.data.state !== 'bound'
  const visible = useVisible()
  const code = pendingCode.use()
  // A stranger is asked on the welcome page, and a code goes to its own page first.
  useConsentGate(unknown || code?.launched ? undefined : me.data)
  useEffect(() => {
    if (!visible) return
    if (code?.launched) openCode(code)
    else if (unknown) restart('welcome')
  }, [visible, code, unknown])

  const onDuty = ({ dutyId, period, subjectId }: DutyLine) =>
    setWhy({ dutyId, periodKey: period.key, subjectId })
  const onLife = () => open('records')
  const onNext = ({ kind }: ActivityCard) =>
    openActivities(kind === 'community_service' ? 'services' : 'upcoming')
  const taps = { now, onDuty, onLife }
  const close = () => setWhy(null)
  const line = why && home.data && lineOf(home.data, why)
  const sheet = (
    <WhySheet
      {...(why ?? nothing)}
      open={why !== null}
      onClose={close}
      ways={line && hasWays(line) ? <DutyWays line={line} onLeave={close} /> : undefined}
    />
  )

  return (
    <Page
      id="home"
      left="brand"
      tab="home"
      plates
      floating={member && <ScanDock />}
      overlay={sheet}
      onPullDown={() => home.refetch()}
    >
      <Loaded query={{ ...me, offline: me.offline && !member }} skeleton="home">
        {() =>
          member ? (
            <>
              <WaitingVisits />
              <Loaded query={home} skeleton="home">
                {(data) => (
                  <>
                    <Hello name={data.name} branch={data.branchName} group={data.groupName} now={now} />
                    <MonthCard month={data.month} {...taps} />
                    <Section title="下一场" />
                    <NextCard card={data.next} now={now} onTap={onNext} />
                    {second && (
                      <>
                        <Section title="本季度" right={quarterMonths(data.quarter.period.from)} />
                        <PeriodCard duties={data.quarter.duties} life={data.quarter.life} {...taps} />
                        <Section title="本年度" right={`${data.year.period.key}年`} />
                        <PeriodCard duties={data.year.duties} life={data.year.life} {...taps} />
                        <View className="home-foot">每个数字都能点开，看依据和记录</View>
                      </>
                    )}
                  </>
                )}
              </Loaded>
            </>
          ) : (
            me.data?.state === 'bound' && (
              <Empty
                image="none"
                icon="work"
                title={`${me.data.name}同志，您好`}
                text="您不在党支部名册里，没有个人职责；您的工作在“工作”一栏"
                action={{ label: '去工作', onTap: () => open('work'), id: 'to-work' }}
              />
            )
          )
        }
      </Loaded>
    </Page>
  )
}

const lineOf = ({ month, quarter, year }: HomeData, { dutyId, periodKey }: WhyOf): DutyLine | undefined =>
  [...month.duties, ...quarter.duties, ...year.duties].find(
    (line) => line.dutyId === dutyId && line.period.key === periodKey,
  )

/** 7–9月 */
function quarterMonths(from: string): string {
  const month = Number(from.slice(5, 7))
  return `${month}–${month + 2}月`
}
