import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { useInParts } from '@/cloud/useInParts'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { Page } from '@/components/Page/Page'
import { Ring } from '@/components/Ring/Ring'
import { ClaimSheet } from '@/features/deeds/components/ClaimSheet'
import { DeedCard } from '@/features/deeds/components/DeedCard'

type List = ResponseOf<'deed.list'>

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

/** 我的实事: 认领 → 办结 → 确认. */
export default page(function DeedsPage() {
  const list = useInParts('deed.list', {})
  const [claiming, setClaiming] = useState(false)
  const { data } = list
  const mayClaim = data && (data.community !== undefined || data.households.length > 0)
  return (
    <Page
      id="deeds"
      title="我的实事"
      onPullDown={() => list.refetch()}
      dock={
        mayClaim && (
          <Button grow icon="plus" id="claim" onTap={() => setClaiming(true)}>
            认领一件实事
          </Button>
        )
      }
      overlay={mayClaim && <ClaimSheet open={claiming} list={data} onClose={() => setClaiming(false)} />}
    >
      <Loaded query={list} skeleton="list">
        {({ deeds, done, needed }) => (
          <>
            <Year done={done} needed={needed} />
            {deeds.map((deed) => (
              <DeedCard key={deed.id} deed={deed} />
            ))}
            <MoreButton id="more-deeds" more={list.more} />
            {deeds.length === 0 && (
              <View className="mt12">
                <Empty
                  image={mayClaim ? 'none' : 'house'}
                  icon="deed"
                  title="今年还没有实事记录"
                  text={
                    mayClaim
                      ? '为报到社区或联系的帮扶户办一件，先认领'
                      : '报到社区、有了联系的帮扶户以后，可以在这里认领'
                  }
                  id="no-deeds"
                />
              </View>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
})
