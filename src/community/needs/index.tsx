import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/Button/Button'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { NeedSheet } from '@/features/place/components/NeedSheet'
import { PlaceNeeds } from '@/features/place/components/PlaceNeeds'
import { usePlaceNeeds } from '@/features/place/hooks/usePlaceNeeds'

/** 需求 of a community or village, for its own people: written down here, taken by members. */
export default page(function NeedsPage() {
  const { placeId = '' } = useRouter().params
  const { query, withdraw, busy } = usePlaceNeeds(placeId)
  const [writing, setWriting] = useState(false)
  return (
    <Page
      id="place-needs"
      title="群众需求"
      left="back"
      onPullDown={query.refetch}
      dock={
        query.data && (
          <Button grow icon="plus" id="write-need" onTap={() => setWriting(true)}>
            写一条需求
          </Button>
        )
      }
      overlay={
        writing &&
        query.data && (
          <NeedSheet placeId={placeId} contact={query.data.contact ?? ''} onClose={() => setWriting(false)} />
        )
      }
    >
      <Loaded query={query} skeleton="list">
        {({ needs, more }) => (
          <PlaceNeeds {...{ needs, more, busy }} onWithdraw={(need) => void withdraw(need)} />
        )}
      </Loaded>
    </Page>
  )
})
