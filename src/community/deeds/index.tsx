import { useRouter } from '@tarojs/taro'
import { CheckDock } from '@/components/CheckList/CheckList'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { WaitingDeeds } from '@/features/place/components/WaitingDeeds'
import { useWaitingDeeds } from '@/features/place/hooks/useWaiting'

/** 实事: what members did for this community, to be confirmed by it. */
export default page(function DeedsPage() {
  const { placeId = '' } = useRouter().params
  const deeds = useWaitingDeeds(placeId)
  return (
    <Page
      id="place-deeds"
      title="实事确认"
      left="back"
      onPullDown={deeds.query.refetch}
      dock={
        deeds.ticked.total > 0 ? (
          <CheckDock
            ticked={deeds.ticked}
            busy={deeds.busy}
            label={(count) => (count > 0 ? `确认 ${count} 件实事` : '确认')}
            onConfirm={() => void deeds.confirm()}
          />
        ) : undefined
      }
    >
      <RefusalNote refusal={deeds.refusal} onRead={deeds.clear} />
      <Loaded query={deeds.query} skeleton="list">
        {({ pending }) => (
          <WaitingDeeds
            deeds={pending}
            ticked={deeds.ticked}
            onGiveBack={(deed) => void deeds.giveBack(deed)}
          />
        )}
      </Loaded>
    </Page>
  )
})
