import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { formatDayTime } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Page } from '@/components/Page/Page'
import { Skeleton } from '@/components/Skeleton/Skeleton'
import { RefusedScan } from '@/features/checkin/components/RefusedScan'
import { type Count, Result } from '@/features/checkin/components/Result'
import { type CheckInStep, useCheckIn } from '@/features/checkin/hooks/useCheckIn'
import { BindForm } from '@/features/identity/components/BindForm'
import { Declined } from '@/features/identity/components/Declined'
import { Waiting } from '@/features/identity/components/Waiting'
import { type Binding, useBinding } from '@/features/identity/hooks/useBinding'
import { type WhyOf, WhySheet } from '@/features/progress/components/WhySheet'
import { openCode, pageOfCode } from '@/navigation/codePage'
import { hasConsented, useConsentGate } from '@/navigation/consent'
import { entryCodeOf, pendingCode } from '@/navigation/entryCode'
import { open } from '@/navigation/navigate'
import { useVisible } from '@/platform/useVisible'
import { CheckInDock } from './CheckInDock'
import './index.css'

const nothing: WhyOf = { dutyId: '', periodKey: '', subjectId: '' }

/** The code in hand: just scanned, or in the address the mini-program was opened with. It is taken once. */
function useCode(begin: ReturnType<typeof useCheckIn>['begin']): void {
  const { params } = useRouter()
  const pending = pendingCode.use()
  const visible = useVisible()
  const [read, setRead] = useState(false)
  useEffect(() => {
    // A page left behind is still there for a moment and must not take what was scanned for the next one.
    if (!visible || (read && !pending?.again)) return
    const code = pending ?? entryCodeOf(params)
    if (!code) return
    setRead(true)
    pendingCode.set(null)
    if (pageOfCode(code.text) === 'checkin') void begin(code)
    else openCode(code, 'checkin')
  }, [visible, pending, params, read, begin])
}

function Door({ step, binding }: { step: Extract<CheckInStep, { type: 'binding' }>; binding: Binding }) {
  const { activity, ticket } = step.opened
  if (binding.waitingFor) return <Waiting branchName={binding.waitingFor} atDoor onAgain={binding.again} />
  return (
    <>
      <Card pad className="door">
        <View className="t-h2">{activity.title}</View>
        <View className="t-sub c2 mt4 num">
          {formatDayTime(activity.startsAt)}
          <View className="sep" />
          {activity.place}
        </View>
        <View className="t-body mt8">码已认出。首次使用，核对一次身份，接着自动登记。</View>
      </Card>
      {binding.declined && <Declined />}
      <BindForm ticket={ticket} onRequested={binding.asked} />
    </>
  )
}

/** A service is no meeting; before the code is read it may be either. */
function titleOf(step: CheckInStep): string {
  const activity =
    step.type === 'registered'
      ? step.registered.activity
      : 'opened' in step
        ? step.opened.activity
        : undefined
  return activity?.kind === 'community_service' ? '服务登记' : '到会登记'
}

export default page(function CheckInPage() {
  const { step, begin, register, hasTicket } = useCheckIn()
  useCode(begin)
  const binding = useBinding(3000, step.type === 'binding' || step.type === 'registered')
  const me = binding.me.data
  const [why, setWhy] = useState<WhyOf | null>(null)
  useConsentGate(step.type === 'binding' ? me : undefined)
  const mayGoOn = step.type === 'binding' && me?.state === 'bound' && hasConsented(me)
  useEffect(() => {
    if (mayGoOn) void register()
  }, [mayGoOn, register])

  const ended = step.type === 'no_code' || step.type === 'refused' || step.type === 'registered'
  const onCount = ({ dutyId, periodKey }: Count) => {
    if (me?.state !== 'bound' || !me.memberId) return
    // What a branch owes has no number of one's own; one's records have.
    if (periodKey === undefined) open('records')
    else setWhy({ dutyId, periodKey, subjectId: me.memberId })
  }
  return (
    <Page
      id="checkin"
      title={titleOf(step)}
      dock={ended && <CheckInDock step={step} hasTicket={hasTicket} onAgain={() => void register()} />}
      overlay={<WhySheet {...(why ?? nothing)} open={why !== null} onClose={() => setWhy(null)} />}
    >
      {(step.type === 'opening' || step.type === 'registering') && <Skeleton shape="list" />}
      {step.type === 'no_code' && (
        <Empty
          image="none"
          icon="scan"
          title="扫现场的码登记"
          text="对准组织者手机或会场屏幕上的码"
          id="no-code"
        />
      )}
      {step.type === 'refused' && <RefusedScan refusal={step.refusal} onRecords={() => open('records')} />}
      {step.type === 'binding' && <Door step={step} binding={binding} />}
      {step.type === 'registered' && <Result registered={step.registered} onCount={onCount} />}
    </Page>
  )
})
