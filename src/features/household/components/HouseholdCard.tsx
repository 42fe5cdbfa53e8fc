import { View } from '@tarojs/components'
import type { UnreachedReason } from '@/cloud/unreached'
import { Card } from '@/components/Card/Card'
import { Icon } from '@/components/Icon/Icon'
import { Ring } from '@/components/Ring/Ring'
import { waitsBecause } from '@/words/waitsBecause'
import './household.css'

interface Props {
  /** Absent without an answer: the code is looked at once it is uploaded. */
  household?: { number: string; village: string }
  /** Why there was none. */
  unreached?: UnreachedReason
  /** Somebody else was there this month. */
  visited?: boolean
  done?: number
  needed?: number | null
}

/** Which household, by number and village, and how many visits this month. */
export function HouseholdCard({ household, unreached = 'offline', visited, done = 0, needed = null }: Props) {
  return (
    <Card className="house" id="household">
      <View className="house-mark">
        <Icon name="visit" tone="pine" size={32} />
      </View>
      <View className="grow">
        <View className="t-h2">您联系的帮扶户</View>
        <View className="t-sub c2 num">
          {household ? (
            <>
              {household.number}
              <View className="sep" />
              {household.village}
            </>
          ) : (
            `${waitsBecause(unreached)}，上传时核对是哪一户`
          )}
        </View>
        {visited && <View className="t-cap c2">本月已有同志来过</View>}
      </View>
      {household && needed !== null && (
        <View className="house-ring">
          <Ring
            done={done}
            needed={needed}
            state={done >= needed ? 'done' : 'missing'}
            size={56}
            calm
            label={`帮扶走访，本月已 ${done} 次，需 ${needed} 次`}
          />
          <View className="t-cap c2">本月</View>
        </View>
      )}
    </Card>
  )
}
