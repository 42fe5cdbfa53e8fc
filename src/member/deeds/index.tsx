import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useInParts } from '@/cloud/useInParts'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { Page } from '@/components/Page/Page'
import { Ring } from '@/components/Ring/Ring'
import { Seg } from '@/components/Seg/Seg'
import { Skeleton } from '@/components/Skeleton/Skeleton'
import { ClaimSheet } from '@/features/deeds/components/ClaimSheet'
import { DeedCard } from '@/features/deeds/components/DeedCard'
import { FinishDock } from '@/features/deeds/components/FinishDock'
import { InHand } from '@/features/deeds/components/InHand'
import { OfferedNeeds } from '@/features/deeds/components/OfferedNeeds'

type List = ResponseOf<'deed.list'>
type Tab = 'needs' | 'own'

const tabs = [
  { key: 'needs', label: '大家的需求' },
  { key: 'own', label: '我办的实事' },
] as const

function Year({ done, needed }: Pick<List, 'done' | 'needed'>) {
  const met = needed !== null && done >= needed
  return (
    <Card className="deed-year" id="deed-year">
      <Ring
        done={done}
        needed={needed}
        state={needed === null ? 'recorded' : met ? 'done' : 'missing'}
        label={`实事，今年已 ${done} 件${needed === null ? '' : `，需 ${needed} 件`}`}
        calm
      />
      <View className="grow">
        <View className="t-h2">
          今年 {done}
          {needed === null ? '' : `/${needed}`} 件
        </View>
        <View className="t-sub c2">办结后，由社区或村里确认，确认后计入</View>
      </View>
    </Card>
  )
}

const mayClaim = ({ community, households }: List): boolean =>
  community !== undefined || households.length > 0

interface OwnProps {
  list: List
  more: ReturnType<typeof useInParts<'deed.list'>>['more']
}

function Own({ list, more }: OwnProps) {
  const { deeds, done, needed } = list
  return (
    <>
      <Year done={done} needed={needed} />
      {deeds.map((deed) => (
        <DeedCard key={deed.id} deed={deed} />
      ))}
      <MoreButton id="more-deeds" more={more} />
      {deeds.length === 0 && (
        <View className="mt12">
          <Empty
            image={mayClaim(list) ? 'none' : 'house'}
            icon="deed"
            title="今年还没有实事记录"
            text={
              mayClaim(list)
                ? '为报到社区或联系的帮扶户办一件，先认领'
                : '报到社区、有了联系的帮扶户以后，可以在这里认领'
            }
            id="no-deeds"
          />
        </View>
      )}
    </>
  )
}

/** 办实事: what others ask for, and one's own: 认领 → 办理 → 办结 → 确认. */
export default page(function DeedsPage() {
  const list = useInParts('deed.list', {})
  const offered = useCloudQuery('need.offered', {})
  const [chosen, setTab] = useState<Tab>()
  const [claiming, setClaiming] = useState(false)
  const { data } = list
  // Until one is chosen, what is asked for comes first; nothing is asked for: one's own.
  const tab = chosen ?? (offered.data && offered.data.needs.length > 0 ? 'needs' : 'own')
  const isUndecided = chosen === undefined && offered.loading && !offered.unreached
  const inHand = (data?.deeds ?? []).filter(({ state }) => state === 'claimed')
  // The one longest in hand of those that are wanted still.
  const [next] = inHand.filter(({ withdrawn }) => !withdrawn).slice(-1)
  const claimed = () => {
    setClaiming(false)
    setTab('own')
  }
  const dock =
    tab === 'needs' && next ? (
      <FinishDock deed={next} onFinished={() => setTab('own')} />
    ) : (
      data &&
      mayClaim(data) && (
        <Button
          kind={tab === 'own' ? 'primary' : 'outline'}
          grow
          icon="plus"
          id="claim"
          onTap={() => setClaiming(true)}
        >
          {tab === 'own' ? '认领一件实事' : '自己提一件'}
        </Button>
      )
    )
  return (
    <Page
      id="deeds"
      title="办实事"
      onPullDown={() => Promise.all([list.refetch(), offered.refetch()])}
      dock={!isUndecided && dock}
      overlay={
        data &&
        mayClaim(data) && (
          <ClaimSheet open={claiming} list={data} onClose={() => setClaiming(false)} onClaimed={claimed} />
        )
      }
    >
      <Seg items={tabs} value={tab} onChange={setTab} />
      {isUndecided ? (
        <Skeleton shape="list" />
      ) : tab === 'needs' ? (
        <>
          {data && inHand.length > 0 && <InHand deeds={inHand} done={data.done} needed={data.needed} />}
          <Loaded query={offered} skeleton="list">
            {({ needs, more }) => <OfferedNeeds needs={needs} more={more} />}
          </Loaded>
        </>
      ) : (
        <View className="mt12">
          <Loaded query={list} skeleton="list">
            {(all) => <Own list={all} more={list.more} />}
          </Loaded>
        </View>
      )}
    </Page>
  )
})
