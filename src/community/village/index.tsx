import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ResponseOf } from '@domain/contract/actions'
import { CheckDock } from '@/components/CheckList/CheckList'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Seg } from '@/components/Seg/Seg'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { WaitingDeeds } from '@/features/place/components/WaitingDeeds'
import { WaitingVisits } from '@/features/place/components/WaitingVisits'
import { useWaitingDeeds, useWaitingVisits } from '@/features/place/hooks/useWaiting'
import './index.css'

type Tab = 'visits' | 'deeds'

const labels: Record<Tab, (count: number) => string> = {
  visits: (count) => (count > 0 ? `确认 ${count} 次走访` : '确认'),
  deeds: (count) => (count > 0 ? `确认 ${count} 件实事` : '确认'),
}
const counted = (label: string, count: number) => (count > 0 ? `${label} ${count}` : label)

/** The village contact's page: visits and deeds that wait for the village's word. */
export default page(function VillagePage() {
  const { villageId = '', tab: firstTab } = useRouter().params
  const [chosen, setTab] = useState<Tab | undefined>(firstTab === 'deeds' ? 'deeds' : undefined)
  const visits = useWaitingVisits(villageId)
  const deeds = useWaitingDeeds(villageId)
  // Until one is chosen, what waits comes first.
  const tab = chosen ?? (visits.ticked.total === 0 && deeds.ticked.total > 0 ? 'deeds' : 'visits')
  /** Whoever has said a word stays where it was said, also when it was the last one. */
  const stay = (act: () => void) => {
    setTab(tab)
    act()
  }
  const shown = tab === 'visits' ? visits : deeds
  const tabs = [
    { key: 'visits', label: counted('走访', visits.ticked.total), icon: 'visit' },
    { key: 'deeds', label: counted('实事', deeds.ticked.total), icon: 'deed' },
  ] as const
  const refresh = () => Promise.all([visits.query.refetch(), deeds.query.refetch()])
  return (
    <Page
      id="village"
      title="走访和实事确认"
      left="back"
      onPullDown={refresh}
      dock={
        shown.ticked.total > 0 ? (
          <CheckDock
            ticked={shown.ticked}
            busy={shown.busy}
            label={labels[tab]}
            onConfirm={() => stay(() => void shown.confirm())}
          />
        ) : undefined
      }
    >
      {visits.query.data ? <Head visits={visits.query.data} /> : null}
      <Seg items={tabs} value={tab} onChange={setTab} />
      <RefusalNote refusal={shown.refusal} onRead={shown.clear} />
      {tab === 'visits' ? (
        <Loaded query={visits.query} skeleton="list">
          {({ pending, denied }) => (
            <>
              {pending.length > 0 ? <About /> : null}
              <WaitingVisits
                {...{ pending, denied }}
                ticked={visits.ticked}
                onDeny={(visit, said) => stay(() => void visits.deny(visit, said))}
              />
            </>
          )}
        </Loaded>
      ) : (
        <Loaded query={deeds.query} skeleton="list">
          {({ pending }) => (
            <WaitingDeeds
              deeds={pending}
              ticked={deeds.ticked}
              onGiveBack={(deed) => void deeds.giveBack(deed)}
            />
          )}
        </Loaded>
      )}
    </Page>
  )
})

function Head({ visits: { village, confirmedThisMonth } }: { visits: ResponseOf<'household.pending'> }) {
  return (
    <View className="village-head">
      <View className="village-name">{village.name}</View>
      <View
        className="village-sub"
        id="confirmed-this-month"
      >{`本月已确认走访 ${confirmedThisMonth} 次`}</View>
    </View>
  )
}

function About() {
  return (
    <View className="village-note">
      <Note tone="mute" icon="info">
        扫门口码的走访已经计入。这里是补登的和晚传上来的，要您看一眼
      </Note>
    </View>
  )
}
