import { useState } from 'react'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Page } from '@/components/Page/Page'
import { Refused } from '@/components/Refused/Refused'
import { Skeleton } from '@/components/Skeleton/Skeleton'
import { HouseholdCard } from '@/features/household/components/HouseholdCard'
import { NeutralCard } from '@/features/household/components/NeutralCard'
import { VisitForm } from '@/features/household/components/VisitForm'
import { AlreadyToday, VisitKept, VisitResult } from '@/features/household/components/VisitResult'
import { useVisit } from '@/features/household/hooks/useVisit'
import type { Purpose } from '@/features/household/logic/purposes'
import { open } from '@/navigation/navigate'

const taps = { onRecords: () => open('records'), onDeeds: () => open('deeds') }

const done = (
  <Button grow id="done" onTap={() => open('home')}>
    完成
  </Button>
)

/** A door code: one's own household, or a card that says nothing. Until it is known which, the page names neither. */
export function Door({ code }: { code: string }) {
  const opened = useCloudQuery('household.open', { code })
  const me = useCloudQuery('identity.me', {})
  const { step, register, busy } = useVisit(code)
  const [chosen, setChosen] = useState<Purpose[]>([])
  const unreached = opened.data === undefined && opened.refusal === undefined ? opened.unreached : undefined
  // Without network only whoever has a household of their own is offered to keep a visit; the cloud judges it later.
  const mayKeep = unreached && me.data?.state === 'bound' && me.data.households.length > 0

  if (step.type === 'registered' || step.type === 'kept') {
    return (
      <Page id="visit" title="入户走访" dock={done}>
        {step.type === 'kept' ? <VisitKept step={step} /> : <VisitResult step={step} {...taps} />}
      </Page>
    )
  }
  if (opened.data?.state === 'neutral' || opened.refusal || step.type === 'not_own') {
    return (
      <Page id="visit" title="便民联系卡">
        <NeutralCard />
      </Page>
    )
  }
  if (!opened.data && !mayKeep) {
    const again = { label: '再试一次', onTap: () => void opened.refetch(), id: 'try-again' }
    return (
      <Page id="visit">
        {unreached ? (
          <Refused refusal={{ ok: false, reason: unreached }} action={again} />
        ) : (
          <Skeleton shape="list" />
        )}
      </Page>
    )
  }
  if (opened.data?.visitedTodayAt !== undefined) {
    return (
      <Page id="visit" title="入户走访" dock={done}>
        <AlreadyToday at={opened.data.visitedTodayAt} onRecords={taps.onRecords} {...opened.data} />
      </Page>
    )
  }
  return (
    <Page
      id="visit"
      title="入户走访"
      dock={
        <Button
          grow
          id="register-visit"
          busy={busy}
          disabledBecause={chosen.length === 0 ? '先点帮了什么' : undefined}
          onTap={() => void register(chosen)}
        >
          登记这次走访
        </Button>
      }
    >
      <HouseholdCard {...(opened.data ?? {})} {...(unreached && { unreached })} />
      <VisitForm chosen={chosen} onChange={setChosen} />
    </Page>
  )
}
