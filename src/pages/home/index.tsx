import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { DutyLine, Home as HomeData, LifeLine } from '@domain/contract/progress'
import { lifeId } from '@domain/progress/lifeDuty'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useNow } from '@/cloud/useNow'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { MonthPicker } from '@/components/MonthPicker/MonthPicker'
import { monthChoice } from '@/components/MonthPicker/months'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { useBoardsAhead } from '@/features/activity/hooks/useBoardsAhead'
import { WaitingVisits } from '@/features/household/components/WaitingVisits'
import { useMessages } from '@/features/messages/hooks/useMessages'
import { type WhyOf, WhySheet } from '@/features/progress/components/WhySheet'
import { openCode } from '@/navigation/codePage'
import { useConsentGate } from '@/navigation/consent'
import { pendingCode } from '@/navigation/entryCode'
import { open, restart } from '@/navigation/navigate'
import { useLast } from '@/platform/useLast'
import { useVisible } from '@/platform/useVisible'
import { DutyWays, hasWays } from './DutyWays'
import { Hello } from './Hello'
import { MemberHome } from './MemberHome'
import { ScanDock } from './ScanDock'
import { useMonth } from './useMonth'
import './index.css'

const nothing: WhyOf = { dutyId: '', periodKey: '', subjectId: '' }

function useSecondFrame(): boolean {
  const [second, setSecond] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSecond(true), 30)
    return () => clearTimeout(timer)
  }, [])
  return second
}

export default page(function HomePage() {
  const now = useNow(30_000)
  const me = useCloudQuery('identity.me', {})
  const bound = me.data?.state === 'bound' ? me.data : undefined
  const when = { now, enterFrom: bound?.enterFrom }
  const memberId = bound?.memberId
  const member = memberId !== undefined
  const shown = useMonth(now)
  const home = useCloudQuery('progress.home', shown.request, { enabled: member })
  const known = useLast(home.data)
  useMessages(member)
  useBoardsAhead(home.unreached || !home.data?.next?.runs ? undefined : [home.data.next])
  const [why, setWhy] = useState<WhyOf | null>(null)
  const second = useSecondFrame()
  const unknown = me.data !== undefined && !bound
  const visible = useVisible()
  const code = pendingCode.use()
  // A stranger is asked on the welcome page, and a code goes to its own page first.
  useConsentGate(unknown || code?.launched ? undefined : me.data)
  const leading = useRef(false)
  useEffect(() => {
    if (!visible) leading.current = false
    else if (code?.launched) {
      leading.current = true
      openCode(code)
    } else if (unknown && !leading.current) {
      // Until the page of a code is up, starting anew would close it.
      restart('welcome')
    }
  }, [visible, code, unknown])

  const onDuty = ({ dutyId, period, subjectId }: DutyLine) =>
    setWhy({ dutyId, periodKey: period.key, subjectId })
  const onLife = ({ kind, period }: LifeLine) =>
    memberId !== undefined && setWhy({ dutyId: lifeId(kind), periodKey: period.key, subjectId: memberId })
  const close = () => setWhy(null)
  const line = why && home.data && lineOf(home.data, why)
  const sheet = (
    <WhySheet
      {...(why ?? nothing)}
      open={why !== null}
      onClose={close}
      ways={line && hasWays(line, when) ? <DutyWays line={line} when={when} onLeave={close} /> : undefined}
    />
  )

  return (
    <Page
      id="home"
      left="brand"
      tab="home"
      plates
      // Also before it is known who this is: a slow network must not keep anybody from scanning.
      floating={(member || me.data === undefined) && <ScanDock />}
      overlay={sheet}
      onPullDown={() => home.refetch()}
    >
      {me.data === undefined && me.unreached && (
        <View className="home-past">
          <Note tone="info" icon="qr" id="offline-ways">
            在会上？出示“我的码”，或请组织者点名，都不用网络
          </Note>
        </View>
      )}
      <Loaded query={{ ...me, unreached: member ? undefined : me.unreached }} skeleton="home">
        {() =>
          member ? (
            <>
              <WaitingVisits />
              {known && (
                <Hello
                  name={known.name}
                  branch={known.branchName}
                  group={known.groupName}
                  now={now}
                  right={
                    <MonthPicker
                      id="home-month"
                      month={shown.month}
                      running={shown.running}
                      months={known.months}
                      onChange={shown.choose}
                    />
                  }
                />
              )}
              {!shown.isRunning && (
                <View className="home-past">
                  <Note
                    tone="info"
                    icon="clock"
                    id="home-past"
                    action={{ label: '回到本月', id: 'this-month', onTap: () => shown.choose(shown.running) }}
                  >
                    {`${monthChoice(shown.month, now)}情况，截至今天`}
                  </Note>
                </View>
              )}
              <Loaded query={home} skeleton={known ? 'list' : 'home'}>
                {(data) => (
                  <MemberHome
                    home={data}
                    units={bound?.theoryGroups ?? []}
                    isRunning={shown.isRunning}
                    whole={second}
                    now={now}
                    onDuty={onDuty}
                    onLife={onLife}
                  />
                )}
              </Loaded>
            </>
          ) : (
            bound && (
              <Empty
                image="none"
                icon="work"
                title={`${bound.name}同志，您好`}
                text="您不在党支部名册里，没有个人职责；您的工作在“工作”一栏"
                action={{ label: '去工作', onTap: () => open('work'), id: 'to-work' }}
              />
            )
          )
        }
      </Loaded>
    </Page>
  )
})

const lineOf = ({ month, quarter, year }: HomeData, { dutyId, periodKey }: WhyOf): DutyLine | undefined =>
  [...month.duties, ...quarter.duties, ...year.duties].find(
    (line) => line.dutyId === dutyId && line.period.key === periodKey,
  )
